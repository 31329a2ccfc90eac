import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderConsole } from '../../adapters/console/render.ts';
import { bodyOf } from '../../adapters/discord/body.ts';
import type { DiscordPayload } from '../../adapters/discord/payload.ts';
import { discordPayloads } from '../../adapters/discord/render.ts';
import { renderDiscordModal } from '../../adapters/discord/render-modal.ts';
import { renderHtml } from '../../adapters/html/render.ts';
import { renderMarkdown } from '../../adapters/markdown/render.ts';
import type { Form } from '../../adapters/message/message.ts';
import { slackPayloads } from '../../adapters/slack/render.ts';
import { renderSlackModal } from '../../adapters/slack/render-modal.ts';
import { violations } from '../counterparts/discord-spec.ts';
import { anyForm, anyMessage } from './any-message.ts';
import { discordFaults } from './discord-limits.ts';
import { everySlot, storyOf } from './sample-message.ts';
import { slackFaults, slackModalFaults } from './slack-limits.ts';

const runs = { numRuns: 100 };

/** As they are sent: with their marks. */
function posted(payloads: readonly DiscordPayload[]): readonly DiscordPayload[] {
  return payloads.map((payload, part) => {
    const { inThread, title, message } = bodyOf(JSON.stringify(payload), { key: '3f0c', part });
    return { inThread, title, ...JSON.parse(message) };
  });
}

describe('whatever a message holds', () => {
  it('Slack would take every payload', () => {
    fc.assert(
      fc.property(anyMessage, (message) => {
        for (const payload of slackPayloads(message)) expect(slackFaults(payload)).toEqual([]);
      }),
      runs,
    );
  });

  it('Discord’s own document and sums allow every payload', () => {
    fc.assert(
      fc.property(anyMessage, (message) => {
        for (const payload of posted(discordPayloads(message))) expect(discordFaults(payload)).toEqual([]);
      }),
      runs,
    );
  });

  it('pages, Markdown and terminals show it', () => {
    fc.assert(
      fc.property(anyMessage, fc.integer({ min: 1, max: 400 }), (message, width) => {
        expect(renderHtml(message).isWellFormed()).toBe(true);
        expect(renderMarkdown(message).isWellFormed()).toBe(true);
        expect(renderConsole(message, { colour: true, width }).isWellFormed()).toBe(true);
      }),
      { numRuns: 20 },
    );
  });
});

describe('whatever a form asks', () => {
  it('Slack would open it', () => {
    fc.assert(
      fc.property(anyForm, (form) => {
        expect(slackModalFaults(renderSlackModal(form))).toEqual([]);
      }),
      runs,
    );
  });

  it('Discord’s own document allows it', () => {
    fc.assert(
      fc.property(anyForm, (form) => {
        const body = { type: 9, data: renderDiscordModal(form) };
        expect(violations('ModalInteractionCallbackRequest', body)).toEqual([]);
      }),
      runs,
    );
  });

  it('what stood in a field before is cut to no half characters', () => {
    for (const length of [3000, 4000]) {
      const initial = `${'x'.repeat(length - 1)}😀`;
      const form: Form = {
        kind: 'form',
        name: 'edit',
        title: 'Edit',
        value: '1',
        submit: 'Save',
        fields: [
          {
            kind: 'text',
            name: 'query',
            label: 'Query',
            hint: null,
            required: true,
            multiline: true,
            initial,
          },
        ],
      };
      for (const modal of [renderSlackModal(form), renderDiscordModal(form)])
        expect(JSON.stringify(modal)).not.toContain('\\ud83d');
    }
  });
});

describe('a message of many stories', () => {
  const stories = Array.from({ length: 120 }, (_, index) => ({
    ...storyOf(`Words of story ${index}. They go on for a sentence or two, as news does.`),
    storyId: `s${index}`,
    href: `https://news.example/${index}`,
    actions: [{ name: 'useful', label: 'Useful', value: `d1:s${index}` }],
  }));

  it.each(['single', 'thread'] as const)('loses none of them in the layout "%s"', (layout) => {
    const message = { ...everySlot('News'), blocks: stories, layout };
    const slack = slackPayloads(message);
    const discord = posted(discordPayloads(message));
    expect(slack.flatMap(slackFaults)).toEqual([]);
    expect(discord.flatMap(discordFaults)).toEqual([]);
    for (const json of [JSON.stringify(slack), JSON.stringify(discord)])
      for (let index = 0; index < stories.length; index++) {
        expect(json).toContain(`Words of story ${index}.`);
        expect(json).toContain(`d1:s${index}"`);
      }
  });

  it('goes on in the thread on Slack, in the channel on Discord', () => {
    const message = { ...everySlot('News'), blocks: stories };
    expect(
      slackPayloads(message)
        .map(({ inThread }) => inThread)
        .slice(0, 3),
    ).toEqual([false, true, true]);
    expect(discordPayloads(message).every(({ inThread }) => !inThread)).toBe(true);
  });
});

describe('a text of five million characters', () => {
  it.each(['word ', '*', '<', '@everyone ', 'a', '\u0301', '\u202e', '“ ', '. ', '\u001b['])(
    'of nothing but %j is shortened, not choked on',
    (unit) => {
      const message = everySlot(unit.repeat(5_000_000 / unit.length));
      expect(slackPayloads(message).flatMap(slackFaults)).toEqual([]);
      expect(posted(discordPayloads(message)).flatMap(discordFaults)).toEqual([]);
    },
  );
});
