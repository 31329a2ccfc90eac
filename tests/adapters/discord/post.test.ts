import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDiscordAdapter, type DiscordAdapter } from '../../../adapters/discord/adapter.ts';
import type { StoryCard } from '../../../adapters/message/message.ts';
import { type DiscordCounterpart, ids, startDiscordCounterpart } from '../../counterparts/discord.ts';
import { message, testDeps } from '../world.ts';
import { discordConfig } from './config.ts';

let discord: DiscordCounterpart;
let adapter: DiscordAdapter;
let deps: ReturnType<typeof testDeps>;
let now: number;

beforeEach(async () => {
  now = Date.now();
  discord = await startDiscordCounterpart({ clock: () => now });
  deps = testDeps({ clock: () => now });
  adapter = createDiscordAdapter(discordConfig({ apiUrl: discord.apiUrl }), deps);
});
afterEach(async () => {
  await adapter.stop();
  await discord.close();
  expect(discord.violations).toEqual([]);
});

function place(channel: string) {
  return { platform: 'discord', workspace: ids.guild, channel } as const;
}

function story(index: number): StoryCard {
  return {
    kind: 'story',
    storyId: `s${index}`,
    headline: `Story ${index}`,
    href: null,
    badges: [],
    meta: '3 outlets',
    summary: ['The bridge opened on Monday.'],
    contested: [],
    quotes: [],
    sources: [],
    sourcesLabel: 'Sources',
    actions: [],
  };
}

const threaded = message('Evening digest', { layout: 'thread', blocks: [1, 2, 3].map(story) });

async function postAll(channel: string, whole = threaded, key = 'd1'): Promise<readonly string[]> {
  const posted: string[] = [];
  for (const [part, payload] of adapter.render(whole).entries()) {
    const context = { key, part, parent: posted[0] ?? null, sendingAt: now };
    const { messageId } = await adapter.post(place(channel), payload, context);
    posted.push(messageId ?? 'deleted');
  }
  return posted;
}

