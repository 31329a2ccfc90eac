import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTerminal, type Terminal } from './terminal.ts';

describe('subscriptions on the command line', () => {
  let terminal: Terminal;
  beforeEach(() => {
    terminal = openTerminal();
  });
  afterEach(() => terminal.close());

  it('are made, listed with the next local hour, and ended', async () => {
    const made = await terminal.courant([
      'subscribe',
      'slack:T1/C1',
      'harbour',
      'at',
      '08:00',
      'weekdays',
      'Europe/Kyiv',
    ]);
    expect(made).toMatchObject({ code: 0, errors: '' });
    expect(made.output).toContain('on weekdays at 8:00 AM (Europe/Kyiv)');
    expect((await terminal.courant(['subscriptions'])).output).toBe(
      'slack:T1/C1  harbour  on weekdays at 08:00 (Europe/Kyiv)  next 2026-11-20 08:00\n',
    );
    const [json] = (await terminal.courant(['subscriptions', '--json'])).output.trim().split('\n');
    expect(JSON.parse(json ?? '')).toMatchObject({
      topic: 'harbour',
      channel: { platform: 'slack', workspace: 'T1', channel: 'C1' },
      nextDueAt: Date.parse('2026-11-20T06:00:00Z'),
    });
    expect(await terminal.courant(['unsubscribe', 'slack:T1/C1', 'harbour'])).toMatchObject({ code: 0 });
    expect((await terminal.courant(['subscriptions'])).output).toContain('No subscriptions yet');
    expect((await terminal.courant(['subscriptions', '--json'])).output).toBe('');
  });

  it('are refused in words that can be typed here', async () => {
    await terminal.courant(['subscribe', 'console', 'harbour']);
    const twice = await terminal.courant(['subscribe', 'console', 'harbour']);
    expect(twice).toMatchObject({ code: 1, output: '' });
    expect(twice.errors).toContain('Change it with `courant ask /digest settings harbour`.');
    const nowhere = await terminal.courant(['subscribe', 'irc:x/y', 'harbour']);
    expect(nowhere).toMatchObject({ code: 2, output: '' });
    expect(nowhere.errors).toContain('“irc:x/y” is not a channel. Write slack:T0123/C0456');
    expect((await terminal.courant(['unsubscribe', 'discord:1/2', 'harbour'])).code).toBe(1);
  });
});

describe('courant ask', () => {
  let terminal: Terminal;
  beforeEach(async () => {
    terminal = openTerminal();
    await terminal.courant(['subscribe', 'discord:11/22', 'harbour', 'at', '08:00', 'UTC']);
  });
  afterEach(() => terminal.close());
  const there = ['--channel', 'discord:11/22'];

  it('asks any command as in a channel, with or without the slash', async () => {
    for (const command of ['/digest', 'digest']) {
      const { code, output } = await terminal.courant(['ask', ...there, command, 'list']);
      expect(code).toBe(0);
      expect(output).toContain('harbour every day at 8:00 AM (UTC)');
      expect(output).toContain('courant ask --channel discord:11/22 /digest settings <topic>');
    }
    expect((await terminal.courant(['ask', ...there, '/digest', 'pause', 'harbour'])).code).toBe(0);
    expect((await terminal.courant(['subscriptions'])).output).toMatch(/paused: .+/);
  });

  it('shows a form as its fields, and fills it in with --set', async () => {
    const form = await terminal.courant(['ask', ...there, '/digest', 'settings', 'harbour']);
    expect(form.output).toMatch(/^ {2}length +short {2}\(headlines \| short \| full\)$/m);
    const saved = await terminal.courant([
      'ask',
      ...there,
      '/digest',
      'settings',
      'harbour',
      '--set',
      'length=full',
      'when=07:30 weekdays Europe/Berlin',
    ]);
    expect(saved).toMatchObject({ code: 0, errors: '' });
    const [json] = (await terminal.courant(['subscriptions', '--json'])).output.trim().split('\n');
    expect(JSON.parse(json ?? '')).toMatchObject({
      options: { length: 'full', quotes: true },
      schedule: { times: ['07:30'], days: [1, 2, 3, 4, 5], zone: 'Europe/Berlin' },
    });
  });

  it.each([
    [['--set', 'length=endless'], '“endless” is no length of this form. It takes headlines | short | full.'],
    [['--set', 'colour=red'], '--set colour=red sets nothing of this form. It has when=…, length=…'],
    [['--set', 'when=whenever'], 'whenever'],
  ])('refuses %j and changes nothing', async (set, words) => {
    const before = await terminal.courant(['subscriptions', '--json']);
    const { code, output, errors } = await terminal.courant([
      'ask',
      ...there,
      '/digest',
      'settings',
      'harbour',
      ...set,
    ]);
    expect({ code, output }).toEqual({ code: 2, output: '' });
    expect(errors).toContain(words);
    expect(await terminal.courant(['subscriptions', '--json'])).toEqual(before);
  });

  it('names the commands there are where there is none of that name', async () => {
    const { code, errors } = await terminal.courant(['ask', '/weather']);
    expect(code).toBe(2);
    expect(errors).toContain('There is no command “/weather”. There are /brief, /quotes, /digest,');
  });

  it('names the command that does what it can’t', async () => {
    const { errors } = await terminal.courant(['ask', '/sources', 'add', 'https://harbour.example']);
    expect(errors).toBe('courant: This is not answered here. Use `courant sources add`.\n');
  });
});

describe('courant topics', () => {
  it('stores the topics of a file, and refuses a file that is none', async () => {
    const terminal = openTerminal();
    const file = terminal.file(
      'topics.json',
      JSON.stringify([{ slug: 'trade', title: 'Trade', query: 'tariffs OR customs' }]),
    );
    expect(await terminal.courant(['topics', file])).toMatchObject({
      code: 0,
      output: 'trade  tariffs OR customs\n',
    });
    terminal.close();
  });

  it.each([
    ['{}', /Invalid input: expected array/],
    ['[{', /JSON/],
    ['[{"slug": "a", "title": "A", "query": "a"}, {"slug": "b", "title": "B"}]', /topic 2, "query": Invalid/],
    ['[{"slug": "Trade war", "title": "T", "query": "t"}]', /topic 1, "slug": write it as "trade-war"/],
  ])('says of %s what is wrong with it', async (content, fault) => {
    const terminal = openTerminal();
    const wrong = await terminal.courant(['topics', terminal.file('wrong.json', content)]);
    expect(wrong).toMatchObject({ code: 2, output: '' });
    expect(wrong.errors).toMatch(/wrong\.json is not a topics file \(.+\)\. It is a JSON list/);
    expect(wrong.errors).toMatch(fault);
    terminal.close();
  });

  it('takes a byte order mark, as some editors write it, and says that a file is not there', async () => {
    const terminal = openTerminal();
    expect(await terminal.courant(['topics', terminal.file('marked.json', '\uFEFF[]')])).toMatchObject({
      code: 0,
      errors: '',
    });
    expect((await terminal.courant(['topics', 'nowhere.json'])).errors).toMatch(
      /nowhere\.json can’t be read/,
    );
    terminal.close();
  });

  it('suggests for the first one a command that works as it stands', async () => {
    const terminal = openTerminal();
    const { output } = await terminal.courant(['topics']);
    const [, typed = ''] = /ask '(.+)'\n$/.exec(output) ?? [];
    const added = await terminal.courant(['ask', typed]);
    expect(added).toMatchObject({ code: 0, errors: '' });
    expect(added.output).toContain('\ncourant brief trade · courant subscribe console trade\n');
    terminal.close();
  });
});
