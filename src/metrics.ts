import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Answered } from './commands/handlers.ts';
import type { DeliveryEvent } from './delivery/events.ts';
import type { PollOutcome } from './ingest/poll/poll-feed.ts';
import type { ScheduleEvent } from './schedule/tick.ts';
import type { Store } from './store/store.ts';
import type { Readiness } from './web/readiness.ts';

export type Metrics = {
  delivery(event: DeliveryEvent): void;
  schedule(event: ScheduleEvent): void;
  answered(answer: Answered): void;
  polled(outcome: PollOutcome): void;
  /** In Prometheus's text format. */
  text(): Promise<string>;
};

/** What an operator watches. Names follow prometheus.io/docs/practices/naming. */
export function createMetrics(
  store: Pick<Store, 'deliveries'>,
  readiness: () => Promise<Readiness>,
): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const deliveries = new Counter({
    name: 'courant_deliveries_total',
    help: 'Tries at deliveries, by platform and how they ended',
    labelNames: ['platform', 'outcome'],
    registers,
  });
  const latency = new Histogram({
    name: 'courant_delivery_latency_seconds',
    help: 'From the hour a digest was due to its last part being posted',
    buckets: [1, 2, 5, 10, 30, 60, 120, 300, 900, 3600],
    registers,
  });
  const digests = new Counter({
    name: 'courant_digests_built_total',
    help: 'Digests built for channels',
    registers,
  });
  const faults = new Counter({
    name: 'courant_faults_total',
    help: 'Faults of our own side, by part',
    labelNames: ['part'],
    registers,
  });
  const commands = new Histogram({
    name: 'courant_command_seconds',
    help: 'From a command to its answer',
    labelNames: ['command', 'outcome'],
    buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 3],
    registers,
  });
  const polls = new Counter({
    name: 'courant_feed_polls_total',
    help: 'Feeds asked, by how it ended',
    labelNames: ['outcome'],
    registers,
  });
  const articles = new Counter({
    name: 'courant_articles_total',
    help: 'Articles taken in from feeds',
    labelNames: ['outcome'],
    registers,
  });
  new Gauge({
    name: 'courant_ledger_deliveries',
    help: 'Deliveries in the ledger, by state',
    labelNames: ['state'],
    registers,
    async collect() {
      // What can't be counted is left out; that the database can't be read is told below.
      this.reset();
      const counts = await store.deliveries.counts().catch(() => ({}));
      for (const [state, count] of Object.entries(counts)) this.set({ state }, count);
    },
  });
  new Gauge({
    name: 'courant_database_serves',
    help: 'Whether the database can be read, and written: 1 or 0',
    labelNames: ['use'],
    registers,
    async collect() {
      const { unreadable, unwritable } = await readiness();
      this.set({ use: 'read' }, unreadable === null ? 1 : 0);
      this.set({ use: 'write' }, unwritable === null ? 1 : 0);
    },
  });

  return {
    delivery(event) {
      if (event.kind === 'fault') return faults.inc({ part: 'delivery' });
      if (!('delivery' in event) || event.delivery === null) return;
      deliveries.inc({ platform: event.delivery.channel.platform, outcome: event.kind });
      if (event.kind === 'posted') latency.observe(Math.max(0, event.at - event.delivery.dueAt) / 1000);
    },
    schedule(event) {
      if (event.kind === 'ticked') digests.inc(event.digests);
      else faults.inc({ part: 'schedule' });
    },
    answered({ name, milliseconds, error, ourFault }) {
      const outcome = ourFault ? 'fault' : error ? 'refused' : 'answered';
      commands.observe({ command: name, outcome }, milliseconds / 1000);
      if (ourFault) faults.inc({ part: 'commands' });
    },
    polled({ fault, added, updated }) {
      polls.inc({ outcome: fault === null ? 'read' : 'fault' });
      articles.inc({ outcome: 'added' }, added);
      articles.inc({ outcome: 'updated' }, updated);
    },
    text: () => registry.metrics(),
  };
}
