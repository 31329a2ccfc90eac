import type { Span } from '../../src/domain/span.ts';
import type { ContestedClaim, Sentence } from '../../src/domain/story.ts';
import { splitSentences } from '../text/sentences.ts';

type Readable = { readonly id: string; readonly text: string };

/** The sentence says that something is not so, and who or what says that. */
const contests =
  /\b(?:contrary to|(?:is|are|was|were|has been|have been) (?:false|untrue|contested|disputed|contradicted|rejected|debunked|refuted)|falsely|disput(?:es?|ed) (?:the|this|that|those|these|his|her|their)|without (?:providing |offering |citing |giving )?evidence|no evidence (?:that|of|for|to)|(?:regarded|recogni[sz]ed|seen|condemned) as (?:\w+ (?:and )?)?(?:illegitimate|illegal|fraudulent|false|unlawful)|(?:contradicts?|contradicted by) (?:the|his|her|their|official))/i;
/** It points back: what it contests stands in the sentence before. */
const pointsBack =
  /^(?:[“"']?)(?:the|that|this|these|those|such|his|her|its|their|both)\b[^.]{0,40}\b(?:claims?|assertions?|allegations?|statements?|remarks?|accusations?|figures?|referendums?|accounts?|suggestions?|comments?|charges?)\b|^(?:that|this|it) (?:is|was)\b/i;
/** It sets itself against the sentence before, if it is this sentence that contests, not somebody quoted in it. */
const setsAgainst = /^(?:but|however|in fact|yet)\b/i;
/** It tells the claim itself: "contradicts his claim in May that they had never met". */
const ownClaim = /\b(?:claims?|assertions?|allegations?|accusations?)\b[^.,;]{0,40}\bthat\b/i;
const QUOTED = /[“"«][^”"»]*[”"»]/g;

/** It names what was said before as the thing it contests, wherever in the sentence. */
const contestsWhatWasSaid =
  /\b(?:disput(?:es?|ed)|reject(?:s|ed)|denie[sd]|refute[sd]|contradict(?:s|ed)) (?:that|this|these|those|his|her|its|their) (?:claims?|assertions?|allegations?|accusations?|accounts?|suggestions?|statements?)\b|^contrary to (?:that|this|these|those|his|her|its|their) \w+|^(?:but )?there (?:is|was) no evidence (?:of|for|to support) (?:that|this|it)\b/i;

/** At most so many a text: more would be a fact-check, not a digest. */
const most = 2;

/**
 * Claims that the text itself contests, each with the sentence that does: "These claims were disputed". The claim is
 * the sentence before where the contesting one points back; else the sentence contests a claim within itself, and is
 * left as it is.
 */
export function contestedClaims({ id, text }: Readable): ContestedClaim[] {
  const sentences = splitSentences(text);
  const found: ContestedClaim[] = [];
  for (let at = 1; at < sentences.length && found.length < most; at++) {
    const [before, here] = [sentences[at - 1], sentences[at]];
    if (!before || !here) continue;
    const said = text.slice(here.start, here.end);
    if (said.length > 600) continue;
    if (!contestsBefore(said)) continue;
    const claim = { start: startOfQuotation(text, sentences, at - 1), end: before.end };
    found.push({ claim: sentenceAt(id, text, claim), contestedBy: sentenceAt(id, text, here) });
  }
  return found;
}

function contestsBefore(said: string): boolean {
  if (ownClaim.test(said)) return false;
  if (contestsWhatWasSaid.test(said)) return true;
  if (pointsBack.test(said)) return contests.test(said);
  return setsAgainst.test(said) && contests.test(said.replace(QUOTED, ''));
}

function sentenceAt(articleId: string, text: string, { start, end }: Span): Sentence {
  return { articleId, start, end, text: text.slice(start, end), compressed: false };
}

/** A sentence that ends a quotation of several begins where that quotation does: half of it would be no claim. */
function startOfQuotation(text: string, sentences: readonly Span[], at: number): number {
  let start = sentences[at]?.start ?? 0;
  const end = sentences[at]?.end ?? 0;
  for (let before = at - 1; before >= 0 && at - before <= longestQuotation; before--) {
    if (!endsOpenQuotation(text.slice(start, end))) break;
    start = sentences[before]?.start ?? start;
  }
  return start;
}

/** Sentences. */
const longestQuotation = 3;

function endsOpenQuotation(part: string): boolean {
  const [open, close] = [part.search(/[“«„]/), part.search(/[”»]/)];
  return close >= 0 && (open < 0 || close < open);
}
