import type { Candidate } from './document.ts';

/** Signs in the wording of an English sentence; all 0 in other languages, whose sentences are told by place and frequency. */

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const DANGLING = set(
  'he she it they him her them his hers its their theirs this that these those such there here both neither',
);
const CONNECTIVES = set(
  'and also moreover furthermore additionally meanwhile then so thus therefore besides plus instead similarly likewise',
);
const CONTRASTS = set(
  'but yet still however though although while now even despite nevertheless nonetheless rather whether',
);
const PRONOUNS = set('he she it they him her them his hers its their theirs this that these those');
const FIRST_PERSON = set("i we me us my our mine ours i'm i've i'd i'll we're we've we'd we'll");
const SECOND_PERSON = set("you your yours you're you've you'll you'd");
const SPEECH = set(
  'said says told added asked wrote tweeted recalled explained replied noted called according stated argued insisted',
);
const WEEKDAYS = set('monday tuesday wednesday thursday friday saturday sunday today yesterday tonight');
const PERFECT = set('has have');
const PRESENT = set('is are has have does can may will remains continues faces shows seems');
const PAST = set('was were had did said went came made took got told');
const TREND = set(
  'become becoming emerged increasingly growing growth rise rising decline declining shift trend amid despite effort efforts ' +
    'continue continues continued fueled raised raising questions concern concerns debate critics supporters experts suggests ' +
    'reflects reveals shows highlights marks underscores signals led helped putting facing faces struggle struggled campaign ' +
    'seeking trying intended aimed first latest major significant largest most more',
);
const SUBORDINATORS = set(
  'as while although though because since after before when if whether even amid despite',
);
const ABSTRACT = /(?:tion|ment|ness|ity|ism|ship|ance|ence|ure|cy)s?$/;
const YEAR = /^(?:1[89]|20)\d\d$/;

export function pronounStart({ words }: Candidate): number {
  return DANGLING.has(words[0] ?? '') ? 1 : 0;
}

export function connectiveStart({ words }: Candidate): number {
  return CONNECTIVES.has(words[0] ?? '') ? 1 : 0;
}

export function contrastStart({ words }: Candidate): number {
  return CONTRASTS.has(words[0] ?? '') ? 1 : 0;
}

export function pronounShare(candidate: Candidate): number {
  return share(candidate, PRONOUNS);
}

export function firstPerson(candidate: Candidate): number {
  return count(candidate, FIRST_PERSON);
}

export function secondPerson(candidate: Candidate): number {
  return count(candidate, SECOND_PERSON);
}

export function said(candidate: Candidate): number {
  return count(candidate, SPEECH);
}

export function weekday(candidate: Candidate): number {
  return count(candidate, WEEKDAYS);
}

export function years({ words }: Candidate): number {
  return words.reduce((sum, word) => sum + (YEAR.test(word) ? 1 : 0), 0);
}

/** "has become", "have raised": what is going on, as nut graphs tell it. */
export function presentPerfect({ words }: Candidate): number {
  let found = 0;
  for (const [at, word] of words.entries()) {
    if (!PERFECT.has(word)) continue;
    const next = words[at + 1] ?? '';
    if (next.endsWith('ed') || next === 'been' || next === 'become' || next === 'led' || next === 'made')
      found++;
  }
  return found;
}

export function presentTense(candidate: Candidate): number {
  return count(candidate, PRESENT);
}

export function pastTense(candidate: Candidate): number {
  return count(candidate, PAST);
}

export function trend(candidate: Candidate): number {
  return count(candidate, TREND);
}

export function subordinate(candidate: Candidate): number {
  return count(candidate, SUBORDINATORS);
}

export function abstractNouns({ words }: Candidate): number {
  return words.reduce((sum, word) => sum + (word.length > 6 && ABSTRACT.test(word) ? 1 : 0), 0);
}

function count({ words }: Candidate, among: ReadonlySet<string>): number {
  let found = 0;
  for (const word of words) if (among.has(word)) found++;
  return found;
}

function share(candidate: Candidate, among: ReadonlySet<string>): number {
  return count(candidate, among) / Math.max(1, candidate.words.length);
}

/** True for a sentence that can't be understood without the one before it: "He also said…", "That is why…". */
export function pointsBack({ words, text }: Candidate): boolean {
  const first = words[0] ?? '';
  if (POINTING.has(first)) return true;
  return CONNECTIVES.has(first) && POINTING.has(words[1] ?? '') && !/^["“'‘«]/.test(text);
}

const POINTING = set(
  "he she it they him them his hers its their this these those such both neither he's she's it's they're that that's",
);
