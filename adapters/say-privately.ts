import type { Reply } from './message/message.ts';
import { type Notice, noticeMessage } from './message/notice-message.ts';

/** What an adapter itself has to say to who asked. */
export function sayPrivately(notice: Notice): Reply {
  return { visibility: 'asker', message: noticeMessage(notice) };
}
