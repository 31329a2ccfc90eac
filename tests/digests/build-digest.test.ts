import { describe, expect, it } from 'vitest';
import { buildDigest } from '../../digests/build-digest.ts';
import type { DigestRequest } from '../../digests/digest-request.ts';
import type { AnalysedArticle } from '../../src/domain/analysed-article.ts';
import type { Digest } from '../../src/domain/digest.ts';
import { budget, day, ferry, hour, monday, report, requestFor } from './wire.ts';

const grounding = ferry.grounding.map(report);
const first = buildDigest(requestFor([...grounding, report(budget)]));
const tuesday = { from: monday + day, to: monday + 2 * day };

/** The digest of the day after, for a channel that has had the first one. */
function nextDay(analyses: readonly AnalysedArticle[], more: Partial<DigestRequest> = {}): Digest {
  return buildDigest(
    requestFor(analyses, {
      window: tuesday,
      builtAt: tuesday.to,
      seen: [first],
      earlier: [...grounding, report(budget)],
      ...more,
    }),
  );
}

describe('a digest', () => {
  it('tells each event once, what most newsrooms tell first', () => {
    expect(first.stories.map(({ id, outlets }) => [id, outlets.length])).toEqual([
      ['sferry-1', 3],
      ['sbudget-1', 1],
    ]);
    expect(first.stories[0]).toMatchObject({
      firstSeen: monday + 7 * hour,
      lastSeen: monday + 11 * hour,
      update: null,
    });
    expect(first).toMatchObject({ articleCount: 4, outletCount: 3, language: 'en' });
  });

  it('traces each sentence and each quote to the letters of its article', () => {
    const texts = new Map([...grounding, report(budget)].map(({ article }) => [article.id, article.text]));
    const stretches = first.stories.flatMap(({ summary, keyQuotes }) => [
      ...summary.filter(({ compressed }) => !compressed),
      ...keyQuotes,
    ]);
    expect(stretches.length).toBeGreaterThan(2);
    for (const { articleId, start, end, text } of stretches)
      expect(texts.get(articleId)?.slice(start, end)).toBe(text);
  });

  it('is the same, with the same id, for the same articles in any order', () => {
    const again = buildDigest(requestFor([report(budget), ...grounding.toReversed()]));
    expect(again).toEqual(first);
    expect(buildDigest(requestFor(grounding)).id).not.toBe(first.id);
  });

  it('names a speaker in full though only indirect speech of another outlet does', () => {
    const [one, two] = [
      '“The ferry will sail again before the end of the week,” Vane said on Monday at the harbour of Port Verrin.',
      'The ferry will sail again this week. Lotte Vane, the mayor of Port Verrin, said on Monday that the harbour was safe.',
    ];
    const made = buildDigest(
      requestFor([
        report({ id: 'a', hours: 8, title: 'Port Verrin ferry to sail again this week', text: one }),
        report({
          id: 'b',
          hours: 9,
          outlet: 'Port News',
          title: 'Port Verrin ferry sails again this week',
          text: two,
        }),
      ]),
    );
    expect(made.stories.map(({ keyQuotes }) => keyQuotes[0]?.speaker?.name)).toEqual(['Lotte Vane']);
  });

  it('counts an agency text that others carry once', () => {
    const [original] = ferry.grounding;
    const copies = ['Harbour Radio', 'Inland Times', 'Valley Post'].map((outlet, n) =>
      report({
        ...original,
        id: `copy-${n}`,
        outlet,
        hours: 8 + n,
        text: `${original.text}\n\nFrom our agencies.`,
      }),
    );
    const [story] = buildDigest(requestFor([report(original), ...copies])).stories;
    expect(story?.outlets).toEqual(['The Coast Mail']);
    expect(story?.articles).toHaveLength(4);
    expect(story?.keyQuotes).toHaveLength(1);
  });

  it('leaves out muted outlets and what too few outlets tell', () => {
    const request = requestFor([...grounding, report(budget)], { minOutlets: 2 });
    expect(buildDigest(request).stories.map(({ id }) => id)).toEqual(['sferry-1']);
    expect(buildDigest({ ...request, mutedOutlets: ['The Coast Mail', 'Harbour Radio'] }).stories).toEqual(
      [],
    );
  });

  it('of nothing is empty', () => {
    expect(buildDigest(requestFor([]))).toMatchObject({ stories: [], articleCount: 0, language: 'und' });
  });
});

