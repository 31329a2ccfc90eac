import { describe, expect, it } from 'vitest';
import { renderConsole } from '../../adapters/console/render.ts';
import { discordPayloads } from '../../adapters/discord/render.ts';
import { renderHtml } from '../../adapters/html/render.ts';
import { renderMarkdown } from '../../adapters/markdown/render.ts';
import { type DigestMessageOptions, digestMessage } from '../../adapters/message/digest-message.ts';
import type { Message } from '../../adapters/message/message.ts';
import { slackPayloads } from '../../adapters/slack/render.ts';
import { sampleDigest } from './sample-digest.ts';

const options: DigestMessageOptions = {
  zone: 'Europe/Kyiv',
  locale: 'en',
  length: 'full',
  quotes: true,
  thread: false,
  feedback: true,
  kind: 'digest',
};
const message = digestMessage(sampleDigest, options);
const golden = (name: string) => `golden/${name}`;
const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

describe('a digest as people see it', () => {
  it('in Slack', () => expect(json(slackPayloads(message))).toMatchFileSnapshot(golden('digest.slack.json')));
  it('in Discord', () =>
    expect(json(discordPayloads(message))).toMatchFileSnapshot(golden('digest.discord.json')));
  it('in a terminal', () =>
    expect(renderConsole(message, { colour: false, width: 80 })).toMatchFileSnapshot(golden('digest.txt')));
  it('in Markdown', () => expect(renderMarkdown(message)).toMatchFileSnapshot(golden('digest.md')));
  it('on a page', () => expect(renderHtml(message)).toMatchFileSnapshot(golden('digest.html')));
  it('in an Arabic terminal', () =>
    expect(
      renderConsole(digestMessage(sampleDigest, { ...options, locale: 'ar' }), { colour: false, width: 80 }),
    ).toMatchFileSnapshot(golden('digest.ar.txt')));
});

describe('what a screen reader and a notification get from Slack', () => {
  it('is the whole digest in words, beginning with what it is', () => {
    const [parent] = slackPayloads(message);
    expect(parent?.text).toMatch(/^World: news digest\nTue, Feb 18, 6:00 PM – Wed, Feb 19, 6:00 PM/);
    for (const { headline } of sampleDigest.stories) expect(parent?.text).toContain(headline);
    expect(parent?.text).toContain(
      'Sergey Lavrov, Russian Foreign Minister: “We not only listened, but also heard each other”',
    );
    expect(parent?.text).not.toMatch(/[*_`<>|]/);
  });

  it('stays within four thousand characters, ending with a whole sentence or story', () => {
    const stories = Array.from({ length: 40 }, (_, index) => sampleDigest.stories[index % 3]).filter(Boolean);
    const long = digestMessage({ ...sampleDigest, stories: stories as typeof sampleDigest.stories }, options);
    for (const { text } of slackPayloads(long)) {
      expect(text.length).toBeLessThanOrEqual(4000);
      expect(text).toMatch(/[.!?”…\p{L}\d]$/u);
    }
  });
});

describe('a thread', () => {
  const threaded = digestMessage(sampleDigest, { ...options, thread: true });

  it('shows the headlines in the channel and each story with its buttons in a reply', () => {
    const [parent, ...replies] = slackPayloads(threaded);
    expect(parent?.inThread).toBe(false);
    expect(parent?.blocks.map(({ type }) => type)).toEqual(['header', 'context', 'rich_text']);
    expect(replies).toHaveLength(sampleDigest.stories.length);
    for (const reply of replies) expect(reply.blocks.at(-1)?.type).toBe('actions');
  });

  it('is named after topic and day, so that posts of a forum can be told apart', () => {
    for (const { title } of discordPayloads(threaded)) expect(title).toBe('World · Wednesday, February 19');
  });
});

describe('rating', () => {
  it('is one menu where a message holds several stories, a group each', () => {
    const [payload] = slackPayloads(message);
    const row = payload?.blocks.at(-1);
    const [menu] = row?.type === 'actions' ? row.elements : [];
    expect(menu?.type).toBe('static_select');
    expect(menu?.type === 'static_select' && menu.option_groups?.length).toBe(sampleDigest.stories.length);
  });

  it('is left out where nobody asked for it', () => {
    const quiet = digestMessage(sampleDigest, { ...options, feedback: false });
    expect(slackPayloads(quiet).flatMap(({ blocks }) => blocks.map(({ type }) => type))).not.toContain(
      'actions',
    );
    expect(discordPayloads(quiet).flatMap(({ components }) => components)).toEqual([]);
  });
});

describe('a channel or person named in an answer', () => {
  const answer = (id: string): Message => ({
    ...message,
    blocks: [{ kind: 'text', runs: [{ text: id, mention: { kind: 'channel', id } }] }],
    actions: [],
  });

  it('is shown as the platform shows it', () => {
    expect(JSON.stringify(slackPayloads(answer('C0123ABCD')))).toContain(
      '{"type":"channel","channel_id":"C0123ABCD"}',
    );
    expect(JSON.stringify(discordPayloads(answer('80351110224678912')))).toContain('<#80351110224678912>');
  });

  it.each(['!channel', 'C1> <!here', '../C1', ''])('is only text when its id is %j', (id) => {
    expect(JSON.stringify(slackPayloads(answer(id)))).not.toContain('channel_id');
    expect(JSON.stringify(discordPayloads(answer(id)))).not.toMatch(/[^\\]<[#@]/);
  });
});
