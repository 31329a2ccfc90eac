/** What people ask is answered though the database can't be written: on a full disk, or while another locks it. */
import { expect, it } from 'vitest';
import { createPlaces } from '../../adapters/discord/place.ts';
import { registerCommands } from '../../adapters/discord/register.ts';
import { createPeople } from '../../adapters/slack/people.ts';
import { CourantError } from '../../src/domain/errors.ts';
import { openSqliteStore } from '../../src/store/sqlite/store.ts';

const log = { debug() {}, info() {}, warn() {}, error() {} };

async function readOnly() {
  const { keyValues } = await openSqliteStore(':memory:');
  return {
    ...keyValues,
    set: () => Promise.reject(new CourantError('unavailable', 'The disk is full.')),
  };
}

it('a person on Slack keeps language and zone', async () => {
  const people = createPeople({
    call: async () => ({ ok: true, user: { tz: 'Europe/Kyiv', locale: 'uk-UA' } }),
    tokenFor: async () => 'xoxb-test',
    keyValues: await readOnly(),
    managers: [],
    log,
  });
  expect(await people.person('T1', 'U1')).toEqual({ zone: 'Europe/Kyiv', locale: 'uk-UA' });
});

it('a post of a forum on Discord still means the forum', async () => {
  const place = createPlaces(<T>() => Promise.resolve({ type: 15 } as T), await readOnly());
  const asked = { guild_id: 'G1', channel_id: 'C2', channel: { id: 'C2', type: 11, parent_id: 'C1' } };
  expect((await place(asked as unknown as Parameters<typeof place>[0])).channel.channel).toBe('C1');
});

it('commands are registered', async () => {
  const calls: string[] = [];
  const call = <T>(method: string) => {
    calls.push(method);
    return Promise.resolve({} as T);
  };
  await registerCommands({ call, keyValues: await readOnly(), log }, '1', []);
  expect(calls).toEqual(['put']);
});
