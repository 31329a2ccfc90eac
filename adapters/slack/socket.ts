/** Keeps a Socket Mode connection: connected again at once when it ends, ever slower while that fails. */
import { CourantError, isCourantError } from '../../src/domain/errors.ts';
import type { AdapterLog } from '../adapter-deps.ts';
import { within } from '../in-flight.ts';

/** The part of `SocketModeClient` used here; its own reconnecting is switched off. */
export type SocketClient = {
  start(): Promise<unknown>;
  disconnect(): Promise<void>;
  on(event: 'disconnected', listener: () => void): unknown;
};

export type Socket = {
  /** Resolves when Slack has said hello. @throws CourantError */
  connect(): Promise<void>;
  disconnect(patience: number): Promise<void>;
};

const longestDelay = 30_000;
/** Slack says hello within a second; a socket that stays mute is given up. */
const helloPatience = 20_000;

/**
 * The library's own reconnecting (3.1) closes before it connects, waits five seconds and longer, and ends in an
 * unhandled rejection when Slack refuses the token; so it is done here.
 */
export function keepConnected(options: {
  readonly client: SocketClient;
  /** Turns what `start` throws into ours. */
  explain(error: unknown): CourantError;
  readonly log: AdapterLog;
}): Socket {
  const { client, explain, log } = options;
  let stopped = false;
  let connecting = false;
  let timer: NodeJS.Timeout | undefined;

  async function connect(): Promise<void> {
    connecting = true;
    try {
      const started = client.start().then(() => true);
      if (!(await within(helloPatience, started, false))) {
        await within(1_000, client.disconnect(), undefined);
        throw new CourantError('not-sent', 'Slack’s socket opened but said nothing.', { reason: 'no_hello' });
      }
    } catch (error) {
      throw isCourantError(error) ? error : explain(error);
    } finally {
      connecting = false;
    }
  }

  function again(failures: number): void {
    if (stopped) return;
    const delay = failures === 0 ? 0 : Math.min(longestDelay, 1_000 * 2 ** (failures - 1));
    timer = setTimeout(async () => {
      if (stopped) return;
      try {
        await connect();
        log.info({ failures }, 'connected to Slack again');
      } catch (error) {
        if (isCourantError(error, 'refused')) {
          log.error(
            { err: error },
            'Slack refuses our app token: commands are not heard until a restart with a good one',
          );
          return;
        }
        log.warn({ err: error, failures: failures + 1 }, 'Slack’s socket could not be opened; trying again');
        again(failures + 1);
      }
    }, delay);
  }

  client.on('disconnected', () => {
    if (!stopped && !connecting) again(0);
  });

  return {
    connect,
    async disconnect(patience) {
      stopped = true;
      clearTimeout(timer);
      await within(
        patience,
        client.disconnect().catch(() => {}),
        undefined,
      );
    },
  };
}
