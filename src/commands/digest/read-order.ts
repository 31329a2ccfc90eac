/** "ukraine at 08:00 weekdays": which topic is asked for, and when. */
import { saying } from '../../../adapters/message/phrases/saying.ts';
import type { Schedule } from '../../domain/schedule.ts';
import type { Topic } from '../../domain/topic.ts';
import {
  parseSchedule,
  type ReadSchedule,
  type ScheduleFault,
  scheduleWords,
} from '../../schedule/parse-schedule.ts';
import { folded, OTHER_RHYTHMS } from '../../schedule/schedule-words.ts';
import type { Asked, CommandContext } from '../context.ts';
import { Refusal, refuse } from '../refusal.ts';
import { slugOf, topicFor } from '../topics-by-name.ts';
import { sayScheduleFault } from './schedule-fault.ts';

export type Order = {
  readonly topic: Topic;
  readonly schedule: Schedule;
  /** Which parts of the schedule were said; the others are the defaults. */
  readonly named: { readonly times: boolean; readonly days: boolean; readonly zone: boolean };
};

const nothingNamed = { times: false, days: false, zone: false };

/**
 * The shortest beginning after which all the rest reads as a schedule is the topic, so that topics of several words
 * need no quotation marks; what stands in them is the topic's. Where the rest could be the topic's as well ("apollo
 * 11", "real madrid", "black friday"), it is asked back.
 *
 * @param when said apart, where the platform has a field for it
 * @throws CourantError `invalid`
 */
export async function readOrder(
  context: CommandContext,
  asked: Asked,
  words: string,
  { when, defaults }: { readonly when: string | undefined; readonly defaults: Schedule },
): Promise<Order> {
  if (when?.trim()) {
    const read = parseSchedule(when, defaults);
    if (!read.ok) refuse(sayScheduleFault(read), `/digest subscribe ${words} ${read.example}`);
    return orderOf(await topicNamed(context, words), read);
  }
  refuseOtherChannels(words);
  const whole = await topicFor(context.store, words);
  if (whole.stored) return { topic: whole.topic, schedule: defaults, named: nothingNamed };
  const doubt = await splitOrder(context, words, defaults);
  if (doubt !== null && 'topic' in doubt) return doubt;
  refuseMistyped(words, defaults);
  // A field of its own for hours was left empty: then this one is all topic.
  if (doubt !== null && asked.channel.platform !== 'discord') throw askBack(words, doubt);
  return { topic: whole.topic, schedule: defaults, named: nothingNamed };
}

type Doubt = { readonly begin: string; readonly end: string; readonly schedule: Schedule };

/** Topic and schedule; how they could be told apart, where that is in doubt; null where no end reads as a schedule. */
async function splitOrder(
  context: CommandContext,
  words: string,
  defaults: Schedule,
): Promise<Order | Doubt | null> {
  let doubt: Doubt | null = null;
  for (const [begin, end] of splits(words)) {
    const loosely = parseSchedule(end, defaults);
    if (!loosely.ok || isOtherRhythm(begin.split(/\s+/).at(-1))) continue;
    const { topic, stored } = await topicNamed(context, begin);
    if (stored) return orderOf({ topic }, loosely);
    const strictly = parseSchedule(end, defaults, { bareHours: false });
    if (strictly.ok && strictly.isSure) return orderOf({ topic }, strictly);
    doubt ??= { begin, end, schedule: loosely.schedule };
  }
  return doubt;
}

function orderOf({ topic }: { readonly topic: Topic }, read: Extract<ReadSchedule, { ok: true }>): Order {
  return { topic, schedule: read.schedule, named: read.named };
}

/** Beginning and end at each space that is not within quotation marks, the shortest beginning first. */
function splits(words: string): readonly (readonly [begin: string, end: string])[] {
  return [...words.matchAll(/\s+/g)]
    .map(({ index, 0: gap }) => [words.slice(0, index), words.slice(index + gap.length)] as const)
    .filter(([begin]) => (begin.match(/"/g) ?? []).length % 2 === 0);
}

async function topicNamed(context: CommandContext, words: string) {
  if (slugOf(words) === '') refuse(saying('needsLetter'), '/digest subscribe ukraine at 08:00');
  return topicFor(context.store, words);
}

function askBack(words: string, { begin, end, schedule }: Doubt): Refusal {
  return new Refusal('invalid', saying('whenOrTopic', { words: end }), {
    mend: saying('eitherWay', {
      when: `/digest subscribe ${begin} ${scheduleWords(schedule)}`,
      topic: `/digest subscribe "${words.replaceAll('"', '')}"`,
    }),
  });
}

const otherChannel =
  /\s+(?:to|in|into|for|nach|für|dans|en|до|у|в|إلى|في)\s+(#\S+)|\s+(?:\S+\s+)?(<#\w+(?:\|[^>]*)?>)/u;

/** A digest comes where it is asked for: whoever may change another channel says so there. */
function refuseOtherChannels(words: string): void {
  if (!otherChannel.test(words)) return;
  const command = `/digest subscribe ${words.replace(otherChannel, '').trim()}`;
  throw new Refusal('invalid', saying('onlyThisChannel'), { mend: saying('sayItThere', { command }) });
}

/** With one of these an end begins that was meant to say when: "at 8 fortnightly", "25:00", "0 8 * * *". */
const looksLikeWhen =
  /^(?:(?:at|um|à|о) \d|(?:every|each|daily|weekdays?|jeden|täglich|werktags)(?: |$)|\d{1,2}[:.h]\d|\d{1,2}(?:am|pm|uhr)\b|[\d*/]+ [\d*/, -]*\*)/i;

function isOtherRhythm(word: string | undefined): boolean {
  return OTHER_RHYTHMS.has(folded(word ?? ''));
}

/** "on mondya". */
function isOnNearDay(end: string, fault: () => ScheduleFault): boolean {
  if (!/^on /i.test(end)) return false;
  const told = fault();
  return told.kind === 'unread' && told.hint?.kind === 'near day';
}

function refuseMistyped(words: string, defaults: Schedule): void {
  for (const [begin, end] of splits(words)) {
    const read = parseSchedule(end, defaults, { bareHours: false });
    if (read.ok) continue;
    if (looksLikeWhen.test(end) || isOtherRhythm(end.split(/\s+/)[0]) || isOnNearDay(end, () => read.fault))
      refuse(sayScheduleFault(read), `/digest subscribe ${begin} ${read.example}`);
  }
}
