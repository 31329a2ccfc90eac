import { analyseArticle } from '../../digests/analyse-article.ts';
import { buildDigest } from '../../digests/build-digest.ts';
import type { App } from '../app.ts';
import { readSince } from '../commands/since.ts';
import { topicFor } from '../commands/topics-by-name.ts';
import { readConfig } from '../config.ts';
import type { AnalysedArticle } from '../domain/analysed-article.ts';
import { CourantError } from '../domain/errors.ts';
import type { Window } from '../domain/time.ts';
import type { Topic } from '../domain/topic.ts';
import { digestSize } from '../editions/edition-request.ts';
import { editionOf, everything } from '../editions/todays-edition.ts';
import { complain, type Io } from './io.ts';
import { type Format, showDigest } from './show.ts';
import { withApp } from './with-app.ts';

export type DigestOptions = {
  readonly file?: readonly string[];
  readonly since?: string;
  readonly format: Format;
};

/** `courant digest [topic]`, or of the files given. */
export async function digest(io: Io, words: string, options: DigestOptions): Promise<number> {
  if (options.file) return digestOfFiles(io, options.file, options.format);
  return withApp(io, async (app) => {
    const { store, config } = app;
    const topic = words.trim() === '' ? everything : (await topicFor(store, words)).topic;
    const made = await editionOf(app, topic, await windowOf(app, options.since));
    if (made.stories.length === 0) {
      complain(io, (await store.articles.count()) === 0 ? noArticles(io) : nothingNew(topic));
      if (options.format === 'text') return 0;
    }
    const cited = made.stories.flatMap(({ articles }) => articles.map(({ id }) => id));
    await showDigest(io, made, await store.articles.analyses(cited), {
      format: options.format,
      zone: config.zone,
      locale: config.locale,
    });
    return 0;
  });
}

function noArticles({ calledAs }: Io): string {
  return `No articles yet. Add some with ${calledAs} add FILE, or see the samples with ${calledAs} serve --once.`;
}

function nothingNew({ title }: Topic): string {
  return `Nothing${title && ` on “${title}”`} in this time. Try --since 30d.`;
}

async function windowOf(app: App, since: string | undefined): Promise<Window | null> {
  if (since === undefined) return null;
  const window = readSince(since, app.clock(), app.config.zone);
  if (window) return window;
  throw new CourantError('invalid', `“${since}” is not a time I understand.`, {
    mend: 'Try --since 7d, yesterday or 2025-02-18.',
  });
}

async function digestOfFiles(io: Io, files: readonly string[], format: Format): Promise<number> {
  const config = readConfig(io.environment());
  const analyses: AnalysedArticle[] = [];
  let faults = 0;
  const { articlesIn } = await import('./article-files.ts');
  for await (const found of articlesIn(io, files)) {
    if (found.kind === 'article') analyses.push(analyseArticle(found.article));
    else {
      faults += 1;
      complain(io, found.fault);
    }
  }
  if (analyses.length === 0) {
    complain(io, 'No article to make a digest of.');
    return 1;
  }
  const times = analyses.map(({ article }) => article.publishedAt).sort((a, b) => a - b);
  const made = buildDigest({
    topic: { slug: everything.slug, title: everything.title },
    window: { from: times[0] ?? 0, to: (times.at(-1) ?? 0) + 1 },
    articles: analyses.map((analysis) => ({ analysis, relevance: 1 })),
    seen: [],
    earlier: [],
    feedback: [],
    mutedOutlets: [],
    minOutlets: 1,
    maxStories: digestSize.stories,
    quotesPerStory: digestSize.quotesPerStory,
    summaryWords: digestSize.summaryWords,
    builtAt: io.clock(),
  });
  await showDigest(io, made, analyses, { format, zone: config.zone, locale: config.locale });
  return faults > 0 ? 1 : 0;
}
