import type { Digest } from '../../src/domain/digest.ts';
import type { DigestLength } from '../../src/domain/subscription.ts';
import { datesIn } from './dates.ts';
import { directionOfLocale, joinIsolated, within } from './direction.ts';
import { counted, labelsFor } from './labels/labels.ts';
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
  const cards = digest.stories.map((story) => storyCard(digest.id, story, options));
  return {
    title: titleOf(digest, options),
    context: contextOf(digest, options),
    blocks: cards.length > 0 ? cards : [{ kind: 'text', runs: [{ text: labels.nothingNew }] }],
    actions: options.actions ?? [],
    footer: options.footer ?? null,
    locale,
    layout: options.thread && cards.length > 0 ? 'thread' : 'single',
  };
}

function titleOf({ topic }: Digest, { kind, locale }: DigestMessageOptions): string {
  const labels = labelsFor(locale);
  const title = { digest: labels.digestTitle, brief: labels.briefTitle, preview: labels.previewTitle }[kind];
  return title.replace('{topic}', () => within(directionOfLocale(locale), topic.title));
}

/** "Tuesday, February 18 · Feb 17, 8:00 AM – Feb 18, 8:00 AM · 14 articles, 4 outlets". */
function contextOf(digest: Digest, { locale, zone, delayed }: DigestMessageOptions): string {
  const labels = labelsFor(locale);
  const dates = datesIn(locale, zone);
  const read = [
    counted(labels.articles, digest.articleCount, locale),
    counted(labels.outlets, digest.outletCount, locale),
  ].join(labels.comma);
  const when = [dates.day(digest.window.to), dates.window(digest.window)];
  return joinIsolated([delayed ? labels.delayed : '', ...when, read], ' · ');
}
