import { directionOf, joinIsolated, opening, within } from '../../message/direction.ts';
import type { StoryCard } from '../../message/message.ts';
import { commaIn } from '../../message/quoted.ts';
import { shortenAtWord } from '../../message/shorten.ts';
import { type PieceWriter, storyPieces } from '../../message/story-pieces.ts';
import { escapeDiscord, inertPlain } from '../escape.ts';
import { discordLimits } from '../limits.ts';
import { linkTo, quoteLines } from './markdown.ts';
import { colours, embedUnit, type Unit } from './unit.ts';

/** One embed a story: headline as its title and link, then summary, contested claims, quotes and sources. */
export function storyUnit(story: StoryCard, locale: string): Unit {
  const way = directionOf(story.sourcesLabel);
  const pieces = storyPieces(story, discordLimits.descriptionRoom, pieceWriter(locale, way));
  const sources =
    pieces.sources.length > 0
      ? `-# ${escapeDiscord(story.sourcesLabel)}: ${pieces.sources.join(commaIn(way, locale))}`
      : '';
  const paragraphs = [pieces.summary.join(' '), ...pieces.contested, ...pieces.quotes, sources];
  const description = paragraphs.filter(Boolean).join('\n\n');
  return embedUnit(
    {
      title: titleOf(story),
      ...(story.href ? { url: story.href } : {}),
      ...(description ? { description } : {}),
      ...(story.meta ? { footer: { text: inertPlain(story.meta) } } : {}),
      color: story.contested.length > 0 ? colours.disputed : colours.story,
    },
    story.actions.map((action) => ({ action, headline: story.headline })),
  );
}

function titleOf({ badges, headline }: StoryCard): string {
  const title = joinIsolated([...badges, headline], ' · ', directionOf(headline));
  return escapeDiscord(shortenAtWord(title, discordLimits.embedTitle, (text) => escapeDiscord(text).length));
}

/** `way` is how the line of the sources runs. */
function pieceWriter(locale: string, way: 'ltr' | 'rtl'): PieceWriter<string, string> {
  return {
    sentence: escapeDiscord,
    contested: ({ label, claim, contestedBy }) =>
      `**${escapeDiscord(opening(directionOf(claim), label))}:** ${escapeDiscord(claim)} ${escapeDiscord(contestedBy)}`,
    quote: (line) => quoteLines(line, locale, true),
    source: ({ outlet, href }) => linkTo(within(way, outlet), href),
    size: (written) => written.length + 3,
  };
}
