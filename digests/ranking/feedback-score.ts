/** What people of a channel said of earlier stories, applied to a new one: -1 (less of this) to 1 (useful). */
export type Voice = {
  readonly outlets: readonly string[];
  readonly keywords: readonly string[];
  readonly useful: boolean;
};

type Told = { readonly outlets: readonly string[]; readonly keywords: readonly string[] };

/** So many voices of one mind count half of what any number can: one person must not turn a channel around. */
const halfway = 4;

export function feedbackScore(story: Told, voices: readonly Voice[]): number {
  const outlets = new Set(story.outlets);
  const keywords = new Set(story.keywords.map((word) => word.toLowerCase()));
  let sum = 0;
  for (const voice of voices) {
    const sharedWords = voice.keywords.filter((word) => keywords.has(word.toLowerCase())).length;
    const sharedOutlets = voice.outlets.filter((outlet) => outlets.has(outlet)).length;
    const likeness =
      0.8 * (sharedWords / Math.max(1, Math.min(voice.keywords.length, keywords.size))) +
      0.2 * (sharedOutlets / Math.max(1, Math.min(voice.outlets.length, outlets.size)));
    sum += voice.useful ? likeness : -likeness;
  }
  return sum / (Math.abs(sum) + halfway);
}
