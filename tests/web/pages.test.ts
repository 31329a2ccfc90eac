import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { labelsFor } from '../../adapters/message/labels/labels.ts';
import { languages } from '../../src/domain/languages.ts';
import { type SampleSite, startSampleSite } from './sample-site.ts';

describe('the pages', () => {
  let site: SampleSite;
  beforeAll(async () => {
    site = await startSampleSite();
  });
  afterAll(() => site.close());

  it('forbid everything but their own stylesheet, and say nothing about where a reader came from', async () => {
    for (const path of ['/', '/digests', '/nowhere', '/preview/slack', '/preview/discord']) {
      const { headers } = await fetch(site.url + path);
      expect(headers.get('content-security-policy'), path).toMatch(
        /^default-src 'none'; style-src 'sha256-[\w+/=]+'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'$/,
      );
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('set-cookie')).toBeNull();
    }
  });

  it('say what is not here with 404', async () => {
    const answer = await fetch(`${site.url}/nowhere`);
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain('There is nothing at this address.');
  });

  it('take nothing of an address into the page', async () => {
    const answer = await fetch(`${site.url}/preview/slack?theme=%3Cscript%3E&length=%22x&width=9&thread=%3C`);
    expect(await answer.text()).not.toMatch(/<script|"x/);
  });

  it('preview as a new subscription gets it, and as asked', async () => {
    const [usual, headlines] = await Promise.all(
      ['/preview/slack', '/preview/slack?length=headlines'].map(async (path) =>
        (await fetch(site.url + path)).text(),
      ),
    );
    expect(usual).toContain('Rate a story');
    expect(usual?.match(/<blockquote/g)?.length).toBeGreaterThan(0);
    expect(headlines).not.toContain('<blockquote');
    expect(headlines).toContain(site.digest.stories[0]?.headline.split(' ')[0] ?? '');
  });

  it.each(languages)('say their own words in %s', async (locale) => {
    const local = await startSampleSite({ locale });
    try {
      const page = await (await fetch(`${local.url}/digests`)).text();
      const { today, earlier, noDigestYet } = labelsFor(locale).pages;
      expect(page).toContain(`<html lang="${locale}"`);
      for (const words of [today, earlier, noDigestYet]) expect(page).toContain(words);
    } finally {
      await local.close();
    }
  });
});
