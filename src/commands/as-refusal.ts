/** Faults that no command foresaw, in words for who asked. */
import { isRecalled, recalled } from '../../adapters/message/phrases/recalled.ts';
import { saying } from '../../adapters/message/phrases/saying.ts';
import type { Platform } from '../domain/channel.ts';
import { CourantError } from '../domain/errors.ts';
import { TopicRemoved } from '../editions/topic-removed.ts';
import { Refusal } from './refusal.ts';

const platformNames: Readonly<Record<Platform, string>> = {
  slack: 'Slack',
  discord: 'Discord',
  console: 'Console',
};

/** As something that can be said in any language; a fault of our own stays what it is. */
export function asRefusal(fault: unknown, platform: Platform): unknown {
  if (!(fault instanceof CourantError) || fault instanceof Refusal) return fault;
  const { code, message } = fault;
  if (fault instanceof TopicRemoved) {
    return new Refusal(code, saying('topicRemoved', { topic: fault.topic }), {
      ...detailsOf(fault),
      mend: saying('topicRemovedMend', { command: fault.command }),
    });
  }
  switch (code) {
    case 'unavailable':
      return fault;
    // Asking the platform who somebody is, or what they may, came to nothing.
    case 'rate-limited':
    case 'not-sent':
    case 'unknown-outcome':
      return silent(fault, platform);
    case 'refused':
      return isRecalled(message) ? told(fault) : silent(fault, platform);
    default:
      return told(fault);
  }
}

function silent(fault: CourantError, platform: Platform): Refusal {
  return new Refusal(fault.code, saying('platformSilent', { platform: platformNames[platform] }), {
    ...detailsOf(fault),
    mend: saying('platformSilentMend'),
  });
}

function told(fault: CourantError): Refusal {
  const { code, message, mend } = fault;
  return new Refusal(code, recalled(message), {
    ...detailsOf(fault),
    ...(mend !== undefined && { mend: recalled(mend) }),
  });
}

function detailsOf(fault: CourantError) {
  return { cause: fault, ...(fault.reason !== undefined && { reason: fault.reason }) };
}
