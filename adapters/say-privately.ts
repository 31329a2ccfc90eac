import type { Reply } from './message/message.ts';
import { noticeMessage } from './message/notice-message.ts';

/** What an adapter itself has to say to who asked: a line and why. */
export function sayPrivately(title: string, text: string): Reply {
  return { visibility: 'asker', message: noticeMessage({ title, lines: [text], locale: 'en' }) };
}
