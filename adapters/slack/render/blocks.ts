import type { Block, QuoteGroup, Run } from '../../message/message.ts';
import { quoted, speakerLine } from '../../message/quoted.ts';
import {
  bold,
  bullets,
  type Inline,
  inlineRuns,
  plain,
  quote,
  richText,
  section,
  sizeOf,
  spokenInline,
} from './rich-text.ts';
import { quoteElements, storyUnit } from './story.ts';
import type { Unit } from './unit.ts';

/** Characters one rich text may hold before the list or group goes on in the next. */
const unitRoom = 2800;

/** A block as one or more units: long lists and long groups of quotes are parted between entries. */
export function blockUnits(block: Block, locale: string): readonly Unit[] {
  switch (block.kind) {
    case 'story':
      return [storyUnit(block, locale)];
    case 'heading':
      return [
        { blocks: [richText([section([bold(block.text)])])], size: block.text.length, spoken: block.text },
      ];
    case 'text':
      return block.runs.length === 0 ? [] : [paragraphUnit(block.runs)];
    case 'list':
      return grouped(block.items.map(inlineRuns)).map((items) => ({
        blocks: [richText([bullets(items)])],
        size: items.reduce((sum, item) => sum + sizeOf(item), 0),
        spoken: items.map((item) => `• ${spokenInline(item)}`).join('\n'),
      }));
    case 'facts':
      return grouped(block.facts.map(({ label, value }) => [bold(`${label}: `), plain(value)])).map(
        (facts) => {
          const lines = facts.flatMap((fact, index) => (index === 0 ? fact : [plain('\n'), ...fact]));
          return {
            blocks: [richText([section(lines)])],
            size: sizeOf(lines),
            spoken: spokenInline(lines),
          };
        },
      );
    case 'quotes':
      return quoteUnits(block, locale);
  }
}

function paragraphUnit(runs: readonly Run[]): Unit {
  const elements = inlineRuns(runs);
  return {
    blocks: [richText([section(elements)])],
    size: sizeOf(elements),
    spoken: spokenInline(elements),
  };
}

function quoteUnits(group: QuoteGroup, locale: string): readonly Unit[] {
  const speaker = speakerLine(group, locale);
  const role = plain(speaker.slice(group.speaker.length));
  const name: Inline[] = role.text === '' ? [bold(group.speaker)] : [bold(group.speaker), role];
  const quotes = group.quotes.map((line) => quoteElements(line, locale, false));
  return grouped(quotes).map((some) => ({
    blocks: [richText([section(name), ...some.map(quote)])],
    size: sizeOf(name) + some.reduce((sum, elements) => sum + sizeOf(elements), 0),
    spoken: `${speaker}:\n${group.quotes.map((line) => quoted(line.stretches, locale)).join('\n')}`,
  }));
}

/** Entries in groups that fit one rich text each; an entry is never parted. */
function grouped(entries: readonly Inline[][]): readonly Inline[][][] {
  const groups: Inline[][][] = [];
  let room = 0;
  for (const entry of entries) {
    const size = sizeOf(entry);
    const last = groups.at(-1);
    if (last && size <= room) {
      last.push(entry);
      room -= size;
    } else {
      groups.push([entry]);
      room = unitRoom - size;
    }
  }
  return groups;
}
