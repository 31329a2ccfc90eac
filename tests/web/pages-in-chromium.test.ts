import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium, openChromium } from '../counterparts/chromium.ts';
import { type SampleSite, startSampleSite } from './sample-site.ts';

const executable = findChromium();
if (executable === null)
  process.stderr.write('Skipped: pages in Chromium. There is none here; install it, or set CHROMIUM.\n');

const pages = [
  '/',
  '/digests',
  '/nowhere',
  '/preview/slack',
  '/preview/discord',
  '/preview/slack?thread=yes',
];

describe.skipIf(executable === null)('pages in Chromium', { timeout: 60_000 }, () => {
  let browser: Browser;
  let site: SampleSite;
  let arabic: SampleSite;

  beforeAll(async () => {
    [browser, site, arabic] = await Promise.all([
      openChromium(executable ?? ''),
      startSampleSite(),
      startSampleSite({ locale: 'ar', zone: 'Asia/Riyadh' }),
    ]);
  });
  afterAll(async () => {
    await browser?.close();
    await Promise.all([site?.close(), arabic?.close()]);
  });

  async function withPage<T>(
    look: (page: Page) => Promise<T>,
    options: BrowserContextOptions = {},
  ): Promise<T> {
    const context = await browser.newContext(options);
    try {
      return await look(await context.newPage());
    } finally {
      await context.close();
    }
  }

  /** Rules of WCAG 2.2 AA and good practice a page breaks, each with where. */
  async function faultsOf(page: Page): Promise<readonly string[]> {
    // A preview has the colours of the client it draws, and its links without a line; the rest is ours.
    const theirs = page.url().includes('/preview/') ? ['link-in-text-block', 'color-contrast'] : [];
    const rules = Object.fromEntries(theirs.map((id) => [id, { enabled: false }]));
    await page.evaluate(axe.source);
    const found = (await page.evaluate(`axe.run(document, ${JSON.stringify({ rules })})`)) as axe.AxeResults;
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  }

  it.each(['light', 'dark'] as const)(
    'can be used by everybody: headings, landmarks, names, contrast (%s)',
    (colorScheme) =>
      withPage(
        async (page) => {
          for (const path of pages) {
            await page.goto(site.url + path);
            expect(await faultsOf(page), path).toEqual([]);
          }
        },
        { colorScheme },
      ),
  );

  it('never scroll sideways, on the narrowest phone too', () =>
    withPage(
      async (page) => {
        for (const path of [...pages, '/preview/discord?width=phone']) {
          await page.goto(site.url + path);
          const wide = Number(await page.evaluate('document.documentElement.scrollWidth'));
          expect(wide, path).toBeLessThanOrEqual(320);
        }
      },
      { viewport: { width: 320, height: 800 } },
    ));

  it('ask for nothing but themselves, and read the same without scripts', () =>
    withPage(
      async (page) => {
        const asked: string[] = [];
        page.on('request', (request) => asked.push(request.url()));
        for (const path of pages) {
          await page.goto(site.url + path);
          expect(await page.locator('h1').count(), path).toBe(1);
        }
        expect(asked).toEqual(pages.map((path) => site.url + path));
      },
      { javaScriptEnabled: false },
    ));

  it('keep their looks, and let no script or picture in, under their policy', () =>
    withPage(async (page) => {
      for (const path of pages) {
        await page.goto(site.url + path);
        const ran = await page.evaluate(`
          const refusals = [];
          const both = new Promise((resolve) => document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
            refusals.push(effectiveDirective);
            if (refusals.length === 2) resolve(refusals.sort());
          }));
          const script = document.createElement('script');
          script.textContent = 'window.ran = true';
          const picture = document.createElement('img');
          picture.src = '/picture.png';
          document.body.append(script, picture);
          both.then((refusals) => ({ refusals, ran: window.ran === true, styled: document.styleSheets.length }))
        `);
        expect(ran, path).toEqual({ refusals: ['img-src', 'script-src-elem'], ran: false, styled: 1 });
      }
    }));

  it('run from right to left in Arabic, and English stories in it from left to right', async () => {
    await withPage(async (page) => {
      await page.goto(arabic.url);
      const found = await page.evaluate(`({
        page: document.documentElement.dir,
        language: document.documentElement.lang,
        title: getComputedStyle(document.querySelector('h1')).direction,
        titleRight: document.querySelector('h1').getBoundingClientRect().right,
        column: document.querySelector('main').getBoundingClientRect().right,
        story: getComputedStyle(document.querySelector('.story h2')).direction,
        bar: getComputedStyle(document.querySelector('figure')).borderLeftWidth,
      })`);
      expect(found).toMatchObject({ page: 'rtl', language: 'ar', title: 'rtl', story: 'ltr', bar: '3px' });
      expect(await faultsOf(page)).toEqual([]);
    });
  });

  it('show the story first that the digest has first, linked, with who said its quotes', async () => {
    const [first] = site.digest.stories;
    await withPage(async (page) => {
      await page.goto(site.url);
      const story = page.locator('.story').first();
      expect(await story.locator('h2 a').innerText()).toBe(first?.headline);
      expect(await story.locator('h2 a').getAttribute('href')).toBe(first?.url);
      expect(await story.locator('figcaption').first().innerText()).toContain(
        first?.keyQuotes[0]?.speaker?.name,
      );
    });
  });

  it('lead from a preview to every other view of the same digest', async () => {
    await withPage(async (page) => {
      await page.goto(`${site.url}/preview/slack`);
      await page.getByRole('link', { name: 'Dark' }).click();
      await page.getByRole('link', { name: 'Thread' }).click();
      expect(await page.locator('main.slack.dark').count()).toBe(1);
      expect(await page.locator('article').count()).toBe(site.digest.stories.length + 1);
      await page.getByRole('link', { name: 'Discord' }).click();
      expect(await page.locator('main.discord.dark').count()).toBe(1);
    });
  });
});
