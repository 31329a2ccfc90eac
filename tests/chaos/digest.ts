import type { Digest } from '../../src/domain/digest.ts';
import type { Story } from '../../src/domain/story.ts';
import type { DigestOrder } from '../../src/schedule/tick.ts';

/** Stories enough that a digest becomes several messages, the later ones under the first. */
export const longTopic = 'long';

const sentence =
  'The council met in the morning, heard both sides of the matter, and put off its decision until the harbour report is out.';

/** A digest as real as its way needs it: short for most topics, several messages for one. */
export function chaosDigest({ topic, window }: DigestOrder): Digest {
  const count = topic === longTopic ? 3 : 1;
  return {
    id: `${topic}-${window.from}-${window.to}`,
    topic: { slug: topic, title: topic },
    window,
    stories: Array.from({ length: count }, (_, number) => storyOf(number, window)),
    articleCount: count,
    outletCount: 1,
    language: 'en',
    builtAt: window.to,
  };
}

function storyOf(number: number, window: Digest['window']): Story {
  const summary = Array.from({ length: 12 }, () => ({
    articleId: `a${number}`,
    start: 0,
    end: sentence.length,
    text: sentence,
    compressed: false,
  }));
  return {
    id: `story-${number}`,
    headline: `Council puts off its decision, part ${number + 1}`,
    url: `https://example.org/${number}`,
    articles: [
      {
        id: `a${number}`,
        title: 'Council puts off its decision',
        outlet: 'The Harbour Post',
        url: `https://example.org/${number}`,
        publishedAt: window.from,
      },
    ],
    summary,
    keyQuotes: [],
    statements: [],
    contested: [],
    keywords: ['council'],
    outlets: ['The Harbour Post'],
    firstSeen: window.from,
    lastSeen: window.to,
    update: null,
    ranking: { score: 1, outlets: 0, freshness: 0, topicMatch: 1, novelty: 0, feedback: 0 },
  };
}
