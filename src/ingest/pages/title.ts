import { tidyLine } from '../prose/tidy.ts';
import { type PageDocument, plainText } from './dom.ts';

const SEPARATOR = /\s+(?:[|–—·•»:-]|::)\s+/g;

type Said = {
  readonly linked: string | null;
  readonly social: string | null;
  readonly outlet: string | null;
  readonly url: string | null;
};

/** The headline: as JSON-LD or OpenGraph give it, else the page's one `<h1>`, else `<title>`; without the outlet's name. */
export function titleOf(document: PageDocument, { linked, social, outlet, url }: Said): string | null {
  const element = tidyLine(document.querySelector('title')?.textContent ?? '');
  const headings = [...document.querySelectorAll('h1')].map((heading) => tidyLine(heading.textContent ?? ''));
  const shown = headings.filter(
    (heading) => heading.length > 8 && heading.length < 300 && !names(heading, outlet, url),
  );
  // A heading that <title> repeats is the headline as readers see it.
  const repeated = shown.find((heading) => alike(element, heading) || alike(social ?? '', heading));
  const only = shown.length === 1 ? shown[0] : undefined;
  const said = [linked, social].map((title) => withoutOutlet(tidyLine(plainText(title ?? '')), outlet, url));
  const candidates = [repeated, ...said, only, withoutOutlet(element, outlet, url)];
  return candidates.find((title) => title !== undefined && title.length > 1) ?? null;
}

/** Takes the outlet's name off either end: "Headline - The Courier", "Courier | Headline". */
function withoutOutlet(title: string, outlet: string | null, url: string | null): string {
  const cuts = [...title.matchAll(SEPARATOR)];
  const last = cuts.at(-1);
  const first = cuts[0];
  if (last === undefined || first === undefined) return title;
  const tail = title.slice(last.index + last[0].length);
  const head = title.slice(0, first.index);
  if (names(tail, outlet, url) && last.index > 0)
    return withoutOutlet(title.slice(0, last.index), outlet, url);
  if (names(head, outlet, url)) return title.slice(first.index + first[0].length);
  return title;
}

function names(part: string, outlet: string | null, url: string | null): boolean {
  const words = squeeze(part);
  if (words === '') return false;
  const own = squeeze(outlet ?? '');
  if (own !== '' && (words === own || (words.length > 3 && own.includes(words)) || words.startsWith(own)))
    return true;
  const host =
    url !== null && URL.canParse(url)
      ? squeeze(new URL(url).hostname.replace(/^www\./, '').replace(/\.[a-z.]+$/, ''))
      : '';
  return (
    host.length > 2 && (words === host || words.includes(host) || (words.length > 3 && host.includes(words)))
  );
}

function alike(title: string, heading: string): boolean {
  const a = squeeze(title);
  const b = squeeze(heading);
  return b.length > 8 && (a.includes(b) || (a.length > 8 && b.includes(a)));
}

function squeeze(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join('');
}
