import { directionOfLocale, opening, within } from '../direction.ts';
import { labelLocale } from './labels.ts';

/** A title like "{topic}: news digest" with what it is about, which may be written the other way round. */
export function titleAbout(title: string, about: string, locale: string): string {
  const base = directionOfLocale(labelLocale(locale));
  const put = title.startsWith('{topic}') ? opening : within;
  return title.replace('{topic}', () => put(base, about));
}
