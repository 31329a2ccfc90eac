import type { Reply } from './message/message.ts';

/** What an adapter itself has to say to who asked: a line and why. */
export function sayPrivately(title: string, text: string): Reply {
  return {
    visibility: 'asker',
    message: {
      title,
      context: null,
      blocks: [{ kind: 'text', runs: [{ text }] }],
      actions: [],
      footer: null,
      locale: 'en',
      layout: 'single',
    },
  };
}
