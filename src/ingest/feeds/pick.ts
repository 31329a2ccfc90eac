import type { Person } from './parsed-feed.ts';

/** The first text that says something, without the space around it. */
export function firstText(...texts: readonly (string | null | undefined)[]): string | null {
  for (const text of texts) {
    const trimmed = text?.trim();
    if (trimmed) return trimmed;
  }
  return null;
}

/** An address made absolute against the feed's own; null for what is not http, or holds a user name or password. */
export function httpAddress(address: string | null | undefined, base: string | null): string | null {
  // "www.example.org/a" is no path of the feed's own site.
  const written = address?.trim().replace(/^(?=www\.)/i, 'https://');
  if (!written) return null;
  const url = base !== null && URL.canParse(base) ? URL.parse(written, base) : URL.parse(written);
  if (url === null) return null;
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  if (url.username !== '' || url.password !== '') return null;
  // As written where it was absolute: some sites tell "HTTP://Host" and "%7E" apart in their own links.
  return /^https?:\/\//i.test(written) ? written : url.href;
}

export function personOf(person: { name?: string; email?: string } | undefined): Person | null {
  const name = firstText(person?.name);
  const email = firstText(person?.email);
  return name === null && email === null ? null : { name, email };
}

/** Nobody is called anything longer; an address is looked for from each character to the end. */
const MAX_PERSON = 500;

/** "Jo Lindqvist (jo@courier.example)", "jo@courier.example (Jo Lindqvist)", "Jo Lindqvist <jo@courier.example>". */
export function personIn(text: string | null | undefined): Person | null {
  const written = firstText(text)?.slice(0, MAX_PERSON);
  if (written === undefined) return null;
  const email = /[^\s<>()]+@[^\s<>()]+\.[^\s<>()]+/.exec(written)?.[0] ?? null;
  const name = firstText(email === null ? written : written.replace(email, '').replace(/[()<>]/g, ''));
  return { name, email };
}

/** As readers of feeds write a person. */
export function personText(person: Person | null): string | null {
  if (person === null) return null;
  if (person.name !== null && person.email !== null) return `${person.name} (${person.email})`;
  return person.name ?? person.email;
}
