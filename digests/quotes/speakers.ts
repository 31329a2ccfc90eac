import type { Quote, Speaker } from '../../src/domain/quote.ts';
import { type Span, stretchOf } from '../../src/domain/span.ts';
import type { Entity } from '../names/entity.ts';
import { isSpeakerNoun } from '../names/noun-phrases.ts';
import { isTrade } from '../names/role-words.ts';
import { strongSpeechVerbs } from '../names/speech-verbs.ts';
import { wordSet } from '../names/word-set.ts';
import { isWord, kindAt, wordAt } from '../names/words.ts';
import { speakersTogether } from './joint-speakers.ts';
import type { Reading } from './reading.ts';

/** The speakers of an article, each made once. */
export class Speakers {
  readonly #reading: Reading;
  readonly #single = new Map<Entity, Speaker>();
  /** Of those who speak together, by all their names. */
  readonly #joint = new Map<string, Speaker & { readonly mentions: Span[] }>();

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  all(): Speaker[] {
    return [...this.#single.values(), ...this.#joint.values()];
  }

  /** Who speaks where a mention does: the one it names, or all who are named with it. */
  at(mention: number): Pick<Quote, 'speaker' | 'speakerMention'> {
    const { text, mentions, entities } = this.#reading;
    const together = speakersTogether(this.#reading, whoIsMeant(this.#reading, mention));
    const place = stretchOf(
      text,
      mentions[together[0] ?? -1]?.start ?? 0,
      mentions[together.at(-1) ?? -1]?.end ?? 0,
    );
    const named = together.flatMap((at) => entities[at] ?? []);
    const [only] = named;
    if (only === undefined || isThing(this.#reading, mention, only))
      return { speaker: null, speakerMention: place };
    const speaker = named.length === 1 ? this.#of(only) : this.#ofAll(named, place);
    return { speaker, speakerMention: place };
  }

  #of(entity: Entity): Speaker {
    const known = this.#single.get(entity);
    if (known !== undefined) return known;
    const speaker: Speaker = {
      name: entity.name,
      role: entity.role,
      kind: entity.kind,
      mentions: entity.mentions.map(({ start, end }) => ({ start, end })).sort((a, b) => a.start - b.start),
    };
    this.#single.set(entity, speaker);
    return speaker;
  }

  #ofAll(entities: readonly Entity[], { start, end }: Span): Speaker {
    const names = entities.map(({ name }) => name);
    const name = `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
    const known = this.#joint.get(name);
    if (known === undefined) {
      const speaker = { name, role: null, kind: 'organisation' as const, mentions: [{ start, end }] };
      this.#joint.set(name, speaker);
      return speaker;
    }
    if (!known.mentions.some((mention) => mention.start === start)) known.mentions.push({ start, end });
    return known;
  }
}

const owners = wordSet('his her their its');

const utterances = wordSet(`
  word words response remark remarks promise claim claims answer comment comments line phrase mantra call warning assertion
  contention argument accusation charge reply vow pledge catchphrase motto
`);

/** The one whose words are named ("Roe’s response", "his promise"), or with company ("Roe and her team"). */
function whoIsMeant(reading: Reading, at: number): number {
  const { words, mentions } = reading;
  const phrase = mentions[at];
  if (reading.grammar !== null || phrase?.type !== 'nominal') return at;
  if (!utterances.has(wordAt(words, phrase.head))) return withoutCompany(reading, at);
  for (let k = at - 1; k >= at - 2; k--)
    if (mentions[k]?.possessive === true && mentions[k]?.phraseFirst === phrase.phraseFirst) return k;
  return at;
}

/** Of "Roe and her team" Roe. */
function withoutCompany({ words, mentions }: Reading, at: number): number {
  const company = mentions[at];
  if (company?.type !== 'nominal' || !owners.has(wordAt(words, company.first))) return at;
  if (wordAt(words, company.first - 1) !== 'and') return at;
  for (let k = at - 1; k >= at - 2; k--) {
    const other = mentions[k];
    if (other?.type === 'name' && !other.possessive && other.last === company.first - 2) return k;
  }
  return at;
}

/** Ends of nouns that are somebody, and of verbs that were taken for the noun: "the piece used". */
const SOMEBODY =
  /(?:man|men|woman|women|year-old|vp|(?:patient|guard|inmate|teen|kid|cop)s?|(?:ist|ian|er|or|ee|ant)s?|ed)$/;
/** Tokens between a source and its verb: "the airline also said". */
const NEAR_VERB = 3;

/** A phrase about what speaks only where the text says that it does: "The oxygen bar “offers fresh air”". */
function isThing({ words, mentions, grammar }: Reading, at: number, { kind }: Entity): boolean {
  const mention = mentions[at];
  if (grammar !== null || kind !== 'unnamed' || mention?.type !== 'nominal') return false;
  const noun = wordAt(words, mention.head);
  if (isSpeakerNoun(noun) || isTrade(noun) || SOMEBODY.test(noun)) return false;
  const before = wordAt(words, mention.first - 1);
  if (strongSpeechVerbs.has(before) || before === 'to') return false;
  for (let k = mention.last + 1; k <= mention.last + NEAR_VERB && isWord(kindAt(words, k)); k++)
    if (strongSpeechVerbs.has(wordAt(words, k))) return false;
  return true;
}
