import type { Quote } from '../../src/domain/quote.ts';
import type { KeyQuote, Story } from '../../src/domain/story.ts';
import { wordCount } from '../quotes/extract-quotes.ts';
import { dangles } from '../text/dangling.ts';
import { stopWords } from '../text/stop-words.ts';
import { foldWord, tokenize } from '../text/tokens.ts';

export type QuoteOfArticle = {
  readonly quote: Quote;
  readonly outlet: string;
  readonly url: string | null;
  readonly language: string;
};

const leastWords = 5;
/** Of less than a sentence so many must not be function words: "a very, very large scale" says nothing by itself. */
const leastOfFragment = 3;
/** Characters that read well in a chat message. */
const comfortable = { from: 60, to: 280 };
/** Of weaker ones a story rather has none. */
const leastScore = 1.2;
/** What a summary may end a quotation with otherwise. */
const endOfWords = /[\s,.…]+$/;
/** Quotes of one speaker that share this much of their words are one, worded or cut differently. */
const sameQuote = 0.7;
/** Quotes that share this much are one, whoever is named for it. */
const sameWords = 0.9;
/** Of a text that is one long row of quotations, the first ones are enough to choose from. */
const mostConsidered = 500;
/** What stands in quotation marks for being a name: "Home Alone 2: Lost in New York". Smaller words go uncounted. */
const smallerWord = 3;
/** Somebody whom a quote alone leaves in the dark, unless it named them before. */
const thirdPerson = /\b(?:he|she|they|him|them|his|her|their)\b/i;
/** News is what people answer. */
const asks = /\?["'”’»]*$/;
const fragment = /^\p{Ll}/u;
const capitalised = /^\p{Lu}.*\p{Ll}/u;
const name = /[\s“‘(]\p{Lu}\p{Ll}/u;
/** Words of office: who bears one speaks for more than themselves. */
const office =
  /\b(?:president|minister|secretary|chancellor|gov(?:ernor)?|sen(?:ator)?|rep(?:resentative)?|congress\w+|chief|chair\w*|ceo|head|director|gen(?:eral)?|judge|mayor|leader|spokes\w+|commissioner|ambassador|adviser|envoy|pope|king|queen)\b/i;

/**
 * The quotes worth showing: said by somebody named, whole, weighty, readable. One a speaker before a second of any,
 * and the same words of several outlets once, with everyone who carried them.
 *
 * @param summary what stands above them: what is quoted there is shown again only where there is nothing else
 */
export function chooseKeyQuotes(
  quotes: readonly QuoteOfArticle[],
  max: number,
  summary: Story['summary'] = [],
): KeyQuote[] {
  const told = wordsOf(summary);
  const worth = quotes.filter(isWorthShowing).slice(0, mostConsidered);
  const merged = mergeSame(worth)
    .map((group) => {
      const quote = keyQuoteOf(group);
      return { quote, score: scoreOf(quote, group), isRead: isQuotedIn(told, group) };
    })
    .filter(({ score }) => score >= leastScore);
  const unread = merged.filter(({ isRead }) => !isRead);
  const ranked = (unread.length > 0 ? unread : merged)
    .sort((a, b) => b.score - a.score)
    .map(({ quote }) => quote);
  const spoken = new Set<string>();
  const first = ranked.filter(({ speaker }) => {
    const name = speaker?.name ?? '';
    return !spoken.has(name) && spoken.add(name);
  });
  const rest = ranked.filter((quote) => !first.includes(quote));
  return [...first, ...rest].slice(0, max);
}

type Told = Pick<Story, 'keyQuotes' | 'summary'>;

/** Leaves out what the readers had quoted to them before, worded alike, or in a summary. */
export function withoutTold(quotes: readonly QuoteOfArticle[], told: readonly Told[]): QuoteOfArticle[] {
  if (told.length === 0) return [...quotes];
  const quotedBefore = told.flatMap(({ keyQuotes }) => keyQuotes);
  const summaries = told.map(({ summary }) => wordsOf(summary));
  return quotes.filter((one) => {
    const words = contentWords(one);
    return (
      !summaries.some((summary) => isQuotedIn(summary, [one])) &&
      !quotedBefore.some(
        (quote) => overlap(contentWords({ quote, language: one.language }), words) >= sameQuote,
      )
    );
  });
}

function wordsOf(summary: Story['summary']): string {
  return summary.map(({ text }) => text).join(' ');
}

/** The fullest first: two pieces of one statement are both in the whole of it, and not in each other. */
function mergeSame(quotes: readonly QuoteOfArticle[]): QuoteOfArticle[][] {
  const groups: Group[] = [];
  for (const one of quotes.toSorted((a, b) => lengthOf(b.quote) - lengthOf(a.quote))) {
    const words = contentWords(one);
    const same = groups.find((group) => isSame(group, one, words));
    if (same) same.members.push(one);
    else groups.push({ speaker: one.quote.speaker?.name, words, members: [one] });
  }
  return groups.map(({ members }) => members);
}

type Group = {
  readonly speaker: string | undefined;
  readonly words: ReadonlySet<string>;
  readonly members: QuoteOfArticle[];
};

/** Two articles may name others for the same words; that two people say the same is told by one article. */
function isSame(
  { speaker, words, members }: Group,
  { quote }: QuoteOfArticle,
  own: ReadonlySet<string>,
): boolean {
  const shared = overlap(words, own);
  if (speaker === quote.speaker?.name) return shared >= sameQuote;
  return shared >= sameWords && members.every((member) => member.quote.articleId !== quote.articleId);
}

/** The fullest wording stands for all, of those that name whom most name. */
function keyQuoteOf(group: readonly QuoteOfArticle[]): KeyQuote {
  const named = mostNamed(group);
  const agreeing = group.filter(({ quote }) => quote.speaker?.name === named);
  const [best] = agreeing.toSorted((a, b) => lengthOf(b.quote) - lengthOf(a.quote));
  if (!best) throw new Error('a group of quotes is never empty');
  const role =
    best.quote.speaker?.role ??
    agreeing.find(({ quote }) => quote.speaker?.role)?.quote.speaker?.role ??
    null;
  return {
    ...best.quote,
    speaker: best.quote.speaker && { ...best.quote.speaker, role },
    outlet: best.outlet,
    url: best.url,
    outlets: [...new Set(group.map(({ outlet }) => outlet))],
  };
}

function isQuotedIn(summary: string, group: readonly QuoteOfArticle[]): boolean {
  return group.some(({ quote: { text } }) => summary.includes(text.replace(endOfWords, '')));
}

/** Of those that are named as often, a person before others, then the first. */
function mostNamed(group: readonly QuoteOfArticle[]): string | undefined {
  const times = new Map<string, number>();
  for (const { quote } of group) {
    const { name = '', kind = 'unnamed' } = quote.speaker ?? {};
    times.set(name, (times.get(name) ?? (kind === 'person' ? 0.5 : 0)) + 1);
  }
  return [...times].reduce((most, one) => (one[1] > most[1] ? one : most))[0];
}

function scoreOf(quote: KeyQuote, group: readonly QuoteOfArticle[]): number {
  const length = lengthOf(quote);
  const fit = length < comfortable.from ? length / comfortable.from : Math.min(1, comfortable.to / length);
  const [member] = group;
  const weighty = member ? Math.min(1, contentWords(member).size / 8) : 0;
  return (
    fit +
    weighty +
    Math.log2(quote.outlets.length) +
    (quote.speaker?.role && office.test(quote.speaker.role) ? 0.6 : quote.speaker?.role ? 0.3 : 0) +
    (quote.speaker?.kind === 'unnamed' ? -0.6 : 0) +
    (isSelfContained(quote.text) ? 0 : -0.5) +
    (asks.test(quote.text) ? -0.5 : 0) -
    Math.min(0.3, quote.start / 20_000)
  );
}

function isWorthShowing(one: QuoteOfArticle): boolean {
  const { quote } = one;
  if (quote.speaker === null || wordCount(quote) < leastWords || isTitle(quote.text)) return false;
  return !fragment.test(quote.text) || contentWords(one).size >= leastOfFragment;
}

function isTitle(text: string): boolean {
  const words = tokenize(text).filter(({ start, end }) => end - start > smallerWord);
  return words.length > 1 && words.every(({ text: word }) => capitalised.test(word));
}

function isSelfContained(text: string): boolean {
  if (dangles(text)) return false;
  const pronoun = thirdPerson.exec(text);
  return pronoun === null || name.test(text.slice(0, pronoun.index));
}

function lengthOf({ text, continuations }: Pick<Quote, 'text' | 'continuations'>): number {
  return continuations.reduce((sum, stretch) => sum + stretch.text.length, text.length);
}

function contentWords({ quote, language }: Pick<QuoteOfArticle, 'quote' | 'language'>): ReadonlySet<string> {
  const stops = stopWords(language);
  const words = [quote, ...quote.continuations].flatMap(({ text }) =>
    tokenize(text).map((word) => foldWord(word.text)),
  );
  const content = words.filter((word) => !stops.has(word));
  return new Set(content.length > 0 ? content : words);
}

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared / Math.max(1, Math.min(a.size, b.size));
}
