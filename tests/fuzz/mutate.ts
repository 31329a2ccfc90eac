import fc from 'fast-check';

/** One change to a document. Places are shares of its length, so that a change fits a document of any size. */
export type Mutation =
  | { readonly kind: 'cut'; readonly at: number; readonly length: number }
  | { readonly kind: 'repeat'; readonly at: number; readonly length: number; readonly times: number }
  | { readonly kind: 'insert'; readonly at: number; readonly token: string; readonly times: number }
  | { readonly kind: 'overwrite'; readonly at: number; readonly bytes: Uint8Array }
  | { readonly kind: 'truncate'; readonly at: number }
  | { readonly kind: 'move'; readonly from: number; readonly to: number; readonly length: number };

/** What parsers of XML and HTML stumble over. */
const TOKENS = [
  '<',
  '>',
  '</',
  '/>',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<!DOCTYPE x [<!ENTITY a "aaaa">]>',
  '&a;',
  '&#0;',
  '&#x110000;',
  '&amp;amp;',
  '&',
  '"',
  "'",
  '\0',
  '\ufeff',
  '\u2028',
  '\ud800',
  '<?xml version="1.0" encoding="utf-16"?>',
  '<?',
  '<script>',
  '</script>',
  '<style>',
  '<template>',
  '<svg><foreignObject>',
  '<table><tr><td>',
  '<p>',
  '</p></p>',
  '<br>',
  '<a href="javascript:alert(1)">',
  '<base href="http://169.254.169.254/">',
  '<meta charset="x-user-defined">',
  '<meta charset=utf-7>',
  '<item>',
  '</item>',
  '<entry>',
  '</channel>',
  '<rss version="2.0">',
  '<feed xmlns="http://www.w3.org/2005/Atom">',
  '<link href="//" rel="hub">',
  '<pubDate>99999999999999999999</pubDate>',
  '<pubDate>Mon, 31 Feb 20251 25:61:61 +9999</pubDate>',
  '<ttl>-1</ttl>',
  '<ttl>1e308</ttl>',
  '<sy:updateFrequency>0</sy:updateFrequency>',
  '{"@graph":[[[[',
  '"@type":"NewsArticle",',
  '{',
  '}',
  '[',
  ']',
  'null,',
  '1e999,',
  '“',
  '”',
  'é',
  '\u202e',
  '日本',
  '😀',
];

const place = fc.double({ min: 0, max: 1, noNaN: true });

export const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.record({ kind: fc.constant('cut' as const), at: place, length: fc.nat(2_000) }),
  fc.record({ kind: fc.constant('repeat' as const), at: place, length: fc.nat(300), times: fc.nat(40) }),
  fc.record({
    kind: fc.constant('insert' as const),
    at: place,
    token: fc.constantFrom(...TOKENS),
    times: fc.oneof({ weight: 9, arbitrary: fc.nat(3) }, { weight: 1, arbitrary: fc.nat(3_000) }),
  }),
  fc.record({ kind: fc.constant('overwrite' as const), at: place, bytes: fc.uint8Array({ maxLength: 12 }) }),
  fc.record({ kind: fc.constant('truncate' as const), at: place }),
  fc.record({ kind: fc.constant('move' as const), from: place, to: place, length: fc.nat(3_000) }),
);

export function mutate(document: Buffer, mutations: readonly Mutation[]): Buffer {
  return mutations.reduce(apply, document);
}

function apply(document: Buffer, mutation: Mutation): Buffer {
  const offset = (share: number) => Math.floor(share * document.length);
  switch (mutation.kind) {
    case 'cut': {
      const at = offset(mutation.at);
      return replaced(document, at, at + mutation.length, Buffer.alloc(0));
    }
    case 'repeat': {
      const at = offset(mutation.at);
      const part = document.subarray(at, at + mutation.length);
      return replaced(document, at, at, Buffer.concat(Array.from({ length: mutation.times }, () => part)));
    }
    case 'insert': {
      const at = offset(mutation.at);
      return replaced(document, at, at, Buffer.from(mutation.token.repeat(mutation.times)));
    }
    case 'overwrite': {
      const at = offset(mutation.at);
      return replaced(document, at, at + mutation.bytes.length, Buffer.from(mutation.bytes));
    }
    case 'truncate':
      return document.subarray(0, offset(mutation.at));
    default: {
      const from = offset(mutation.from);
      const part = document.subarray(from, from + mutation.length);
      const rest = replaced(document, from, from + mutation.length, Buffer.alloc(0));
      const to = Math.floor(mutation.to * rest.length);
      return replaced(rest, to, to, part);
    }
  }
}

function replaced(document: Buffer, from: number, to: number, part: Uint8Array): Buffer {
  return Buffer.concat([document.subarray(0, from), part, document.subarray(to)]);
}
