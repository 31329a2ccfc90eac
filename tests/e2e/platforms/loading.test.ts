/** What is loaded for which tokens. A library that came once stays: so the order of these tests matters. */
import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { discordSettings, freshCounterparts, serveWith, slackSettings } from './serving.ts';

const counterparts = freshCounterparts();

/** Which of the two a program that served with these settings has loaded. */
async function loadedBy(settings: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const { service, stop } = await serveWith(settings);
  await stop();
  expect(service.faults).toEqual([]);
  const files = Object.keys(createRequire(import.meta.url).cache);
  return ['@slack/bolt', 'discord.js'].filter((name) =>
    files.some((file) => file.includes(`/node_modules/${name}/`)),
  );
}

it('loads neither Bolt nor discord.js without a token', async () => {
  expect(await loadedBy({})).toEqual([]);
});

it('loads Bolt for Slack’s tokens, and discord.js only for Discord’s', async () => {
  const slackTokens = slackSettings(counterparts);
  expect(await loadedBy(slackTokens)).toEqual(['@slack/bolt']);
  const both = { ...slackTokens, ...discordSettings(counterparts) };
  expect(await loadedBy(both)).toEqual(['@slack/bolt', 'discord.js']);
});
