import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { renderConsole } from '../../../adapters/console/render.ts';
import { renderHtml } from '../../../adapters/html/render.ts';
import { renderMarkdown } from '../../../adapters/markdown/render.ts';
import type { Message } from '../../../adapters/message/message.ts';
import { previews } from '../../../src/previews.ts';
import { attacks, badAddresses, trickyAddresses } from './attacks.ts';
import { readHtml } from './read-html.ts';
import { readMarkdown } from './read-markdown.ts';
import type { Reading } from './read-slack.ts';
import { harmless, linkSlots, textSlots } from './slots.ts';

const view = { theme: 'light', width: 'desktop', length: 'full', thread: 'no' } as const;
const pages: Readonly<Record<string, (message: Message) => Promise<Reading>>> = {
  'the web page': async (message) => readHtml(renderHtml(message)),
  'the preview of Slack': async (message) =>
    readHtml((await previews.slack(message, { ...view, platform: 'slack' })).page),
  'the preview of Discord': async (message) =>
    readHtml((await previews.discord(message, { ...view, platform: 'discord' })).page),
  Markdown: async (message) => readMarkdown(renderMarkdown(message)),
};

/** Links of ours lead from one view to another. */
const outside = (link: string) => !/^\/(preview\/|$)/.test(link);

describe.each(Object.keys(pages))('on %s', (name) => {
  const read = pages[name] ?? (() => expect.fail());

  it.each(Object.keys(textSlots))('nothing in the slot "%s" does anything', async (slot) => {
    const build = textSlots[slot] ?? (() => expect.fail());
    const usual = await read(build(harmless));
    for (const [attack, text] of attacks) {
      // Another value of a button isn't shown anywhere.
      if (slot === 'button value') continue;
      const { mentions, links, buttons, structure } = await read(build(text));
      expect(mentions, attack).toEqual([]);
      expect(links, attack).toEqual(usual.links);
      expect(buttons, attack).toEqual([]);
      expect(structure, attack).toEqual(usual.structure);
    }
  });

  it.each(Object.keys(linkSlots))('no address of "%s" leads astray', async (slot) => {
    const build = linkSlots[slot] ?? (() => expect.fail());
    for (const [attack, href] of badAddresses)
      for (const link of (await read(build(href))).links.filter(outside))
        expect(link, attack).toBe('https://news.example/a');
    const { structure } = await read(build('https://news.example/b'));
    for (const [attack, href] of trickyAddresses) {
      const reading = await read(build(href));
      for (const link of reading.links.filter(outside))
        expect(link, attack).toMatch(/^https:\/\/news\.example\/[^\s<>|()"`]*$/);
      expect(reading.structure, attack).toEqual(structure);
    }
  });
});

describe('on a terminal', () => {
  it.each(Object.keys(textSlots))('nothing in the slot "%s" reaches the terminal but words', (slot) => {
    const build = textSlots[slot] ?? (() => expect.fail());
    for (const [attack, text] of attacks) {
      const message = build(text);
      const plain = renderConsole(message, { colour: false, width: 80 });
      expect(plain, attack).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066\u2067]/);
      expect(plain, attack).not.toMatch(/\[\d+m/);
      const coloured = renderConsole(message, { colour: true, width: 80 });
      // Only colours of ours, and without them the same words.
      expect(coloured.replace(/\x1b\[[\d;]+m/g, ''), attack).not.toContain('\x1b');
      expect(stripVTControlCharacters(coloured), attack).toBe(plain);
    }
  });
});
