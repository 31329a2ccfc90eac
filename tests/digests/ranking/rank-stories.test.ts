import { describe, expect, it } from 'vitest';
import { feedbackScore, type Voice } from '../../../digests/ranking/feedback-score.ts';
import { type Rankable, rankingOf } from '../../../digests/ranking/rank-stories.ts';
import { hour, monday } from '../wire.ts';

const now = monday;
const story = (more: Partial<Rankable> = {}): Rankable => ({
  independentOutlets: 2,
  lastSeen: now - 6 * hour,
  relevance: 0.5,
  novelty: 1,
  feedback: 0,
  ...more,
});
const score = (more: Partial<Rankable>) => rankingOf(story(more), now).score;

describe('where a story stands', () => {
  it('is higher the more newsrooms tell it by themselves, each further one adding less', () => {
    const [one, two, three] = [1, 2, 3].map((independentOutlets) => score({ independentOutlets }));
    expect(two).toBeGreaterThan(one ?? 0);
    expect((two ?? 0) - (one ?? 0)).toBeGreaterThan((three ?? 0) - (two ?? 0));
  });

  it('is higher for what is fresh, on topic and new to the channel', () => {
    expect(score({ lastSeen: now - hour })).toBeGreaterThan(score({ lastSeen: now - 20 * hour }));
    expect(score({ relevance: 0.9 })).toBeGreaterThan(score({ relevance: 0.2 }));
    expect(score({ novelty: 1 })).toBeGreaterThan(score({ novelty: 0.3 }));
  });

  it('is the sum of its parts, so that it can be explained', () => {
    const { score: sum, ...parts } = rankingOf(story({ feedback: 0.4 }), now);
    expect(Object.values(parts).reduce((total, part) => total + part, 0)).toBeCloseTo(sum, 12);
  });

  it('is not turned around by feedback: a second outlet outweighs the worst of it', () => {
    expect(score({ independentOutlets: 2, feedback: -1 })).toBeGreaterThan(
      score({ independentOutlets: 1, feedback: 1 }),
    );
  });

  it('is not better for a date that lies ahead', () => {
    expect(score({ lastSeen: now + 5 * hour })).toBe(score({ lastSeen: now }));
  });
});

describe('feedback', () => {
  const voice = (useful: boolean): Voice => ({
    outlets: ['The Coast Mail'],
    keywords: ['ferry', 'reef'],
    useful,
  });
  const alike = { outlets: ['The Coast Mail'], keywords: ['Ferry', 'reef', 'fuel'] };

  it('of nobody changes nothing', () => expect(feedbackScore(alike, [])).toBe(0));

  it('lifts stories like those found useful and lowers the others', () => {
    expect(feedbackScore(alike, [voice(true)])).toBeGreaterThan(0);
    expect(feedbackScore(alike, [voice(false)])).toBeLessThan(0);
    expect(feedbackScore({ outlets: ['Inland Times'], keywords: ['school'] }, [voice(true)])).toBe(0);
  });

  it('of one counts little, of many never more than one', () => {
    expect(feedbackScore(alike, [voice(true)])).toBeLessThan(0.25);
    const many = feedbackScore(
      alike,
      Array.from({ length: 200 }, () => voice(true)),
    );
    expect(many).toBeGreaterThan(0.9);
    expect(many).toBeLessThan(1);
  });

  it('for and against cancels out', () => {
    expect(feedbackScore(alike, [voice(true), voice(false)])).toBe(0);
  });
});
