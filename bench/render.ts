/**
 * A digest as Slack's, Discord's and a browser's payload: ours beside the builders people use, making the same message
 * of the same stories with each library's own escapes. Ours also cleans every text of what hides or turns in it, checks
 * every address, and keeps to every limit.
 */
import { ActionRowBuilder, EmbedBuilder, escapeMarkdown, StringSelectMenuBuilder } from 'discord.js';
import { html } from 'hono/html';
import { Blocks, Elements, Md, Option, OptionGroup, Message as SlackMessage } from 'slack-block-builder';
import { renderDiscord } from '../adapters/discord/render.ts';
import { renderHtml } from '../adapters/html/render.ts';
import { digestMessage } from '../adapters/message/digest-message.ts';
import type { Message, QuoteLine, StoryCard } from '../adapters/message/message.ts';
import { quoted, speakerLine } from '../adapters/message/quoted.ts';
import { renderSlack } from '../adapters/slack/render.ts';
import { sampleDigest } from '../tests/adapters/sample-digest.ts';
import { cpuSecondsSince } from './cpu-seconds.ts';
import type { Bench, BenchLine } from './line.ts';

const sizes = [3, 30, 300];
/** Stories of the compared digest: as many as one payload holds on every platform. */
const comparedSize = 3;

type Platform = {
  readonly name: string;
  readonly baseline: string;
  readonly ours: (message: Message) => unknown;
  readonly theirs: (message: Message, stories: readonly StoryCard[]) => unknown;
};

const platforms: readonly Platform[] = [
  {
    name: 'Slack',
    baseline: 'slack-block-builder',
    ours: renderSlack,
    theirs: withSlackBlockBuilder,
  },
  {
    name: 'Discord',
    baseline: 'discord.js builders, which check as they build',
    ours: renderDiscord,
    theirs: withDiscordBuilders,
  },
  { name: 'HTML', baseline: 'hono/html', ours: renderHtml, theirs: withHonoHtml },
];

export const bench: Bench = async () => platforms.map(measure);

function measure({ name, baseline, ours, theirs }: Platform): BenchLine {
  const ourTurn = inTurn(messageOf(comparedSize));
  const theirTurn = inTurn(messageOf(comparedSize));
  const [mine = Number.NaN, other = Number.NaN] = compare(
    () => ours(ourTurn()),
    () => {
      const message = theirTurn();
      return theirs(
        message,
        message.blocks.filter((block) => block.kind === 'story'),
      );
    },
  );
  return {
    name: `render a digest of ${comparedSize} stories for ${name}`,
    ours: mine,
    baseline: { name: baseline, figure: other },
    ratio: other / mine,
    unit: 'µs',
    sizes: sizes.map((size) => {
      const sized = inTurn(messageOf(size));
      return { size, ours: compare(() => ours(sized()))[0] ?? 0 };
    }),
    goal: 'twice as fast as the builder',
  };
}

/** Copies, one after the other: what is remembered of a text that was rendered before would help nobody but a bench. */
function inTurn(message: Message): () => Message {
  const copies = Array.from({ length: 20 }, () => structuredClone(message));
  let turn = 0;
  return () => copies[turn++ % copies.length] ?? message;
}

/** Microseconds of CPU a call, the median of rounds in which each has its turn; before them each is warmed up. */
function compare(...works: readonly (() => unknown)[]): readonly number[] {
  const rounds = works.map((): number[] => []);
  const calls = works.map((work) => Math.ceil(callsWithin(0.5, work) / 25));
  for (let round = 0; round < 15; round++)
    for (const [index, work] of works.entries()) {
      const times = calls[index] ?? 1;
      const before = process.cpuUsage();
      for (let call = 0; call < times; call++) work();
      rounds[index]?.push((cpuSecondsSince(before) / times) * 1e6);
    }
  return rounds.map((figures) => figures.sort((a, b) => a - b)[7] ?? 0);
}

function callsWithin(seconds: number, work: () => unknown): number {
  const before = process.cpuUsage();
  let calls = 0;
  for (; cpuSecondsSince(before) < seconds; calls++) work();
  return calls;
}

function messageOf(stories: number): Message {
  const { stories: samples } = sampleDigest;
  const digest = {
    ...sampleDigest,
    stories: Array.from({ length: stories }, (_, index) => {
      const sample = samples[index % samples.length];
      if (!sample) throw new Error('no sample stories');
      return { ...sample, id: `s${index}` };
    }),
  };
  return digestMessage(digest, {
    zone: 'UTC',
    locale: 'en',
    length: 'short',
    quotes: true,
    thread: false,
    feedback: true,
    kind: 'digest',
  });
}

