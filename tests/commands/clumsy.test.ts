/** What newcomers mistype, people press twice, and two admins do at once: each gets an answer that leads on. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commandWorld, formOf, messageOf, news, type World, wordsOf } from './world.ts';

let world: World;
beforeEach(async () => {
  world = await commandWorld();
});
afterEach(() => world.store.close());

const said = async (line: string, person: object = {}) => wordsOf(await world.ask(line, person));
const subscribed = () => world.store.subscriptions.ofChannel(news);

describe('asking for help', () => {
  it.each(['/brief help', '/subscribe ?', '/sources HELP', '/topics hilfe', '/quotes --help'])(
    '%s explains, and does nothing else',
    async (line) => {
      expect(await said(line)).toMatch(/^What you can ask me\n/);
      expect(await subscribed()).toEqual([]);
    },
  );

  it.each([
    ['/digest ukraine at 8', '/digest subscribe ukraine at 8'],
    ['/digest subscibe ukraine at 8', '/digest subscribe ukraine at 8'],
    ['/sources example.org', '/sources add example.org'],
    ['/topics ukraine', '/topics show ukraine'],
  ])('%s is answered with a line to copy', async (line, mended) => {
    expect(await said(line)).toMatch(new RegExp(`\\nTry ${mended}\\.$`));
  });
});

describe('an order of topic and time', () => {
  const taken: readonly (readonly [order: string, topic: string, times: readonly string[]])[] = [
    ['ukraine 8', 'ukraine', ['08:00']],
    ['ukraine um 8 Uhr werktags', 'ukraine', ['08:00']],
    ['ukraine täglich 8:00 MEZ', 'ukraine', ['08:00']],
    ['ukraine every morning', 'ukraine', ['08:00']],
    ['ukraine Berlin', 'ukraine', ['08:00']],
    ['"apollo 11" at 9', 'apollo-11', ['09:00']],
    ['"black friday"', 'black-friday', ['08:00']],
    ['top 10 at 9', 'top-10', ['09:00']],
    ['war on drugs', 'war-on-drugs', ['08:00']],
    ['new covid-19 cases', 'new-covid-19-cases', ['08:00']],
    ['women at work', 'women-at-work', ['08:00']],
  ];
  it.each(taken)('“%s” is of %s', async (order, topic, times) => {
    await world.ask(`/subscribe ${order}`);
    expect(await subscribed()).toMatchObject([{ topic, schedule: { times } }]);
  });

  it.each([
    ['apollo 11', '11', '/digest subscribe apollo at 11:00 every day Europe/Kyiv'],
    ['real madrid', 'madrid', '/digest subscribe real at 08:00 every day Europe/Madrid'],
    ['black friday', 'friday', '/digest subscribe black at 08:00 Friday Europe/Kyiv'],
    ['earth day', 'day', '/digest subscribe earth at 08:00 every day Europe/Kyiv'],
    ['good morning', 'morning', '/digest subscribe good at 08:00 every day Europe/Kyiv'],
  ])('“%s” is asked back, with a line for either', async (order, doubtful, when) => {
    const words = await said(`/subscribe ${order}`);
    expect(words).toContain(`“${doubtful}” may say when it comes, or belong to the topic.`);
    expect(words).toContain(`${when}. If it belongs to the topic: /digest subscribe "${order}".`);
    expect(await subscribed()).toEqual([]);
    await world.ask(when);
    expect(await subscribed()).toHaveLength(1);
  });

  it('is all topic on Discord, which has a field of its own for when', async () => {
    const requester = {
      channel: { platform: 'discord' as const, workspace: 'G1', channel: '1' },
      user: '1',
      locale: 'en',
      zone: null,
      mayManage: async () => true,
    };
    const ask = (options: Readonly<Record<string, string>>) =>
      world.handlers.command({ command: 'subscribe', subcommand: null, text: null, options, requester });
    expect(wordsOf(await ask({ topic: 'real madrid' }))).toContain('Subscribed to real madrid');
    expect(wordsOf(await ask({ topic: 'ukraine', when: '8' }))).toContain('every day at 8:00 AM');
  });

  it.each(['every 2 days', 'biweekly', 'tomorrow at 8', 'monthly'])(
    'to come “%s” is refused with what there is instead',
    async (when) => {
      expect(await said(`/subscribe space ${when}`)).toMatch(
        /It can come every day, on weekdays, or on the days you name\./,
      );
      expect(await subscribed()).toEqual([]);
    },
  );

  it('for another channel is to be given there', async () => {
    for (const order of [
      'ukraine to #general at 8',
      'ukraine <#C123|general> at 8',
      'ukraine nach #general at 8',
    ])
      expect(await said(`/subscribe ${order}`)).toMatch(
        /comes to the channel it is asked for in\.\nSay it there: \/digest subscribe ukraine at 8\.$/,
      );
    expect(await said('/subscribe #metoo')).toContain('Subscribed to #metoo');
  });

  it('with a zone that is nearly one is answered with that one in the line to copy', async () => {
    expect(await said('/subscribe ukraine at 8:00 Berln')).toMatch(
      /Try .* ukraine at 08:00 every day Europe\/Berlin\.$/,
    );
  });
});

describe('a subscription asked for again', () => {
  const discord = { channel: { platform: 'discord' as const, workspace: 'G1', channel: '1' }, zone: null };

  it('gets the hours that are named, and keeps the rest', async () => {
    await world.ask('/subscribe ukraine at 8 weekdays Europe/London');
    expect(await said('/subscribe ukraine at 9:30')).toMatch(
      /^Saved: ukraine\nIt comes on weekdays at 9:30 AM \(Europe\/London\)\.\nNext digest: /,
    );
    expect(await said('/subscribe ukraine')).toContain('This channel gets Ukraine already.');
    expect(await subscribed()).toHaveLength(1);
    expect(await said('/subscribe ukraine at 10', { manager: false })).toContain('Only ');
  });

  it('is how a time zone is named afterwards, with the line that was given for it', async () => {
    const answer = await said('/subscribe ukraine', discord);
    const [line = ''] = /\/digest subscribe [^.]+/.exec(answer) ?? [];
    expect(await said(line, discord)).toContain('It comes every day at 8:00 AM (Europe/Kyiv).');
  });

  it('takes the quotation marks of phones for plain ones, in Discord’s fields too', async () => {
    const requester = { ...discord, user: '1', locale: 'en', mayManage: async () => true };
    const options = { topic: '“apollo 11”' };
    await world.handlers.command({ command: 'subscribe', subcommand: null, text: null, options, requester });
    expect(await world.store.topics.get('apollo-11')).toMatchObject({ query: '"apollo 11"' });
  });
});

describe('several subscriptions and none named', () => {
  it('are buttons: one press does what was asked', async () => {
    await world.ask('/subscribe ukraine');
    await world.ask('/subscribe economy');
    for (const [command, outcome] of [
      ['pause', 'Paused: ukraine'],
      ['resume', 'Resumed: ukraine'],
      ['preview', 'Ukraine: preview of the next digest'],
      ['now', 'On its way: ukraine'],
      ['unsubscribe', 'Unsubscribed from ukraine'],
    ]) {
      const { actions, ...which } = messageOf(await world.ask(`/digest ${command}`));
      expect(JSON.stringify(which)).toContain('Which one?');
      expect(actions.map(({ label }) => label)).toEqual(['economy', 'ukraine']);
      const button = actions.find(({ label }) => label === 'ukraine');
      expect(wordsOf(await world.press(button?.name ?? '', button?.value ?? ''))).toContain(outcome);
    }
  });

  it('of another workspace are out of reach, whoever presses', async () => {
    await world.ask('/subscribe ukraine');
    const [subscription] = await subscribed();
    const elsewhere = { channel: { ...news, workspace: 'T2' } };
    for (const name of ['pause', 'unsubscribe', 'settings', 'preview'])
      expect(wordsOf(await world.press(name, subscription?.id ?? '', elsewhere))).toContain('is gone');
  });

  it('are no way around the right to manage', async () => {
    await world.ask('/subscribe ukraine');
    const [subscription] = await subscribed();
    for (const name of ['pause', 'now', 'resume', 'unsubscribe'])
      expect(wordsOf(await world.press(name, subscription?.id ?? '', { manager: false }))).toMatch(/Only /);
  });
});

describe('forms', () => {
  const settingsWith = async (changes: Readonly<Record<string, string>>) => {
    const form = formOf(await world.ask('/digest settings ukraine'));
    const fields = Object.fromEntries(form.fields.map(({ name, initial }) => [name, initial]));
    return world.press(form.name, form.value, {}, { ...fields, ...changes });
  };
  beforeEach(() => world.ask('/subscribe ukraine'));

  it('with a fault in them can be opened again by a button', async () => {
    const refused = await settingsWith({ when: 'at noonish' });
    expect(messageOf(refused).actions).toMatchObject([{ name: 'settings', label: 'Open again' }]);
    const [button] = messageOf(refused).actions;
    expect(formOf(await world.press('settings', button?.value ?? '')).name).toBe('save-settings');
  });

  it('take “8”, “8 Uhr werktags” and “MEZ” for what they are', async () => {
    for (const when of ['8', '8 Uhr werktags', 'MEZ'])
      expect(wordsOf(await settingsWith({ when }))).toContain('Saved: ukraine');
    expect(await subscribed()).toMatchObject([{ schedule: { zone: 'Europe/Berlin' } }]);
  });

  it('mute outlets in whatever letters they are typed, and none of endless names', async () => {
    await settingsWith({ further: 'mute the harbour POST, mute The Harbour Post' });
    expect(await subscribed()).toMatchObject([{ options: { mutedOutlets: ['The Harbour Post'] } }]);
    expect(wordsOf(await settingsWith({ further: `mute ${'x'.repeat(500)}` }))).toContain(
      'don’t know the option',
    );
  });

  it('of topics refuse a search without a word, and what is too long', async () => {
    const form = formOf(await world.ask('/topics edit economy'));
    const fields = Object.fromEntries(form.fields.map(({ name, initial }) => [name, initial]));
    const sent = async (changes: object) =>
      wordsOf(await world.press(form.name, form.value, {}, { ...fields, ...changes }));
    expect(await sent({ query: '"' })).toContain('There is no word to look for');
    const [again] = messageOf(await world.press(form.name, form.value, {}, { ...fields, query: '' })).actions;
    expect(formOf(await world.press(again?.name ?? '', again?.value ?? '')).title).toBe('Topic');
    expect(await sent({ query: 'x'.repeat(3000) })).toContain('too long for a topic');
    expect(await sent({ synonyms: 'word, '.repeat(500) })).toContain('at most 1,000 characters');
    expect(await said('/topics add nothing: "')).toContain('There is no word to look for');
    expect(await said('/digest why "')).toContain('Which story?');
  });
});

describe('twice, or two at once', () => {
  it('a brief is shared once', async () => {
    const share = messageOf(await world.ask('/brief ukraine')).actions[0]?.value ?? '';
    expect(await world.press('share', share)).toMatchObject({ visibility: 'channel' });
    const again = await world.press('share', share, { user: 'U2' });
    expect(again).toMatchObject({ visibility: 'asker' });
    expect(wordsOf(again)).toBe('It is in the channel already');
    world.now += 11_000;
    expect(await world.press('share', share)).toMatchObject({ visibility: 'channel' });
  });

  it('two who subscribe to the same at once are told so, and there is one', async () => {
    const answers = await Promise.all([
      world.ask('/subscribe space'),
      world.ask('/subscribe space', { user: 'U2' }),
    ]);
    expect(answers.map((answer) => wordsOf(answer).split('\n')[0]).toSorted()).toEqual([
      'Subscribed to Space',
      'That did not work',
    ]);
    expect(await subscribed()).toHaveLength(1);
  });

  it('Undo pressed twice says that it is there already; settings of what another ended, that it is gone', async () => {
    await world.ask('/subscribe space');
    const form = formOf(await world.ask('/digest settings space'));
    const undo =
      messageOf(await world.ask('/digest unsubscribe space', { user: 'U2' })).actions[0]?.value ?? '';
    expect(wordsOf(await world.press(form.name, form.value, {}, { when: '8am' }))).toContain(
      'This subscription is gone.',
    );
    await world.press('undo-unsubscribe', undo);
    expect(wordsOf(await world.press('undo-unsubscribe', undo))).toContain(
      'This channel gets space already.',
    );
    expect(world.answered.filter(({ ourFault }) => ourFault)).toEqual([]);
  });

  it('an order whose topic was removed says so, and keeps nobody from the others', async () => {
    await world.ask('/subscribe space');
    await world.ask('/subscribe ukraine');
    await world.store.topics.remove('space');
    expect(await said('/digest why riyadh')).toMatch(
      /space: The topic “space” was removed\.\nukraine: it stands 1 of/,
    );
    expect(await said('/digest now ukraine')).toContain('On its way');
  });

  it('what is sent or explained while paused says that it is', async () => {
    await world.ask('/subscribe ukraine');
    await world.ask('/digest pause');
    expect(await said('/digest now')).toContain('Its subscription stays paused.');
    expect(await said('/digest why riyadh')).toContain('This subscription is paused.');
  });
});
