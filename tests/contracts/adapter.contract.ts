/** What every adapter keeps, whatever the platform: one suite for Slack, Discord and the console. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Patience } from '../../adapters/adapter-deps.ts';
import type { Message, StoryCard } from '../../adapters/message/message.ts';
import type { PlatformAdapter, PostContext } from '../../adapters/platform-adapter.ts';
import type { ChannelRef } from '../../src/domain/channel.ts';
import { eventually, message } from '../adapters/world.ts';
import type { Fault } from '../counterparts/faults.ts';

/** An adapter with its platform beside it. */
export type AdapterBench = {
  readonly channel: ChannelRef;
  /** A new adapter on the same platform and store, as after a restart; given little time, it soon stops waiting. */
  adapter(patience?: Patience): PlatformAdapter;
  /** All text a person in the channel sees, message by message, oldest first; markup taken off. */
  seen(): readonly string[];
  /** What in these messages would ping, run or deceive: must stay empty. */
  dangers(): readonly string[];
  /** Everything logged. */
  logged(): string;
  readonly secrets: readonly string[];
  /** Null where there is no network between: the console. */
  readonly remote: {
    /** The next post goes wrong like this. */
    failPost(fault: Fault): void;
    /** Its own words for a channel that is gone, and for a token that is dead. */
    readonly channelGone: string;
    readonly tokenDead: string;
    now(): number;
    /** The platform is not there at all. */
    unplug(): Promise<void>;
  } | null;
  close(): Promise<void>;
};

const sendingAt = Date.now();

/** For platforms that never answer: enough to be heard on loopback. */
const hasty: Patience = { call: 700, stop: 50 };

function at(key: string, part = 0, parent: string | null = null): PostContext {
  return { key, part, parent, sendingAt };
}

function story(index: number): StoryCard {
  return {
    kind: 'story',
    storyId: `s${index}`,
    headline: `Story ${index}: the harbour bridge opened`,
    href: `https://news.example/${index}`,
    badges: [],
    meta: '3 outlets · 07:10–09:40',
    summary: Array.from(
      { length: 4 },
      (_, line) => `Sentence ${index}-${line} tells what happened at the harbour on Monday.`,
    ),
    contested: [],
    quotes: [
      {
        stretches: [`We waited ${index} years for this.`],
        speaker: 'Ada Example',
        role: 'mayor',
        source: 'Courier',
        href: null,
      },
    ],
    sources: [{ outlet: 'Courier', title: 'The bridge', href: `https://news.example/${index}` }],
    sourcesLabel: 'Sources',
    actions: [],
  };
}

const hostile =
  '<!channel> <!here> <@U123> <#C123> @everyone @here <@&99> <@99> &lt;!channel&gt; <https://evil.example|news> ' +
  '[click](javascript:alert(1)) ```code``` > quote \u202Egnp.exe \u001b[31mred\u001b]0;title\u0007';

