import { afterAll, beforeAll } from 'vitest';
import { createAlarm } from '../../src/delivery/alarm.ts';
import { createPgBossQueue } from '../../src/delivery/queue/pg-boss.ts';
import { createPollingQueue } from '../../src/delivery/queue/polling.ts';
import { type Databases, postgresServer } from '../chaos/databases.ts';
import { queueContract } from './queue.contract.ts';

const clock = Date.now;
const alarm = createAlarm(clock);
const onError = () => {};

queueContract('polling', async () => ({
  make: (nextAttemptAt) =>
    createPollingQueue({ deliveries: { nextAttemptAt }, clock, alarm, interval: 300, onError }),
  end: async () => {},
}));

let server: Databases;
beforeAll(async () => {
  server = await postgresServer();
}, 60_000);
afterAll(() => server.end());

queueContract('pg-boss', async () => {
  const connectionString = await server.fresh();
  return {
    make: () => createPgBossQueue({ connectionString, clock, alarm, interval: 500, onError }),
    end: async () => {},
  };
});
