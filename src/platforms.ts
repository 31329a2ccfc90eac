/** Makes the adapters that are configured. A platform without a token is not even loaded. */
import type { HttpEndpoint } from '../adapters/adapter-deps.ts';
import type { Handlers, PlatformAdapter } from '../adapters/platform-adapter.ts';
import type { App } from './app.ts';
import type { Platform } from './domain/channel.ts';
import { describeError } from './domain/errors.ts';

export type Platforms = {
  /** All that can be posted to, the console among them. */
  readonly adapters: ReadonlyMap<Platform, PlatformAdapter>;
  /** Paths that Slack or Discord call on our web server. */
  readonly endpoints: readonly HttpEndpoint[];
  /**
   * Connects those that people talk to by the given ways; one that can't is named, and the others go on. A platform
   * that is served twice would answer everything twice: so a process takes its own ways alone.
   */
  start(handlers: Handlers, ways: Ways): Promise<Started>;
  stop(): Promise<void>;
};

/** How people's requests come in: by calls of our web server, or by connections we open. */
type Ways = { readonly web: boolean; readonly connections: boolean };

type Started = {
  readonly connected: readonly Platform[];
  readonly faults: readonly StartFault[];
};

export type StartFault = { readonly platform: Platform; readonly error: unknown };

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
      const started = await Promise.all(
        ours.map(async ([platform, adapter]): Promise<StartFault | null> => {
          try {
            await adapter.start(handlers, commands);
            log.debug({ platform }, 'platform connected');
            return null;
          } catch (error) {
            log.error({ platform, reason: describeError(error) }, 'platform not connected');
            return { platform, error };
          }
        }),
      );
      const faults = started.filter((fault) => fault !== null);
      const failed = new Set(faults.map(({ platform }) => platform));
      return { connected: ours.map(([platform]) => platform).filter((one) => !failed.has(one)), faults };
    },
    async stop() {
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
