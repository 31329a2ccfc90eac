import { type Saying, saying } from '../../../adapters/message/phrases/saying.ts';
import type { ScheduleFault, ScheduleHint, Unreadable } from '../../schedule/parse-schedule.ts';

/** What was understood, what was not, and what may have been meant: a sentence each. */
export function sayScheduleFault({ understood, fault }: Unreadable): readonly Saying[] {
  return [...(understood === null ? [] : [saying('understood', { words: understood })]), ...sayFault(fault)];
}

function sayFault(fault: ScheduleFault): readonly Saying[] {
  switch (fault.kind) {
    case 'too long':
      return [saying('scheduleTooLong')];
    case 'unread': {
      const said = saying('notUnderstood', { words: fault.words });
      return fault.hint === null ? [said] : [said, sayHint(fault.hint)];
    }
    case 'no day left':
      return [saying('noDayLeft')];
    case 'too many times':
      return [saying('tooManyTimes', { n: fault.times, most: fault.most })];
    case 'nothing named':
      return [saying('needTime')];
  }
}

function sayHint(hint: ScheduleHint): Saying {
  switch (hint.kind) {
    case 'cron':
      return saying('noCron');
    case 'step':
      return saying('wholeSteps');
    case 'rhythm':
      return saying('rhythms');
    case 'time of day':
      return saying('timesOfDay');
    case 'several zones':
      return saying('couldBe', { zones: hint.zones });
    case 'near day':
      return saying('didYouMean', { name: hint.day });
    case 'near zones':
      return saying('didYouMeanZones', { zones: hint.zones });
    case 'zone':
      return saying('zoneIsCity');
  }
}
