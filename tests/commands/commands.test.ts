import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answers } from '../../src/commands/handlers.ts';
import { commandSpecs } from '../../src/commands/specs.ts';
import { CourantError } from '../../src/domain/errors.ts';
import { newFeed } from '../../src/domain/feed.ts';
import { commandWorld, formOf, messageOf, news, type World, wordsOf } from './world.ts';

let world: World;
beforeEach(async () => {
  world = await commandWorld();
});
afterEach(() => world.store.close());

describe('every command', () => {
  const names = commandSpecs.flatMap(({ name, subcommands }) =>
    subcommands.length === 0 ? [name] : subcommands.map((sub) => `${name} ${sub.name}`),
  );

  it('has an answer, and every answer a command', () => {
    expect(Object.keys(answers).toSorted()).toEqual(names.toSorted());
  });

  it.each(names)('/%s without a word after it says what to do, and is no fault of ours', async (name) => {
    const reply = await world.ask(`/${name}`);
    expect('kind' in reply ? reply.title : wordsOf(reply)).not.toMatch(/broke on my side/);
    expect(world.answered.every(({ ourFault }) => !ourFault)).toBe(true);
  });

  it('stays within what Discord and Slack take for names and descriptions', () => {
    for (const spec of commandSpecs.flatMap((one) => [one, ...one.subcommands])) {
      expect(spec.name).toMatch(/^[a-z]{1,32}$/);
      expect(spec.description.length).toBeLessThanOrEqual(100);
      expect(spec.options.length).toBeLessThanOrEqual(25);
      for (const { description } of spec.options) expect(description.length).toBeLessThanOrEqual(100);
    }
  });
});

