import { inPlainEnglish } from '../../../adapters/message/phrases/say.ts';
import { type Saying, saying } from '../../../adapters/message/phrases/saying.ts';
import { everyDay, type Schedule, workDays } from '../../domain/schedule.ts';

/** "every day at 8:00 AM (Europe/Kyiv)", in whatever language it will be said. */
export function sayingSchedule({ times, days, zone }: Schedule): Saying {
  const at = { times: { times }, zone };
  if (days.length === everyDay.length) return saying('daily', at);
  if (days.length === workDays.length && workDays.every((day) => days.includes(day)))
    return saying('onWeekdays', at);
  return saying('onDays', { days: { days }, ...at });
}

/** The same for terminals. */
export function scheduleInEnglish(schedule: Schedule): string {
  return inPlainEnglish(sayingSchedule(schedule));
}
