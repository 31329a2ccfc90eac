/**
 * Text in Markdown, Discord's and CommonMark alike: its words as `written` escapes them, between the marks of their
 * look. Marks only hold when they touch the words, so spaces at the ends stay outside.
 */
export function emphasised(
  text: string,
  look: keyof typeof marks | undefined,
  written: (words: string) => string,
): string {
  const words = text.trim();
  if (words === '') return text;
  const at = text.indexOf(words);
  const mark = look ? marks[look] : '';
  return text.slice(0, at) + mark + written(words) + mark + text.slice(at + words.length);
}

const marks = { bold: '**', italic: '*' } as const;