describe('posting on Discord', () => {
  it('gives the first message again when the same part is sent twice', async () => {
    const [payload = ''] = adapter.render(message('Digest'));
    const context = { key: 'd1', part: 0, parent: null, sendingAt: now };
    const first = await adapter.post(place(ids.channel), payload, context);
    expect(await adapter.post(place(ids.channel), payload, context)).toEqual(first);
    expect(discord.messages).toHaveLength(1);
    expect(String(discord.messages[0]?.body.nonce).length).toBeLessThanOrEqual(25);
  });

  it('takes for posted what was deleted before it is sent again', async () => {
    const [payload = ''] = adapter.render(message('Digest'));
    const context = { key: 'd1', part: 0, parent: null, sendingAt: now };
    await adapter.post(place(ids.channel), payload, context);
    discord.messages.pop();
    expect(await adapter.post(place(ids.channel), payload, context)).toEqual({ messageId: null });
    expect(discord.messages).toEqual([]);
  });

  it('begins a thread at the first message and puts the stories there', async () => {
    const [parent, ...stories] = await postAll(ids.channel);
    expect(stories).toHaveLength(3);
    expect(discord.channels.get(parent ?? '')).toMatchObject({ type: 11, parent: ids.channel });
    expect(discord.messages.map(({ channel }) => channel)).toEqual([ids.channel, parent, parent, parent]);
    expect(discord.calls.filter(({ method }) => method.endsWith('/threads'))).toHaveLength(1);
  });

  it('follows in the channel where it may not begin a thread', async () => {
    discord.faults.fail(
      `POST /channels/${ids.channel}/messages/`,
      { kind: 'refused', error: '50013/403' },
      9,
    );
    await postAll(ids.channel);
    expect(new Set(discord.messages.map(({ channel }) => channel))).toEqual(new Set([ids.channel]));
    expect(discord.messages).toHaveLength(4);
  });

  it('says not sent when the thread, not the message, is uncertain', async () => {
    const payloads = adapter.render(threaded);
    const context = { key: 'd1', part: 0, parent: null, sendingAt: now };
    const { messageId } = await adapter.post(place(ids.channel), payloads[0] ?? '', context);
    discord.faults.fail(`POST /channels/${ids.channel}/messages/${messageId}/threads`, {
      kind: 'reset',
      accepted: true,
    });
    const later = { ...context, part: 1, parent: messageId };
    await expect(adapter.post(place(ids.channel), payloads[1] ?? '', later)).rejects.toMatchObject({
      code: 'not-sent',
    });
    await adapter.post(place(ids.channel), payloads[1] ?? '', later);
    expect(discord.messages).toHaveLength(2);
  });

  it('makes a forum post named after the digest, the rest inside, and finds all of it again', async () => {
    const posted = await postAll(ids.forum);
    const [thread = ''] = posted;
    const begun = discord.calls.find(({ method }) => method === `POST /channels/${ids.forum}/threads`);
    expect(begun?.body).toMatchObject({ name: 'Evening digest' });
    expect(discord.messages.map(({ channel }) => channel)).toEqual([thread, thread, thread, thread]);
    for (const [part, messageId] of posted.entries()) {
      const context = { key: 'd1', part, parent: part === 0 ? null : thread, sendingAt: now };
      expect(await adapter.findPosted(place(ids.forum), context)).toEqual({ messageId });
    }
    expect(
      await adapter.findPosted(place(ids.forum), { key: 'd2', part: 0, parent: null, sendingAt: now }),
    ).toBe('absent');
  });

  it('sets a tag where the forum asks for one', async () => {
    const forum = discord.channels.get(ids.forum);
    if (forum) {
      forum.requireTag = true;
      forum.tags = [
        { id: '1', name: 'Off-topic', moderated: false },
        { id: '2', name: 'News', moderated: false },
      ];
    }
    await postAll(ids.forum);
    const begun = discord.calls.findLast(({ method }) => method === `POST /channels/${ids.forum}/threads`);
    expect(begun?.body).toMatchObject({ applied_tags: ['2'] });
  });

  it('publishes to followers where asked, and posts all the same where that fails', async () => {
    const [payload = ''] = adapter.render(message('Digest'));
    const context = { key: 'd1', part: 0, parent: null, sendingAt: now, crosspost: true };
    await adapter.post(place(ids.announcements), payload, context);
    expect(discord.messages[0]?.crossposted).toBe(true);
    await adapter.post(place(ids.channel), payload, { ...context, key: 'd2' });
    expect(discord.messages[1]?.crossposted).toBe(false);
    expect(deps.log.lines.map(({ level }) => level)).toEqual(['warn']);
  });

  it('knows its message among hundreds, by the mark in the footer', async () => {
    const [payload = ''] = adapter.render(message('Digest'));
    const context = { key: 'd1', part: 0, parent: null, sendingAt: now };
    for (let other = 0; other < 230; other++) {
      const noise = {
        id: String((BigInt(now - 1_420_070_400_000) << 22n) - BigInt(1_000 - other)),
        channel: ids.channel,
        body: {},
        crossposted: false,
      };
      discord.messages.push(noise);
    }
    const { messageId } = await adapter.post(place(ids.channel), payload, context);
    expect(await adapter.findPosted(place(ids.channel), context)).toEqual({ messageId });
  });

  it('says unreadable where it may not read', async () => {
    discord.forbidden.add(ids.channel);
    const context = { key: 'd1', part: 0, parent: null, sendingAt: now };
    expect(await adapter.findPosted(place(ids.channel), context)).toBe('unreadable');
  });

  it('waits before it sends once Discord’s bucket is known to be empty', async () => {
    const [payload = ''] = adapter.render(message('Digest'));
    discord.faults.fail(`POST /channels/${ids.channel}/messages`, { kind: 'rate-limited', seconds: 5 });
    const context = { key: 'd1', part: 0, parent: null, sendingAt: now };
    const error = await adapter.post(place(ids.channel), payload, context).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'rate-limited' });
    expect(discord.messages).toEqual([]);
  });
});
