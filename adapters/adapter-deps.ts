/** What a live adapter is given by main: the present moment, a log and a place to remember things. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from '../src/domain/time.ts';

export type AdapterLog = {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
};

/** The shape Keyv 6 asks of a store: JSON text with a lifetime in milliseconds. */
export type KeyValues = {
  get(key: string): Promise<string | undefined>;
  set(key: string, value: string, ttl?: number): Promise<boolean>;
  delete(key: string): Promise<boolean>;
  has(key: string): Promise<boolean>;
  clear(): Promise<void>;
};

export type AdapterDeps = {
  readonly log: AdapterLog;
  readonly clock: Clock;
  readonly keyValues: KeyValues;
  readonly patience?: Patience;
};

/** How long an adapter waits, in milliseconds; tests make it short. */
export type Patience = {
  /** For the answer to one call; then its outcome is unknown. */
  readonly call: number;
  /** For what is under way when the adapter is stopped; then it is cut off. Below the port's three seconds. */
  readonly stop: number;
};

export const usualPatience: Patience = { call: 10_000, stop: 2_000 };

/** Paths of our web server that a platform calls. Hand it requests whose path is one of `paths`. */
export type HttpEndpoint = {
  readonly paths: readonly string[];
  /** Answers by itself; the body must not have been read before. */
  handle(request: IncomingMessage, response: ServerResponse): void;
};
