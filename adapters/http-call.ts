/** One HTTP call with a deadline: no queue, no retries. What both platforms' single calls are made by. */
import type { IncomingHttpHeaders } from 'node:http';
import { type Dispatcher, getGlobalDispatcher } from 'undici';
import { createCrowd } from '../src/domain/crowd.ts';
import { transportError } from './transport-error.ts';

export type HttpCall = {
  readonly method: Dispatcher.HttpMethod;
  /** Without the origin, with the query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
};

export type HttpAnswer = {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
};

/**
 * Calls of one origin. undici's `dispatch` spares each call the stream and the signals of its `request`.
 * `signal` ends calls in flight: their outcome is unknown.
 * @throws CourantError `not-sent`, `unknown-outcome`
 */
export function createHttpCaller(options: {
  /** In words, for errors. */
  readonly platform: string;
  readonly origin: string;
  readonly signal: AbortSignal;
  /** Milliseconds until the whole answer is there. */
  readonly timeout: number;
}): (call: HttpCall) => Promise<HttpAnswer> {
  const { platform, origin, signal, timeout } = options;
  // One listener for all: a listener a call would be looked up among thousands to be taken back.
  const underWay = createCrowd<(reason: Error) => void>();
  signal.addEventListener('abort', () => {
    for (const end of underWay) end(new DOMException('The adapter has stopped.', 'AbortError'));
  });

  return (call) =>
    new Promise((resolve, reject) => {
      let controller: Dispatcher.DispatchController | null = null;
      let ended: Error | null = null;
      let status = 0;
      let answerHeaders: IncomingHttpHeaders = {};
      const chunks: Buffer[] = [];

      const settle = () => {
        clearTimeout(timer);
        leave();
      };
      const fail = (error: Error) => {
        settle();
        reject(transportError(platform, error));
      };
      const end = (reason: Error) => {
        ended = reason;
        fail(reason);
        controller?.abort(reason);
      };
      const timer = setTimeout(() => end(new DOMException('No answer in time.', 'TimeoutError')), timeout);
      const leave = underWay.enter(end);

      const handler: Dispatcher.DispatchHandler = {
        onRequestStart(started) {
          controller = started;
          // Its time was over while it waited for a connection: it must not leave any more.
          if (ended) started.abort(ended);
        },
        onResponseStart(_, statusCode, headers) {
          status = statusCode;
          answerHeaders = headers;
        },
        onResponseData(_, chunk) {
          chunks.push(chunk);
        },
        onResponseEnd() {
          settle();
          resolve({ status, headers: answerHeaders, text: Buffer.concat(chunks).toString() });
        },
        onResponseError: (_, error) => fail(error),
      };
      getGlobalDispatcher().dispatch({ origin, ...call }, handler);
    });
}
