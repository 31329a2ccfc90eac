/**
 * Text for a field with Markdown so that it shows as it is: no formatting, no mention, timestamp, emoji or link
 * comes of it. Discord shows any punctuation after a backslash as that character. Headings, lists and quotes only
 * begin a line; texts have no line breaks, so only their beginning matters. Bare addresses are not made links:
 * what may be followed, we link ourselves. Whatever begins like a mention is broken besides, for readers that look
 * at the raw text. At most three times as long as the text.
 *
 * `@discordjs/formatters` leaves quotes, subtext, mentions, timestamps and emoji alive, hence our own.
 */
export function escapeDiscord(text: string): string {
  if (!special.test(text)) return text;
  return inertPlain(text.replace(inline, '\\$&').replace(lineStart, '$1\\$2'));
}

/** The same for the label of a masked link, where a backslash before a bracket doesn't hold. */
export function escapeLinkLabel(text: string): string {
  return escapeDiscord(text.replaceAll('[', '(').replaceAll(']', ')'));
}

/** Text for `code`: backslashes don't work inside it, so only what would end it goes. */
export function codeText(text: string): string {
  return inertPlain(text.replaceAll('`', 'ˋ'));
}

/** Text for a field without Markdown: footers, labels. They can't ping; the mark between makes it certain. */
export function inertPlain(text: string): string {
  return text.includes('@') || text.includes('<') ? text.replace(mention, '$&\u200b') : text;
}

const mention = /@(?=everyone|here)|<(?=[@#:!/\w])/gi;
const special = /[\\*_~`|[\]<>@:]|^\s*(?:[#+-]|\d+[.)])/;
/** Emoji names and the colon of an address, besides the marks that format. */
const inline = /[\\*_~`|[\]<]|:(?=\/\/|[\w+-]{1,40}:)/g;
const lineStart = /^(\s*\d{0,9})([>#+.)-])/;