function withSlackBlockBuilder(message: Message, stories: readonly StoryCard[]): string {
  return SlackMessage({ text: spoken(message, stories) })
    .blocks(
      Blocks.Header({ text: message.title }),
      Blocks.Context().elements(inSlack(message.context ?? '')),
      ...stories.flatMap((story) => [
        Blocks.Section({
          text: [
            `${story.badges.map(inSlack).join(' ')} ${Md.bold(Md.link(story.href ?? '', inSlack(story.headline)))}`,
            inSlack(story.summary.join(' ')),
            ...story.contested.map(
              ({ label, claim, contestedBy }) =>
                `${Md.bold(inSlack(label))}: ${inSlack(claim)} ${inSlack(contestedBy)}`,
            ),
            ...story.quotes.map((quote) =>
              Md.blockquote(
                `${inSlack(words(quote))}\n— ${Md.bold(inSlack(quote.speaker))}, ${inSlack(quote.role ?? '')} · ${Md.link(quote.href ?? '', inSlack(quote.source ?? ''))}`,
              ),
            ),
          ].join('\n'),
        }),
        Blocks.Context().elements(
          inSlack(story.meta),
          `${story.sourcesLabel}: ${story.sources.map(({ outlet, href }) => Md.link(href ?? '', inSlack(outlet))).join(', ')}`,
        ),
        Blocks.Divider(),
      ]),
      Blocks.Actions().elements(
        Elements.StaticSelect({ placeholder: 'Rate a story', actionId: 'menu' }).optionGroups(
          stories.map((story) =>
            OptionGroup({ label: story.headline.slice(0, 75) }).options(
              story.actions.map(({ name, label, value }) =>
                Option({ text: label, value: `${name}:${value}` }),
              ),
            ),
          ),
        ),
      ),
    )
    .buildToJSON();
}

/** What a screen reader reads instead of the blocks. */
function spoken({ title, context }: Message, stories: readonly StoryCard[]): string {
  const lines = stories.map((story) =>
    [
      [...story.badges, story.headline].join(': '),
      story.summary.join(' '),
      ...story.contested.map(({ label, claim, contestedBy }) => `${label}: ${claim} ${contestedBy}`),
      ...story.quotes.map((quote) => `${speakerLine(quote, 'en')}: ${words(quote)}`),
      `${story.sourcesLabel}: ${story.sources.map(({ outlet }) => outlet).join(', ')}`,
    ].join('\n'),
  );
  return inSlack([`${title}\n${context}`, ...lines].join('\n\n'));
}

function inSlack(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function withDiscordBuilders(message: Message, stories: readonly StoryCard[]): string {
  const embeds = stories.map((story) =>
    new EmbedBuilder()
      .setTitle(inDiscord([...story.badges, story.headline].join(' · ')))
      .setURL(story.href)
      .setDescription(
        [
          inDiscord(story.summary.join(' ')),
          ...story.contested.map(
            ({ label, claim, contestedBy }) =>
              `**${inDiscord(label)}:** ${inDiscord(claim)} ${inDiscord(contestedBy)}`,
          ),
          ...story.quotes.map(
            (quote) =>
              `> ${inDiscord(words(quote))}\n> — **${inDiscord(quote.speaker)}**, ${inDiscord(quote.role ?? '')} · [${inDiscord(quote.source ?? '')}](${quote.href})`,
          ),
          `-# ${story.sourcesLabel}: ${story.sources.map(({ outlet, href }) => `[${inDiscord(outlet)}](${href})`).join(', ')}`,
        ].join('\n\n'),
      )
      .setFooter({ text: story.meta })
      .setColor(0x3b6ea5),
  );
  const menu = new StringSelectMenuBuilder()
    .setCustomId('menu')
    .setPlaceholder('Rate a story')
    .addOptions(
      stories.flatMap((story) =>
        story.actions.map(({ name, label, value }) => ({
          label: `${label}: ${story.headline}`.slice(0, 100),
          value: `${name}:${value}`,
        })),
      ),
    );
  const row = new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(menu);
  return JSON.stringify({
    content: `## ${inDiscord(message.title)}\n-# ${inDiscord(message.context ?? '')}`,
    embeds: embeds.map((embed) => embed.toJSON()),
    components: [row.toJSON()],
    allowed_mentions: { parse: [] },
  });
}

function inDiscord(text: string): string {
  return escapeMarkdown(text, { heading: true, bulletedList: true, numberedList: true, maskedLink: true });
}

function withHonoHtml(message: Message, stories: readonly StoryCard[]): string {
  const sections = stories.map(
    (story) => html`<section class="story" dir="ltr">
<h2>${story.badges.map((badge) => html`<span class="badge">${badge}</span>`)}<a href="${story.href}">${story.headline}</a></h2>
<p>${story.summary.join(' ')}</p>
${story.contested.map(({ label, claim, contestedBy }) => html`<p class="contested"><strong>${label}:</strong> ${claim} ${contestedBy}</p>`)}
${story.quotes.map(
  (quote) => html`<figure dir="ltr"><blockquote cite="${quote.href}">${words(quote)}</blockquote>
<figcaption>— <b><bdi>${quote.speaker}</bdi></b>, <bdi>${quote.role}</bdi> · <bdi><a href="${quote.href}">${quote.source}</a></bdi></figcaption></figure>`,
)}
<p class="quiet"><bdi>${story.meta}</bdi> · ${story.sourcesLabel}: ${story.sources.map(({ outlet, title, href }) => html`<bdi><a href="${href}" title="${title}">${outlet}</a></bdi>, `)}</p>
</section>`,
  );
  return String(html`<!doctype html><html lang="en" dir="ltr"><head><meta charset="utf-8"><title>${message.title}</title></head>
<body><main><article class="message"><header><h1>${message.title}</h1><p class="quiet">${message.context}</p></header>${sections}</article></main></body></html>`);
}

function words(quote: QuoteLine): string {
  return quoted(quote.stretches, 'en');
}
