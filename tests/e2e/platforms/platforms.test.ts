import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandSpecs } from '../../../src/commands/specs.ts';
import { eventually } from '../../adapters/world.ts';
import { directMessagesWith, ids } from '../../counterparts/discord.ts';
import { type Case, cases, placed } from './cases.ts';
import { discordPerson } from './discord-person.ts';
import { type Installation, startInstallation } from './installation.ts';
import { type Look, objectsIn, type Person, type Seen, wordsIn } from './seen.ts';
import { slackPerson } from './slack-person.ts';

let installation: Installation;
beforeAll(async () => {
  installation = await startInstallation();
});
afterAll(async () => {
  await installation.close();
  expect(installation.discord.violations).toEqual([]);
});

function shown(look: Look, words: readonly RegExp[]): Promise<Seen> {
  return eventually(() => {
    const seen = look();
    if (seen === null) throw new Error('nothing came back');
    for (const word of words) expect(seen.words).toMatch(word);
    return seen;
  });
}

function take(step: Case['steps'][number], person: Person, before: Seen | null): Look {
  if ('ask' in step) return person.ask(step.ask);
  if ('pointAt' in step) return person.pointAt(step.pointAt);
  if ('send' in step) {
    if (!before?.form) throw new Error('there is no form to send');
    return person.send(before.form, step.send);
  }
  const button = before?.buttons.find(({ label }) => step.press.test(label));
  if (!button) throw new Error(`no button ${step.press} among ${before?.buttons.map(({ label }) => label)}`);
  return person.press(button);
}

it('every command stands in the table', () => {
  const asked = cases.flatMap(({ steps }) =>
    steps.flatMap((step) =>
      'ask' in step ? [[step.ask.command, step.ask.subcommand].filter(Boolean).join(' ')] : [],
    ),
  );
  const all = commandSpecs.flatMap(({ name, subcommands }) =>
    subcommands.length === 0 ? [name] : subcommands.map((sub) => `${name} ${sub.name}`),
  );
  expect(all.filter((name) => !asked.includes(name))).toEqual([]);
});

describe.each(['slack', 'discord'] as const)('%s', (place) => {
  it.each(cases.map((one) => [one.name, one] as const))('%s', async (_name, one) => {
    const { steps, by = 'manager', posts } = placed(one, { place, site: installation.newsSite });
    const person = installation.people[place][by];
    let seen: Seen | null = null;
    for (const step of steps) {
      seen = await shown(take(step, person, seen), step.shows);
      for (const label of step.offers ?? [])
        expect(seen.buttons.map(({ label: is }) => is)).toContainEqual(expect.stringMatching(label));
      expect(seen.by).toBe(step.toAll ? 'channel' : 'asker');
      if (step.opens) expect(seen.form?.title).toContain(step.opens);
    }
    await eventually(() => {
      for (const words of posts ?? [])
        expect(
          person
            .channel()
            .map(({ words }) => words)
            .join('\n'),
        ).toMatch(words);
    });
  });
});