describe('/brief', () => {
  it('tells the stories of a topic with summaries, quotes and speakers, to the asker alone', async () => {
    const reply = await world.ask('/brief ukraine');
    const { blocks, actions } = messageOf(reply);
    expect(reply).toMatchObject({ visibility: 'asker' });
    const stories = blocks.filter((block) => block.kind === 'story');
    expect(stories[0]?.summary.join(' ')).toMatch(/Riyadh|Saudi/);
    expect(stories[0]?.quotes.map(({ speaker }) => speaker)).toContain('Sergey Lavrov');
    expect(stories[0]?.sources.length).toBeGreaterThanOrEqual(3);
    expect(actions.map(({ name }) => name)).toEqual(expect.arrayContaining(['share', 'subscribe']));
  });

  it('answers while nothing can be stored, without the buttons that would ask for what was', async () => {
    const full = new CourantError('unavailable', 'The disk is full.');
    world.store.digests.save = () => Promise.reject(full);
    const { blocks, actions, footer } = messageOf(await world.ask('/brief ukraine'));
    expect(blocks.some(({ kind }) => kind === 'story')).toBe(true);
    expect({ actions, footer }).toEqual({ actions: [], footer: expect.stringContaining('can be stored') });
  });

  it('reads a time at the end, and says an unknown one back with an example', async () => {
    expect(messageOf(await world.ask('/brief ukraine 7d')).blocks.length).toBeGreaterThan(0);
    const { handlers } = world;
    const requester = {
      channel: news,
      user: 'U1',
      locale: 'en',
      zone: 'Europe/Kyiv',
      mayManage: async () => true,
    };
    const reply = await handlers.command({
      command: 'brief',
      subcommand: null,
      text: null,
      options: { topic: 'ukraine', since: 'the beginning' },
      requester,
    });
    expect(wordsOf('kind' in reply ? null : reply)).toMatch(
      /“the beginning” is not a time.*\n.*\/brief ukraine 7d/,
    );
  });

  it.each([
    '"',
    'AND OR NOT',
    '(((',
    'outlet:',
    '-',
    'NEAR(a b)',
    '*',
    '%_',
    "'; DROP TABLE articles;--",
    '🇺🇦',
  ])('takes %j for words, never for a fault', async (typed) => {
    await world.ask(`/brief ${typed}`);
    expect(world.answered.at(-1)?.ourFault).toBe(false);
  });

  it('asks "did you mean", names topics and outlets, and how to add one, where nothing matches', async () => {
    const words = wordsOf(await world.ask('/brief ukrane 7d'));
    expect(words).toContain('/brief ukraine');
    expect(words).toContain('Northern Wire');
    expect(words).toContain('/sources add');
  });

  it.each(['/brief "', '/brief OR', '/quotes -', '/subscribe "" at 8'])(
    '%s holds no word to look for, and is not taken for everything',
    async (line) => {
      expect(wordsOf(await world.ask(line))).toMatch(/no word to look for|at least one letter/);
      expect(await world.store.subscriptions.list()).toEqual([]);
    },
  );

  it('of all or everything is of all there is', async () => {
    expect(messageOf(await world.ask('/brief everything 7d')).context).toContain('14 articles');
    expect(messageOf(await world.ask('/brief everything 7d', { locale: 'de' })).title).toBe('Kurzüberblick');
    expect(wordsOf(await world.ask('/subscribe all at 08:00'))).toContain('Subscribed to everything');
    expect(wordsOf(await world.ask('/subscribe all', { locale: 'de' }))).toContain(
      'Dieser Kanal bekommt alles schon.',
    );
    expect(await world.store.topics.get('all')).toMatchObject({ title: 'Everything', query: '' });
  });

  it.each(['/brief', '/quotes', '/digest subscribe', '/topics add x:'])(
    '%s refuses what is too long to be said back',
    async (command) => {
      expect(wordsOf(await world.ask(`${command} ${'word '.repeat(2000)}`))).toMatch(/too long for a topic/);
    },
  );

  it('that finds nothing says how far it looked, and what it would find without a time', async () => {
    world.now += 40 * 86_400_000;
    expect(wordsOf(await world.ask('/brief ukraine 12h'))).toMatch(
      /of the last 12 hours.*\n.*\/brief Ukraine/,
    );
    expect(wordsOf(await world.ask('/brief ukraine 12h'))).not.toContain('Did you mean');
    expect(wordsOf(await world.ask('/quotes lavrof'))).not.toContain('Without a time');
  });

  it('takes nothing of the question for marks, and knows topics by their names in other languages', async () => {
    const { blocks } = messageOf(await world.ask('/brief `x` *Київ*'));
    expect(blocks[0]).toMatchObject({
      runs: expect.arrayContaining([{ text: '`x` *Київ*', style: 'bold' }]),
    });
    expect(wordsOf(await world.ask('/brief Київ'))).toContain('Did you mean /brief ukraine?');
  });

  it('keeps its buttons working after a restart: they find the brief in the store', async () => {
    const share = messageOf(await world.ask('/brief ukraine')).actions.find(({ name }) => name === 'share');
    const again = await world.press('share', share?.value ?? '');
    expect(again).toMatchObject({ visibility: 'channel' });
    expect(messageOf(again).blocks.some(({ kind }) => kind === 'story')).toBe(true);
    expect(wordsOf(await world.press('key-quotes', share?.value ?? ''))).toContain('Sergey Lavrov');
    expect(wordsOf(await world.press('share', 'an-id-nobody-has'))).toMatch(/not kept any more.*\n.*\/brief/);
  });
});

describe('/quotes', () => {
  it('gives what a person said, word for word', async () => {
    const quotes = messageOf(await world.ask('/quotes rubio 30d')).blocks.filter(
      ({ kind }) => kind === 'quotes',
    );
    expect(quotes.map((group) => group.kind === 'quotes' && group.speaker)).toEqual(['Marco Rubio']);
    const texts = (
      await world.store.articles.searchQuotes({
        speaker: 'rubio',
        query: null,
        window: { from: 0, to: world.now },
        limit: 50,
      })
    ).map(({ quote }) => quote.text);
    for (const group of quotes)
      if (group.kind === 'quotes')
        for (const { stretches } of group.quotes) expect(texts).toContain(stretches[0]);
  });

  it('goes back further than a month where that has nothing, and says of which year it is', async () => {
    const { now } = world;
    world.now = now + 200 * 86_400_000;
    expect(JSON.stringify(messageOf(await world.ask('/quotes lavrov')).blocks)).toMatch(/Feb 1\d, 2025/);
    expect(wordsOf(await world.ask('/quotes lavrov 30d'))).toContain('No article of the last 30 days');
    expect(messageOf(await world.ask('/brief ukraine')).context).toMatch(/^Feb 18 – Sep 7, 2025/);
    world.now = now;
  });

  it('gives what was said about a topic where nobody has that name', async () => {
    expect(wordsOf(await world.ask('/quotes asteroid 30d'))).toMatch(/NASA/);
  });
});

