import { CourantError } from '../domain/errors.ts';

/** A subscription to a topic that is not stored any more. */
export class TopicRemoved extends CourantError {
  /** Its slug. */
  readonly topic: string;

  /** What adds one of that name again: its search was not kept, so that is the name's words. */
  readonly command: string;

  constructor(topic: string) {
    const command = `/topics add ${topic}: ${topic.replaceAll('-', ' ')}`;
    super('not-found', `The topic “${topic}” was removed.`, { mend: `Add it again with \`${command}\`.` });
    this.topic = topic;
    this.command = command;
  }
}