describe.each(['slack', 'discord'] as const)('a digest posted on %s', (place) => {
  it('can be judged by anybody, and an outlet of it muted by managers alone', async () => {
    const { manager, member } = installation.people[place];
    const posted = manager.channel().findLast(({ buttons }) => buttons.length > 0);
    const menu = (label: RegExp) => {
      const found = posted?.buttons.find((button) => label.test(button.label));
      if (!found) throw new Error(`the digest has no ${label}`);
      return found;
    };
    await shown(member.press(menu(/^Useful/)), [/Noted: useful/]);
    const less = await shown(member.press(menu(/^(Not useful|Less of this)/)), [/Noted: less of this/]);
    const mute = less.buttons.find(({ label }) => label.startsWith('Mute '));
    if (!mute) throw new Error('no outlet can be muted');
    await shown(member.press(mute), [/Only .* can change/]);
    await shown(manager.press(mute), [/^(## )?Muted /]);
  });
});

describe('after a restart', () => {
  it.each(['slack', 'discord'] as const)('the buttons of %s still work', async (place) => {
    const ask = { command: 'brief', line: 'space', options: { topic: 'space' } };
    const before = await shown(installation.people[place].manager.ask(ask), [/Space: brief/]);
    await installation.restart();
    await eventually(() => expect(installation.slack.sockets.size).toBe(1));
    const press = before.buttons.find(({ label }) => label === 'Key quotes');
    if (!press) throw new Error('the brief has no button for key quotes');
    await shown(installation.people[place].manager.press(press), [/Key quotes: Space/]);
  });

  it('does not register the same commands with Discord again', () => {
    expect(installation.discord.registered).toHaveLength(1);
  });
});

describe('what only one platform has', () => {
  it('a Discord forum gets each digest as a post, subscribed to in any of its posts', async () => {
    const { discord } = installation;
    const channel = { id: '950000000000000001', type: 11, parent_id: ids.forum };
    const person = discordPerson(discord, { manager: true, channel });
    await shown(person.ask(subscribeToSpace), [/Subscribed to Space/]);
    await shown(person.ask(postNow), [/On its way: space/]);
    await eventually(() => {
      const posts = discord.calls.filter(({ method }) => method === `POST /channels/${ids.forum}/threads`);
      expect(posts.map(({ body }) => Object(body).name)).toEqual([expect.stringMatching(/^Space · /)]);
    });
  });

  it('a Discord announcement is published to followers where the settings say so', async () => {
    const { discord } = installation;
    const person = discordPerson(discord, { manager: true, channel: { id: ids.announcements, type: 5 } });
    await shown(person.ask(subscribeToSpace), [/Subscribed to Space/]);
    const { form } = await shown(person.ask({ command: 'digest', subcommand: 'settings' }), [/Further/]);
    if (!form) throw new Error('no form came');
    await shown(person.send(form, { further: 'crosspost on' }), [/Saved: space/]);
    await shown(person.ask(postNow), [/On its way: space/]);
    await eventually(() => {
      const posted = discord.messages.filter(({ channel }) => channel === ids.announcements);
      expect(posted.map(({ crossposted }) => crossposted)).toEqual([true]);
    });
  });

  it('Slack, which knows Arabic, answers in it: commands stay as they are typed', async () => {
    const person = slackPerson(installation.slack, 'U0ARAB', 'C0NEWS');
    const ask = { command: 'brief', line: 'ukrane 7d', options: {} };
    await shown(person.ask(ask), [/لا شيء عن/, /هل تقصد/, /\/brief ukraine/]);
    const inItsOwn = slackPerson(installation.slack, 'U0ARAB', 'C0ARAB');
    const subscribe = { command: 'subscribe', line: 'space كل يوم الساعة 8 مساءً' };
    await shown(inItsOwn.ask(subscribe), [/تم الاشتراك في/, /كل يوم الساعة ٨:٠٠ م/]);
    // The line runs from right to left, though it begins with a Latin name.
    await shown(inItsOwn.ask({ command: 'digest', subcommand: 'list' }), [
      /\u200f\u2068 space \u2069 كل يوم/,
    ]);
    await shown(inItsOwn.ask({ command: 'digest', subcommand: 'history' }), [
      /اشتراك في \u2068 space \u2069 ، كل يوم/,
    ]);
    await shown(inItsOwn.ask({ command: 'unsubscribe', line: 'space' }), [/أُلغي الاشتراك/]);
  });

  it('Discord suggests topics while somebody types', async () => {
    const token = installation.discord.interact({
      type: 4,
      data: {
        id: '1',
        type: 1,
        name: 'brief',
        options: [{ type: 3, name: 'topic', value: 'ukr', focused: true }],
      },
    });
    const suggested = await eventually(() => {
      const { first } = installation.discord.answers.get(token) ?? {};
      if (!first) throw new Error('nothing was suggested');
      return first;
    });
    expect(suggested).toEqual({ type: 8, data: { choices: [{ name: 'Ukraine', value: 'ukraine' }] } });
  });

  it('Slack’s App Home shows what the workspace gets', async () => {
    const { slack, people } = installation;
    const ask = { command: 'subscribe', line: 'economy at 08:00' };
    await shown(people.slack.manager.ask(ask), [/Subscribed to Economy/]);
    slackEvent('app_home_opened', { user: 'U0ADMIN', channel: 'D0ADMIN', tab: 'home' });
    const view = await eventually(() => {
      const published = slack.views.find(({ method }) => method === 'views.publish');
      if (!published) throw new Error('no page was published');
      return published.body.view;
    });
    expect(wordsIn(view)).toMatch(/economy.*8:00/);
    expect(objectsIn(view).filter(({ type }) => type === 'button')).not.toEqual([]);
  });
});

describe('a channel that is lost', () => {
  it('on Slack: whoever asked is told once, and it goes on when the channel is back', async () => {
    const { slack, app } = installation;
    const told = () => slack.messages.filter(({ channel }) => channel === 'U0ADMIN');
    slackEvent('channel_archive', { channel: 'C0NEWS', user: 'U0ADMIN' });
    await eventually(() => expect(told()).toHaveLength(1));
    slackEvent('channel_left', { channel: 'C0NEWS' });
    slackEvent('channel_unarchive', { channel: 'C0NEWS', user: 'U0ADMIN' });
    await eventually(async () => {
      const [subscription] = await app().store.subscriptions.ofWorkspace('slack', 'T0TEST');
      expect(subscription?.pausedBecause).toBeNull();
    });
    expect(told().map(({ blocks }) => wordsIn(blocks))).toEqual([
      expect.stringMatching(/economy does not come to .* any more: The channel was archived/),
    ]);
  });

  it('on Discord: whoever asked gets a direct message', async () => {
    const { discord, people, app } = installation;
    const ask = { command: 'subscribe', options: { topic: 'economy', when: '08:00' } };
    await shown(people.discord.manager.ask(ask), [/Subscribed to Economy/]);
    discord.dispatch('CHANNEL_DELETE', { id: ids.channel, type: 0, guild_id: ids.guild });
    const told = () => discord.messages.filter(({ channel }) => channel === directMessagesWith(ids.user));
    await eventually(() => expect(told()).toHaveLength(1));
    expect(wordsIn(told()[0]?.body)).toMatch(/economy does not come to .*: The channel was deleted/);
    const [subscription] = await app().store.subscriptions.ofWorkspace('discord', ids.guild);
    expect(subscription).toMatchObject({ nextDueAt: null });
  });
});

const subscribeToSpace = { command: 'subscribe', options: { topic: 'space', when: '08:00' } };
const postNow = { command: 'digest', subcommand: 'now' };

function slackEvent(type: string, extra: object): void {
  installation.slack.overSocket('events_api', {
    type: 'event_callback',
    team_id: 'T0TEST',
    event_id: `Ev-${type}`,
    event_time: Math.floor(Date.now() / 1000),
    authorizations: [{ team_id: 'T0TEST', is_enterprise_install: false }],
    event: { type, ...extra },
  });
}
