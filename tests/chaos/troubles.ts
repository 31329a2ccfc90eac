import type { Fault } from '../counterparts/faults.ts';

/** What goes wrong at one call in so many hundred, for calls that post. */
const postTroubles: readonly (readonly [percent: number, name: string, fault: Fault])[] = [
  [3, '429 with Retry-After', { kind: 'rate-limited', seconds: 1 }],
  [2, '500, not accepted', { kind: 'server-error', accepted: false }],
  [2, '500, accepted', { kind: 'server-error', accepted: true }],
  [2, 'reset before acceptance', { kind: 'reset', accepted: false }],
  [2, 'reset after acceptance', { kind: 'reset', accepted: true }],
  [1, 'stall, not accepted', { kind: 'stall', accepted: false }],
  [1, 'stall, accepted', { kind: 'stall', accepted: true }],
  [2, 'wrong JSON, accepted', { kind: 'wrong-json' }],
];
/** Reading must stay possible, but may fail for a while. */
const readTroubles: readonly (readonly [percent: number, name: string, fault: Fault])[] = [
  [2, 'reading: 429', { kind: 'rate-limited', seconds: 1 }],
  [2, 'reading: 500', { kind: 'server-error', accepted: false }],
  [2, 'reading: reset', { kind: 'reset', accepted: false }],
];

/** Chaos by chance. `refusal` is the platform's definite no, rare; counts say how often each trouble came. */
export function troubles(
  isPost: (method: string) => boolean,
  refusal: Fault & { readonly kind: 'refused' },
  random: () => number,
  counts: Map<string, number>,
): (method: string) => Fault | null {
  const posts = [...postTroubles, [0.2, `refused: ${refusal.error}`, refusal] as const];
  return (method) => {
    let left = random() * 100;
    for (const [percent, name, fault] of isPost(method) ? posts : readTroubles) {
      left -= percent;
      if (left >= 0) continue;
      counts.set(name, (counts.get(name) ?? 0) + 1);
      return fault;
    }
    return null;
  };
}
