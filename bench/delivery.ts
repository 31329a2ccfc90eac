/** Eight o'clock for 10,000 channels on 200 topics: each digest is built once for all who share it, beside one build a channel. */
import { analyseArticle } from '../digests/analyse-article.ts';
import type { AnalysedArticle } from '../src/domain/analysed-article.ts';
import type { Subscription } from '../src/domain/subscription.ts';
import { makeEdition } from '../src/editions/edition.ts';
import { editionRequest, readersVariant } from '../src/editions/subscription-edition.ts';
import type { Store } from '../src/store/store.ts';
import { generatedArticles } from './generated-articles.ts';
import { createInstallation, type Wanted } from './installation.ts';
import type { Bench } from './line.ts';

const hour = 3_600_000;
const topicCount = 200;
const articleCount = 3000;
const due = Math.floor(Date.now() / hour) * hour;

/** Of the rank of words that some twenty articles have. */
const topics = Array.from({ length: topicCount }, (_, n) => `w${(1000 + n * 7).toString(36)}`);

const wanted = (channels: number): Wanted[] =>
  Array.from({ length: channels }, (_, n) => ({
    channel: { platform: 'slack', workspace: `T${n % 50}`, channel: `C${n}` },
    topic: topics[n % topicCount] ?? '',
  }));

function articles(): AnalysedArticle[] {
  const generated = generatedArticles(articleCount);
  const latest = Math.max(...generated.map(({ publishedAt }) => publishedAt));
  return generated.map(({ id, title, text, publishedAt }, n) =>
    analyseArticle({
      id,
      url: `https://example.org/${id}`,
      canonicalUrl: `https://example.org/${id}`,
      outlet: `Outlet ${n % 40}`,
      title,
      byline: null,
      publishedAt: Math.floor(due - 1 - (latest - publishedAt)),
      dateGuessed: false,
      fetchedAt: due,
      language: 'en',
      text,
      lede: null,
      image: null,
    }),
  );
}

type Planned = {
  readonly builds: number;
  readonly deliveries: number;
  readonly millisecondsAChannel: number;
};

async function plan(
  channels: number,
  news: readonly AnalysedArticle[],
  variantOf: (store: Store) => (subscription: Subscription) => Promise<string>,
): Promise<Planned> {
  const installation = await createInstallation(wanted(channels), due);
  const { store } = installation;
  try {
    for (let from = 0; from < news.length; from += 200)
      await store.articles.add(news.slice(from, from + 200));
    for (const slug of topics) {
      await store.topics.save({ slug, title: slug, query: slug, synonyms: [], exclude: [], outlets: [] });
    }
    const { digests, deliveries, milliseconds } = await installation.plan({
      buildDigest: async ({ reader, window }) =>
        makeEdition(store, () => due, await editionRequest(store, reader, window)),
      variantOf: variantOf(store),
    });
    return { builds: digests, deliveries, millisecondsAChannel: milliseconds / channels };
  } finally {
    await installation.end();
  }
}

const sharing = (store: Store) => (subscription: Subscription) => readersVariant(store, subscription, due);
const eachItsOwn = () => async (subscription: Subscription) => subscription.id;

export const bench: Bench = async () => {
  const news = articles();
  const sizes: { size: number; ours: number }[] = [];
  let ours: Planned | null = null;
  for (const channels of [1000, 10_000]) {
    ours = await plan(channels, news, sharing);
    sizes.push({ size: channels, ours: ours.millisecondsAChannel });
  }
  const alone = await plan(400, news, eachItsOwn);
  if (!ours) return [];
  return [
    {
      name: `digests for ${ours.deliveries} channels on ${topicCount} topics, built and planned; ${ours.builds} builds`,
      ours: ours.millisecondsAChannel,
      baseline: {
        name: `one build a channel (${alone.builds} builds for ${alone.deliveries} channels)`,
        figure: alone.millisecondsAChannel,
      },
      ratio: alone.millisecondsAChannel / ours.millisecondsAChannel,
      unit: 'ms/channel',
      sizes,
      goal: '30x or better',
    },
  ];
};
