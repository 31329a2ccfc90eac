/**
 * Text for a mrkdwn field so that it shows as it is. Only `& < >` are control characters and without `<` there is
 * no mention, link or date (docs.slack.dev/messaging/formatting-message-text).
 */
export function escapeSlack(text: string): string {
  if (!control.test(text)) return text;
  return text.replace(allControl, (mark) => entities[mark] ?? mark);
}

/**
 * The same for mrkdwn that is shown: `* _ ~ \`` and `:name:` can't be escaped in Slack, and a line that begins with
 * an escaped `>` is a quote all the same, so they become their nearest look-alikes. For short labels only: prose
 * goes into rich_text, where nothing is read as markup.
 */
export function escapeMrkdwnLabel(text: string): string {
  if (!markup.test(text)) return text;
  return escapeSlack(text.replace(allMarks, (mark) => lookAlikes[mark] ?? mark));
}

const control = /[&<>]/;
const allControl = /[&<>]/g;

const markup = /[&<>*_~`|:]/;
const allMarks = /[*_~`|:>]/g;

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

const lookAlikes: Readonly<Record<string, string>> = {
  '*': '∗',
  _: '＿',
  '~': '∼',
  '`': 'ˋ',
  '|': '∣',
  ':': '∶',
  '>': '›',
};
