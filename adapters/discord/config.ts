/** How this installation talks to Discord; main reads it from the environment. */
export type DiscordConfig = {
  readonly token: string;
  /** Null: found by itself. */
  readonly applicationId: string | null;
  /** 64 hexadecimal digits, for mode `http`. */
  readonly publicKey: string | null;
  /** gateway: a connection we open; http: Discord calls our web server. */
  readonly mode: 'gateway' | 'http';
  /** Which shard of how many this process serves; null lets Discord say how many and serves all. */
  readonly shard: { readonly index: number; readonly count: number } | null;
  /** Another API address, without version or slash at the end; null is https://discord.com/api. */
  readonly apiUrl: string | null;
  /** What Discord grants the whole bot; left out, the 50 that every bot has. */
  readonly requestsPerSecond?: number;
};

export const usualRequestsPerSecond = 50;

export function apiUrlOf({ apiUrl }: Pick<DiscordConfig, 'apiUrl'>): string {
  return (apiUrl ?? 'https://discord.com/api').replace(/\/$/, '');
}

/** For discord.js. */
export function restOptionsOf(config: Pick<DiscordConfig, 'apiUrl' | 'requestsPerSecond'>) {
  const { requestsPerSecond = usualRequestsPerSecond } = config;
  return { globalRequestsPerSecond: requestsPerSecond, api: apiUrlOf(config) };
}