describe('/digest', () => {
  const subscribed = () => world.store.subscriptions.ofChannel(news);

  it.each([
    ['ukraine', ['08:00'], 'Europe/Kyiv', 7],
    ['ukraine at 7:30', ['07:30'], 'Europe/Kyiv', 7],
    ['ukraine 8am and 5:30pm weekdays', ['08:00', '17:30'], 'Europe/Kyiv', 5],
    ['ukraine every Monday 9:00 Europe/London', ['09:00'], 'Europe/London', 1],
  ])('subscribe %s', async (order, times, zone, days) => {
    const words = wordsOf(await world.ask(`/digest subscribe ${order}`));
    expect(words).toContain('Subscribed to Ukraine');
    const [subscription] = await subscribed();
    expect(subscription).toMatchObject({ topic: 'ukraine', schedule: { times, zone } });
    expect(subscription?.schedule.days).toHaveLength(days);
    expect(subscription?.nextDueAt).toBeGreaterThan(world.now);
  });

  it('takes /subscribe for the same', async () => {
    await world.ask('/subscribe ukraine');
    expect((await subscribed()).map(({ topic }) => topic)).toEqual(['ukraine']);
  });

  it('makes a topic of a search that nobody stored', async () => {
    await world.ask('/digest subscribe "interest rates" australia at 9:00');
    const [subscription] = await subscribed();
    expect(await world.store.topics.get(subscription?.topic ?? '')).toMatchObject({
      query: '"interest rates" australia',
    });
  });

  it('refuses a second subscription to the same topic, an impossible hour, an unknown zone', async () => {
    await world.ask('/digest subscribe ukraine');
    expect(wordsOf(await world.ask('/digest subscribe ukraine'))).toMatch(
      /already.*\n.*\/digest settings ukraine/,
    );
    expect(wordsOf(await world.ask('/digest subscribe economy at 25:00'))).toContain(
      '/digest subscribe economy',
    );
    expect(wordsOf(await world.ask('/digest subscribe economy at 8:00 Europe/Kiyv'))).toMatch(/Europe\/K/);
    expect(await subscribed()).toHaveLength(1);
  });

  it('lets only managers change anything, and anyone list', async () => {
    const guest = { manager: false };
    expect(wordsOf(await world.ask('/digest subscribe ukraine', guest))).toMatch(/Only workspace admins/);
    await world.ask('/digest subscribe ukraine');
    for (const command of ['pause', 'resume', 'unsubscribe', 'settings', 'now'])
      expect(wordsOf(await world.ask(`/digest ${command} ukraine`, guest))).toMatch(/Only workspace admins/);
    expect(wordsOf(await world.ask('/digest list', guest))).toContain('ukraine');
    expect(await subscribed()).toHaveLength(1);
  });

  it('keeps a zone once named in a workspace whose platform tells none', async () => {
    const discord = { channel: { platform: 'discord' as const, workspace: 'G1', channel: '1' }, zone: null };
    expect(wordsOf(await world.ask('/digest subscribe ukraine', discord))).toContain(
      'I don’t know this channel’s time zone',
    );
    await world.ask('/digest unsubscribe ukraine', discord);
    await world.ask('/digest subscribe ukraine at 8:00 Asia/Tokyo', discord);
    const next = { ...discord, channel: { ...discord.channel, channel: '2' } };
    const words = wordsOf(await world.ask('/digest subscribe economy', next));
    expect(words).toContain('Asia/Tokyo');
    expect(words).not.toContain('I don’t know');
  });

  it('takes no zone from the direct messages of strangers', async () => {
    const direct = (channel: string) => ({
      channel: { platform: 'discord' as const, workspace: '@me', channel },
      zone: null,
    });
    await world.ask('/digest subscribe ukraine at 8:00 Asia/Tokyo', direct('1'));
    expect(wordsOf(await world.ask('/digest subscribe economy', direct('1')))).toContain('Asia/Tokyo');
    expect(wordsOf(await world.ask('/digest subscribe economy', direct('2')))).toContain('I don’t know');
  });

  it('pauses, resumes without the time between, and writes down who did it', async () => {
    await world.ask('/digest subscribe ukraine at 08:00');
    await world.ask('/digest pause');
    expect((await subscribed())[0]).toMatchObject({ nextDueAt: null });
    world.now += 5 * 86_400_000;
    await world.ask('/digest resume', { user: 'U2' });
    const [subscription] = await subscribed();
    expect(subscription?.nextDueAt).toBeGreaterThan(world.now);
    expect(subscription?.coveredUntil).toBeGreaterThanOrEqual(world.now - 86_400_000);
    const history = wordsOf(await world.ask('/digest history'));
    expect(history).toMatch(/Resumed the digest of ukraine\. U2[\s\S]*Paused the digest of ukraine\. U1/);
  });

  it('changes settings by a form whose fields are filled, and refuses a wrong hour without changing anything', async () => {
    await world.ask('/digest subscribe ukraine at 08:00');
    const form = formOf(await world.ask('/digest settings ukraine'));
    const fields = Object.fromEntries(form.fields.map(({ name, initial }) => [name, initial]));
    expect(fields).toMatchObject({ when: 'at 08:00 every day Europe/Kyiv', length: 'short', locale: 'en' });
    const wrong = { ...fields, when: 'at noonish' };
    expect(wordsOf(await world.press(form.name, form.value, {}, wrong))).toMatch(/noonish/);
    expect((await subscribed())[0]?.schedule.times).toEqual(['08:00']);
    const changed = {
      ...fields,
      when: 'weekdays 9am',
      locale: 'uk',
      further: 'min outlets 2, mute The Harbour Post',
    };
    await world.press(form.name, form.value, {}, changed);
    expect((await subscribed())[0]).toMatchObject({
      schedule: { times: ['09:00'], days: [1, 2, 3, 4, 5], zone: 'Europe/Kyiv' },
      options: { locale: 'uk', minOutlets: 2, mutedOutlets: ['The Harbour Post'] },
    });
  });

  it('previews what would come, to the asker alone', async () => {
    await world.ask('/digest subscribe ukraine at 08:00');
    const reply = await world.ask('/digest preview');
    expect(reply).toMatchObject({ visibility: 'asker' });
    expect(wordsOf(reply)).toMatch(/Riyadh/);
  });

  it('explains why a story is in it, and why not', async () => {
    await world.ask('/digest subscribe ukraine at 08:00');
    expect(wordsOf(await world.ask('/digest why riyadh talks'))).toMatch(
      /ukraine: it stands 1 of .*will be in the next digest/s,
    );
    expect(wordsOf(await world.ask('/digest why asteroid'))).toMatch(
      /does not match what the topic looks for/,
    );
    expect(wordsOf(await world.ask('/digest why unicorns'))).toMatch(/No such story/);
  });

  it('takes back with Undo, in one press', async () => {
    const undo = messageOf(await world.ask('/digest subscribe ukraine')).actions.find(
      ({ name }) => name === 'unsubscribe',
    );
    await world.press('unsubscribe', undo?.value ?? '');
    expect(await subscribed()).toEqual([]);
  });

  it('gives back with Undo what was unsubscribed, at its hour and with its settings, for a day', async () => {
    await world.ask('/digest subscribe ukraine at 17:30 weekdays Europe/Berlin');
    const [before] = await subscribed();
    if (!before) throw new Error('no subscription');
    const muted = { ...before, options: { ...before.options, mutedOutlets: ['The Harbour Post'] } };
    await world.store.subscriptions.save(muted);
    const unsubscribe = async () => messageOf(await world.ask('/digest unsubscribe')).actions[0]?.value ?? '';
    const first = await unsubscribe();
    expect(wordsOf(await world.press('undo-unsubscribe', first, { manager: false }))).toContain('Only ');
    expect(await subscribed()).toEqual([]);
    expect(wordsOf(await world.press('undo-unsubscribe', first))).toContain('on weekdays at 5:30 PM');
    expect(await subscribed()).toEqual([muted]);
    const second = await unsubscribe();
    world.now += 25 * 3_600_000;
    expect(wordsOf(await world.press('undo-unsubscribe', second))).toContain('can’t be undone any more');
  });

  it('says "did you mean" for a mistyped subcommand and topic', async () => {
    expect(wordsOf(await world.ask('/digest subscibe ukraine'))).toContain('did you mean “subscribe”');
    await world.ask('/digest subscribe ukraine');
    expect(wordsOf(await world.ask('/digest pause ukrain'))).toContain('/digest pause ukraine');
  });
});

