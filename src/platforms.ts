/** Makes the adapters that are configured. A platform without a token is not even loaded. */
import type { HttpEndpoint } from '../adapters/adapter-deps.ts';
import type { Handlers, PlatformAdapter } from '../adapters/platform-adapter.ts';
import type { App } from './app.ts';
import { createAlarm } from './delivery/alarm.ts';
import type { Platform } from './domain/channel.ts';
import { describeError, isCourantError } from './domain/errors.ts';
import { tryAgain } from './try-again.ts';

export type Platforms = {
  /** All that can be posted to, the console among them. */
  readonly adapters: ReadonlyMap<Platform, PlatformAdapter>;
  /** Paths that Slack or Discord call on our web server. */
  readonly endpoints: readonly HttpEndpoint[];
  /**
   * Connects those that people talk to by the given ways; one that can't is named, and the others go on. One that
   * could not be reached is tried again until it is. A platform that is served twice would answer everything twice: so
   * a process takes its own ways alone.
   */
  start(handlers: Handlers, ways: Ways): Promise<Started>;
  stop(): Promise<void>;
};

/** How people's requests come in: by calls of our web server, or by connections we open. */
type Ways = { readonly web: boolean; readonly connections: boolean };

type Started = {
  /** Those connected by now. */
  connected(): readonly Platform[];
  readonly faults: readonly StartFault[];
};

export type StartFault = {
  readonly platform: Platform;
  readonly error: unknown;
  /** Whether it is tried again. */
  readonly mayPass: boolean;
};

type Terminal = {
  readonly colour: boolean;
  readonly width: number;
  write(text: string): Promise<void>;
};

export async function createPlatforms(app: App, terminal: Terminal): Promise<Platforms> {
  const { config, log, clock, store } = app;
  const deps = { log, clock, keyValues: store.keyValues };
  const adapters = new Map<Platform, PlatformAdapter>();
  const endpoints: HttpEndpoint[] = [];
  const calledFromOutside = new Set<Platform>();
  const givingUp: (() => void)[] = [];

  const { createConsoleAdapter } = await import('../adapters/console/adapter.ts');
  adapters.set(
    'console',
    createConsoleAdapter(terminal, { keyValues: store.keyValues, write: terminal.write }),
  );
  if (config.slack) {
    const { createSlackAdapter } = await import('../adapters/slack/adapter.ts');
    const { publicUrl } = config.web;
    const slack = createSlackAdapter(
      { ...config.slack, publicUrl, installationKey: config.installationKey },
      deps,
    );
    adapters.set('slack', slack);
    if (slack.endpoint) {
      endpoints.push(slack.endpoint);
      calledFromOutside.add('slack');
    }
  }
  if (config.discord) {
    const { createDiscordAdapter } = await import('../adapters/discord/adapter.ts');
    const discord = createDiscordAdapter(config.discord, deps);
    adapters.set('discord', discord);
    if (discord.endpoint) {
      endpoints.push(discord.endpoint);
      calledFromOutside.add('discord');
    }
  }

  return {
    adapters,
    endpoints,
    async start(handlers, ways) {
      const ours = [...adapters].filter(([platform]) =>
        calledFromOutside.has(platform) ? ways.web : ways.connections,
      );
      const commands = ours.some(([platform]) => platform !== 'console')
        ? await commandsInEachLanguage()
        : [];
      const connected = new Set<Platform>();
      const connect = async (platform: Platform, adapter: PlatformAdapter): Promise<StartFault | null> => {
        try {
          await adapter.start(handlers, commands);
          connected.add(platform);
          log.debug({ platform }, 'platform connected');
          return null;
        } catch (error) {
          log.error({ platform, reason: describeError(error) }, 'platform not connected');
          return { platform, error, mayPass: !isCourantError(error, 'refused') };
        }
      };
      const started = await Promise.all(ours.map(([platform, adapter]) => connect(platform, adapter)));
      for (const [platform, adapter] of ours) {
        const fault = started.find((one) => one?.platform === platform);
        if (!fault?.mayPass) continue;
        const again = async () => {
          const next = await connect(platform, adapter);
          if (next === null) log.info({ platform }, 'platform connected after all');
          return !next?.mayPass;
        };
        givingUp.push(tryAgain(again, createAlarm(clock), clock));
      }
      return { connected: () => [...connected], faults: started.filter((fault) => fault !== null) };
    },
    async stop() {
      for (const giveUp of givingUp) giveUp();
      await Promise.all([...adapters.values()].map((adapter) => adapter.stop()));
    },
  };
}

/** Not loaded for the console, where nobody types commands. */
async function commandsInEachLanguage() {
  const [{ commandSpecs }, { translated }] = await Promise.all([
    import('./commands/specs.ts'),
    import('./commands/translations/translated.ts'),
  ]);
  return translated(commandSpecs);
}
