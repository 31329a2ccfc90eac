/** What every Store does, whichever database is below it. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import Keyv from 'keyv';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AnalysedArticle } from '../../src/domain/analysed-article.ts';
import type { Article } from '../../src/domain/article.ts';
import type { ChannelRef } from '../../src/domain/channel.ts';
import type { Delivery, DeliveryPart } from '../../src/domain/delivery.ts';
import type { Digest } from '../../src/domain/digest.ts';
import { type Feed, newFeed } from '../../src/domain/feed.ts';
import { parseQuery } from '../../src/domain/parse-query.ts';
import type { Query } from '../../src/domain/query.ts';
import type { Quote } from '../../src/domain/quote.ts';
import { defaultOptions, type Subscription } from '../../src/domain/subscription.ts';
import { firstRowOf, rowsASecond } from '../../src/store/reading/row-time.ts';
import type { Store } from '../../src/store/store.ts';

const noon = Date.parse('2026-03-02T12:00:00Z');
const hour = 3_600_000;
const ever = { from: 0, to: noon + 1000 * 24 * hour };

function article(id: string, changes: Partial<Article> = {}): Article {
  return {
    id,
    url: `https://news.example/${id}`,
    canonicalUrl: `https://news.example/${id}`,
    outlet: 'The Harbour Post',
    title: `Title of ${id}`,
    byline: null,
    publishedAt: noon,
    dateGuessed: false,
    fetchedAt: noon,
    language: 'en',
    text: `Text of ${id}.`,
    lede: null,
    image: null,
    ...changes,
  };
}

function analysed(made: Article, quotes: readonly Quote[] = []): AnalysedArticle {
  return { article: made, quotes, statements: [], terms: 'terms', signature: 'v' };
}

function quoteBy(name: string, made: Article, text: string): Quote {
  const start = made.text.indexOf(text);
  return {
    articleId: made.id,
    start,
    end: start + text.length,
    text,
    continuations: [],
    speaker: { name, role: null, kind: 'person', mentions: [] },
    speakerMention: null,
    cue: null,
    context: { start: 0, end: made.text.length },
  };
}

const channel: ChannelRef = { platform: 'slack', workspace: 'T1', channel: 'C1' };

function subscription(id: string, changes: Partial<Subscription> = {}): Subscription {
  return {
    id,
    channel,
    topic: 'ukraine',
    schedule: { times: ['08:00'], days: [1, 2, 3, 4, 5, 6, 7], zone: 'UTC' },
    options: defaultOptions,
    createdBy: 'U1',
    createdAt: noon,
    nextDueAt: noon,
    nextPeriod: '2026-03-02T12:00',
    coveredUntil: noon - 24 * hour,
    pausedBecause: null,
    ...changes,
  };
}

function digest(id: string, articleIds: readonly string[] = [], builtAt = noon): Digest {
  const stories = articleIds.length === 0 ? [] : [{ articles: articleIds.map((one) => article(one)) }];
  return {
    id,
    topic: { slug: 'ukraine', title: 'Ukraine' },
    window: { from: noon - 24 * hour, to: noon },
    stories,
    articleCount: articleIds.length,
    outletCount: 1,
    language: 'en',
    builtAt,
  } as unknown as Digest;
}

function delivery(id: string, changes: Partial<Delivery> = {}): Delivery {
  return {
    id,
    subscriptionId: `s-${id}`,
    period: '2026-03-02T12:00',
    channel,
    digestId: null,
    window: { from: noon - 24 * hour, to: noon },
    dueAt: noon,
    state: 'pending',
    lease: null,
    attempts: 0,
    nextAttemptAt: noon,
    error: null,
    parts: [],
    postedAt: null,
    ...changes,
  };
}

const claim = {
  owner: 'w1',
  now: noon,
  leaseFor: 60_000,
  limit: 10,
  platforms: ['slack', 'discord'] as const,
  exceptWorkspaces: [] as string[],
};

export function storeContract(name: string, open: (clock: () => number) => Promise<Store>): void {
  describe(name, () => {
    let store: Store;
    let now = noon;
    beforeEach(async () => {
      now = noon;
      store = await open(() => now);
    });
    afterEach(() => store.close());

    const found = async (query: string, window = ever) =>
      (await store.articles.search({ query: parseQuery(query), window, candidates: 100, limit: 50 })).map(
        ({ article: one }) => one.id,
      );

    describe('articles', () => {
      it('are stored once, and say so', async () => {
        const one = analysed(article('a'));
        expect(await store.articles.add([one, analysed(article('b'))])).toEqual([
          { id: 'a', outcome: 'added' },
          { id: 'b', outcome: 'added' },
        ]);
        expect(await store.articles.add([one])).toEqual([{ id: 'a', outcome: 'known' }]);
        expect(await store.articles.count()).toBe(2);
      });

      it('come back as they went in, in the order asked for', async () => {
        const one = article('a', { text: 'Ünïcode “text” 🎉\n\nSecond \u0301paragraph.', byline: 'Ana' });
        const quotes = [quoteBy('Ana Reyes', one, 'text')];
        await store.articles.add([analysed(one, quotes), analysed(article('b'))]);
        expect(await store.articles.get(['b', 'nope', 'a'])).toEqual([article('b'), one]);
        expect(await store.articles.analyses(['a'])).toEqual([analysed(one, quotes)]);
        expect(await store.articles.byCanonicalUrl('https://news.example/a')).toEqual(one);
        expect(await store.articles.byCanonicalUrl('https://news.example/z')).toBeNull();
      });

      it('edited, replace their text and stay where they were in time', async () => {
        await store.articles.add([analysed(article('a', { text: 'The old word.' }))]);
        const edited = article('a', {
          text: 'The newer word.',
          publishedAt: noon + 5 * hour,
          fetchedAt: noon + hour,
        });
        expect(await store.articles.add([analysed(edited)])).toEqual([{ id: 'a', outcome: 'updated' }]);
        expect(await found('old')).toEqual([]);
        expect(await found('newer')).toEqual(['a']);
        expect((await store.articles.get(['a']))[0]?.publishedAt).toBe(noon);
      });

      it('edited, keep what they said before, as long as they are kept themselves', async () => {
        const texts = ['It was nine nights.', 'It was ten nights.', 'It was nine nights, the port says.'];
        for (const [n, text] of texts.entries())
          await store.articles.add([analysed(article('a', { text, fetchedAt: noon + n }))]);
        const before = await store.articles.revisions('a');
        expect(before.map(({ text }) => text)).toEqual(texts.slice(0, 2));
        expect(await store.articles.revisions('b')).toEqual([]);

        await store.digests.save(digest('d1', ['a']));
        await store.articles.prune(noon + hour);
        expect(await store.articles.revisions('a')).toHaveLength(2);
      });

      it('published in the same second all have their place', async () => {
        const many = Array.from({ length: 40 }, (_, n) => analysed(article(`a${n}`)));
        await store.articles.add(many);
        expect(await store.articles.count()).toBe(40);
        expect((await found('title')).length).toBe(40);
      });

      it('that their second has no room for go on in the seconds after it, and are found', async () => {
        const lastOf = (second: number) => firstRowOf(noon + second * 1000) + rowsASecond - 1;
        await store.transfer.putArticles([
          { row: lastOf(0), entry: analysed(article('a')) },
          { row: lastOf(1), entry: analysed(article('b', { publishedAt: noon + 1000 })) },
        ]);
        await store.articles.add([
          analysed(article('c')),
          analysed(article('d', { publishedAt: noon + 1000 })),
          analysed(article('e', { publishedAt: noon + 2000 })),
          analysed(article('f', { publishedAt: noon - 1000 })),
        ]);
        const rows = await store.transfer.articlesAfter(-1, 10);
        expect(rows.map(({ entry }) => entry.article.id)).toEqual(['f', 'a', 'b', 'c', 'd', 'e']);
        const sinceNoon = { from: noon, to: noon + hour };
        expect((await found('title', sinceNoon)).toSorted()).toEqual(['a', 'b', 'c', 'd', 'e']);
      });

      it('may have a very long address, and many very long words', async () => {
        // Digits that no database can press together.
        const noise = (seed: string) =>
          createHash('shake256', { outputLength: 1_500 }).update(seed).digest('hex');
        const address = `https://news.example/${noise('address')}`;
        const words = Array.from({ length: 15_000 }, (_, n) => `ж${noise(String(n)).slice(0, 90)}`);
        const long = article('long', { canonicalUrl: address, text: `Ferries run. ${words.join(' ')}` });
        await store.articles.add([analysed(long), analysed(article('beside'))]);
        expect((await store.articles.byCanonicalUrl(address))?.id).toBe('long');
        expect(await found('ferries')).toEqual(['long']);
        expect(await store.articles.count()).toBe(2);
      });

      it('may have any date', async () => {
        await store.articles.add([
          analysed(article('old', { publishedAt: Date.parse('1950-01-01T00:00:00Z') })),
          analysed(article('far', { publishedAt: Date.parse('2199-01-01T00:00:00Z') })),
        ]);
        expect(await store.articles.count()).toBe(2);
      });

      it('count by outlet in a window', async () => {
        await store.articles.add([
          analysed(article('a', { outlet: 'B Wire' })),
          analysed(article('b', { outlet: 'A Post' })),
          analysed(article('c', { outlet: 'A Post' })),
          analysed(article('d', { outlet: 'Old', publishedAt: noon - 48 * hour })),
        ]);
        expect(await store.articles.outlets({ from: noon - hour, to: noon + hour })).toEqual([
          { outlet: 'A Post', articles: 2 },
          { outlet: 'B Wire', articles: 1 },
        ]);
      });

      it('are counted back from the newest', async () => {
        await store.articles.add([
          analysed(article('b', { publishedAt: noon - hour })),
          analysed(article('a')),
        ]);
        expect(await store.articles.publishedOfNewest(1)).toBe(noon);
        expect(await store.articles.publishedOfNewest(2)).toBe(noon - hour);
        expect(await store.articles.publishedOfNewest(3)).toBeNull();
      });

      it('too old are forgotten, but for those a digest cites', async () => {
        await store.articles.add([
          analysed(article('cited', { publishedAt: noon - 48 * hour })),
          analysed(article('gone', { publishedAt: noon - 48 * hour })),
          analysed(article('new')),
        ]);
        await store.digests.save(digest('d1', ['cited']));
        expect(await store.articles.prune(noon - 24 * hour)).toBe(1);
        expect((await store.articles.get(['cited', 'gone', 'new'])).map(({ id }) => id)).toEqual([
          'cited',
          'new',
        ]);
        expect(await found('title')).toHaveLength(2);
      });
    });

    describe('search', () => {
      beforeEach(async () => {
        await store.articles.add([
          analysed(
            article('talks', {
              title: 'Ukrainian envoys meet',
              text: 'Talks in Kyiv went on past midnight, said Zoë Larsen.',
              publishedAt: noon - hour,
            }),
          ),
          analysed(
            article('harbour', {
              title: 'Harbour reopens',
              text: 'Ferries run again. A ship from Ukraine came first.',
              publishedAt: noon - 2 * hour,
              outlet: 'Meridian Daily',
            }),
          ),
          analysed(
            article('match', {
              title: 'Football: Ukraine win',
              text: 'Two goals in the last minutes.',
              publishedAt: noon - 3 * hour,
            }),
          ),
          analysed(
            article('old', {
              title: 'Ukraine votes',
              text: 'Long ago.',
              publishedAt: noon - 100 * 24 * hour,
            }),
          ),
        ]);
      });

      it.each([
        ['ukraine', ['talks', 'match', 'harbour', 'old']],
        ['Ukrainian', ['talks']],
        ['ukraine -football', ['talks', 'harbour', 'old']],
        ['"midnight said"', ['talks']],
        ['"said midnight"', []],
        ['zoe', ['talks']],
        ['ferry', ['harbour']],
        ['football OR ferries', ['match', 'harbour']],
        ['outlet:meridian', ['harbour']],
        ['outlet:meridian kyiv', []],
        ['-ukraine -ukrainian', []],
        ['nowhere', []],
      ])('%s', async (query, expected) => {
        const ids = await found(query);
        expect(ids.toSorted()).toEqual(expected.toSorted());
      });

      it('finds what was elected by election, and the other way round, in phrases too', async () => {
        await store.articles.add([
          analysed(article('elected', { title: 'She was elected mayor', text: 'They protect the coast.' })),
          analysed(article('election', { title: 'The election mayor', text: 'Protection of the coast.' })),
          analysed(article('nation', { title: 'A nation of readers', text: 'Nations read, stations too.' })),
        ]);
        for (const query of ['election', 'elections', 'elected', 'elect', 'protecting', '"elected mayor"'])
          expect(await found(query), query).toEqual(expect.arrayContaining(['elected', 'election']));
        expect(await found('nation')).toEqual(['nation']);
        expect(await found('"election coast"')).toEqual([]);
      });

      it('puts title hits and fresh articles first', async () => {
        const ids = await found('ukraine');
        expect(ids.indexOf('match')).toBeLessThan(ids.indexOf('harbour'));
        expect(ids.at(-1)).toBe('old');
      });

      it('stays in its window and its limit', async () => {
        expect((await found('ukraine', { from: noon - 2.5 * hour, to: noon })).toSorted()).toEqual([
          'harbour',
          'talks',
        ]);
        const one = await store.articles.search({
          query: parseQuery('ukraine'),
          window: ever,
          candidates: 100,
          limit: 1,
        });
        expect(one).toHaveLength(1);
        expect(one[0]?.relevance).toBeGreaterThan(0);
        expect(one[0]?.relevance).toBeLessThanOrEqual(1);
      });

      it('for everything finds the newest', async () => {
        const newest = await store.articles.search({
          query: { kind: 'all' },
          window: ever,
          candidates: 2,
          limit: 2,
        });
        expect(newest.map(({ article: one }) => one.id)).toEqual(['talks', 'harbour']);
      });

      it('never fails, whatever is typed', async () => {
        await fc.assert(
          fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (typed) => {
            expect(await found(typed)).toBeInstanceOf(Array);
          }),
          { numRuns: 60 },
        );
        for (const typed of [
          '"',
          '*',
          'a*',
          'NEAR(a b)',
          'title:x',
          '^a',
          'a + b',
          "x' OR 1=1 --",
          '{a b}:c',
          'a" OR "b',
          '\0',
        ]) {
          expect(await found(typed)).toBeInstanceOf(Array);
        }
      });

      it('suggests words that are there', async () => {
        expect(await store.articles.similarWords('ukrane', 3)).toContain('ukraine');
        expect(await store.articles.similarWords('xyzzyq', 3)).toEqual([]);
      });

      it('suggests a word as it is written, whatever other words have its stem', async () => {
        const titles = [
          'A president and a conference',
          'Presidential presidency',
          'Presiding over conferring',
        ];
        await store.articles.add(titles.map((title, n) => analysed(article(`word${n}`, { title }))));
        expect(await store.articles.similarWords('presidnt', 1)).toEqual(['president']);
        expect(await store.articles.similarWords('conferance', 1)).toEqual(['conference']);
      });

      it('finds nothing by a name without a letter, and leaves nothing out by it', async () => {
        const search = async (query: Query) =>
          (await store.articles.search({ query, window: ever, candidates: 100, limit: 50 })).length;
        const football: Query = { kind: 'word', text: 'football' };
        const nobody: Query = { kind: 'outlet', name: '—' };
        expect(await search(nobody)).toBe(0);
        expect(await search({ kind: 'and', parts: [football, nobody] })).toBe(0);
        expect(await search({ kind: 'or', parts: [football, nobody] })).toBe(1);
        expect(await search({ kind: 'and', parts: [football, { kind: 'not', part: nobody }] })).toBe(1);
        expect(await search({ kind: 'not', part: nobody })).toBe(4);
      });
    });

    describe('quotes', () => {
      beforeEach(async () => {
        const first = article('q1', { text: 'Ana said: we go home now. Bo: no.', publishedAt: noon - hour });
        const second = article('q2', { text: 'Later she said: we stay here.', title: 'Ferry strike' });
        await store.articles.add([
          analysed(first, [quoteBy('Ana Reyes', first, 'we go home now'), quoteBy('Bo Öst', first, 'no')]),
          analysed(second, [quoteBy('Ana Reyes', second, 'we stay here')]),
        ]);
      });
      const quotes = async (speaker: string | null, query: string | null) =>
        (
          await store.articles.searchQuotes({
            speaker,
            query: query === null ? null : parseQuery(query),
            window: ever,
            limit: 10,
          })
        ).map(({ quote }) => quote.text);

      it('are found by any part of the speaker’s name, newest first', async () => {
        expect(await quotes('reyes', null)).toEqual(['we stay here', 'we go home now']);
        expect(await quotes('ANA REYES', null)).toHaveLength(2);
        expect(await quotes('ost', null)).toEqual(['no']);
        expect(await quotes('eyes', null)).toEqual([]);
      });

      it('are found by what the article is about', async () => {
        expect(await quotes(null, 'ferry')).toEqual(['we stay here']);
        expect(await quotes('reyes', 'ferry')).toEqual(['we stay here']);
        expect(await quotes(null, null)).toHaveLength(3);
      });
    });

    describe('subscriptions', () => {
      it('are one a channel and topic', async () => {
        await store.subscriptions.add(subscription('s1'));
        await expect(store.subscriptions.add(subscription('s2'))).rejects.toMatchObject({ code: 'exists' });
        await expect(store.subscriptions.save(subscription('nope'))).rejects.toMatchObject({
          code: 'not-found',
        });
        await store.subscriptions.add(subscription('s3', { topic: 'space' }));
        expect((await store.subscriptions.ofChannel(channel)).map(({ id }) => id)).toEqual(['s3', 's1']);
        expect(await store.subscriptions.ofWorkspace('slack', 'T1')).toHaveLength(2);
        await store.subscriptions.remove('s3');
        expect(await store.subscriptions.list()).toEqual([subscription('s1')]);
      });

      it('are due when their time has come and nobody paused them', async () => {
        await store.subscriptions.add(subscription('late', { nextDueAt: noon - hour, topic: 'a' }));
        await store.subscriptions.add(subscription('now', { nextDueAt: noon, topic: 'b' }));
        await store.subscriptions.add(subscription('soon', { nextDueAt: noon + 1, topic: 'c' }));
        await store.subscriptions.add(
          subscription('paused', { nextDueAt: null, topic: 'd', pausedBecause: 'x' }),
        );
        expect((await store.subscriptions.due(noon, 10)).map(({ id }) => id)).toEqual(['late', 'now']);
        expect(await store.subscriptions.due(noon, 1)).toHaveLength(1);
      });
    });

    describe('the ledger', () => {
      const planned = (ids: readonly string[], changes: Partial<Delivery> = {}) =>
        store.deliveries.plan({
          digests: [],
          deliveries: ids.map((id) => delivery(id, changes)),
          advances: [],
        });

      it('has one delivery a subscription and period, whoever plans it', async () => {
        expect(await planned(['d1'])).toEqual(['d1']);
        const again = delivery('d2', { subscriptionId: 's-d1' });
        expect(await store.deliveries.plan({ digests: [], deliveries: [again], advances: [] })).toEqual([]);
        expect(await store.deliveries.get('d2')).toBeNull();
        expect(await store.deliveries.get('d1')).toEqual(delivery('d1'));
      });

      it('moves a subscription on only from where it was found', async () => {
        await store.subscriptions.add(subscription('s1'));
        const moved = {
          subscriptionId: 's1',
          expectedDueAt: noon,
          nextDueAt: noon + 24 * hour,
          nextPeriod: '2026-03-03T12:00',
          coveredUntil: noon,
        };
        await store.deliveries.plan({ digests: [digest('g')], deliveries: [], advances: [moved] });
        await store.deliveries.plan({
          digests: [],
          deliveries: [],
          advances: [{ ...moved, nextDueAt: noon + 99 * hour }],
        });
        expect(await store.subscriptions.get('s1')).toMatchObject({
          nextDueAt: noon + 24 * hour,
          nextPeriod: '2026-03-03T12:00',
          coveredUntil: noon,
        });
        expect(await store.subscriptions.due(noon, 10)).toEqual([]);
      });

      it('leases a delivery to one worker at a time', async () => {
        await planned(['d1']);
        const [mine] = await store.deliveries.claim(claim);
        expect(mine).toMatchObject({
          id: 'd1',
          state: 'sending',
          attempts: 1,
          lease: { owner: 'w1', until: noon + 60_000 },
        });
        expect(await store.deliveries.claim({ ...claim, owner: 'w2' })).toEqual([]);
        expect(await store.deliveries.claimOne('d1', { ...claim, owner: 'w2' })).toBeNull();
        const late = { ...claim, owner: 'w2', now: noon + 60_000 };
        expect(await store.deliveries.claim(late)).toMatchObject([
          { id: 'd1', attempts: 2, lease: { owner: 'w2' } },
        ]);
      });

      it('knows how many workers are at work on a platform', async () => {
        await planned(['d1', 'd2', 'd3']);
        expect(await store.deliveries.workers('slack', noon)).toBe(0);
        await store.deliveries.claim({ ...claim, owner: 'w1#1', limit: 1 });
        await store.deliveries.claim({ ...claim, owner: 'w1#2', limit: 1 });
        await store.deliveries.claim({ ...claim, owner: 'w2' });
        expect(await store.deliveries.workers('slack', noon)).toBe(2);
        expect(await store.deliveries.workers('discord', noon)).toBe(0);
        expect(await store.deliveries.workers('slack', noon + 60_000)).toBe(0);
      });

      it('lets only the holder of the lease write', async () => {
        await planned(['d1']);
        await store.deliveries.claim(claim);
        const part = { index: 0, state: 'pending', payload: '{}', messageId: null, sendingAt: null } as const;
        const done = { state: 'posted', error: null, nextAttemptAt: noon, postedAt: noon } as const;
        expect(await store.deliveries.freeze('d1', 'w2', [part])).toEqual([]);
        expect(await store.deliveries.savePart('d1', 'w2', part)).toBe(false);
        expect(await store.deliveries.renew('d1', 'w2', noon + 1)).toBe(false);
        expect(await store.deliveries.finish('d1', 'w2', done)).toBe(false);
        expect(await store.deliveries.renew('d1', 'w1', noon + 120_000)).toBe(true);
        expect(await store.deliveries.finish('d1', 'w1', done)).toBe(true);
        expect(await store.deliveries.finish('d1', 'w1', done)).toBe(false);
        expect(await store.deliveries.get('d1')).toMatchObject({
          state: 'posted',
          lease: null,
          postedAt: noon,
        });
      });

      it('freezes what is sent: the first rendering stays', async () => {
        await planned(['d1']);
        await store.deliveries.claim(claim);
        const part = {
          index: 0,
          state: 'sending',
          payload: 'first',
          messageId: null,
          sendingAt: noon,
        } as const;
        expect(await store.deliveries.freeze('d1', 'w1', [part])).toEqual([part]);
        expect(await store.deliveries.freeze('d1', 'w1', [{ ...part, payload: 'second' }])).toEqual([part]);
        await store.deliveries.savePart('d1', 'w1', { ...part, state: 'posted', messageId: 'm1' });
        expect((await store.deliveries.get('d1'))?.parts).toEqual([
          { ...part, state: 'posted', messageId: 'm1' },
        ]);
      });

      it('keeps a payload apart from what becomes of it, however many deliveries share it', async () => {
        await planned(['d1', 'd2']);
        await store.deliveries.claim(claim);
        const unsent = { state: 'pending', messageId: null, sendingAt: null } as const;
        const parts = ['shared', 'shared', 'own of "d1"'].map(
          (payload, index): DeliveryPart => ({
            index,
            payload,
            ...unsent,
          }),
        );
        await store.deliveries.freeze('d1', 'w1', parts);
        await store.deliveries.freeze('d2', 'w1', parts.slice(0, 1));
        const sent = {
          index: 1,
          payload: 'shared',
          state: 'posted',
          messageId: 'm1',
          sendingAt: noon,
        } as const;
        expect(await store.deliveries.savePart('d1', 'w1', sent)).toBe(true);
        expect(await store.deliveries.savePart('d1', 'w2', { ...sent, messageId: 'm2' })).toBe(false);
        expect((await store.deliveries.get('d1'))?.parts).toEqual(parts.with(1, sent));
        expect((await store.deliveries.get('d2'))?.parts).toEqual(parts.slice(0, 1));
        const listed = await store.deliveries.list({ limit: 10 });
        expect(listed.map(({ id, parts: { length } }) => [id, length]).toSorted()).toEqual([
          ['d1', 3],
          ['d2', 1],
        ]);
      });

      it('ends a delivery with its last part and a corrected count in one step', async () => {
        await planned(['d1']);
        await store.deliveries.claim(claim);
        const part = { index: 0, state: 'posted', payload: 'p', messageId: 'm1', sendingAt: noon } as const;
        await store.deliveries.freeze('d1', 'w1', [{ ...part, state: 'sending', messageId: null }]);
        await store.deliveries.finish('d1', 'w1', {
          state: 'pending',
          error: 'later',
          nextAttemptAt: noon + hour,
          postedAt: null,
          attempts: 0,
          part,
        });
        expect(await store.deliveries.get('d1')).toMatchObject({
          state: 'pending',
          attempts: 0,
          error: 'later',
          parts: [part],
        });
        expect(await store.deliveries.nextAttemptAt()).toBe(noon + hour);
      });

      it('is fair: one of each workspace before a second of any, and none of those left out', async () => {
        const at = (workspace: string) => ({ channel: { ...channel, workspace } });
        await planned(['a1', 'a2', 'a3'], { ...at('A'), nextAttemptAt: noon - hour });
        await planned(['b1'], at('B'));
        await planned(['c1'], { channel: { platform: 'discord', workspace: 'C', channel: '1' } });
        const first = await store.deliveries.claim({ ...claim, limit: 3 });
        expect(first.map(({ id }) => id).toSorted()).toEqual(['a1', 'b1', 'c1']);
        expect(await store.deliveries.claim({ ...claim, exceptWorkspaces: ['slack/A'] })).toEqual([]);
        expect(await store.deliveries.claim({ ...claim, platforms: ['discord'] })).toEqual([]);
        expect(await store.deliveries.claim(claim)).toHaveLength(2);
      });

      it('counts, lists and tries again what was given up', async () => {
        await planned(['d1', 'd2'], { state: 'dead', error: 'gone' });
        await planned(['d3']);
        expect(await store.deliveries.counts()).toMatchObject({ dead: 2, pending: 1, posted: 0 });
        expect(await store.deliveries.retry(['d1', 'd3', 'nope'], noon)).toBe(1);
        expect((await store.deliveries.list({ state: 'dead', limit: 10 })).map(({ id }) => id)).toEqual([
          'd2',
        ]);
        expect(
          (await store.deliveries.list({ subscriptionId: 's-d3', limit: 10 })).map(({ id }) => id),
        ).toEqual(['d3']);
      });

      it('knows what a channel has seen', async () => {
        await store.deliveries.plan({
          digests: [digest('g1'), digest('g2')],
          deliveries: [
            delivery('d1', {
              subscriptionId: 's',
              period: '1',
              digestId: 'g1',
              state: 'posted',
              dueAt: noon - hour,
            }),
            delivery('d2', { subscriptionId: 's', period: '2', digestId: 'g2', state: 'posted' }),
            delivery('d3', { subscriptionId: 's', period: '3', digestId: 'g2', state: 'pending' }),
          ],
          advances: [],
        });
        expect((await store.digests.postedTo('s', 5)).map(({ id }) => id)).toEqual(['g2', 'g1']);
        expect(await store.digests.idsPostedTo('s', 1)).toEqual(['g2']);
      });
    });

    describe('digests', () => {
      it('are immutable: the first stays', async () => {
        await store.digests.save(digest('g', ['a']));
        await store.digests.save(digest('g', [], noon + 1));
        expect(await store.digests.get('g')).toEqual(digest('g', ['a']));
        expect(await store.digests.recent(5)).toHaveLength(1);
        expect(await store.digests.get('other')).toBeNull();
      });
    });

    describe('topics', () => {
      it('are saved, listed and removed', async () => {
        const topic = { slug: 'київ', title: 'Київ', query: 'Київ', synonyms: [], exclude: [], outlets: [] };
        await store.topics.save(topic);
        await store.topics.save({ ...topic, title: 'Kyiv' });
        expect(await store.topics.get('київ')).toEqual({ ...topic, title: 'Kyiv' });
        expect(await store.topics.list()).toHaveLength(1);
        await store.topics.remove('київ');
        expect(await store.topics.get('київ')).toBeNull();
      });
    });

    describe('feeds', () => {
      const feed = (id: string, changes: Partial<Feed> = {}): Feed => ({
        ...newFeed({ id, url: `https://feeds.example/${id}`, outlet: id }, noon),
        ...changes,
      });

      it('are there once', async () => {
        await store.feeds.add(feed('f1'));
        await expect(store.feeds.add(feed('f2', { url: feed('f1').url }))).rejects.toMatchObject({
          code: 'exists',
        });
        await expect(store.feeds.save(feed('f9'))).rejects.toMatchObject({ code: 'not-found' });
        expect(await store.feeds.byUrl('https://feeds.example/f1')).toEqual(feed('f1'));
      });

      it('are given to one poller at a time, longest due first', async () => {
        await store.feeds.add(feed('later', { nextPollAt: noon + 1 }));
        await store.feeds.add(feed('b', { nextPollAt: noon - 1 }));
        await store.feeds.add(feed('a', { nextPollAt: noon - 2 }));
        await store.feeds.add(feed('gone', { state: 'gone', nextPollAt: 0 }));
        expect(
          (await store.feeds.claimDue({ now: noon, leaseFor: hour, limit: 5 })).map(({ id }) => id),
        ).toEqual(['a', 'b']);
        expect(await store.feeds.claimDue({ now: noon, leaseFor: hour, limit: 5 })).toEqual([]);
        expect(await store.feeds.claimDue({ now: noon + hour, leaseFor: hour, limit: 5 })).toHaveLength(3);
      });

      it('remember their entries', async () => {
        await store.feeds.add(feed('f1'));
        await store.feeds.rememberGuids(
          'f1',
          new Map([
            ['g1', 'a1'],
            ['g2', 'a2'],
          ]),
        );
        expect(await store.feeds.knownGuids('f1', ['g2', 'g3'])).toEqual(new Map([['g2', 'a2']]));
        await store.feeds.remove('f1');
        expect(await store.feeds.knownGuids('f1', ['g2'])).toEqual(new Map());
      });
    });

    describe('feedback and audit', () => {
      it('keep one voice a person and story', async () => {
        const voice = {
          channel,
          user: 'U1',
          storyId: 's1',
          outlets: ['A'],
          keywords: ['x'],
          useful: true,
          at: noon,
        };
        await store.feedback.save(voice);
        await store.feedback.save({ ...voice, useful: false, at: noon + 1 });
        expect(await store.feedback.ofChannel(channel, noon)).toEqual([
          { ...voice, useful: false, at: noon + 1 },
        ]);
        expect(await store.feedback.ofChannel(channel, noon + 2)).toEqual([]);
        expect(await store.feedback.ofChannel({ ...channel, channel: 'C2' }, 0)).toEqual([]);
      });

      it('write down who did what, newest first', async () => {
        const entry = {
          at: noon,
          actor: 'U1',
          workspace: 'T1',
          channel,
          action: 'subscribed',
          detail: 'one',
        };
        await store.audit.add(entry);
        await store.audit.add({ ...entry, detail: 'two' });
        await store.audit.add({ ...entry, channel: null, detail: 'three' });
        expect((await store.audit.ofChannel(channel, 5)).map(({ detail }) => detail)).toEqual(['two', 'one']);
        expect((await store.audit.list(2)).map(({ detail }) => detail)).toEqual(['three', 'two']);
      });
    });

    describe('key values', () => {
      it('live as long as they should', async () => {
        await store.keyValues.set('a', '1', 1000);
        await store.keyValues.set('b', '2');
        now += 999;
        expect(await store.keyValues.get('a')).toBe('1');
        now += 1;
        expect(await store.keyValues.get('a')).toBeUndefined();
        expect(await store.keyValues.has('a')).toBe(false);
        expect(await store.keyValues.get('b')).toBe('2');
        expect(await store.keyValues.delete('b')).toBe(true);
        expect(await store.keyValues.delete('b')).toBe(false);
        await store.keyValues.set('c', '3');
        await store.keyValues.clear();
        expect(await store.keyValues.has('c')).toBe(false);
      });

      it('serve Keyv, with namespaces', async () => {
        const one = new Keyv({ store: store.keyValues, namespace: 'one' });
        const two = new Keyv({ store: store.keyValues, namespace: 'two' });
        await one.set('key', { deep: [1, 'ü'] });
        await two.set('key', 'other');
        expect(await one.get('key')).toEqual({ deep: [1, 'ü'] });
        expect(await two.get('key')).toBe('other');
        expect(await one.delete('key')).toBe(true);
        expect(await one.get('key')).toBeUndefined();
      });
    });

    it('describes itself', async () => {
      await store.articles.add([analysed(article('a'))]);
      expect(await store.describe()).toMatchObject({ articles: 1, schemaVersion: expect.any(Number) });
    });
  });
}