describe('a story that goes on', () => {
  const [update] = nextDay([report(ferry.salvage)]).stories;

  it('is an update of the story the channel had, under its id', () => {
    expect(update).toMatchObject({ id: 'sferry-1', update: { since: first.window.to, newArticles: 1 } });
  });

  it('tells the new facts, and only these', () => {
    expect(update?.headline).toBe(ferry.salvage.title);
    expect(update?.summary.every(({ articleId }) => articleId === 'ferry-4')).toBe(true);
    expect(update?.summary[0]?.text).toMatch(/tugs/);
  });

  it('does not quote again what the channel has read', () => {
    // Ines Tarrow’s words stood in the summary, another’s below it.
    expect(first.stories[0]?.summary.map(({ text }) => text).join(' ')).toContain('Tarrow');
    expect(first.stories[0]?.keyQuotes.map(({ speaker }) => speaker?.name)).toEqual(['Marek Olin']);
    expect(update?.keyQuotes.map(({ speaker }) => speaker?.name)).toEqual(['Odile Brandt']);
  });

  it('shows all outlets that told it and its first and latest time', () => {
    expect(update?.outlets.toSorted()).toEqual(['Harbour Radio', 'Inland Times', 'The Coast Mail']);
    expect(update).toMatchObject({ firstSeen: monday + 7 * hour, lastSeen: monday + 33 * hour });
  });

  it('stands lower than a new one of as many outlets', () => {
    const fresh = buildDigest(requestFor([report(ferry.salvage)], { window: tuesday })).stories[0];
    expect(update?.ranking.novelty).toBeLessThan(fresh?.ranking.novelty ?? 0);
  });

  it('goes on from an update to the next', () => {
    const second = nextDay([report(ferry.salvage)]);
    const yard = report({
      id: 'ferry-5',
      outlet: 'Harbour Radio',
      hours: 55,
      title: 'Ferry Halcyon reaches Dunmarrow yard after reef salvage',
      text: 'The ferry Halcyon reached the yard at Dunmarrow on Wednesday, two days after it ran aground on the Kestrel reef off Port Verrin. Sealane said the repair of the hull would cost nine million crowns.',
    });
    const third = buildDigest(
      requestFor([yard], {
        window: { from: tuesday.to, to: tuesday.to + day },
        seen: [second, first],
        earlier: [...grounding, report(ferry.salvage)],
      }),
    );
    expect(third.stories[0]).toMatchObject({ id: 'sferry-1', update: { since: tuesday.to, newArticles: 1 } });
  });

  it('is not told again when only a copy of what the channel had comes in', () => {
    const [original] = ferry.grounding;
    const late = report({
      ...original,
      id: 'late',
      outlet: 'Valley Post',
      hours: 30,
      text: `${original.text} (vp)`,
    });
    expect(nextDay([late]).stories).toEqual([]);
  });

  it('is a new story for a channel that has not had it, or where the earlier articles are gone', () => {
    expect(nextDay([report(ferry.salvage)], { seen: [], earlier: [] }).stories[0]?.update).toBeNull();
    expect(nextDay([report(ferry.salvage)], { earlier: [] }).stories[0]).toMatchObject({
      id: 'sferry-4',
      update: null,
    });
  });

  it('does not bring back stories of which nothing new came', () => {
    expect(nextDay([report(ferry.salvage)]).stories).toHaveLength(1);
    expect(nextDay([]).stories).toEqual([]);
  });
});
