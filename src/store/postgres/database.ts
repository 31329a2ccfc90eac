import pg from 'pg';
import { CourantError } from '../../domain/errors.ts';
import type { Row } from '../reading/columns.ts';

export type Value = string | number | null | readonly (string | null)[] | readonly number[];

export type Queries = {
  all(sql: string, ...values: readonly Value[]): Promise<Row[]>;
  get(sql: string, ...values: readonly Value[]): Promise<Row | undefined>;
  /** Returns how many rows changed. */
  run(sql: string, ...values: readonly Value[]): Promise<number>;
};

/** A pool of connections; outside a transaction each statement is one of its own. */
export type Database = Queries & {
  /** Host, port and name, never the password. */
  readonly location: string;
  /** Takes back everything when `work` throws. */
  transaction<T>(work: (queries: Queries) => Promise<T>): Promise<T>;
  close(): Promise<void>;
};

const CONNECTIONS = 10;
/** Milliseconds until a connection, and until a statement, is given up. */
const CONNECT_MS = 10_000;
const STATEMENT_MS = 30_000;

/** Numbers of ours stay below 2^53: instants in milliseconds, rows in time order, counts. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    Number(oid) === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid, format),
};

export function openDatabase(url: string): Database {
  const location = locationOf(url);
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_MS,
    statement_timeout: STATEMENT_MS,
    application_name: 'courant',
    types,
  });
  // An idle connection that breaks is replaced with the next query; unheard, this event would end the process.
  pool.on('error', () => undefined);
  const names = new Map<string, string>();

  const queriesOver = (client: pg.Pool | pg.PoolClient): Queries => {
    const ask = async (sql: string, values: readonly Value[]): Promise<pg.QueryResult<Row>> => {
      try {
        return await client.query<Row>({ name: nameOf(names, sql), text: sql, values: values.map(bound) });
      } catch (error) {
        throw explained(location, error);
      }
    };
    return {
      all: async (sql, ...values) => (await ask(sql, values)).rows,
      get: async (sql, ...values) => (await ask(sql, values)).rows[0],
      run: async (sql, ...values) => (await ask(sql, values)).rowCount ?? 0,
    };
  };

  return {
    location,
    ...queriesOver(pool),
    async transaction(work) {
      const client = await pool.connect().catch((error: unknown) => {
        throw explained(location, error);
      });
      let broken: Error | boolean = false;
      try {
        await client.query('begin');
        const result = await work(queriesOver(client));
        await client.query('commit');
        return result;
      } catch (error) {
        await client.query('rollback').catch((failed: Error) => {
          broken = failed;
        });
        throw explained(location, error);
      } finally {
        client.release(broken);
      }
    },
    close: () => pool.end(),
  };
}

/** A statement of the same text is prepared once a connection. */
function nameOf(names: Map<string, string>, sql: string): string {
  let name = names.get(sql);
  if (name === undefined) {
    name = `courant_${names.size}`;
    names.set(sql, name);
  }
  return name;
}

/** PostgreSQL's text holds no NUL; JSON has it escaped already. */
function bound(value: Value): unknown {
  if (typeof value === 'string') return value.includes('\0') ? value.replaceAll('\0', '\ufffd') : value;
  return typeof value === 'object' && value !== null
    ? value.map((one) => (typeof one === 'string' ? one.replaceAll('\0', '\ufffd') : one))
    : value;
}

function locationOf(url: string): string {
  const parsed = URL.parse(url);
  return parsed === null ? 'PostgreSQL' : `postgres://${parsed.host}${parsed.pathname}`;
}

/** Codes of Node and of PostgreSQL (postgresql.org/docs/current/errcodes-appendix.html) in words for the operator. */
const faults: readonly (readonly [code: RegExp, what: string, mend: string])[] = [
  [
    /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH)$/,
    'does not answer',
    'Start PostgreSQL, or mend DATABASE_URL.',
  ],
  [/^28/, 'refuses the user or password', 'Mend DATABASE_URL.'],
  [/^3D000$/, 'is not there', 'Create it with createdb, or mend DATABASE_URL.'],
  [/^42501$/, 'does not let this user write', 'Grant the user all rights on the database.'],
  [/^25006$/, 'is read-only', 'Point DATABASE_URL at the server that may be written.'],
  [/^53100$/, 'can’t grow: the disk is full', 'Free some space; nothing that was stored is lost.'],
  [/^53300$/, 'has too many connections', 'Raise max_connections, or start fewer processes.'],
  [/^(ECONNRESET|EPIPE|57P0[1-3]|08)/, 'broke off the connection', 'It goes on when PostgreSQL is back.'],
  [
    /^(57014|55P03|40P01|40001)$/,
    'did not answer in time',
    'Try again; look for long transactions of others.',
  ],
];

function explained(location: string, error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof CourantError) return error;
  const code = 'code' in error ? String(error.code) : '';
  const lost = /Connection terminated|timeout exceeded when trying to connect|not queryable/.test(
    error.message,
  );
  const fault = faults.find(([pattern]) => pattern.test(lost ? 'ECONNRESET' : code));
  if (!fault) return error;
  return new CourantError('unavailable', `The database ${location} ${fault[1]}.`, {
    mend: fault[2],
    cause: error,
  });
}