describe('feedback', () => {
  it('counts a voice once, offers to mute outlets, and a muted outlet is left out', async () => {
    await world.ask('/digest subscribe ukraine at 08:00');
    await world.ask('/brief ukraine');
    const [digest] = await world.store.digests.recent(1);
    const story = digest?.stories[0];
    const value = `${digest?.id}:${story?.id}`;
    await world.press('not-useful', value, { manager: false });
    const asked = messageOf(await world.press('not-useful', value));
    expect(await world.store.feedback.ofChannel(news, 0)).toHaveLength(1);
    const mute = asked.actions.find(({ name }) => name === 'mute-outlet');
    expect(wordsOf(await world.press('mute-outlet', mute?.value ?? '', { manager: false }))).toMatch(
      /Only workspace admins/,
    );
    await world.press('mute-outlet', mute?.value ?? '');
    const [subscription] = await world.store.subscriptions.ofChannel(news);
    expect(subscription?.options.mutedOutlets).toEqual([story?.outlets[0]]);
    expect(wordsOf(await world.ask('/digest preview'))).not.toContain(story?.outlets[0]);
  });
});

describe('/topics', () => {
  it('adds, shows what it matched, and edits everything by a form', async () => {
    expect(wordsOf(await world.ask('/topics add vatican: pope OR vatican'))).toMatch(
      /Looks for: pope OR vatican[\s\S]*Pope Francis/,
    );
    const form = formOf(await world.ask('/topics edit vatican'));
    expect(form.fields.map(({ name, initial }) => [name, initial])).toContainEqual([
      'query',
      'pope OR vatican',
    ]);
    await world.press(
      form.name,
      form.value,
      {},
      { title: 'The Vatican', query: 'pope', synonyms: 'Papst, папа', exclude: 'film', outlets: '' },
    );
    expect(await world.store.topics.get('vatican')).toEqual({
      slug: 'vatican',
      title: 'The Vatican',
      query: 'pope',
      synonyms: ['Papst', 'папа'],
      exclude: ['film'],
      outlets: [],
    });
    await world.ask('/topics edit vatican: "holy see"');
    expect(await world.store.topics.get('vatican')).toMatchObject({
      query: '"holy see"',
      synonyms: ['Papst', 'папа'],
    });
  });

  it('is changed by those who manage the channel: others are told that it is of topics too', async () => {
    expect(wordsOf(await world.ask('/topics add vatican: pope', { manager: false }))).toMatch(
      /Sources and topics can be changed by those .*\. Only workspace admins/,
    );
  });

  it('is changed in no direct message by those who manage but that', async () => {
    const direct = { manager: true, keeper: false };
    for (const line of ['/topics add vatican: pope', '/sources remove https://example.org'])
      expect(wordsOf(await world.ask(line, direct))).toMatch(/Ask in a channel that you manage\.$/);
    expect(wordsOf(await world.ask('/subscribe ukraine', direct))).toContain('Subscribed to Ukraine');
  });

  it('is changed by its keepers alone where strangers may install the bot', async () => {
    await world.store.close();
    world = await commandWorld({ sharing: { admins: ['U9'], isPublic: true } });
    expect(wordsOf(await world.ask('/topics add vatican: pope'))).toMatch(/shared by all/);
    expect(wordsOf(await world.ask('/sources remove https://example.org'))).toMatch(/shared by all/);
    expect(wordsOf(await world.ask('/topics add vatican: pope', { user: 'U9', manager: false }))).toContain(
      'Topic: vatican',
    );
  });
});

