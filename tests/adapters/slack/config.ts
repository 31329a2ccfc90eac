import type { SlackConfig } from '../../../adapters/slack/config.ts';

export const signingSecret = 'a-signing-secret-of-32-characters';

export function slackConfig(overrides: Partial<SlackConfig> = {}): SlackConfig {
  return {
    botToken: 'xoxb-test',
    appToken: null,
    signingSecret,
    oauth: null,
    managers: [],
    apiUrl: null,
    ...overrides,
  };
}
