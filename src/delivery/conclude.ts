import type { Delivery } from '../domain/delivery.ts';
import type { CourantError } from '../domain/errors.ts';
import type { Store } from '../store/store.ts';
import { type Ended, outcomeOf } from './ended.ts';
import type { OnDeliveryEvent } from './events.ts';
import type { Notice } from './queue.ts';
import { answerRefusal, type RefusalTools } from './refusal.ts';

export type ConcludeTools = RefusalTools & {
  readonly store: RefusalTools['store'] & Pick<Store, 'deliveries'>;
  readonly onEvent: OnDeliveryEvent;
  /** Says when a delivery wants looking at again. */
  readonly announce: (notices: readonly Notice[]) => Promise<void>;
};

/** @param owner whom the ledger must still name as the delivery's holder */
export type Conclude = (delivery: Delivery, owner: string, ended: Ended) => Promise<void>;

/** Writes down how a try ended, then says so, and to whoever must do something about it. */
export function createConclude(tools: ConcludeTools): Conclude {
  const { store, clock, onEvent, notify, announce } = tools;
  let lastAnswer: Promise<void> = Promise.resolve();

  /** One at a time, so that many refusals of one workspace find it paused after the first and say nothing more. */
  function answerInTurn(delivery: Delivery, refusal: CourantError): Promise<void> {
    const answer = () => answerRefusal(tools, delivery, refusal);
    lastAnswer = lastAnswer.then(answer, answer);
    return lastAnswer;
  }

  return async (delivery, owner, ended) => {
    if (ended.kind === 'lost') return onEvent({ kind: 'lease-lost', delivery });
    const now = clock();
    const isOurs = await store.deliveries.finish(delivery.id, owner, outcomeOf(delivery, ended, now));
    if (!isOurs) return onEvent({ kind: 'lease-lost', delivery });
    switch (ended.kind) {
      case 'posted':
        return onEvent({ kind: 'posted', delivery, at: now, found: ended.found });
      case 'skipped':
        return onEvent({ kind: 'skipped', delivery, error: ended.error });
      case 'again':
        onEvent({ kind: 'waits', delivery, until: ended.at, error: ended.error });
        if (ended.refusal) await answerInTurn(delivery, ended.refusal);
        return announce([{ id: delivery.id, channel: delivery.channel, at: ended.at }]);
      case 'held':
        onEvent({ kind: 'held', delivery, error: ended.error });
        return notify({ kind: 'held', delivery, reason: ended.error });
      case 'dead':
        onEvent({ kind: 'dead', delivery, error: ended.error });
        if (ended.refusal) await answerInTurn(delivery, ended.refusal);
    }
  };
}
