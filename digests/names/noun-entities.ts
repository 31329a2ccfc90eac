import type { SpeakerKind } from '../../src/domain/quote.ts';
import type { Entity } from './entity.ts';
import type { Mention } from './mentions.ts';
import { documentNouns, organisationNouns, personNouns } from './role-nouns.ts';
import { strongSpeechVerbs } from './speech-verbs.ts';
import { wordSet } from './word-set.ts';
import { isWord, Kind, kindAt, type Words, wordAt } from './words.ts';

/** Prepositions that say whose: "a spokesman for the mayor", "officials at the agency". */
export const belonging = wordSet('of for to from at with by');
const bridges = wordSet(
  'close familiar involved affiliated associated aligned released issued written published',
);

/** How papers say what an unnamed source knows: "a person familiar with the talks", "two people briefed on the plan". */
const knowing = wordSet('familiar close briefed involved');
const someOf = wordSet('one two three four five some many several another most both');
const LONGEST_KNOWLEDGE = 8;
const endsKnowledge = wordSet('who that which and but as has have had was were is are');

/** The last token of what a source is said to know, from token `from` on; -1 where nothing is said. */
function knowledgeEnd(words: Words, from: number): number {
  const begins =
    knowing.has(wordAt(words, from)) ||
    (wordAt(words, from) === 'with' &&
      (wordAt(words, from + 1) === 'knowledge' || wordAt(words, from + 2) === 'knowledge'));
  if (!begins) return -1;
  let at = from + 1;
  while (
    at - from < LONGEST_KNOWLEDGE &&
    (isWord(kindAt(words, at)) || kindAt(words, at) === Kind.Possessive)
  ) {
    if (strongSpeechVerbs.has(wordAt(words, at)) || endsKnowledge.has(wordAt(words, at))) break;
    at++;
  }
  return at - from > 2 ? at - 1 : -1;
}

function kindOf(noun: string): SpeakerKind {
  if (personNouns.has(noun)) return 'unnamed';
  if (documentNouns.has(noun)) return 'document';
  return organisationNouns.has(noun) ? 'organisation' : 'unnamed';
}

/** Where the phrase begins with who of them it is: "one of the officials". */
function partOf(words: Words, { first }: Mention): number {
  return wordAt(words, first - 1) === 'of' && someOf.has(wordAt(words, first - 2)) ? first - 2 : first;
}

/** True of "one" in "one of the officials". */
export function isPartOf(words: Words, some: Mention, whole: Mention): boolean {
  return some.first < whole.first && some.first === partOf(words, whole);
}

/** Who an unnamed phrase is, with whom it belongs to: "a spokesman for Mr. Smith". */
export function unnamedEntity(words: Words, mentions: readonly Mention[], at: number): Entity {
  const mention = mentions[at] as Mention;
  const knowledge = personNouns.has(wordAt(words, mention.head)) ? knowledgeEnd(words, mention.last + 1) : -1;
  let last = Math.max(mention.last, knowledge);
  let k = at + 1;
  for (let step = 0; step < 2 && knowledge < 0; step++) {
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
    name: words.text.slice(words.starts[partOf(words, mention)], words.ends[last] ?? mention.end),
    role: null,
    perhapsPerson: false,
    kind: kindOf(wordAt(words, mention.head)),
    gender: 'unknown',
    mentions: [mention],
  };
}
