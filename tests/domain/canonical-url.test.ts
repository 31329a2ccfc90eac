import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalizeUrl } from '../../src/domain/canonical-url.ts';

describe('canonicalizeUrl', () => {
  const same = 'https://example.com/world/talks-resume?page=2';
  it.each([
    ['http', 'http://example.com/world/talks-resume?page=2'],
    ['www', 'https://www.example.com/world/talks-resume?page=2'],
    ['a phone host', 'https://m.example.com/world/talks-resume?page=2'],
    ['a www and phone host', 'https://www.m.example.com/world/talks-resume?page=2'],
    ['capitals in scheme and host', 'HTTPS://Example.COM/world/talks-resume?page=2'],
    ['a default port', 'https://example.com:443/world/talks-resume?page=2'],
    ['a trailing slash', 'https://example.com/world/talks-resume/?page=2'],
    ['a fragment', 'https://example.com/world/talks-resume?page=2#comments'],
    ['tracking', 'https://example.com/world/talks-resume?utm_source=x&page=2&fbclid=1&CMP=share'],
    ['an AMP path', 'https://example.com/world/talks-resume/amp?page=2'],
    ['an AMP folder', 'https://example.com/amp/world/talks-resume?page=2'],
    ['an AMP parameter', 'https://example.com/world/talks-resume?amp=1&page=2&outputType=amp-type'],
    [
      'an AMP cache',
      'https://www-example-com.cdn.ampproject.org/c/s/www.example.com/world/talks-resume?page=2',
    ],
    ['a search engine viewer', 'https://www.google.com/amp/s/amp.example.com/world/talks-resume?page=2'],
    ['needless escapes', 'https://example.com/%77orld/talks%2Dresume?page=2'],
    ['credentials', 'https://me:secret@example.com/world/talks-resume?page=2'],
    ['an index page', 'https://example.com/world/talks-resume/index.html?page=2'],
    ['spaces around', '  https://example.com/world/talks-resume?page=2\n'],
  ])('makes no difference of %s', (_, url) => {
    expect(canonicalizeUrl(url)).toBe(same);
  });

  it('sorts the parameters that name the page', () => {
    expect(canonicalizeUrl('https://example.com/a?b=2&a=2&a=1')).toBe('https://example.com/a?a=1&a=2&b=2');
  });

  it('keeps what tells two pages apart', () => {
    const pages = [
      'https://example.com/a',
      'https://example.com/A',
      'https://example.org/a',
      'https://example.com:8080/a',
      'https://news.example.com/a',
      'https://example.com/a?id=1',
      'https://example.com/#!/a',
      'https://example.com/amplify',
    ];
    expect(new Set(pages.map(canonicalizeUrl)).size).toBe(pages.length);
  });

  it('does not eat the name of a short site', () => {
    expect(canonicalizeUrl('https://m.co/a')).toBe('https://m.co/a');
  });

  it.each([
    '',
    'nothing',
    '/path',
    'ftp://example.com/a',
    'javascript:alert(1)',
    'mailto:a@example.com',
    'file:///etc/passwd',
    `https://example.com/${'a'.repeat(5000)}`,
  ])('has none for %j', (address) => {
    expect(canonicalizeUrl(address)).toBeNull();
  });

  it('is settled after one time', () => {
    const path = fc.array(
      fc.constantFrom('amp', 'a', 'index.html', 'b.amp', 'c.amp.html', '', '%7e', '%2f'),
      { maxLength: 6 },
    );
    const query = fc.array(fc.constantFrom('a=1', 'utm_source=x', 'amp', 'b=%20', 'A=2'), { maxLength: 4 });
    const host = fc.constantFrom(
      'example.com',
      'm.example.com',
      'www.m.example.co.uk',
      'amp.example.com:8080',
      '[2001:db8::1]',
    );
    fc.assert(
      fc.property(host, path, query, (name, segments, parameters) => {
        const once = canonicalizeUrl(`http://${name}/${segments.join('/')}?${parameters.join('&')}`);
        expect(once).not.toBeNull();
        expect(canonicalizeUrl(once ?? '')).toBe(once);
      }),
    );
  });
});
