import type { Handlers } from '../../adapters/platform-adapter.ts';

/** Handlers whose code need not be there before the first request is. */
export function handlersWhenAsked(loaded: () => Promise<Required<Handlers>>): Required<Handlers> {
  return {
    command: async (request) => (await loaded()).command(request),
    action: async (request) => (await loaded()).action(request),
    page: async (request) => (await loaded()).page(request),
    suggest: async (request) => (await loaded()).suggest(request),
    reach: async (change) => (await loaded()).reach(change),
    home: async (requester) => (await loaded()).home(requester),
  };
}
