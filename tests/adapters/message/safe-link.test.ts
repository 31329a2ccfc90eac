import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeLink } from '../../../adapters/message/safe-link.ts';

/** What addresses are made of, and what `URL` changes in them. */
const part = fc.constantFrom(
  ...[
    'news',
    'Example',
    'b-c',
    '--',
    'xn--80ak6aa92e',
    '127',
    '0x7f',
    '.',
    '..',
    '/',
    '/./',
    '/../',
    '/.well-known',
  ],
  ...[
    'x.html',
    '?',
    'a=1',
    '&',
    '#',
    '%2e',
    '%20',
    ':80',
    ':443',
    'user@',
    '_',
    '~',
    'é',
    '\u200b',
    ' ',
    '\n',
    '(',
    '|',
  ],
);
const address = fc
  .tuple(
    fc.constantFrom('https://', 'http://', 'HTTPS://', 'https:'),
    fc.array(part, { maxLength: 4 }),
    fc.constantFrom('', 'news.example', 'news.example/', '.example/a'),
    fc.array(part, { maxLength: 6 }),
  )
  .map(([scheme, before, host, after]) => scheme + before.join('') + host + after.join(''));

/** The same with those marks written either way. */
const read = (href: string): string => href.replace(/%(?:27|28|29|2A|7C|7E)/g, decodeURIComponent);

describe('a safe link', () => {
  it('is what `URL` makes of the address, but for marks a chat might read', () => {
    fc.assert(
      fc.property(address, (href) => {
        const link = safeLink(href);
        if (link === null) return;
        expect(link).not.toMatch(/[|<>()[\]\\*~`'"\s]/);
        expect(read(link)).toBe(read(new URL(href).href));
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    ['https://news.example/2025/02/18/riyadh-talks', 'https://news.example/2025/02/18/riyadh-talks'],
    ['https://news.example/a.b/c.html?id=1&x=%20', 'https://news.example/a.b/c.html?id=1&x=%20'],
    ['https://news.example', 'https://news.example/'],
    ['https://news.example/a/../b', 'https://news.example/b'],
    ['https://news.example/a/.', 'https://news.example/a/'],
    ['https://news.example/a_(b)', 'https://news.example/a_%28b%29'],
    ['https://0x7f.1/', 'https://127.0.0.1/'],
    ['https://user@news.example/a', null],
    ['javascript:alert(1)', null],
  ])('of %j is %j', (href, link) => expect(safeLink(href)).toBe(link));
});
