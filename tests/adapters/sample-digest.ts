/** A digest of samples/articles.jsonl, put together by hand: what golden files and previews show. */
import { readFileSync } from 'node:fs';
import type { ArticleRef } from '../../src/domain/article.ts';
import type { Digest } from '../../src/domain/digest.ts';
import type { Stretch } from '../../src/domain/span.ts';
import { stretchOf } from '../../src/domain/span.ts';
import type { KeyQuote, Sentence, Story } from '../../src/domain/story.ts';

type Sample = {
  readonly url: string;
  readonly outlet: string;
  readonly date: string;
  readonly title: string;
  readonly text: string;
};

const samples: readonly Sample[] = readFileSync(
  new URL('../../samples/articles.jsonl', import.meta.url),
  'utf8',
)
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));

/** The sample whose address ends in `slug`. */
function sample(slug: string): Sample {
  const found = samples.find(({ url }) => url.endsWith(slug));
  if (!found) throw new Error(`no sample ${slug}`);
  return found;
}

function reference(slug: string): ArticleRef {
  const { url, outlet, date, title } = sample(slug);
  return { id: slug, title, outlet, url, publishedAt: Date.parse(date) };
}

function stretch(slug: string, words: string): Stretch {
  const { text } = sample(slug);
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`${slug} does not say: ${words}`);
  return stretchOf(text, start, start + words.length);
}

function sentence(slug: string, words: string): Sentence {
  return { ...stretch(slug, words), articleId: slug, compressed: false };
}

function keyQuote(
  slug: string,
  words: string,
  speaker: string,
  role: string | null,
  carriers: readonly string[] = [],
): KeyQuote {
  const said = stretch(slug, words);
  const { outlet, url } = sample(slug);
  return {
    ...said,
    articleId: slug,
    continuations: [],
    speaker: { name: speaker, role, kind: 'person', mentions: [] },
    speakerMention: null,
    cue: null,
    context: said,
    outlet,
    url,
    outlets: [outlet, ...carriers.map((other) => sample(other).outlet)],
  };
}

function story(
  slugs: readonly [string, ...string[]],
  parts: Pick<Story, 'summary' | 'keyQuotes'> & Partial<Story>,
): Story {
  const articles = slugs.map(reference).sort((a, b) => b.publishedAt - a.publishedAt);
  const times = articles.map(({ publishedAt }) => publishedAt);
  return {
    id: `story-${slugs[0]}`,
    headline: sample(slugs[0]).title,
    url: sample(slugs[0]).url,
    articles,
    statements: [],
    contested: [],
    keywords: [],
    outlets: articles.map(({ outlet }) => outlet),
    firstSeen: Math.min(...times),
    lastSeen: Math.max(...times),
    update: null,
    ranking: { score: 1, outlets: 1, freshness: 0, topicMatch: 0, novelty: 0, feedback: 0 },
    ...parts,
  };
}

const riyadh = story(
  ['riyadh-talks', 'embassies-first', 'putin-trump-summit-no-date', 'trump-blames-ukraine'],
  {
    summary: [
      sentence(
        'riyadh-talks',
        'They settled on three goals: restoring the staff of their embassies, naming high-level teams for peace talks, and exploring economic cooperation once the fighting stops.',
      ),
      sentence(
        'riyadh-talks',
        'President Volodymyr Zelenskyy said Ukraine would not accept the outcome of talks held without it, and put off a visit to Saudi Arabia that he had planned for Wednesday.',
      ),
    ],
    keyQuotes: [
      keyQuote(
        'riyadh-talks',
        'We not only listened, but also heard each other,',
        'Sergey Lavrov',
        'Russian Foreign Minister',
        ['embassies-first'],
      ),
      keyQuote(
        'embassies-first',
        'We’re going to need to have vibrant diplomatic missions that are able to function normally in order to be able to continue these conduits,',
        'Marco Rubio',
        'Secretary of State',
      ),
      keyQuote(
        'putin-trump-summit-no-date',
        'It is hard to say that they are getting closer,',
        'Yuri Ushakov',
        'Putin’s foreign policy adviser',
      ),
    ],
    contested: [
      {
        claim: sentence(
          'trump-blames-ukraine',
          'President Donald Trump suggested that Kyiv was to blame for the war with Russia.',
        ),
        contestedBy: sentence(
          'trump-blames-ukraine',
          'The claim is contradicted by the record: Russia launched its full-scale invasion of Ukraine on Feb. 24, 2022, after massing troops on the border for months.',
        ),
      },
    ],
  },
);

const rates = story(['rba-cuts-rates', 'bullock-no-victory', 'rba-decision-banks'], {
  summary: [
    sentence(
      'rba-cuts-rates',
      'The Reserve Bank of Australia cut its cash rate by a quarter of a point to 4.10 per cent on Tuesday, its first reduction in more than four years, but warned borrowers not to count on a quick run of further cuts.',
    ),
    sentence(
      'rba-cuts-rates',
      'All four of the country’s largest banks said they would pass the cut on to customers in full.',
    ),
  ],
  keyQuotes: [
    keyQuote(
      'bullock-no-victory',
      'We cannot declare victory on inflation just yet,',
      'Michele Bullock',
      'governor of the Reserve Bank of Australia',
    ),
  ],
});

const crash = story(['bastian-flying-is-safe', 'delta-ceo-crew-experienced', 'toronto-black-boxes'], {
  summary: [
    sentence(
      'delta-ceo-crew-experienced',
      'All 80 people on board Flight 4819 from Minneapolis survived; 21 were injured.',
    ),
    sentence(
      'delta-ceo-crew-experienced',
      'Investigators recovered the black boxes on Tuesday and sent them for analysis.',
    ),
  ],
  keyQuotes: [
    keyQuote(
      'delta-ceo-crew-experienced',
      'There is one level of safety at Delta,',
      'Ed Bastian',
      'Delta chief executive',
    ),
  ],
  update: { since: Date.parse('2025-02-19T07:00:00Z'), newArticles: 2 },
});

export const sampleDigest: Digest = {
  id: 'digest-1',
  topic: { slug: 'world', title: 'World' },
  window: { from: Date.parse('2025-02-18T16:00:00Z'), to: Date.parse('2025-02-19T16:00:00Z') },
  stories: [riyadh, rates, crash],
  articleCount: 14,
  outletCount: 4,
  language: 'en',
  builtAt: Date.parse('2025-02-19T16:00:05Z'),
};
