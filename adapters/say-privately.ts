import type { Form, Reply } from './message/message.ts';
import { noticeMessage } from './message/notice-message.ts';

/** What an adapter itself has to say to who asked: a line and why. */
export function sayPrivately(title: string, text: string): Reply {
  return { visibility: 'asker', message: noticeMessage({ title, lines: [text], locale: 'en' }) };
}

/** Instead of a form that can't be opened any more: both platforms give three seconds for it. */
export function formTooLate(form: Form): Reply {
  return sayPrivately(form.title, 'This took too long to open. Please try again.');
}
