import type { SpeakerKind } from '../../src/domain/quote.ts';
import type { Entity } from './entity.ts';
import type { Mention } from './mentions.ts';
import { documentNouns, organisationNouns, personNouns } from './role-nouns.ts';
import { wordSet } from './word-set.ts';
import { type Words, wordAt } from './words.ts';

/** Prepositions that say whose: "a spokesman for the mayor", "officials at the agency". */
const belonging = wordSet('of for to from at with by');
const bridges = wordSet(
  'close familiar involved affiliated associated aligned released issued written published',
);

function kindOf(noun: string): SpeakerKind {
  if (personNouns.has(noun)) return 'unnamed';
  if (documentNouns.has(noun)) return 'document';
  return organisationNouns.has(noun) ? 'organisation' : 'unnamed';
}

/** Who an unnamed phrase is, with whom it belongs to: "a spokesman for Mr. Smith". */
export function unnamedEntity(words: Words, mentions: readonly Mention[], at: number): Entity {
  const mention = mentions[at] as Mention;
  let last = mention.last;
  let k = at + 1;
  for (let step = 0; step < 2; step++) {
    let next = last + 1;
    if (bridges.has(wordAt(words, next))) next++;
    if (!belonging.has(wordAt(words, next))) break;
    while (k < mentions.length && (mentions[k]?.first ?? 0) <= next) k++;
    let owner = mentions[k];
    if (owner === undefined || owner.type === 'pronoun' || owner.phraseFirst - next > 3 || owner.quoted)
      break;
    // "the aides of Smith’s rival": the longer phrase that begins at the same place.
    const longer = mentions[k + 1];
    if (longer !== undefined && longer.phraseFirst === owner.phraseFirst) owner = longer;
    last = owner.last;
  }
  return {
    name: words.text.slice(mention.start, words.ends[last] ?? mention.end),
    role: null,
    perhapsPerson: false,
    kind: kindOf(wordAt(words, mention.head)),
    gender: 'unknown',
    mentions: [mention],
  };
}