describe('/sources', () => {
  it('shows nobody the key of a private feed, in lists as in the history', async () => {
    const url = 'https://news.example/feed?key=of-ours-alone';
    const probe = { feedUrl: url, outlet: 'Private', entries: 0, newestTitles: [] };
    const ours = await commandWorld({
      sources: { test: async () => probe, add: async () => probe, remove: async () => {} },
    });
    const feed = newFeed({ id: 'f', url, outlet: 'Private' }, 0);
    await ours.store.feeds.add({ ...feed, health: { ...feed.health, faults: 1, lastFault: `No ${url}` } });
    await ours.ask(`/sources add ${url}`);
    await ours.ask(`/sources remove ${url}`);
    for (const line of ['/sources list', '/digest history']) {
      const { blocks } = messageOf(await ours.ask(line));
      expect(JSON.stringify(blocks)).toContain('Private');
      expect(JSON.stringify(blocks)).not.toContain('of-ours-alone');
    }
    await ours.store.close();
  });
});

describe('suggestions', () => {
  const suggest = (command: string, typed: string) =>
    world.handlers.suggest({
      command,
      option: 'topic',
      typed,
      requester: { channel: news, user: 'U1', locale: 'en', zone: null, mayManage: async () => true },
    });

  it('come from all topics, or from those of the channel, by what the option is for', async () => {
    expect((await suggest('brief', 'ukr')).map(({ value }) => value)).toContain('ukraine');
    expect(await suggest('digest pause', '')).toEqual([]);
    await world.ask('/digest subscribe economy');
    expect((await suggest('digest pause', '')).map(({ value }) => value)).toEqual(['economy']);
    expect((await suggest('digest subscribe', '')).length).toBeGreaterThan(1);
  });
});

