/** Events of scheduling and delivery as log lines: what an operator greps for. */
import type { DeliveryEvent } from './delivery/events.ts';
import { channelKey } from './domain/channel.ts';
import { describeError } from './domain/errors.ts';
import type { Log } from './log.ts';
import type { ScheduleEvent } from './schedule/tick.ts';

export function logDelivery(log: Log, event: DeliveryEvent): void {
  if (event.kind === 'circuit-opened' || event.kind === 'circuit-closed') {
    log.warn({ workspace: event.workspace }, event.kind);
    return;
  }
  const about = event.delivery
    ? {
        delivery: event.delivery.id,
        channel: channelKey(event.delivery.channel),
        period: event.delivery.period,
      }
    : {};
  switch (event.kind) {
    case 'posted':
      log.info({ ...about, found: event.found }, 'digest posted');
      return;
    case 'fault':
      log.error({ ...about, reason: describeError(event.error) }, 'delivery fault');
      return;
    case 'lease-lost':
      log.warn(about, 'delivery taken over by another worker');
      return;
    case 'waits':
      log.info(
        { ...about, until: new Date(event.until).toISOString(), reason: event.error },
        'delivery waits',
      );
      return;
    default:
      log.warn({ ...about, reason: event.error }, `delivery ${event.kind}`);
  }
}

export function logSchedule(log: Log, event: ScheduleEvent): void {
  switch (event.kind) {
    case 'ticked':
      log.info({ ...event }, 'digests planned');
      return;
    case 'build-failed':
      log.error({ topic: event.topic, reason: describeError(event.error) }, 'digest not built');
      return;
    case 'fault':
      log.error({ reason: describeError(event.error) }, 'schedule fault');
  }
}
