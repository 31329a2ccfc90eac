import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium, openChromium } from '../counterparts/chromium.ts';
import { fillMorning } from './operator-rows.ts';
import { type SampleSite, startSampleSite } from './sample-site.ts';

const executable = findChromium();
if (executable === null)
  process.stderr.write(
    'Skipped: the operator’s page in Chromium. There is none here; install it, or set CHROMIUM.\n',
  );

const token = 'of-the-operator-alone';
const looks = [
  { colorScheme: 'light', width: 1280 },
  { colorScheme: 'dark', width: 1280 },
  { colorScheme: 'light', width: 320 },
  { colorScheme: 'dark', width: 320 },
] as const;

describe.skipIf(executable === null)('the operator’s page in Chromium', { timeout: 60_000 }, () => {
  let browser: Browser;
  let site: SampleSite;
  beforeAll(async () => {
    [browser, site] = await Promise.all([
      openChromium(executable ?? ''),
      startSampleSite({ settings: { OPERATOR_TOKEN: token }, fill: fillMorning }),
    ]);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  async function withPage(
    look: (page: Page) => Promise<void>,
    { colorScheme, width }: (typeof looks)[number] = looks[0],
  ): Promise<void> {
    const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 } });
    try {
      const page = await context.newPage();
      await page.goto(`${site.url}/operator`);
      await look(page);
    } finally {
      await context.close();
    }
  }

  async function signIn(page: Page): Promise<void> {
    await page.getByLabel('Token').fill(token);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: 'Feeds' }).waitFor();
  }

  async function faultsOf(page: Page): Promise<readonly string[]> {
    await page.evaluate(axe.source);
    const { violations } = (await page.evaluate('axe.run(document)')) as axe.AxeResults;
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  }

  it.each(looks)('can be used by everybody and never scrolls sideways: $colorScheme, $width wide', (look) =>
    withPage(async (page) => {
      const scrolls = 'document.documentElement.scrollWidth > document.documentElement.clientWidth';
      expect(await faultsOf(page)).toEqual([]);
      expect(await page.evaluate(scrolls)).toBe(false);
      await signIn(page);
      const complaints: string[] = [];
      page.on('console', (message) => complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(error.message));
      await page.reload();
      expect(await faultsOf(page)).toEqual([]);
      expect(await page.evaluate(scrolls)).toBe(false);
      expect(complaints).toEqual([]);
    }, look),
  );

  it.each([looks[0], looks[2]])('reads as tables with names, columns and rows, $width wide', (look) =>
    withPage(async (page) => {
      await signIn(page);
      const feeds = page
        .getByRole('region', { name: 'Feeds' })
        .getByRole('table', { name: 'The worst first' });
      expect(await feeds.getByRole('columnheader').allTextContents()).toEqual([
        'State',
        'Feed',
        'Read',
        'Newest article',
        'A day',
        'Next read',
        'Last fault',
      ]);
      expect(await feeds.getByRole('row').count()).toBe(5);
      // On a phone each value has a line of its own, and one that is not known has none.
      const cells = look.width === 320 ? 6 : 7;
      expect(await feeds.getByRole('row').nth(1).getByRole('cell').count()).toBe(cells);
    }, look),
  );

  it('says on a phone what each value is, since its columns have no heads there', () =>
    withPage(async (page) => {
      await signIn(page);
      const label = (await page.evaluate(
        `getComputedStyle(document.querySelector('#dead td:nth-child(3)'), '::before').content`,
      )) as string;
      expect(label).toContain('Why');
    }, looks[2]));

  it('refuses a wrong token in words, lets the right one in, stays open, and closes on signing out', () =>
    withPage(async (page) => {
      await page.getByLabel('Token').fill('wrong');
      await page.getByRole('button', { name: 'Sign in' }).click();
      expect(await page.getByRole('alert').innerText()).toBe('That is not the token.');
      await signIn(page);
      await page.getByRole('link', { name: 'Read again' }).click();
      await page.getByRole('heading', { name: 'Feeds' }).waitFor();
      expect(await page.evaluate('document.cookie')).toBe('');
      await page.getByRole('button', { name: 'Sign out' }).click();
      await page.getByLabel('Token').waitFor();
      await page.goto(`${site.url}/operator`);
      expect(await page.getByRole('table').count()).toBe(0);
    }));
});
