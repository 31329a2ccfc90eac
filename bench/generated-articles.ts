/**
 * News made by rule, with the statistics of real news: how often words recur, how long articles are, how many outlets
 * tell an event, how much events of one subject share. docs/quality-stories.md sets them beside those of real articles.
 */
export type GeneratedArticle = {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly publishedAt: number;
  /** What a perfect clustering would find. */
  readonly event: number;
};

const day = 86_400_000;
/** A larger batch is a longer time: this many articles a day. */
const articlesADay = 5000;
/** Subjects stay in the news for weeks and have events every day. */
const subjects = 300;
const wordsOfASubject = 60;
const wordsOfAnEvent = 40;
/** Shares of an article's words that only hold it together, and of the others those about its event and subject. */
const functionShare = 0.45;
const functionWords = 'the of and to in a for on that with is by from at was as has he it its'.split(' ');
const aboutEvent = { title: 0.6, text: 0.25 };
const aboutSubject = { title: 0.15, text: 0.06 };
const titleWords = 11;

/** Zipf's law has two regimes (Ferrer i Cancho and Solé 2001): exponent 1 among the common words, 2 beyond them. */
const commonWords = 3000;
const rareShare = 1 / (1 + Math.log(commonWords));
const vocabulary = 400_000;

export function generatedArticles(count: number, seed = 1): GeneratedArticle[] {
  return [...newsByRule(seed).take(count)];
}

/** Without end: as many as are asked for. */
export function* newsByRule(seed = 1): Generator<GeneratedArticle> {
  const random = generator(seed);
  let made = 0;
  for (let event = 0; ; event++) {
    const own = generator(event * 7919 + 13);
    const begins = (made * day) / articlesADay;
    const subject = Math.floor(subjects ** own());
    const words = { event: ownWords(own, wordsOfAnEvent), subject: subjectWords(subject) };
    for (let left = outletsTelling(own()); left > 0; left--) {
      const length = Math.round(Math.min(2500, Math.max(60, 420 * Math.exp(0.6 * normal(random)))));
      yield {
        id: `g${made}`,
        title: prose(titleWords, aboutEvent.title, aboutSubject.title, words, random),
        text: prose(length, aboutEvent.text, aboutSubject.text, words, random),
        publishedAt: begins + random() ** 2 * 0.7 * day,
        event,
      };
      made += 1;
    }
  }
}

type Words = { readonly event: readonly string[]; readonly subject: readonly string[] };

function prose(length: number, event: number, subject: number, words: Words, random: () => number): string {
  const parts: string[] = [];
  for (let at = 0; at < length; at++) {
    if (at % 20 === 19) parts.push(at % 60 === 59 ? '.\n\n' : '.');
    if (random() < functionShare) {
      parts.push(functionWords[Math.floor(functionWords.length * random() ** 2)] ?? '');
      continue;
    }
    const draw = random();
    // Of a story's own words, too, a few come up again and again.
    const own = draw < event ? words.event : draw < event + subject ? words.subject : null;
    parts.push(own ? (own[Math.floor(own.length * random() ** 3.5)] ?? '') : word(rank(random)));
  }
  return parts.join(' ').replaceAll(' .', '.');
}

/** Most events are told once or by a few; a handful a day by dozens of outlets (a power law, exponent 2.2). */
function outletsTelling(draw: number): number {
  return Math.min(120, Math.floor((1 - draw) ** (-1 / 1.2)));
}

const subjectWords = (subject: number) => ownWords(generator(subject * 104_729 + 7), wordsOfASubject);

/** What an event is about: names and things that are not among the commonest words. */
function ownWords(random: () => number, count: number): string[] {
  return Array.from({ length: count }, () => word(Math.floor(100 * 200 ** random())));
}

function rank(random: () => number): number {
  if (random() >= rareShare) return Math.floor(commonWords ** random());
  return Math.min(vocabulary, Math.floor(commonWords / (1 - random())));
}

const word = (n: number) => `w${n.toString(36)}`;

/** Box and Muller 1958. */
function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Mulberry32. */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
