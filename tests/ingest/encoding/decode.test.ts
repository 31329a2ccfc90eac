import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { charsetOf, decodeDocument } from '../../../src/ingest/encoding/decode.ts';

const latin = (text: string) => Uint8Array.from([...text].map((character) => character.charCodeAt(0)));
const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16be = (text: string) =>
  latin([...text].map((c) => `${String.fromCharCode(c.charCodeAt(0) >> 8, c.charCodeAt(0) & 255)}`).join(''));

describe('decodeDocument', () => {
  it('believes a byte order mark before anything else', () => {
    expect(
      decodeDocument(utf8('\ufeff<?xml version="1.0" encoding="koi8-r"?>é'), 'text/xml; charset=big5'),
    ).toMatchObject({ encoding: 'utf-8', source: 'bom' });
    expect(decodeDocument(latin('\xff\xfeh\x00i\x00')).text).toBe('hi');
  });

  it('believes the header before the document', () => {
    const found = decodeDocument(
      latin('<?xml version="1.0" encoding="iso-8859-5"?>\xc4'),
      'text/xml; charset=koi8-r',
    );
    expect(found).toMatchObject({ encoding: 'koi8-r', source: 'header', text: expect.stringContaining('д') });
  });

  it('reads the XML declaration and the meta element', () => {
    expect(decodeDocument(latin('<?xml version="1.0" encoding="koi8-r"?>\xc4')).text).toContain('д');
    expect(
      decodeDocument(
        latin('<html><meta http-equiv="Content-Type" content="text/html; charset=shift_jis">\x82\xa0'),
      ).text,
    ).toContain('あ');
    expect(decodeDocument(latin('<meta charset="iso-8859-1">\x93x\x94')).text).toContain('“x”');
  });

  it('finds the meta element behind a long comment', () => {
    const page = `<html><!--${'long '.repeat(500)}--><meta charset="koi8-r">\xc4`;
    expect(decodeDocument(latin(page)).text).toContain('д');
  });

  it('knows UTF-16 without a mark', () => {
    expect(decodeDocument(utf16be('<?xml version="1.0" encoding="utf-16"?><a>é</a>')).text).toContain(
      '<a>é</a>',
    );
  });

  it('does not believe a lie', () => {
    expect(decodeDocument(utf8('<p>Zürich</p>'), 'text/html; charset=utf-16').text).toBe('<p>Zürich</p>');
    expect(decodeDocument(latin('<p>Z\xfcrich, Gen\xe8ve</p>'), 'text/html; charset=utf-8').text).toBe(
      '<p>Zürich, Genève</p>',
    );
    expect(decodeDocument(utf8('<p>Zürich</p>'), 'text/html; charset=nonsense').text).toBe('<p>Zürich</p>');
  });

  it.each([
    ['text/html; charset=iso-8859-1', 'Zürich – “Genève”'],
    ['text/html; charset=windows-1251', 'Київ'],
    ['text/html; charset=gbk', '北京今天'],
    ['text/html; charset=us-ascii', 'Zürich'],
  ])('reads plain UTF-8 as that, where the server says %s', (header, text) => {
    expect(decodeDocument(utf8(text), header).text).toBe(text);
  });

  it('keeps UTF-8 that was cut in the middle of a character', () => {
    expect(decodeDocument(utf8('Zürich é è ü ö ä à ß ñ ç å ø œ').slice(0, -1)).text).toContain('Zürich');
  });

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 300 }),
        fc.option(fc.string()),
        (bytes, header) => typeof decodeDocument(bytes, header).text === 'string',
      ),
    );
  });
});

describe('charsetOf', () => {
  it.each([
    ['text/html; charset=utf-8', 'utf-8'],
    ['text/html;charset="UTF-8"', 'UTF-8'],
    ["text/xml; version=1; charset='koi8-r'; q=1", 'koi8-r'],
    ['text/html', null],
    [null, null],
  ])('of %j', (header, charset) => {
    expect(charsetOf(header)).toBe(charset);
  });
});
