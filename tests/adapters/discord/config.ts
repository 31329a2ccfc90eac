import type { DiscordConfig } from '../../../adapters/discord/config.ts';

/** Of a token's shape, and nobody's. */
export const token = 'x'.repeat(24);

export function discordConfig(overrides: Partial<DiscordConfig> = {}): DiscordConfig {
  return {
    token,
    applicationId: null,
    publicKey: null,
    mode: 'gateway',
    shard: null,
    apiUrl: null,
    ...overrides,
  };
}
