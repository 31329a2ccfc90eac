import type { Reply } from './message/message.ts';
import type { Notice } from './message/notice-message.ts';

/** What an adapter itself has to say to who asked. The phrases of all languages are loaded with the first of it. */
export async function sayPrivately(notice: Notice): Promise<Reply> {
  const { noticeMessage } = await import('./message/notice-message.ts');
  return { visibility: 'asker', message: noticeMessage(notice) };
}
