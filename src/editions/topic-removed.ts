import { CourantError } from '../domain/errors.ts';

/** A subscription to a topic that is not stored any more. */
export class TopicRemoved extends CourantError {
  /** Its slug. */
  readonly topic: string;

  constructor(topic: string) {
    super('not-found', `The topic “${topic}” was removed.`, {
      mend: `Add it again with \`/topics add ${topic}: …\`.`,
    });
    this.topic = topic;
  }
}
