import pg from 'pg';
import { postgresAddressMend } from '../../domain/database-address.ts';
import { CourantError, isCourantError } from '../../domain/errors.ts';
import type { Row } from '../reading/columns.ts';

export type Value = string | number | null | readonly (string | number | null)[];

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
  /** The same for statements that may take hours, or wait so long for another's. */
  longTransaction<T>(work: (queries: Queries) => Promise<T>): Promise<T>;
  close(): Promise<void>;
};

const CONNECTIONS = 10;
/** Milliseconds until a connection is given up. */
const CONNECT_MS = 10_000;

/** Milliseconds until the server breaks a statement off. */
const STATEMENT_MS = 30_000;
/** A server that is gone without a word breaks nothing off: then it is given up here. */
const ANSWER_MS = 40_000;
/** So long may a transaction stand still, as when this process is suspended: what it has locked is free then. */
const IDLE_MS = 60_000;
/** How long an answer is waited for, where it is not ANSWER_MS. */
type Patience = { readonly query_timeout?: number };
/** The longest that a timer knows: 24 days. */
const howeverLong: Patience = { query_timeout: 2 ** 31 - 1 };

/** Numbers of ours stay below 2^53: instants in milliseconds, rows in time order, counts. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    Number(oid) === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid, format),
};

/** @throws CourantError `invalid` for what is no address; nothing is connected yet */
export function openDatabase(url: string): Database {
  const location = locationOf(url);
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_MS,
    statement_timeout: STATEMENT_MS,
    query_timeout: ANSWER_MS,
    idle_in_transaction_session_timeout: IDLE_MS,
    keepAlive: true,
    keepAliveInitialDelayMillis: CONNECT_MS,
    application_name: 'courant',
    types,
  });
  // An idle connection that breaks is replaced with the next query; unheard, this event would end the process.
  pool.on('error', () => undefined);
  const names = new Map<string, string>();

  const queriesOver = (client: pg.Pool | pg.PoolClient, patience: Patience = {}): Queries => {
    const ask = async (sql: string, values: readonly Value[]): Promise<pg.QueryResult<Row>> => {
      try {
        return await client.query<Row>({
          name: nameOf(names, sql),
          text: sql,
          values: values.map(bound),
          ...patience,
        });
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

  async function transaction<T>(
    begin: string,
    work: (queries: Queries) => Promise<T>,
    patience: Patience = {},
  ): Promise<T> {
    const client = await pool.connect().catch((error: unknown) => {
      throw explained(location, error);
    });
    let broken = false;
    // It may break between two statements, when nobody is there to be told: unheard, this event would end the process.
    const onBroken = () => {
      broken = true;
    };
    client.on('error', onBroken);
    try {
      await client.query(begin);
      const result = await work(queriesOver(client, patience));
      await client.query({ text: 'commit', ...patience });
      return result;
    } catch (error) {
      const fault = explained(location, error);
      // Who did not answer would not answer this either; the server takes everything back when the connection ends.
      if (isUnanswered(fault)) onBroken();
      else await client.query('rollback').catch(onBroken);
      throw fault;
    } finally {
      client.off('error', onBroken);
      client.release(broken);
    }
  }

  return {
    location,
    ...queriesOver(pool),
    transaction: (work) => transaction('begin', work),
    longTransaction: (work) => transaction('begin; set local statement_timeout = 0', work, howeverLong),
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
  if (parsed === null)
    throw new CourantError('invalid', 'The address of the PostgreSQL database is none.', {
      mend: postgresAddressMend,
    });
  return `postgres://${parsed.host}${parsed.pathname}`;
}

/** Codes of Node and of PostgreSQL (postgresql.org/docs/current/errcodes-appendix.html) in words for the operator. */
const lost = ['broke off the connection', 'It goes on when PostgreSQL is back.'] as const;
const late = ['did not answer in time', 'Try again; look for long transactions of others.'] as const;
const faults: readonly (readonly [code: RegExp, words: readonly [what: string, mend: string]])[] = [
  [
    /^(ECONNREFUSED|ENOENT|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH)$/,
    ['does not answer', 'Start PostgreSQL, or mend DATABASE_URL.'],
  ],
  [/^28/, ['refuses the user or password', 'Mend DATABASE_URL.']],
  [/^3D000$/, ['is not there', 'Create it with createdb, or mend DATABASE_URL.']],
  [/^42501$/, ['does not let this user write', 'Grant the user all rights on the database.']],
  [/^25006$/, ['is read-only', 'Point DATABASE_URL at the server that may be written.']],
  [/^53100$/, ['can’t grow: the disk is full', 'Free some space; nothing that was stored is lost.']],
  [/^53300$/, ['has too many connections', 'Raise max_connections, or start fewer processes.']],
  [/^(ECONNRESET|EPIPE|57P0[1-3]|08|25P03)/, lost],
  [/^(57014|55P03|40P01|40001)$/, late],
];
const unanswered = /^Query read timeout/;
/** What pg says itself has no code. */
const saidByPg: typeof faults = [
  [
    /^Connection terminated due to connection timeout/,
    ['does not answer', 'Start PostgreSQL, or mend DATABASE_URL.'],
  ],
  [/^Connection terminated|not queryable/, lost],
  [unanswered, late],
  // All connections are taken, and none came free.
  [/^timeout exceeded when trying to connect/, late],
  [
    /does not support SSL/,
    ['does not speak TLS', 'Take sslmode out of DATABASE_URL, or turn on ssl in PostgreSQL.'],
  ],
];

function explained(location: string, error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof CourantError) return error;
  const code = 'code' in error ? String(error.code) : '';
  const [, words] =
    saidByPg.find(([pattern]) => pattern.test(error.message)) ??
    faults.find(([pattern]) => pattern.test(code)) ??
    [];
  if (!words) return error;
  const [what, mend] = words;
  return new CourantError('unavailable', `The database ${location} ${what}.`, { mend, cause: error });
}

/** Whether nothing at all came back. */
function isUnanswered(fault: unknown): boolean {
  return isCourantError(fault) && fault.cause instanceof Error && unanswered.test(fault.cause.message);
}
