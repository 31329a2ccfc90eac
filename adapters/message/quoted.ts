import { directionOf, directionOfLocale, isolated, joinIsolated } from './direction.ts';
import { labelLocale, labelsFor } from './labels/labels.ts';

/**
 * Verbatim stretches, each in the quotation marks of the language the labels are in. Nothing is changed inside; only
 * the comma that led on to "she said" goes, with the sentence it belonged to.
 */
export function quoted(stretches: readonly string[], locale: string): string {
  const [open, close] = labelsFor(locale).quotationMarks;
  const marked = stretches.map((stretch) => open + withoutLeadingOn(stretch) + close);
  if (marked.length === 1) return marked[0] ?? '';
  const base = directionOf(marked[0] ?? '');
  return marked.map((part) => (directionOf(part) === base ? part : isolated(part))).join(' … ');
}

/** "Sergey Lavrov, Russian Foreign Minister". */
export function speakerLine(
  { speaker, role }: { readonly speaker: string; readonly role: string | null },
  locale: string,
): string {
  return joinIsolated([speaker, role ?? ''], commaIn(directionOf(speaker), locale));
}

/** The comma of the labels' language in a line that runs its way; a Latin one in a line that runs against it. */
export function commaIn(way: 'ltr' | 'rtl', locale: string): string {
  const { comma } = labelsFor(locale);
  return comma === latinComma || way === directionOfLocale(labelLocale(locale)) ? comma : latinComma;
}

const latinComma = ', ';

function withoutLeadingOn(stretch: string): string {
  return stretch.endsWith(',') || stretch.endsWith('،') ? stretch.slice(0, -1) : stretch;
}
