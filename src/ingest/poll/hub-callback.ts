/** The callback of WebSub hubs: its path, what is sent to it and what it answers. */

/** Which feed it is about stands in the query, which hubs keep (WebSub, 5.1). */
export const HUB_CALLBACK_PATH = '/websub';

/** What a hub sends to our callback. */
export type HubRequest = {
  readonly method: string;
  readonly query: URLSearchParams;
  /** The `X-Hub-Signature` header. */
  readonly signature: string | null;
  readonly contentType: string | null;
  readonly body: Uint8Array;
};

export type HubAnswer = { readonly status: number; readonly body: string };
