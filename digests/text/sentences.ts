import type { Span } from '../../src/domain/span.ts';
import {
  AMBIGUOUS,
  BEFORE_NUMBERS,
  GERMAN_ARTICLES,
  GERMAN_ORDINAL_FOLLOWERS,
  MARKED_NAMES,
  SPEECH_VERBS,
  STARTERS,
  TIME_FOLLOWERS,
  TITLES,
} from './abbreviations.ts';
import {
  isDigit,
  isLetter,
  isLower,
  isSpace,
  isUnspacedScript,
  isUpper,
  isWordCharacter,
} from './characters.ts';
import { paragraphs } from './paragraphs.ts';

const STOP = 0x2e;
const EXCLAMATION = 0x21;
const QUESTION = 0x3f;
const ELLIPSIS = 0x2026;
const APOSTROPHE = 0x27;
const RIGHT_SINGLE = 0x2019;

/** Longest word looked at before a stop; anything longer is no abbreviation. */
const MAX_ABBREVIATION = 12;
/** How many words after a closed quotation may come before the speech verb: "Why now?" Senator Ana Ortiz asked. */
const MAX_SPEAKER_WORDS = 4;
/** Share of letters that are capitals below which capitals say nothing about where sentences begin. */
const CASELESS_BELOW = 0.002;
const CASE_SAMPLE = 4000;

/**
 * The sentences of a text, in order, trimmed, never over the end of a paragraph. Full stops of abbreviations
 * ("U.S.", "Mr."), initials, decimals and ordinals do not end one; closing marks after the stop belong to it;
 * an ellipsis ends one only before a capital. A question or exclamation inside quotation marks does not end a
 * sentence that goes on with its speaker ("Why now?" Ms. Ortiz asked). One pass, linear in the text's length.
 */
export function splitSentences(text: string): Span[] {
  return [...sentencesByParagraph(text)].flatMap(({ sentences }) => [...sentences]);
}

type ReadParagraph = Span & { readonly sentences: Iterable<Span> };

/** The paragraphs of a text with their sentences, in order; both are found as they are asked for. */
export function* sentencesByParagraph(text: string): Generator<ReadParagraph> {
  const caseless = isCaseless(text);
  for (const { start, end } of paragraphs(text))
    yield { start, end, sentences: sentencesIn(text, { start, end }, caseless) };
}

function* sentencesIn(text: string, paragraph: Span, caseless: boolean): Generator<Span> {
  const limit = paragraph.end;
  let start = paragraph.start;
  let last: Span | null = null;
  let at = nextTerminator(text, start, limit);
  while (at < limit) {
    let runEnd = at + 1;
    while (runEnd < limit && isTerminator(text.charCodeAt(runEnd))) runEnd++;
    let end = runEnd;
    while (end < limit && isCloser(text, end)) end++;
    const next = afterSpace(text, end, limit);
    if (next >= limit) break;
    if (endsHere({ text, start, at, runEnd, end, next, limit, caseless })) {
      if (last) yield last;
      last = { start, end };
      start = next;
    }
    at = nextTerminator(text, end, limit);
  }
  // Marks that stand alone after a space (". "" in re-joined text) belong to the sentence before.
  if (last && onlyMarks(text, start, limit)) yield { start: last.start, end: limit };
  else {
    if (last) yield last;
    yield { start, end: limit };
  }
}

/** What `isTerminator` tells; and line breaks, so that the search for one does not go far past its paragraph. */
const TERMINATOR_OR_BREAK = /[.!?\u2026\u061f\u06d4\u0964\u3002\uff01\uff1f\uff61\n-\r\x85\u2028\u2029]/g;

function nextTerminator(text: string, from: number, limit: number): number {
  TERMINATOR_OR_BREAK.lastIndex = from;
  while (TERMINATOR_OR_BREAK.test(text)) {
    const at = TERMINATOR_OR_BREAK.lastIndex - 1;
    if (at >= limit || isTerminator(text.charCodeAt(at))) return at;
  }
  return limit;
}

/** A possible end: the run of terminators [at, runEnd), its closing marks up to `end`, the next character at `next`. */
type Candidate = {
  readonly text: string;
  readonly start: number;
  readonly at: number;
  readonly runEnd: number;
  readonly end: number;
  readonly next: number;
  readonly limit: number;
  readonly caseless: boolean;
};

