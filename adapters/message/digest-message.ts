import type { Digest } from '../../src/domain/digest.ts';
import type { DigestLength } from '../../src/domain/subscription.ts';
import { isOfEverything } from '../../src/domain/topic.ts';
import { datesIn } from './dates.ts';
import { directionOfLocale, joinIsolated } from './direction.ts';
import { counted, labelLocale, labelsFor } from './labels/labels.ts';
import { titleAbout } from './labels/title-about.ts';
import type { Action, Message } from './message.ts';
import { storyCard } from './story-card.ts';

export type DigestMessageOptions = {
  /** IANA zone the times are written in. */
  readonly zone: string;
  /** BCP 47 language of labels and dates. */
  readonly locale: string;
  readonly length: DigestLength;
  readonly quotes: boolean;
  /** True: the stories are replies in the thread of the headlines. */
  readonly thread: boolean;
  /** Buttons "Useful" and "Less of this" under each story. */
  readonly feedback: boolean;
  readonly kind: 'digest' | 'brief' | 'preview';
  /** It comes later than it was due: say so. */
  readonly delayed?: boolean;
  readonly actions?: readonly Action[];
  readonly footer?: string | null;
};

/** A digest as a message: what was read in which time, then story by story; or that there is nothing new. */
export function digestMessage(digest: Digest, options: DigestMessageOptions): Message {
  const { locale } = options;
  const labels = labelsFor(locale);
  const cards = digest.stories.map((story) => storyCard(digest, story, options));
  return {
    title: titleOf(digest, options),
    threadName: [aboutOf(digest), datesIn(locale, options.zone).day(digest.window.to)]
      .filter(Boolean)
      .join(' · '),
    context: contextOf(digest, options),
    blocks: cards.length > 0 ? cards : [{ kind: 'text', runs: [{ text: labels.nothingNew }] }],
    actions: options.actions ?? [],
    footer: options.footer ?? null,
    locale,
    layout: options.thread && cards.length > 0 ? 'thread' : 'single',
  };
}

/** A digest of everything is just the digest. */
function aboutOf({ topic }: Digest): string {
  return isOfEverything(topic) ? '' : topic.title;
}

function titleOf(digest: Digest, { kind, locale }: DigestMessageOptions): string {
  const labels = labelsFor(locale);
  const title = { digest: labels.digestTitle, brief: labels.briefTitle, preview: labels.previewTitle }[kind];
  return titleAbout(title, aboutOf(digest), locale);
}

/** "Mon, Feb 17, 8:00 AM – Tue, Feb 18, 8:00 AM · 14 articles, 4 outlets". */
function contextOf(digest: Digest, { locale, zone, delayed }: DigestMessageOptions): string {
  const labels = labelsFor(locale);
  const dates = datesIn(locale, zone);
  const read = [
    counted(labels.articles, digest.articleCount, locale),
    counted(labels.outlets, digest.outletCount, locale),
  ].join(labels.comma);
  const parts = [delayed ? labels.delayed : '', dates.window(digest.window), read];
  return joinIsolated(parts, ' · ', directionOfLocale(labelLocale(locale)));
}
