import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { generatedArticles } from '../../../bench/generated-articles.ts';
import { clusterArticles } from '../../../digests/stories/cluster-articles.ts';
import { budget, day, ferry, hour, monday, type Report } from '../wire.ts';

const toCluster = ({ id, title, text, hours }: Report) => ({
  id,
  title,
  text,
  publishedAt: monday + hours * hour,
});
const storiesOf = (reports: readonly Report[]) =>
  Object.fromEntries(clusterArticles(reports.map(toCluster)).map(({ id, story }) => [id, story]));

describe('stories', () => {
  it('are one where three newsrooms tell one event, labelled by the first article', () => {
    expect(storiesOf([budget, ...ferry.grounding])).toEqual({
      'ferry-1': 'ferry-1',
      'ferry-2': 'ferry-1',
      'ferry-3': 'ferry-1',
      'budget-1': 'budget-1',
    });
  });

  it('go on with an event the day after', () => {
    expect(storiesOf([...ferry.grounding, ferry.salvage])['ferry-4']).toBe('ferry-1');
  });

  it('are several where one paper tells of its town in a few lines each, though all name town and day', () => {
    const stories = storiesOf(
      [
        'Harbour bridge closed. The old harbour bridge in Elmford will close for six weeks after engineers found cracks in two girders, the city said on Monday. Drivers will be sent over the northern tunnel.',
        'Cracks shut Elmford bridge. Elmford’s harbour bridge is to shut for six weeks, officials announced Monday, because of cracks in its girders. Traffic moves to the northern tunnel.',
        'Elmford council raises ferry fares. The council of Elmford voted on Monday to raise ferry fares by eight per cent from May. Commuters had protested outside the town hall.',
        'Elmford school wins science prize. Pupils of the Elmford High School won the national science prize on Monday for a buoy that measures salt. Their teacher praised them.',
        'Fire at Elmford warehouse. A fire destroyed a warehouse in the port of Elmford on Monday night. Nobody was hurt, the fire brigade said. The cause is not known.',
      ].map((told, at) => {
        const title = told.slice(0, told.indexOf('. '));
        return { id: `${at}`, hours: 8, title, text: told.slice(title.length + 2) };
      }),
    );
    expect(Object.values(stories)).toEqual(['0', '0', '2', '3', '4']);
  });

  it('tell two summits of one week apart, though the guests are the same', () => {
    const trade = (id: string, hours: number, title: string, text: string): Report => ({
      id,
      hours,
      title,
      text,
    });
    const stories = storiesOf([
      trade(
        'trade-1',
        8,
        'Lakes summit in Orvane ends with deal on river tolls',
        'Leaders of the six lake nations ended their summit in Orvane on Monday with an agreement to drop tolls on river freight from 1 July. President Adela Korr and Prime Minister Tomas Weld signed it at the customs house.',
      ),
      trade(
        'trade-2',
        10,
        'River tolls to go: lake nations sign freight pact at Orvane',
        'River freight between the six lake nations will be free of tolls from 1 July under a pact signed at the Orvane summit on Monday. President Adela Korr called it a relief for bargemen; Tomas Weld, the prime minister, spoke of cheaper bread.',
      ),
      trade(
        'arms-1',
        80,
        'Defence summit at Castle Brennt opens with quarrel over missiles',
        'A quarrel over where to base medium-range missiles opened the defence summit at Castle Brennt on Thursday. President Adela Korr wants them in the north, Prime Minister Tomas Weld near the border, diplomats said.',
      ),
      trade(
        'arms-2',
        82,
        'Korr and Weld split over missile bases at Brennt',
        'The defence summit at Castle Brennt began with a split between President Adela Korr and Prime Minister Tomas Weld over bases for medium-range missiles, diplomats said on Thursday.',
      ),
    ]);
    expect(stories).toEqual({
      'trade-1': 'trade-1',
      'trade-2': 'trade-1',
      'arms-1': 'arms-1',
      'arms-2': 'arms-1',
    });
  });

  it('do not depend on the order in which articles come in', () => {
    const articles = generatedArticles(120, 5);
    const expected = new Map(clusterArticles(articles).map(({ id, story }) => [id, story]));
    fc.assert(
      fc.property(fc.shuffledSubarray(articles, { minLength: articles.length }), (shuffled) => {
        for (const { id, story } of clusterArticles(shuffled)) expect(story).toBe(expected.get(id));
      }),
      { numRuns: 5 },
    );
  });

  it('stay together as further articles arrive', () => {
    const articles = generatedArticles(400, 9);
    const early = clusterArticles(articles.slice(0, 300));
    const late = new Map(clusterArticles(articles).map(({ id, story }) => [id, story]));
    const mates = (labels: ReadonlyMap<string, string>, id: string) =>
      early.filter((one) => labels.get(one.id) === labels.get(id)).map((one) => one.id);
    const before = new Map(early.map(({ id, story }) => [id, story]));
    // For each article: of those it shares a story with before or after, how many it shares one with both times.
    const kept = early.map(({ id }) => {
      const [then, now] = [new Set(mates(before, id)), new Set(mates(late, id))];
      return then.intersection(now).size / then.union(now).size;
    });
    expect(kept.reduce((sum, share) => sum + share, 0) / kept.length).toBeGreaterThan(0.8);
  });

  it('hold a great event together, however many tell it', () => {
    const reports = Array.from({ length: 150 }, (_, n): Report => {
      const { title, text } = ferry.grounding[n % 3] ?? budget;
      return { id: `r${String(n).padStart(3, '0')}`, hours: 7 + n / 10, title, text: `${text} Reader ${n}.` };
    });
    expect(new Set(Object.values(storiesOf(reports))).size).toBe(1);
  });

  it('never join what lies more than four days apart', () => {
    const again = { ...ferry.salvage, hours: ferry.grounding[0].hours + 5 * 24 };
    expect(storiesOf([...ferry.grounding, again])['ferry-4']).toBe('ferry-4');
  });

  it('take articles without a date anywhere, and articles without words', () => {
    const undated = { ...toCluster(ferry.salvage), publishedAt: null };
    const empty = [1, 2].map((n) => ({ id: `empty-${n}`, title: '', text: '', publishedAt: monday + day }));
    const labels = clusterArticles([...ferry.grounding.map(toCluster), undated, ...empty]);
    const storyOf = new Map(labels.map(({ id, story }) => [id, story]));
    expect(storyOf.get('ferry-1')).toBe(storyOf.get('ferry-4'));
    expect(storyOf.get('empty-1')).not.toBe(storyOf.get('empty-2'));
    expect(clusterArticles([])).toEqual([]);
  });

  it('give every line its own label where two articles have one id', () => {
    const labels = clusterArticles(
      [...ferry.grounding, budget].map((one) => ({
        ...toCluster(one),
        id: one === budget ? 'ferry-3' : one.id,
      })),
    );
    expect(labels.map(({ story }) => story)).toEqual(['ferry-1', 'ferry-1', 'ferry-1', 'ferry-3']);
  });
});
