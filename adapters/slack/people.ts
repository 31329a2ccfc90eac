/** Who asks: language, time zone, and whether they may change what a channel gets. */
import Keyv from 'keyv';
import { isCourantError } from '../../src/domain/errors.ts';
import type { AdapterLog, KeyValues } from '../adapter-deps.ts';
import { within } from '../in-flight.ts';
import type { SlackCaller } from './call.ts';

type Person = { readonly zone: string | null; readonly locale: string };

const nobody: Person = { zone: null, locale: 'en' };
const halfADay = 12 * 3_600_000;
/** An answer is worth more than its zone: after this long it goes on without. */
const patience = 1_000;

export type People = {
  /** Never throws: who can't be looked up gets no zone and English. */
  person(workspace: string, user: string): Promise<Person>;
  mayManage(workspace: string, channel: string, user: string): Promise<boolean>;
  /** As `mayManage`, but in direct messages, which everybody has, only admins and configured managers may. */
  mayKeep(workspace: string, channel: string, user: string): Promise<boolean>;
  /** False where the app is not in a private channel, or in a conversation of others: it sees neither. */
  mayPost(workspace: string, channel: string): Promise<boolean>;
};

export function createPeople(tools: {
  readonly call: SlackCaller;
  tokenFor(workspace: string): Promise<string>;
  readonly keyValues: KeyValues;
  readonly managers: readonly string[];
  readonly log: AdapterLog;
}): People {
  const known = new Keyv<Person>({ store: tools.keyValues, namespace: 'slack-people', ttl: halfADay });

  async function ask(workspace: string, method: string, body: object): Promise<Record<string, unknown>> {
    return tools.call(await tools.tokenFor(workspace), method, body);
  }

  async function lookUp(workspace: string, user: string): Promise<Person> {
    const id = `${workspace}/${user}`;
    const cached = await known.get(id);
    if (cached) return cached;
    const found = asRecord((await ask(workspace, 'users.info', { user, include_locale: true })).user);
    const person = {
      zone: typeof found.tz === 'string' && found.tz !== '' ? found.tz : null,
      locale: typeof found.locale === 'string' ? found.locale : 'en',
    };
    // A database that can't be written now must not cost people their language and zone.
    known.set(id, person).catch((error: unknown) => tools.log.debug({ err: error }, 'a person is not kept'));
    return person;
  }

  /** Asked afresh each time: an admin of yesterday may not be one today. */
  async function mayManageIn(workspace: string, channel: string, user: string): Promise<boolean> {
    if (tools.managers.includes(user)) return true;
    const person = asRecord((await ask(workspace, 'users.info', { user })).user);
    if (person.is_admin === true || person.is_owner === true || person.is_primary_owner === true) return true;
    if (isDirect(channel)) return false;
    return ask(workspace, 'conversations.info', { channel }).then(
      (answer) => asRecord(answer.channel).creator === user,
      // The bot may not see a private channel it was never in: then nobody is known to have made it.
      () => false,
    );
  }

  return {
    person(workspace, user) {
      const found = lookUp(workspace, user).catch((error: unknown) => {
        tools.log.debug({ err: error }, 'Slack does not say where this person is');
        return nobody;
      });
      return within(patience, found, nobody);
    },

    async mayPost(workspace, channel) {
      try {
        await ask(workspace, 'conversations.info', { channel });
        return true;
      } catch (error) {
        // Anything else is no answer to the question: then posting will tell.
        return !(isCourantError(error, 'refused') && error.reason === 'channel_not_found');
      }
    },

    async mayManage(workspace, channel, user) {
      // A direct message belongs to the person in it.
      return isDirect(channel) || mayManageIn(workspace, channel, user);
    },

    mayKeep: mayManageIn,
  };
}

function isDirect(channel: string): boolean {
  return channel.startsWith('D');
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
