import type { Reply } from './message/message.ts';
import type { Notice } from './message/notice-message.ts';
import { saying } from './message/phrases/saying.ts';

/** What an adapter itself has to say to who asked. The phrases of all languages are loaded with the first of it. */
export async function sayPrivately(notice: Notice): Promise<Reply> {
  const { noticeMessage } = await import('./message/notice-message.ts');
  return { visibility: 'asker', message: noticeMessage(notice) };
}

/** Instead of a form that can't be opened any more: both platforms give three seconds for it. */
export function formTooLate(locale: string): Promise<Reply> {
  return sayPrivately({ title: saying('didNotWork'), lines: [saying('tooLongToOpen')], locale });
}
