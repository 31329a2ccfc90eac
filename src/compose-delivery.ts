import { digestMessage } from '../adapters/message/digest-message.ts';
import type { Compose } from './delivery/attempt.ts';
import type { Digest } from './domain/digest.ts';

/** A digest that comes later than this after its hour says so. */
const noticeableDelay = 30 * 60_000;

/** The message of a delivery, as its subscription wishes it. Pure: it can be made again and is the same. */
export const composeDelivery: Compose = ({ delivery, subscription, digest }) => {
  const { options, schedule, topic } = subscription;
  return digestMessage(digest ?? nothingNew(topic, delivery), {
    zone: schedule.zone,
    locale: options.locale,
    length: options.length,
    quotes: options.quotes,
    thread: options.thread,
    feedback: digest !== null,
    kind: 'digest',
    delayed: digest !== null && digest.builtAt - delivery.dueAt > noticeableDelay,
  });
};

function nothingNew(topic: string, { window, dueAt }: Parameters<Compose>[0]['delivery']): Digest {
  return {
    id: '',
    topic: { slug: topic, title: topic },
    window,
    stories: [],
    articleCount: 0,
    outletCount: 0,
    language: 'und',
    builtAt: dueAt,
  };
}
