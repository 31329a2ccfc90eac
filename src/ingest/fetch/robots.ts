import robotsParser from 'robots-parser';
import type { KeyValues } from '../key-values.ts';
import type { Fetched } from './fetch-document.ts';

/** A CommonJS module whose types claim an ES default. */
const parseRobots = robotsParser as unknown as typeof robotsParser.default;

const DAY = 24 * 60 * 60_000;
/** RFC 9309, 2.4: no longer than a day; and after a fault ask again soon. */
const KEEP_MS = DAY;
const KEEP_FAULT_MS = 60 * 60_000;

/** The product token by which a robots.txt names us. */
const ROBOTS_AGENT = 'Courant';

/**
 * Whether a site's robots.txt lets us fetch a page. By RFC 9309, 2.3.1: one that is not there (4xx) allows all, one
 * that can't be had (5xx, no answer) forbids all until it can. Kept for a day.
 */
export async function robotsAllow(
  pageUrl: string,
  fetchRobots: (url: string) => Promise<Fetched>,
  keyValues: KeyValues,
): Promise<boolean> {
  const robotsUrl = new URL('/robots.txt', pageUrl).href;
  const key = `robots:${robotsUrl}`;
  let rules = await keyValues.get(key);
  if (rules === undefined) {
    const fetched = await fetchRobots(robotsUrl);
    rules = rulesOf(fetched);
    await keyValues.set(
      key,
      rules,
      fetched.kind === 'document' || fetched.kind === 'gone' ? KEEP_MS : KEEP_FAULT_MS,
    );
  }
  return parseRobots(robotsUrl, rules).isAllowed(pageUrl, ROBOTS_AGENT) ?? true;
}

const ALLOW_ALL = '';
const FORBID_ALL = 'User-agent: *\nDisallow: /';

function rulesOf(fetched: Fetched): string {
  switch (fetched.kind) {
    case 'document':
      return new TextDecoder().decode(fetched.body);
    case 'busy':
      return FORBID_ALL;
    case 'fault':
      return fetched.mayPass ? FORBID_ALL : ALLOW_ALL;
    default:
      return ALLOW_ALL;
  }
}
