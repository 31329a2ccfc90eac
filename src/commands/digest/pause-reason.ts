/** Why a digest rests: kept in the database as an English sentence, said in the reader's language. */
import { recalled } from '../../../adapters/message/phrases/recalled.ts';
import { type Saying, saying } from '../../../adapters/message/phrases/saying.ts';

/** Such a pause ends only when a person ends it. */
export const pausedByPerson = 'somebody here paused it';

const lostMark = 'out of reach: ';

/** Kept for a channel that can't be reached; such a pause ends when it can be again. */
export function outOfReach(reason: string): string {
  return lostMark + reason;
}

export function sayingPause(pausedBecause: string | null): Saying {
  if (pausedBecause === null) return saying('noReason');
  if (pausedBecause === pausedByPerson) return saying('pausedBySomebody');
  return recalled(pausedBecause.startsWith(lostMark) ? pausedBecause.slice(lostMark.length) : pausedBecause);
}
