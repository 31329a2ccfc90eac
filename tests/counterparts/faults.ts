/** What can go wrong between us and a platform; the counterparts do it on demand. */
import type { IncomingMessage, ServerResponse } from 'node:http';

export type Fault =
  /** 429 with Retry-After. Nothing is accepted. */
  | { readonly kind: 'rate-limited'; readonly seconds: number }
  /** 500, before or after the request was carried out. */
  | { readonly kind: 'server-error'; readonly accepted: boolean }
  /** The connection is torn, before or after. */
  | { readonly kind: 'reset'; readonly accepted: boolean }
  /** No answer at all, before or after; the connection stays open. */
  | { readonly kind: 'stall'; readonly accepted: boolean }
  /** 200 with something that isn't the platform's JSON; it was carried out. */
  | { readonly kind: 'wrong-json' }
  /** The platform's own error: Slack's word ("token_revoked") or Discord's code and status ("50001/403"). */
  | { readonly kind: 'refused'; readonly error: string };

/** Faults waiting for calls. `next` gives the one for this call, or null. */
export type FaultPlan = {
  /** The next `times` calls of this method fail so; a method is Slack's name or "POST /channels". */
  fail(method: string, fault: Fault, times?: number): void;
  /** Asked for every call that has no planned fault: chaos by chance, with the caller's own dice. */
  chaos: ((method: string) => Fault | null) | null;
  next(method: string): Fault | null;
};

export function createFaultPlan(): FaultPlan {
  const planned: { method: string; fault: Fault; times: number }[] = [];
  return {
    chaos: null,
    fail(method, fault, times = 1) {
      planned.push({ method, fault, times });
    },
    next(method) {
      const plan = planned.find((entry) => entry.times > 0 && method.startsWith(entry.method));
      if (!plan) return this.chaos?.(method) ?? null;
      plan.times -= 1;
      return plan.fault;
    },
  };
}

/** True when the request is to be carried out although its answer goes wrong. */
export function isAccepted(fault: Fault): boolean {
  return fault.kind === 'wrong-json' || ('accepted' in fault && fault.accepted);
}

/** Makes the answer go wrong. `refused` and `rate-limited` are the platform's own business. */
export function spoil(fault: Fault, response: ServerResponse): void {
  switch (fault.kind) {
    case 'server-error':
      response.writeHead(500, { 'content-type': 'text/html' }).end('<html>Internal Server Error</html>');
      return;
    case 'reset':
      response.socket?.resetAndDestroy();
      return;
    case 'stall':
      return;
    case 'wrong-json':
      response
        .writeHead(200, { 'content-type': 'text/html' })
        .end('<html>Please log in to the hotel’s network</html>');
      return;
    case 'rate-limited':
    case 'refused':
      throw new Error(`${fault.kind} is answered by the platform itself`);
  }
}

export async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
