import { once } from 'node:events';
import { flushCompileCache } from 'node:module';
import type { App } from '../app.ts';
import { describeError } from '../domain/errors.ts';
import { editionOf, everything } from '../editions/todays-edition.ts';
import { loadSamples } from '../samples.ts';
import { type Role, type Service, startService } from '../service.ts';
import { complain, type Io, say } from './io.ts';
import { keepHeapSmall } from './small-heap.ts';
import { withApp } from './with-app.ts';

/** Serving ends within this after it was asked to, whatever hangs. */
const longestStop = 10_000;

/**
 * `npm start`: says that it is ready, prints today's digest, and works until Ctrl-C or SIGTERM. `--once` only prints.
 */
export async function serve(
  io: Io,
  options: { readonly once?: boolean; readonly role?: Role },
): Promise<number> {
  keepHeapSmall();
  return withApp(io, async (app) => {
    const samples = await loadSamples(app.store, app.clock);
    if (options.once) {
      await tellToday(io, app, samples);
      return 0;
    }
    // Listened for before anybody is told that we run: whoever reads it may stop us at once.
    const asked = askedToStop();
    let late: NodeJS.Timeout | undefined;
    const endSoon = () => {
      late ??= setTimeout(() => process.exit(1), longestStop);
    };
    // A start may hang as well as a stop.
    void asked.then(endSoon);
    const service = await startService(app, {
      role: options.role ?? 'all',
      terminal: {
        colour: io.colour,
        width: io.width,
        write: (text) => new Promise((resolve) => io.output.write(`\n${text}\n`, () => resolve())),
      },
    });
    try {
      await tellAll(io, app, service, samples);
      await service.finishLoading();
      // Else a first run that is killed leaves the next one to compile it all again.
      flushCompileCache();
      await asked;
      say(io, '\nStopping …');
    } finally {
      endSoon();
      await service.stop();
      clearTimeout(late);
    }
    say(io, 'Stopped.');
    return 0;
  });
}

/** Where the page is, today's digest, what is connected and what is not. */
async function tellAll(io: Io, app: App, service: Service, samples: number): Promise<void> {
  say(io, service.page === null ? 'Ready.\n' : `Ready: ${service.page}\n`);
  await tellToday(io, app, samples);
  for (const { platform, error, mayPass } of service.faults)
    complain(
      io,
      `${platform} is not connected: ${describeError(error)}${mayPass ? ' It is tried again.' : ''}`,
    );
  for (const line of service.greeting) say(io, line);
  const { misspeltSettings } = await import('../config/misspelt-settings.ts');
  for (const line of misspeltSettings(io.environment())) complain(io, line);
}

/** The code of digests and of printing them is loaded now: a service is ready before there is anything to read. */
async function tellToday(io: Io, app: App, samples: number): Promise<void> {
  const { showDigest } = await import('./show.ts');
  const today = await editionOf(app, everything, null);
  const { zone, locale } = app.config;
  await showDigest(io, today, [], { format: 'text', zone, locale });
  if (samples > 0)
    say(io, `\nThese are ${samples} sample articles, loaded once. Add your own: ${io.calledAs} add FILE`);
}

async function askedToStop(): Promise<void> {
  const stop = new AbortController();
  const { signal } = stop;
  await Promise.race([once(process, 'SIGINT', { signal }), once(process, 'SIGTERM', { signal })]);
  stop.abort();
  // A second Ctrl-C means it.
  process.once('SIGINT', () => process.exit(130));
}
