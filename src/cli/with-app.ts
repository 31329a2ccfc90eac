import { type App, openApp } from '../app.ts';
import { readConfig } from '../config.ts';
import { createLog } from '../log.ts';
import type { Io } from './io.ts';

/** Opens what the configuration names, and closes it after the work, however that ends. */
export async function withApp<T>(io: Io, work: (app: App) => Promise<T>): Promise<T> {
  const config = readConfig(io.environment());
  const log = createLog(config.logLevel, (line) => io.errors.write(line));
  const app = await openApp(config, { clock: io.clock, log });
  try {
    return await work(app);
  } finally {
    await app.store.close();
  }
}
