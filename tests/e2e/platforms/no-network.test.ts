/** A machine that is up before its network is. */
import { expect, it, vi } from 'vitest';
import { discordSettings, freshCounterparts, serveWith, slackSettings } from './serving.ts';

const counterparts = freshCounterparts();
const start = () => serveWith({ ...slackSettings(counterparts), ...discordSettings(counterparts) });

it('platforms that could not be reached are connected once they can, each by one connection', async () => {
  const { slack, discord } = counterparts;
  slack.faults.fail('apps.connections.open', { kind: 'reset', accepted: false });
  discord.faults.fail('GET /gateway/bot', { kind: 'reset', accepted: false }, 10);
  const { service, stop } = await start();
  expect(service.faults).toEqual([
    expect.objectContaining({ platform: 'slack', mayPass: true }),
    expect.objectContaining({ platform: 'discord', mayPass: true }),
  ]);
  await vi.waitFor(() => expect([slack.sockets.size, discord.identified.length]).toEqual([1, 1]), {
    timeout: 15_000,
    interval: 50,
  });
  await stop();
  await vi.waitFor(() => expect(slack.sockets.size).toBe(0));
});

it('a token that is refused is not tried again', async () => {
  counterparts.slack.faults.fail('auth.test', { kind: 'refused', error: 'invalid_auth' });
  const { service, stop } = await start();
  expect(service.faults).toEqual([expect.objectContaining({ platform: 'slack', mayPass: false })]);
  await stop();
});