function endsHere(candidate: Candidate): boolean {
  const { text, at, runEnd, end, next, limit, caseless } = candidate;
  const code = text.charCodeAt(at);
  if (isFullWidth(code)) return true;
  const first = skipOpeners(text, next, limit);
  const nextCode = text.charCodeAt(first);
  if (next === end && !joinedWithoutSpace(candidate, nextCode)) return false;
  if (isLower(nextCode)) {
    if (!caseless) return false;
    return !(code === STOP && runEnd - at === 1 && endsInAbbreviation(candidate, first));
  }
  if (code === STOP && runEnd - at === 1) return !endsInAbbreviation(candidate, first);
  if (code === EXCLAMATION && isMarkedName(text, at)) return false;
  if (end > runEnd && (code === QUESTION || code === EXCLAMATION)) return !speakerFollows(text, first, limit);
  return true;
}

/** "…the vote.The minister": no space, but a lower-case word before and a capitalised one after. */
function joinedWithoutSpace({ text, at, end, next, limit }: Candidate, nextCode: number): boolean {
  if (!isUpper(nextCode) || next + 1 >= limit || end !== next) return false;
  if (!isLower(text.charCodeAt(next + 1)) && !isSpace(text.charCodeAt(next + 1))) return false;
  return at >= 2 && isLower(text.charCodeAt(at - 1)) && isLower(text.charCodeAt(at - 2));
}

function endsInAbbreviation(candidate: Candidate, first: number): boolean {
  const { text, start, at, end, runEnd, limit } = candidate;
  const word = wordBefore(text, start, at);
  if (word === '') return false;
  const nextCode = text.charCodeAt(first);
  if (isNumber(word)) {
    // an enumerator ("1. The council"), or a German ordinal ("3. Oktober")
    if (word.length <= 2 && at - word.length === start) return true;
    if (word.length > 2) return false;
    const article = wordBefore(text, start, at - word.length - 1).toLowerCase();
    return GERMAN_ORDINAL_FOLLOWERS.has(wordFrom(text, first, limit)) || GERMAN_ARTICLES.has(article);
  }
  const lower = word.toLowerCase();
  // a quotation that closes after the stop ends the sentence, whatever the word
  if (TITLES.has(lower)) return end === runEnd || first !== candidate.next;
  if (BEFORE_NUMBERS.has(lower) && isDigit(nextCode)) return true;
  const following = wordFrom(text, first, limit);
  // German sets its short forms apart: "z. B."
  if (word === lower && word.length === 1 && following.length === 1)
    return text.charCodeAt(first + 1) === STOP;
  if (lower === 'a.m' || lower === 'p.m' || lower === 'am' || lower === 'pm') {
    return lower.includes('.') && TIME_FOLLOWERS.has(following);
  }
  const initials = isInitials(word);
  if (
    !initials &&
    !(AMBIGUOUS.has(lower) && (isUpper(word.charCodeAt(0)) || lower.includes('.') || lower === 'etc'))
  ) {
    return false;
  }
  if (end > runEnd) return false;
  if (isDigit(nextCode)) return true;
  if (!isLetter(nextCode)) return false;
  // "J. A. Ortiz": a starter with a stop of its own is an initial
  return !STARTERS.has(following) || text.charCodeAt(first + following.length) === STOP;
}

/** "U.S", "C.I.A", "J", "Ph.D"-like: single letters parted by stops. "I" and a plan's "B" count as initials too. */
function isInitials(word: string): boolean {
  if (word.length % 2 === 0) return false;
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at);
    if (at % 2 === 0 ? !isUpper(code) : code !== STOP) return false;
  }
  return true;
}

function isNumber(word: string): boolean {
  for (let at = 0; at < word.length; at++) if (!isDigit(word.charCodeAt(at))) return false;
  return true;
}

/** The word right before `at`, inner stops included ("U.S"); empty when too long to be an abbreviation. */
function wordBefore(text: string, start: number, at: number): string {
  let from = at;
  while (from > start && at - from <= MAX_ABBREVIATION) {
    const code = text.charCodeAt(from - 1);
    if (!isWordCharacter(code) && code !== STOP && code !== 0x2116) break;
    from--;
  }
  return at - from > MAX_ABBREVIATION ? '' : text.slice(from, at);
}