export function adapterContract(name: string, make: () => Promise<AdapterBench>): void {
  describe(`${name} keeps the adapter contract`, () => {
    let bench: AdapterBench;
    let adapter: PlatformAdapter;
    beforeEach(async () => {
      bench = await make();
      adapter = bench.adapter();
    });
    afterEach(async () => {
      await adapter.stop();
      expect(bench.secrets.filter((secret) => bench.logged().includes(secret))).toEqual([]);
      await bench.close();
    });

    async function postAll(whole: Message, key: string): Promise<readonly string[]> {
      const posted: string[] = [];
      for (const [part, payload] of adapter.render(whole).entries()) {
        const ref = await adapter.post(bench.channel, payload, at(key, part, posted[0] ?? null));
        posted.push(ref.messageId ?? 'deleted');
      }
      return posted;
    }

    const [first] = [message('Morning digest')];
    const onePart = () => adapter.render(first)[0] ?? '';
    const postOne = () => adapter.post(bench.channel, onePart(), at('d1'));
    const failureOf = (work: Promise<unknown>) =>
      work.then(
        () => null,
        (error: unknown) => error,
      );

    it('renders the same bytes for the same message', () => {
      expect(adapter.render(first)).toEqual(bench.adapter().render(first));
    });

    it('posts a message, once, and says where it is', async () => {
      const [id] = await postAll(first, 'd1');
      expect(id).toBeTruthy();
      expect(bench.seen()).toHaveLength(1);
      expect(bench.seen()[0]).toContain('Morning digest');
      expect(bench.seen()[0]).toContain('The comet came closest to the sun on Monday.');
    });

    it('posts a long message in order, with every sentence whole', async () => {
      const stories = Array.from({ length: 40 }, (_, index) => story(index));
      await postAll(message('Long digest', { blocks: stories }), 'd2');
      const all = bench.seen().join('\n').replace(/\s+/g, ' ');
      const places = stories.flatMap(({ summary }) => summary).map((sentence) => all.indexOf(sentence));
      expect(places.filter((place) => place < 0)).toEqual([]);
      expect([...places].sort((a, b) => a - b)).toEqual(places);
    });

    it('posts hostile text as text', async () => {
      const card = { ...story(1), headline: hostile, meta: hostile, summary: [hostile] };
      const quote = {
        stretches: [hostile],
        speaker: hostile,
        role: hostile,
        source: hostile,
        href: 'javascript:alert(1)',
      };
      await postAll(
        message(hostile, { context: hostile, footer: hostile, blocks: [{ ...card, quotes: [quote] }] }),
        'd3',
      );
      expect(bench.seen().join()).toContain('everyone');
      expect(bench.dangers()).toEqual([]);
    });

    it('finds after a restart what was posted, and only that', async () => {
      expect(await adapter.findPosted(bench.channel, at('d1'))).toBe('absent');
      const { messageId } = await postOne();
      await adapter.stop();
      const restarted = bench.adapter();
      expect(await restarted.findPosted(bench.channel, at('d1'))).toEqual({ messageId });
      expect(await restarted.findPosted(bench.channel, at('another'))).toBe('absent');
      expect(await restarted.findPosted(bench.channel, at('d1', 1, messageId))).toBe('absent');
      await restarted.stop();
    });

    it('finds each part of a long message, in the thread or the channel', async () => {
      const long = message('Long', { layout: 'thread', blocks: [1, 2, 3].map(story) });
      const posted = await postAll(long, 'd4');
      for (const [part, messageId] of posted.entries()) {
        const parent = part === 0 ? null : (posted[0] ?? null);
        expect(await adapter.findPosted(bench.channel, at('d4', part, parent))).toEqual({ messageId });
      }
    });

    it('stops twice without complaint, and posts nothing afterwards', async () => {
      await adapter.stop();
      await adapter.stop();
      expect(await failureOf(postOne())).toMatchObject({ code: 'not-sent' });
      expect(bench.seen()).toEqual([]);
    });

    describe('when things go wrong', () => {
      beforeEach((context) => {
        if (bench.remote === null) context.skip('there is no network between us and the console');
      });
      const remote = () => {
        if (bench.remote === null) throw new Error('skipped');
        return bench.remote;
      };

      it.each<readonly [string, Fault]>([
        ['the connection is reset', { kind: 'reset', accepted: true }],
        ['the server answers 500', { kind: 'server-error', accepted: true }],
        ['no answer comes', { kind: 'stall', accepted: true }],
        ['the answer can’t be read', { kind: 'wrong-json' }],
      ])('says unknown and finds the post when it was accepted but %s', async (_, fault) => {
        remote().failPost(fault);
        if (fault.kind === 'stall') adapter = bench.adapter(hasty);
        expect(await failureOf(postOne())).toMatchObject({ code: 'unknown-outcome' });
        expect(bench.seen()).toHaveLength(1);
        expect(await adapter.findPosted(bench.channel, at('d1'))).toMatchObject({
          messageId: expect.any(String),
        });
      });

      it.each<readonly [string, Fault]>([
        ['the connection is reset', { kind: 'reset', accepted: false }],
        ['the server answers 500', { kind: 'server-error', accepted: false }],
        ['no answer comes', { kind: 'stall', accepted: false }],
      ])('says unknown and finds nothing when it was lost and %s', async (_, fault) => {
        remote().failPost(fault);
        if (fault.kind === 'stall') adapter = bench.adapter(hasty);
        expect(await failureOf(postOne())).toMatchObject({ code: 'unknown-outcome' });
        expect(bench.seen()).toEqual([]);
        expect(await adapter.findPosted(bench.channel, at('d1'))).toBe('absent');
      });

      it('says when to come back where it is told to wait, and has posted nothing', async () => {
        remote().failPost({ kind: 'rate-limited', seconds: 7 });
        const before = remote().now();
        const error = await failureOf(postOne());
        expect(error).toMatchObject({ code: 'rate-limited', retryAt: expect.any(Number) });
        const { retryAt } = error as { retryAt: number };
        expect(retryAt - before).toBeGreaterThanOrEqual(7_000);
        expect(retryAt - before).toBeLessThan(9_000);
        expect(bench.seen()).toEqual([]);
      });

      it('says for good, of the channel, that it is gone', async () => {
        remote().failPost({ kind: 'refused', error: remote().channelGone });
        const error = await failureOf(postOne());
        expect(error).toMatchObject({ code: 'refused', scope: 'channel' });
        expect(bench.seen()).toEqual([]);
      });

      it('says for good, of more than the channel, that the token is dead', async () => {
        remote().failPost({ kind: 'refused', error: remote().tokenDead });
        const error = await failureOf(postOne());
        expect(error).toMatchObject({
          code: 'refused',
          scope: expect.stringMatching(/workspace|platform/),
          mend: expect.any(String),
        });
        for (const secret of bench.secrets) expect(`${error} ${JSON.stringify(error)}`).not.toContain(secret);
      });

      it('says not sent where the platform can’t be reached', async () => {
        await remote().unplug();
        expect(await failureOf(postOne())).toMatchObject({ code: 'not-sent' });
      });

      it('ends within its patience while a post hangs, and says that its outcome is unknown', async () => {
        remote().failPost({ kind: 'stall', accepted: true });
        adapter = bench.adapter({ call: 60_000, stop: 50 });
        const posting = failureOf(postOne());
        await eventually(() => expect(bench.seen()).toHaveLength(1));
        await adapter.stop();
        expect(await posting).toMatchObject({ code: 'unknown-outcome' });
        expect(bench.seen()).toHaveLength(1);
      });
    });
  });
}
