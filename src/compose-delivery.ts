import { type DigestMessageOptions, digestMessage } from '../adapters/message/digest-message.ts';
import type { Message } from '../adapters/message/message.ts';
import type { Compose } from './delivery/attempt.ts';
import type { Digest } from './domain/digest.ts';

/** A digest that comes later than this after its hour says so. */
const noticeableDelay = 30 * 60_000;

/** The message of a delivery, as its subscription wishes it. Pure: it can be made again and is the same. */
export const composeDelivery: Compose = ({ delivery, subscription, digest }) => {
  const { options, schedule, topic } = subscription;
  const shown: DigestMessageOptions = {
    zone: schedule.zone,
    locale: options.locale,
    length: options.length,
    quotes: options.quotes,
    thread: options.thread,
    feedback: digest !== null,
    kind: 'digest',
    delayed: digest !== null && digest.builtAt - delivery.dueAt > noticeableDelay,
  };
  return digest === null ? digestMessage(nothingNew(topic, delivery), shown) : shared(digest, shown);
};

/** The messages made of each digest that somebody still holds, by how they show it. */
const messages = new WeakMap<Digest, Map<string, Message>>();

/** Channels that wish the same of one digest share one message. */
function shared(digest: Digest, shown: DigestMessageOptions): Message {
  const ofDigest = messages.get(digest) ?? new Map<string, Message>();
  messages.set(digest, ofDigest);
  const key = JSON.stringify(shown);
  const message = ofDigest.get(key) ?? digestMessage(digest, shown);
  ofDigest.set(key, message);
  return message;
}

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
