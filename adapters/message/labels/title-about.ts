import { directionOfLocale, opening, within } from '../direction.ts';
import { labelLocale } from './labels.ts';

/** A title like "{topic}: news digest" with what it is about, which may be written the other way round; "News digest" for one of everything. */
export function titleAbout(title: string, about: string, locale: string): string {
  if (about === '') return withoutTopic(title, locale);
  const base = directionOfLocale(labelLocale(locale));
  const put = title.startsWith('{topic}') ? opening : within;
  return title.replace('{topic}', () => put(base, about));
}

function withoutTopic(title: string, locale: string): string {
  const rest = title.replace(/^\{topic\}\s*:\s*|\s*:\s*\{topic\}$/u, '');
  const [first = ''] = rest;
  return first.toLocaleUpperCase(labelLocale(locale)) + rest.slice(first.length);
}