/** The word that begins at `from`, lower-cased. */
function wordFrom(text: string, from: number, limit: number): string {
  let to = from;
  while (to < limit && to - from < 24 && isWordCharacter(text.charCodeAt(to))) to++;
  return text.slice(from, to).toLowerCase();
}

function isMarkedName(text: string, at: number): boolean {
  const from = Math.max(0, at - MAX_ABBREVIATION);
  const before = text.slice(from, at + 1).toLowerCase();
  const space = before.lastIndexOf(' ');
  return MARKED_NAMES.has(before.slice(space + 1));
}

function speakerFollows(text: string, from: number, limit: number): boolean {
  let at = from;
  for (let words = 0; words <= MAX_SPEAKER_WORDS && at < limit; words++) {
    const word = wordFrom(text, at, limit);
    if (word === '') return false;
    if (SPEECH_VERBS.has(word)) return words > 0;
    if (words > 0 && !isUpper(text.charCodeAt(at))) return false;
    at += word.length;
    while (at < limit && (isSpace(text.charCodeAt(at)) || text.charCodeAt(at) === STOP)) at++;
  }
  return false;
}

function isTerminator(code: number): boolean {
  // most characters are letters and spaces
  if (code > QUESTION && code < 0x61f) return false;
  if (code <= QUESTION) return code === STOP || code === EXCLAMATION || code === QUESTION;
  return code === ELLIPSIS || code === 0x61f || code === 0x6d4 || code === 0x964 || isFullWidth(code);
}

/** 。！？｡ end a sentence without a space after them. */
function isFullWidth(code: number): boolean {
  return code === 0x3002 || code === 0xff01 || code === 0xff1f || code === 0xff61;
}

function isCloser(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code === APOSTROPHE || code === RIGHT_SINGLE) {
    // an apostrophe right before a letter opens or elides ('em), it does not close
    return !isLetter(text.charCodeAt(at + 1));
  }
  if (code < 0x80) return code === 0x22 || code === 0x29 || code === 0x5d || code === 0x7d;
  return (
    code === 0x201d ||
    code === 0xbb ||
    code === 0x203a ||
    code === 0x300d ||
    code === 0x300f ||
    code === 0xff09 ||
    (code === 0x201c && text.charCodeAt(at + 1) <= 0x20) // German „…“
  );
}

function skipOpeners(text: string, from: number, limit: number): number {
  let at = from;
  while (at < limit && !isWordCharacter(text.charCodeAt(at)) && isOpener(text.charCodeAt(at))) at++;
  return at;
}

function isOpener(code: number): boolean {
  return (
    isSpace(code) ||
    code === 0x22 ||
    code === APOSTROPHE ||
    code === 0x28 ||
    code === 0x5b ||
    code === 0x60 ||
    code === 0x2d ||
    code === 0xa1 ||
    code === 0xbf ||
    code === 0xab ||
    code === 0x2013 ||
    code === 0x2014 ||
    (code >= 0x2018 && code <= 0x201f) ||
    code === 0x2039 ||
    code === 0x2022 ||
    code === 0x300c
  );
}

function afterSpace(text: string, from: number, limit: number): number {
  let at = from;
  while (at < limit && isSpace(text.charCodeAt(at))) at++;
  return at;
}

function onlyMarks(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (isWordCharacter(code) || isUnspacedScript(code) || code > 0x2e80) return false;
  }
  return true;
}

/** Lower-cased (or capitalless) text: what follows a stop can't be told by its case. */
function isCaseless(text: string): boolean {
  if (ENOUGH_CAPITALS.test(text.slice(0, CASE_SAMPLE))) return false;
  let letters = 0;
  let capitals = 0;
  for (let at = 0; at < text.length && letters < CASE_SAMPLE; at++) {
    const code = text.charCodeAt(at);
    if (isUpper(code)) capitals++;
    if (isLetter(code)) letters++;
  }
  return letters > 0 && capitals < letters * CASELESS_BELOW;
}

/** So many capitals as are enough for the whole sample. Most texts have them in their first lines. */
const ENOUGH_CAPITALS = new RegExp(`(?:[A-Z][^A-Z]*){${CASE_SAMPLE * CASELESS_BELOW}}`);
