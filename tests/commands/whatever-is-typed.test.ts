/** Every command with whatever somebody may type after it, as Slack sends it and as Discord does. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { discordPayloads } from '../../adapters/discord/render.ts';
import { renderDiscordModal } from '../../adapters/discord/render-modal.ts';
import type { CommandSpec } from '../../adapters/message/command-spec.ts';
import type { Form, Reply } from '../../adapters/message/message.ts';
import { slackPayloads } from '../../adapters/slack/render.ts';
import { renderSlackModal } from '../../adapters/slack/render-modal.ts';
import { commandSpecs } from '../../src/commands/specs.ts';
import { CourantError } from '../../src/domain/errors.ts';
import { discordFaults } from '../adapters/discord-limits.ts';
import { slackFaults, slackModalFaults } from '../adapters/slack-limits.ts';
import { violations } from '../counterparts/discord-spec.ts';
import { commandWorld, news, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  const refused = () => Promise.reject(new CourantError('refused', 'There is no such host.'));
  world = await commandWorld({ sources: { test: refused, add: refused, remove: refused } });
  await world.ask('/subscribe ukraine at 08:00');
});
afterAll(() => world.store.close());

type Called = Pick<CommandSpec, 'name' | 'options'> & { readonly subcommand: string | null };

const commands = commandSpecs.flatMap(({ name, options, subcommands }): readonly Called[] =>
  subcommands.length === 0
    ? [{ name, subcommand: null, options }]
    : subcommands.map((sub) => ({ name, subcommand: sub.name, options: sub.options })),
);
const pieces = fc.constantFrom(
  ...[
    'ukraine',
    '"',
    '“',
    '*',
    '`',
    '<@U1>',
    '<!channel>',
    '@everyone',
    '](javascript:1)',
    '7d',
    '99999d',
    ':',
    '/',
  ],
  ...[
    'outlet:',
    'speaker:',
    '-',
    'OR',
    'at',
    '08:00',
    'Europe/Kyiv',
    '* * * * *',
    '\u202e',
    '\u0000',
    '😀',
    'Київ',
  ],
  ...['https://example.org', 'constructor', '__proto__', 'x'.repeat(400), '\n'],
);
const typed = fc.oneof(
  fc.array(pieces, { maxLength: 8 }).map((words) => words.join(' ')),
  fc.string({ unit: 'binary', maxLength: 60 }),
);

function faultsOf(answer: Reply | Form): readonly string[] {
  if ('kind' in answer) {
    const body = { type: 9, data: renderDiscordModal(answer) };
    return [
      ...slackModalFaults(renderSlackModal(answer)),
      ...violations('ModalInteractionCallbackRequest', body),
    ];
  }
  const { message } = answer;
  return [...slackPayloads(message).flatMap(slackFaults), ...discordPayloads(message).flatMap(discordFaults)];
}

it('is answered within the limits of both platforms, and is never a fault of ours', async () => {
  const requester = { channel: news, user: 'U1', locale: 'en', zone: 'UTC', mayManage: async () => true };
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...commands), typed, fc.boolean(), async (command, text, asOptions) => {
      const answer = await world.handlers.command({
        command: command.name,
        subcommand: asOptions ? command.subcommand : null,
        text: asOptions ? null : `${command.subcommand ?? ''} ${text}`,
        options: asOptions ? Object.fromEntries(command.options.map(({ name }) => [name, text])) : {},
        requester,
      });
      expect(faultsOf(answer)).toEqual([]);
      const { ourFault, error } = world.answered.at(-1) ?? {};
      expect(ourFault ? error : null).toBeNull();
    }),
    { numRuns: 400 },
  );
});
