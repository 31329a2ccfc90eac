import { describe, expect, it } from 'vitest';
import { mergeSpeakers } from '../../../digests/names/merge-speakers.ts';
import { soundKey } from '../../../digests/names/transliteration.ts';
import type { Speaker, SpeakerKind } from '../../../src/domain/quote.ts';

const speaker = (name: string, role: string | null = null, kind: SpeakerKind = 'person'): Speaker => ({
  name,
  role,
  kind,
  mentions: [],
});

const names = (...articles: Speaker[][]): string[] => mergeSpeakers(articles).map((merged) => merged.name);

describe('mergeSpeakers', () => {
  it('joins the spellings of a transliterated name, and shows the one most articles use', () => {
    const merged = mergeSpeakers([
      [speaker('Volodymyr Zelenskyy', 'Ukrainian President')],
      [speaker('Volodymyr Zelensky', 'Ukrainian President')],
      [speaker('Volodymyr Zelenskyy')],
      [speaker('Vladimir Zelenskiy', 'president')],
    ]);
    expect(merged).toHaveLength(1);
    expect(merged[0]).toMatchObject({ name: 'Volodymyr Zelenskyy', role: 'Ukrainian President' });
    expect(merged[0]?.members).toHaveLength(4);
  });

  it('joins a surname alone where the story has one bearer only', () => {
    expect(names([speaker('Hagen')], [speaker('Anna Hagen')])).toEqual(['Anna Hagen']);
    expect(names([speaker('Hagen')], [speaker('Anna Hagen'), speaker('Erik Hagen')])).toHaveLength(3);
  });

  it('takes a word for a surname where another article names its bearer in full', () => {
    const body = speaker('Hagen', null, 'organisation');
    expect(mergeSpeakers([[body], [speaker('Anna Hagen', 'judge')]])).toMatchObject([
      { name: 'Anna Hagen', role: 'judge', kind: 'person' },
    ]);
    expect(names([body], [speaker('Anna Hagen'), speaker('Erik Hagen')])).toHaveLength(3);
  });

  it('keeps families apart, father and son too', () => {
    expect(names([speaker('Anna Hagen')], [speaker('Erik Hagen')])).toHaveLength(2);
    expect(names([speaker('Erik Hagen')], [speaker('Erik Hagen Jr.')])).toHaveLength(2);
  });

  it('joins short forms of a first name', () => {
    expect(names([speaker('Robert Hagen')], [speaker('Bob Hagen')])).toEqual(['Robert Hagen']);
  });

  it('joins bodies with and without "the", never people with bodies', () => {
    expect(
      names(
        [speaker('the Port Authority', null, 'organisation')],
        [speaker('Port Authority', null, 'organisation')],
      ),
    ).toHaveLength(1);
    expect(names([speaker('Ford', null, 'organisation')], [speaker('Ford')])).toHaveLength(2);
  });

  it('never joins unnamed speakers', () => {
    const official = speaker('a senior official', null, 'unnamed');
    expect(names([official], [official])).toHaveLength(2);
  });
});

it('is not slow with any number of bearers of one surname', () => {
  const bearers = Array.from({ length: 20_000 }, (_, at) => speaker(`Ann${at.toString(36)}a Lee`));
  expect(mergeSpeakers([bearers]).length).toBeGreaterThan(1);
});

describe('soundKey', () => {
  it.each([
    ['Zelensky', 'Zelenskyy', 'Zelenskiy', 'Zelenskyi'],
    ['Gaddafi', 'Qaddafi', 'Ghaddafi'],
    ['Müller', 'Muller'],
    ['Yeltsin', 'Eltsin'],
  ])('is the same for the spellings of %s', (...spellings) => {
    expect(new Set(spellings.map(soundKey)).size).toBe(1);
  });

  it('differs for different names', () => {
    expect(soundKey('Hagen')).not.toBe(soundKey('Hansen'));
    expect(soundKey('Lavrov')).not.toBe(soundKey('Larov'));
  });
});
