/** News made by rule, with the statistics of real text: Zipf's words, three to five articles an event, a day's spread. */
export type GeneratedArticle = {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly publishedAt: number;
};

const vocabulary = 30_000;
const wordsAnArticle = 300;
const articlesAnEvent = 4;
const wordsOfAnEvent = 25;
const day = 86_400_000;
/** A larger batch is a longer time: this many articles a day. */
const articlesADay = 5000;

export function generatedArticles(count: number, seed = 1): GeneratedArticle[] {
  const random = generator(seed);
  const rank = () => Math.floor(vocabulary ** random());
  const word = (n: number) => `w${n.toString(36)}`;
  return Array.from({ length: count }, (_, at) => {
    const event = Math.floor(at / articlesAnEvent);
    const own = generator(event * 7919 + 13);
    const subject = Array.from({ length: wordsOfAnEvent }, () =>
      word(500 + Math.floor(own() * (vocabulary - 500))),
    );
    const pick = () =>
      random() < 0.2 ? (subject[Math.floor(random() * wordsOfAnEvent)] ?? '') : word(rank());
    const sentence = (length: number) => `${Array.from({ length }, pick).join(' ')}.`;
    const text = Array.from({ length: wordsAnArticle / 20 }, () => sentence(20)).join('\n\n');
    const publishedAt = (event * articlesAnEvent * day) / articlesADay + random() * 6 * 3_600_000;
    return { id: `g${at}`, title: sentence(9), text, publishedAt };
  });
}

function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}
