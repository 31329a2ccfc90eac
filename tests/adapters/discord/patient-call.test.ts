import { getEventListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import { createPatientDiscordCaller } from '../../../adapters/discord/patient-call.ts';
import { startDiscordCounterpart } from '../../counterparts/discord.ts';

describe('a patient call of Discord’s REST', () => {
  it('leaves nothing behind on the signal that ends all calls', async () => {
    const discord = await startDiscordCounterpart();
    try {
      const channel = '800000000000000001';
      discord.channels.set(channel, { id: channel, type: 0, tags: [], requireTag: false });
      const stopping = new AbortController();
      const call = createPatientDiscordCaller({
        config: { token: 'x', apiUrl: discord.apiUrl },
        clock: Date.now,
        signal: stopping.signal,
        timeout: 5000,
        warn: () => {},
      });
      for (let n = 0; n < 5; n++) await call('get', `/channels/${channel}`);
      expect(getEventListeners(stopping.signal, 'abort')).toEqual([]);
      const ended = call('get', `/channels/${channel}`);
      stopping.abort();
      await expect(ended).rejects.toMatchObject({
        code: expect.stringMatching(/^(unknown-outcome|not-sent)$/),
      });
    } finally {
      await discord.close();
    }
  });
});