describe('the home page', () => {
  it('shows what the workspace gets; its buttons need the right to manage the channel they are about', async () => {
    await world.ask('/digest subscribe ukraine at 08:00', { channel: { ...news, channel: 'C7' } });
    const requester = {
      channel: { ...news, channel: 'D1' },
      user: 'U1',
      locale: 'en',
      zone: 'Europe/Kyiv',
      mayManage: async () => true,
    };
    const page = await world.handlers.home?.(requester);
    expect(page?.context).toBe('1 digest in 1 channel');
    expect(JSON.stringify(page?.blocks)).toContain('"mention":{"kind":"channel","id":"C7"}');
    const [subscription] = await world.store.subscriptions.list();
    const reply = await world.handlers.action({
      name: 'settings',
      value: subscription?.id ?? '',
      fields: {},
      messageId: null,
      requester: { ...requester, mayManage: async (channel) => channel?.channel !== 'C7' },
    });
    expect(wordsOf(reply)).toMatch(/Only workspace admins/);
  });
});

describe('a channel that is lost', () => {
  it('rests with the reason, and goes on by itself when it is found; a pause of people stays', async () => {
    await world.ask('/digest subscribe ukraine');
    await world.ask('/digest subscribe economy');
    await world.ask('/digest pause economy');
    await world.handlers.reach({ channel: news, reachable: false, reason: 'The channel was archived.' });
    expect(wordsOf(await world.ask('/digest list'))).toMatch(/paused: The channel was archived/);
    await world.handlers.reach({ channel: news, reachable: true, reason: 'It is back.' });
    const after = await world.store.subscriptions.ofChannel(news);
    expect(Object.fromEntries(after.map(({ topic, nextDueAt }) => [topic, nextDueAt === null]))).toEqual({
      ukraine: false,
      economy: true,
    });
  });
});
