/** Registering commands: one bulk call, and only when they are not what was registered last. */
import { createHash } from 'node:crypto';
import { Routes } from 'discord.js';
import Keyv from 'keyv';
import type { AdapterLog, KeyValues } from '../adapter-deps.ts';
import type { CommandSpec } from '../message/command-spec.ts';
import { commandJson, messageCommandJson } from './command-json.ts';
import type { PatientDiscordCaller } from './patient-call.ts';

/** Discord allows 200 creations a day and server; a crash loop must not use them up. */
export async function registerCommands(
  tools: { readonly call: PatientDiscordCaller; readonly keyValues: KeyValues; readonly log: AdapterLog },
  applicationId: string,
  commands: readonly CommandSpec[],
): Promise<void> {
  const body = [...commands.map(commandJson), messageCommandJson];
  const hash = createHash('sha256').update(JSON.stringify(body)).digest('hex');
  const registered = new Keyv<string>({ store: tools.keyValues, namespace: 'discord-commands' });
  if ((await registered.get(applicationId)) === hash) return;
  await tools.call('put', Routes.applicationCommands(applicationId), { body });
  await registered.set(applicationId, hash).catch((error: unknown) => {
    tools.log.warn(
      { err: error },
      'that the commands are registered is not kept: the next start does it again',
    );
  });
  tools.log.info({ commands: body.map(({ name }) => name) }, 'registered the commands with Discord');
}
