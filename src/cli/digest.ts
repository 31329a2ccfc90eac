import { createReadStream } from 'node:fs';
import { analyseArticle } from '../../digests/analyse-article.ts';
import { buildDigest } from '../../digests/build-digest.ts';
import { type App, loadEnvironment, openApp } from '../app.ts';
import { readSince } from '../commands/since.ts';
import { topicFor } from '../commands/topics-by-name.ts';
import type { AnalysedArticle } from '../domain/analysed-article.ts';
import type { Digest } from '../domain/digest.ts';
import { CourantError, describeError } from '../domain/errors.ts';
import type { Window } from '../domain/time.ts';
import type { Topic } from '../domain/topic.ts';
import { digestSize } from '../editions/edition.ts';
import { newestDay } from '../editions/newest-day.ts';
import { readArticleFile } from '../ingest/files/read-article-file.ts';
import { complain, type Io, say } from './io.ts';
import { type Format, showDigest } from './show.ts';

export type DigestOptions = {
  readonly file?: readonly string[];
  readonly since?: string;
  readonly format: Format;
};

/** What a digest is about when nobody names a topic. It has no title: a digest of everything is just the digest. */
export const everything: Topic = {
  slug: 'all',
  title: '',
  query: '',
  synonyms: [],
  exclude: [],
  outlets: [],
};

/** `courant digest [topic]`, or of the files given. */
export async function digest(io: Io, words: string, options: DigestOptions): Promise<number> {
  if (options.file) return digestOfFiles(io, options.file, options.format);
  const app = await openApp(loadEnvironment());
  try {
    const topic = words.trim() === '' ? everything : (await topicFor(app.store, words)).topic;
    const window = await windowOf(app, options.since);
    const made = await editionOf(app, topic, window);
    if (made.stories.length === 0) {
      complain(
        io,
        (await app.store.articles.count()) === 0
          ? 'No articles yet. Add some with courant add FILE, or run npm start for the samples.'
          : `Nothing${topic.title && ` on “${topic.title}”`} in this time. Try --since 30d.`,
      );
      if (options.format === 'text') return 0;
    }
    await showDigest(
      io,
      made,
      await app.store.articles.analyses(made.stories.flatMap((story) => story.articles.map(({ id }) => id))),
      {
        format: options.format,
        zone: app.config.zone,
        locale: app.config.locale,
      },
    );
    return 0;
  } finally {
    await app.store.close();
  }
}

/** Today's digest, or that of the newest day there is news of. */
export async function editionOf(app: App, topic: Topic, window: Window | null): Promise<Digest> {
  return app.makeEdition({
    topic,
    window: window ?? (await newestDay(app.store, app.clock())),
    seen: [],
    mutedOutlets: [],
    minOutlets: 1,
    feedbackOf: null,
    size: digestSize,
  });
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
  const config = loadEnvironment();
  const now = Date.now();
  const { analyses, faults } = await readFiles(files, now);
  for (const fault of faults) complain(io, fault);
  if (analyses.length === 0) {
    say(io, 'No article to make a digest of.');
    return 1;
  }
  const times = analyses.map(({ article }) => article.publishedAt);
  const made = buildDigest({
    topic: { slug: everything.slug, title: everything.title },
    window: { from: Math.min(...times), to: Math.max(...times) + 1 },
    articles: analyses.map((analysis) => ({ analysis, relevance: 1 })),
    seen: [],
    earlier: [],
    feedback: [],
    mutedOutlets: [],
    minOutlets: 1,
    maxStories: digestSize.stories,
    quotesPerStory: digestSize.quotesPerStory,
    summaryWords: digestSize.summaryWords,
    builtAt: now,
  });
  await showDigest(io, made, analyses, { format, zone: config.zone, locale: config.locale });
  return faults.length > 0 ? 1 : 0;
}

async function readFiles(
  files: readonly string[],
  now: number,
): Promise<{ analyses: AnalysedArticle[]; faults: string[] }> {
  const analyses: AnalysedArticle[] = [];
  const faults: string[] = [];
  for (const file of files) {
    try {
      for await (const entry of readArticleFile(file, createReadStream(file), { now })) {
        if (entry.kind === 'fault') faults.push(`${entry.where}: ${describeError(entry.fault)}`);
        else analyses.push(analyseArticle(entry.article));
      }
    } catch (error) {
      faults.push(`${file}: ${describeError(error)}`);
    }
  }
  return { analyses, faults };
}
