/**
 * Batches to learn from. The training events are of many years: taken together, any two are told apart by their theme
 * alone. A batch is made to be like the news of a few days: many events of one theme, others at random, most events
 * told by one outlet or two, and some long articles that nobody else has.
 */
import { articleTerms } from '../../digests/stories/article-terms.ts';
import { numberTerms, vectorSpace } from '../../digests/stories/vector-space.ts';
import { seeded } from '../learning/seeded.ts';

export type Told = { readonly event: string; readonly title: string; readonly text: string };

const batches = 30;
const ofOneTheme = 100;
const atRandom = 150;
/** Shares of the events of which one article is left, and of which two at most. */
const left = { one: 0.4, two: 0.6 };

/**
 * @param events The articles of each.
 * @param long Articles each of an event of its own, spread over the batches.
 */
export function trainingBatches(
  events: readonly (readonly Told[])[],
  long: readonly Told[],
  seed = 1,
): Told[][] {
  const random = seeded(seed);
  const likenessesTo = eventLikeness(events);
  return Array.from({ length: batches }, (_, batch) => {
    const theme = likenessesTo(Math.floor(random() * events.length));
    const byTheme = [...theme.keys()].sort((a, b) => (theme[b] ?? 0) - (theme[a] ?? 0));
    const chosen = new Set(byTheme.slice(0, ofOneTheme));
    while (chosen.size < Math.min(events.length, ofOneTheme + atRandom))
      chosen.add(Math.floor(random() * events.length));
    const told = [...chosen].flatMap((event) => thinned(events[event] ?? [], random));
    return [...told, ...long.filter((_, at) => at % batches === batch)];
  });
}

function thinned(told: readonly Told[], random: () => number): Told[] {
  const draw = random();
  const kept = draw < left.one ? 1 : draw < left.two ? 2 : told.length;
  return told
    .map((article) => ({ article, order: random() }))
    .sort((a, b) => a.order - b.order)
    .slice(0, kept)
    .map(({ article }) => article);
}

/** For an event, the cosine of it and each. */
function eventLikeness(events: readonly (readonly Told[])[]): (event: number) => Float64Array {
  const { starts, terms, weights, rarities } = vectorSpace(
    numberTerms(
      events.map((told) =>
        articleTerms({
          title: told.map(({ title }) => title).join(' '),
          text: told.map(({ text }) => text.slice(0, 300)).join(' '),
        }),
      ),
    ),
  );
  return (event) => {
    const laidOut = new Float64Array(rarities.length);
    for (let at = starts[event] ?? 0; at < (starts[event + 1] ?? 0); at++)
      laidOut[terms[at] ?? 0] = weights[at] ?? 0;
    return Float64Array.from(events, (_, other) => {
      let cosine = 0;
      for (let at = starts[other] ?? 0; at < (starts[other + 1] ?? 0); at++)
        cosine += (weights[at] ?? 0) * (laidOut[terms[at] ?? 0] ?? 0);
      return cosine;
    });
  };
}
