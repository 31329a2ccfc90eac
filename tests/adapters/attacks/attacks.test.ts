import { describe, expect, it } from 'vitest';
import { discordPayloads } from '../../../adapters/discord/render.ts';
import { cleanText } from '../../../adapters/message/clean-text.ts';
import type { Message } from '../../../adapters/message/message.ts';
import { slackPayloads } from '../../../adapters/slack/render.ts';
import { discordFaults } from '../discord-limits.ts';
import { slackFaults } from '../slack-limits.ts';
import { attacks, badAddresses, trickyAddresses } from './attacks.ts';
import { readDiscord } from './read-discord.ts';
import { type Reading, readSlack } from './read-slack.ts';
import { harmless, linkSlots, textSlots } from './slots.ts';

const platforms: Readonly<
  Record<string, (message: Message) => { reading: Reading; faults: readonly string[]; json: string }>
> = {
  Slack(message) {
    const payloads = slackPayloads(message);
    return {
      reading: readSlack(payloads),
      faults: payloads.flatMap(slackFaults),
      json: JSON.stringify(payloads),
    };
  },
  Discord(message) {
    const payloads = discordPayloads(message);
    return {
      reading: readDiscord(payloads),
      faults: payloads.flatMap(discordFaults),
      json: JSON.stringify(payloads),
    };
  },
};

/** Embeddings, overrides, the isolates we never write, and marks nobody sees. */
const turned = /[\u202a-\u202e\u2066\u2067\u2060\ufeff\u3164]/;

describe.each(Object.keys(platforms))('on %s', (platform) => {
  const render = platforms[platform] ?? (() => expect.fail());

  describe.each(Object.keys(textSlots))('in the slot "%s"', (slot) => {
    const build = textSlots[slot] ?? (() => expect.fail());
    const { structure: usual, buttons: usualButtons } = render(build(harmless)).reading;

    it.each(attacks)('%s does nothing', (_, text) => {
      const { reading, faults, json } = render(build(text));
      expect(faults).toEqual([]);
      expect(reading.mentions).toEqual([]);
      expect(reading.links.filter((link) => link !== 'https://news.example/a')).toEqual([]);
      if (slot !== 'button value') {
        expect(reading.buttons).toEqual(usualButtons);
        expect(reading.structure).toEqual(usual);
        expect(json).not.toMatch(turned);
        expect(json.split('\u2068').length).toBe(json.split('\u2069').length);
      }
    });
  });

  describe.each(Object.keys(linkSlots))('as the address of "%s"', (slot) => {
    const build = linkSlots[slot] ?? (() => expect.fail());

    it.each(badAddresses)('%s is not linked', (_, href) => {
      const { reading, faults } = render(build(href));
      expect(faults).toEqual([]);
      expect(reading.links.filter((link) => link !== 'https://news.example/a')).toEqual([]);
    });

    it.each(trickyAddresses)('%s stays inside the link', (_, href) => {
      const { reading, faults } = render(build(href));
      expect(faults).toEqual([]);
      expect(reading.mentions).toEqual([]);
      for (const link of reading.links) expect(link).toMatch(/^https:\/\/news\.example\/[^\s<>|()"`]*$/);
      expect(reading.structure).toEqual(render(build('https://news.example/b')).reading.structure);
    });
  });
});

it('has at least sixty attacks, none of them empty once cleaned', () => {
  expect(attacks.length).toBeGreaterThanOrEqual(60);
  expect(attacks.filter(([, text]) => cleanText(text) === '')).toEqual([]);
});
