import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Digest } from '../../src/domain/digest.ts';
import type { Story } from '../../src/domain/story.ts';
import { openAiComplete } from '../../src/rewrite/openai-complete.ts';
import { type RewriterParts, rewriteDigest } from '../../src/rewrite/rewriter.ts';

const text = 'The council of Larkby voted 7 to 2 on Monday to close the old bridge.';
const digest = {
  language: 'en',
  stories: [
    {
      id: 's1',
      articles: [{ id: 'a1' }],
      summary: [{ articleId: 'a1', start: 0, end: text.length, text, compressed: false }],
    } as unknown as Story,
  ],
} as unknown as Digest;
const sources = new Map([['a1', text]]);

/** A real server that speaks the OpenAI protocol and answers as a test tells it. */
let server: Server;
let answer: (request: IncomingMessage, response: ServerResponse) => void;
let questions = 0;

beforeEach(async () => {
  questions = 0;
  server = createServer((request, response) => {
    questions += 1;
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

function says(content: string): typeof answer {
  return (_request, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(
      JSON.stringify({
        id: 'x',
        object: 'chat.completion',
        choices: [{ index: 0, message: { role: 'assistant', content } }],
      }),
    );
  };
}

function parts(overrides: Partial<RewriterParts> = {}): RewriterParts {
  const { port } = server.address() as AddressInfo;
  const kept = new Map<string, string>();
  return {
    complete: openAiComplete({ baseUrl: `http://127.0.0.1:${port}/v1`, model: 'local', apiKey: null }),
    model: 'local',
    cache: {
      get: async (key) => kept.get(key),
      set: async (key, value) => Boolean(kept.set(key, value)),
    },
    note: () => {},
    deadline: () => new AbortController().signal,
    tokenBudget: 10_000,
    ...overrides,
  };
}

async function summaryAfter(using: RewriterParts): Promise<string | undefined> {
  return (await rewriteDigest(using, digest, sources)).stories[0]?.summary[0]?.text;
}

describe('a language model that rewrites summaries', () => {
  const better = 'On Monday, the council of Larkby voted 7 to 2 to close the old bridge.';

  it('is believed where its sentence passes the checks, and marked', async () => {
    answer = says(`Here you are: ["${better}"]`);
    const [story] = (await rewriteDigest(parts(), digest, sources)).stories;
    expect(story?.summary[0]).toMatchObject({ text: better, rewritten: true, start: 0, end: text.length });
  });

  it.each([
    ['invents a quotation', says('["The council of Larkby voted 7 to 2: “We had no choice.”"]')],
    ['changes a number', says('["The council of Larkby voted 9 to 2 on Monday to close the old bridge."]')],
    ['answers prose', says('I would rather not.')],
    ['answers too many sentences', says(`["${better}", "${better}"]`)],
    ['breaks', (_request: IncomingMessage, response: ServerResponse) => response.writeHead(500).end('{}')],
    [
      'answers no JSON at all',
      (_request: IncomingMessage, response: ServerResponse) => response.end('<html>'),
    ],
    ['hangs up', (request: IncomingMessage) => request.socket.destroy()],
  ])('changes nothing when it %s', async (_what, reaction) => {
    answer = reaction as typeof answer;
    expect(await summaryAfter(parts())).toBe(text);
  });

  it('never holds a digest up beyond its deadline', async () => {
    const late = new AbortController();
    answer = () => late.abort();
    expect(await summaryAfter(parts({ deadline: () => late.signal }))).toBe(text);
  });

  it('is given up at the deadline even when its client ignores the signal', async () => {
    const late = new AbortController();
    const complete = () => {
      queueMicrotask(() => late.abort());
      return new Promise<string>(() => {});
    };
    expect(await summaryAfter(parts({ deadline: () => late.signal, complete }))).toBe(text);
  });

  it('is given up at the deadline even when its cache does not answer', async () => {
    answer = says(`["${better}"]`);
    const stopping = new AbortController();
    const get = async () => {
      stopping.abort();
      return new Promise<undefined>(() => {});
    };
    const hanging = parts({ deadline: () => stopping.signal, cache: { ...parts().cache, get } });
    expect(await summaryAfter(hanging)).toBe(text);
  });

  it('is asked once for the same sentences', async () => {
    answer = says(`["${better}"]`);
    const using = parts();
    expect([await summaryAfter(using), await summaryAfter(using)]).toEqual([better, better]);
    expect(questions).toBe(1);
  });

  it('is not asked beyond the token budget', async () => {
    answer = says(`["${better}"]`);
    expect(await summaryAfter(parts({ tokenBudget: 10 }))).toBe(text);
    expect(questions).toBe(0);
  });
});
