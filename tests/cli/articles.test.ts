import { mkdirSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTerminal, type Terminal } from './terminal.ts';

const bridge = `Elmford opens its bridge

The mayor of Elmford, Ann Lee, opened the new bridge over the Wend on Tuesday. "The new bridge will carry our grandchildren," Lee said. The bridge cost four million euros and took two years to build.

Source: Elmford Times
`;
const strike = `<!doctype html><html lang="en"><head><title>Bus drivers in Elmford strike</title><meta property="og:site_name" content="Wend Courier"></head>
<body><article><h1>Bus drivers in Elmford strike</h1><p>Bus drivers in Elmford stopped work on Wednesday over their hours.</p><p>"We want one free weekend a month," said Joan Pike, who speaks for the drivers. The town offered talks on Friday.</p></article></body></html>`;
const harvest = `# Apple harvest is the best in years

Growers around Elmford picked a third more apples than last year, their union said on Wednesday. Dry weeks in May had kept the blossom safe.
`;
const row = (title: string, text: string) =>
  JSON.stringify({ title, text, outlet: 'Wend Courier', date: '2026-11-18' });

describe('courant add', () => {
  let terminal: Terminal;
  beforeEach(() => {
    terminal = openTerminal();
  });
  afterEach(() => terminal.close());

  it('stores plain text, HTML, Markdown and JSON Lines', async () => {
    const files = [
      terminal.file('bridge.txt', bridge),
      terminal.file('strike.html', strike),
      terminal.file('harvest.md', harvest),
      terminal.file(
        'more.jsonl',
        `${row('Library opens late', 'The library of Elmford opens until ten at night from Monday on.')}\n${row('Choir seeks tenors', 'The choir of Elmford seeks four tenors before its concert in May.')}\n`,
      ),
    ];
    expect(await terminal.courant(['add', ...files])).toEqual({
      code: 0,
      output: '5 articles added\n',
      errors: '',
    });
    const { output } = await terminal.courant(['digest', '--since', '30d']);
    for (const title of ['Elmford opens its bridge', 'Bus drivers in Elmford strike', 'Apple harvest is'])
      expect(output).toContain(title);
  });

  it('stores an article once however often it is given, and says so', async () => {
    const file = terminal.file('bridge.txt', bridge);
    await terminal.courant(['add', file]);
    expect(await terminal.courant(['add', file])).toMatchObject({
      code: 0,
      output: '0 articles added, 1 already there\n',
    });
    expect(await terminal.courant(['add', '-'], bridge)).toMatchObject({
      output: '0 articles added, 1 already there\n',
    });
  });

  it('reads standard input', async () => {
    expect(await terminal.courant(['add', '-'], bridge)).toMatchObject({
      code: 0,
      output: '1 article added\n',
    });
    expect((await terminal.courant(['quotes', 'lee'])).output).toContain(
      'The new bridge will carry our grandchildren',
    );
  });

  it('names each bad file with its fault, and stores the others', async () => {
    mkdirSync(terminal.file('folder'));
    const files = [
      terminal.file('nowhere.txt'),
      terminal.file('folder'),
      terminal.file('empty.txt', ''),
      terminal.file(
        'rows.jsonl',
        `${row('Choir seeks tenors', 'The choir of Elmford seeks four tenors before May.')}\n{"title":\n`,
      ),
      terminal.file('bridge.txt', bridge),
    ];
    const { code, output, errors } = await terminal.courant(['add', ...files]);
    expect(code).toBe(1);
    expect(output).toBe('2 articles added, 4 could not be read\n');
    const [nowhere, folder, empty, broken, ...more] = errors.trim().split('\n');
    expect(nowhere).toBe(`${files[0]}: There is no such file.`);
    expect(folder).toBe(`${files[1]}: This is a folder; name the files in it.`);
    expect(empty).toBe(`${files[2]}: the file is empty. Give a file with an article in it.`);
    expect(broken).toMatch(/rows\.jsonl.*2/);
    expect(more).toEqual([]);
  });
});

describe('courant digest, brief and quotes', () => {
  let terminal: Terminal;
  beforeEach(async () => {
    terminal = openTerminal();
    await terminal.courant([
      'add',
      terminal.file('bridge.txt', bridge),
      terminal.file('strike.html', strike),
    ]);
  });
  afterEach(() => terminal.close());

  it('shows a digest of files alone without storing them', async () => {
    const file = terminal.file('harvest.md', harvest);
    expect(await terminal.courant(['digest', '--file', file])).toMatchObject({ code: 0, errors: '' });
    expect((await terminal.courant(['brief', 'apples'])).output).toContain('Nothing on apples');
    expect((await terminal.courant(['digest', '--file', '-'], harvest)).output).toContain('Apple harvest is');
    expect(await terminal.courant(['digest', '--file', terminal.file('nowhere')])).toMatchObject({
      code: 1,
      output: '',
    });
  });

  it('gives quotes as JSON that stand in their articles to the letter', async () => {
    const { output } = await terminal.courant([
      'digest',
      '--file',
      terminal.file('bridge.txt'),
      '--format',
      'json',
    ]);
    const { stories, articles } = JSON.parse(output);
    const [quote] = stories[0].keyQuotes;
    expect(articles[0].text.slice(quote.start, quote.end)).toBe(quote.text);
    expect(quote).toMatchObject({
      text: 'The new bridge will carry our grandchildren,',
      speaker: { name: 'Ann Lee' },
    });
  });

  it.each([
    ['text', /^News digest\n/],
    ['json', /^{/],
    ['slack', /"type": "section"|"type": "header"/],
    ['discord', /"allowed_mentions": {/],
    ['html', /^<!doctype html>/],
    ['markdown', /^# News digest\n/],
  ])('shows a digest as %s', async (format, expected) => {
    const { code, output, errors } = await terminal.courant(['digest', '--format', format]);
    expect({ code, errors }).toEqual({ code: 0, errors: '' });
    expect(output).toMatch(expected);
    expect(output).toContain('Joan Pike');
    if (['json', 'slack', 'discord'].includes(format)) expect(() => JSON.parse(output)).not.toThrow();
  });

  it('answers a brief and quotes, in text without colour and as JSON', async () => {
    const brief = await terminal.courant(['brief', 'bridge', '7d']);
    expect(brief).toMatchObject({ code: 0, errors: '' });
    expect(brief.output).toContain('Ann Lee');
    expect(brief.output).not.toContain('\u001b');
    const quotes = JSON.parse((await terminal.courant(['quotes', 'pike', '--format', 'json'])).output);
    expect(JSON.stringify(quotes.blocks)).toContain('We want one free weekend a month');
  });

  it('says on standard error why there is nothing, and how to see something', async () => {
    const nothing = await terminal.courant(['digest', 'volcanoes']);
    expect(nothing).toEqual({
      code: 0,
      output: '',
      errors: 'Nothing on “volcanoes” in this time. Try --since 30d.\n',
    });
    const empty = openTerminal();
    expect((await empty.courant(['digest'])).errors).toBe(
      'No articles yet. Add some with courant add FILE, or see the samples with courant serve --once.\n',
    );
    expect((await empty.courant(['brief', 'bridge'])).output).toContain(
      'courant sources add https://example.org',
    );
    empty.close();
  });

  it('refuses a time that is none', async () => {
    expect(await terminal.courant(['digest', '--since', 'lately'])).toEqual({
      code: 2,
      output: '',
      errors: 'courant: “lately” is not a time I understand. Try --since 7d, yesterday or 2025-02-18.\n',
    });
  });
});
