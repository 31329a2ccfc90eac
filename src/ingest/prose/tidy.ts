/** Characters that are not seen and only stand in the way of finding a word: zero-width, soft hyphen, controls. */
const INVISIBLE =
  /[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;

/** One line of text: visible characters, single spaces, no space at either end. */
export function tidyLine(line: string): string {
  return line.replace(INVISIBLE, '').replace(/\s+/g, ' ').trim();
}

/** Paragraphs as an article keeps them: one empty line between, none empty. */
export function joinParagraphs(paragraphs: readonly string[]): string {
  return paragraphs
    .map(tidyLine)
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');
}

/** Shortest line that can have been broken for width; a shorter one ends where its writer ended it. */
const MIN_WRAPPED = 45;
const MAX_WRAPPED = 110;

/**
 * The paragraphs of a plain text: set apart by empty lines, or, in a text without empty lines, one a line.
 * Lines broken to fit a width are joined again.
 */
export function paragraphsOf(text: string): readonly string[] {
  const lines = text
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .split('\n')
    .map(tidyLine);
  const isWrapped = linesAreWrapped(lines);
  const paragraphs: string[] = [];
  let open = '';
  for (const line of lines) {
    if (line === '') {
      if (open !== '') paragraphs.push(open);
      open = '';
    } else if (isWrapped && open !== '') open = `${open} ${line}`;
    else {
      if (open !== '') paragraphs.push(open);
      open = line;
    }
    if (isWrapped && line !== '' && line.length < MIN_WRAPPED) {
      paragraphs.push(open);
      open = '';
    }
  }
  if (open !== '') paragraphs.push(open);
  return paragraphs;
}

/** Lines were broken for width when none is long and most that another follows end near that width. */
function linesAreWrapped(lines: readonly string[]): boolean {
  const followed = lines.filter((line, index) => line !== '' && (lines[index + 1] ?? '') !== '');
  if (followed.length < 2 || lines.some((line) => line.length > MAX_WRAPPED)) return false;
  const broken = followed.filter((line) => line.length >= MIN_WRAPPED && !/[.!?:”"]$/.test(line));
  return broken.length * 2 > followed.length;
}
