import { generateKeyPairSync, sign } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDiscordAdapter, type DiscordAdapter } from '../../../adapters/discord/adapter.ts';
import {
  callbackSchema,
  type DiscordCounterpart,
  interactionOf,
  type Json,
  startDiscordCounterpart,
} from '../../counterparts/discord.ts';
import { violations } from '../../counterparts/discord-spec.ts';
import { serve } from '../serve.ts';
import { eventually, handlers, testCommands, testDeps } from '../world.ts';
import { discordConfig } from './config.ts';

const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const rawPublicKey = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex');

let discord: DiscordCounterpart;
let adapter: DiscordAdapter;
let server: Awaited<ReturnType<typeof serve>>;
let told: ReturnType<typeof handlers>;

beforeEach(async () => {
  discord = await startDiscordCounterpart();
  adapter = createDiscordAdapter(
    discordConfig({ apiUrl: discord.apiUrl, mode: 'http', publicKey: rawPublicKey }),
    testDeps(),
  );
  told = handlers({ suggest: async () => [{ label: 'Ukraine', value: 'ukraine' }] });
  server = await serve(adapter.endpoint);
});
afterEach(async () => {
  await adapter.stop();
  await server.close();
  await discord.close();
  expect(discord.violations).toEqual([]);
});

async function send(interaction: Json, { tamper = false, at = Date.now() } = {}) {
  const body = JSON.stringify(interaction);
  const timestamp = String(Math.floor(at / 1000));
  const signature = sign(null, Buffer.from(timestamp + body), privateKey).toString('hex');
  const response = await fetch(`${server.url}/discord/interactions`, {
    method: 'POST',
    body: tamper ? `${body} ` : body,
    headers: { 'x-signature-ed25519': signature, 'x-signature-timestamp': timestamp },
  });
  const text = await response.text();
  return { status: response.status, answer: text.startsWith('{') ? JSON.parse(text) : null };
}

const command = () =>
  interactionOf({
    type: 2,
    data: { id: '1', type: 1, name: 'brief', options: [{ type: 3, name: 'topic', value: 'ukraine' }] },
  });

describe('Discord over HTTP', () => {
  it('answers Discord’s ping, and turns away what is not signed by Discord', async () => {
    await adapter.start(told, testCommands);
    expect(await send({ type: 1, application_id: '1', id: '1', token: 't' })).toEqual({
      status: 200,
      answer: { type: 1 },
    });
    expect((await send({ type: 1 }, { tamper: true })).status).toBe(401);
    const unsigned = await fetch(`${server.url}/discord/interactions`, {
      method: 'POST',
      body: '{"type":1}',
    });
    expect(unsigned.status).toBe(401);
  });

  it('turns away what was kept and is sent again, at once or later', async () => {
    await adapter.start(told, testCommands);
    const [interaction, at] = [command(), Date.now()];
    expect((await send(interaction, { at })).status).toBe(200);
    expect((await send(interaction, { at })).status).toBe(401);
    for (const minutes of [-6, 6])
      expect((await send(command(), { at: at + minutes * 60_000 })).status).toBe(401);
    await eventually(() => expect(told.commands).toHaveLength(1));
  });

  it('turns away what another process had', async () => {
    const deps = testDeps();
    const config = discordConfig({ apiUrl: discord.apiUrl, mode: 'http', publicKey: rawPublicKey });
    const [interaction, at] = [command(), Date.now()];
    const statuses: number[] = [];
    for (const process of [createDiscordAdapter(config, deps), createDiscordAdapter(config, deps)]) {
      await process.start(told, testCommands);
      await server.close();
      server = await serve(process.endpoint);
      statuses.push((await send(interaction, { at })).status);
      await eventually(() => expect(told.commands).toHaveLength(1));
      await process.stop();
    }
    expect(statuses).toEqual([200, 401]);
  });

  it('opens no gateway', async () => {
    await adapter.start(told, testCommands);
    expect(discord.identified).toEqual([]);
    expect(discord.calls.map(({ method }) => method)).not.toContain('GET /gateway/bot');
  });

  it('defers in the response and fills the answer in afterwards', async () => {
    await adapter.start(told, testCommands);
    const interaction = command();
    const { status, answer } = await send(interaction);
    expect([status, answer]).toEqual([200, { type: 5, data: { flags: 64 } }]);
    expect(violations(callbackSchema(answer), answer)).toEqual([]);
    await eventually(() => expect(discord.answers.get(String(interaction.token))?.edited).toBeTruthy());
    expect(told.commands[0]?.options).toEqual({ topic: 'ukraine' });
  });

  it('suggests in the response', async () => {
    await adapter.start(told, testCommands);
    const options = [{ type: 3, name: 'topic', value: 'u', focused: true }];
    const { answer } = await send(
      interactionOf({ type: 4, data: { id: '1', type: 1, name: 'brief', options } }),
    );
    expect(answer).toEqual({ type: 8, data: { choices: [{ name: 'Ukraine', value: 'ukraine' }] } });
  });

  it('says come back later before it has started and after it has stopped', async () => {
    expect((await send(command())).status).toBe(503);
    await adapter.start(told, testCommands);
    await adapter.stop();
    expect((await send(command())).status).toBe(503);
    expect(told.commands).toEqual([]);
  });

  it('refuses to be set up without a public key', () => {
    expect(() => createDiscordAdapter(discordConfig({ mode: 'http' }), testDeps())).toThrow(/public key/);
  });
});
