import { describe, expect, it } from 'vitest';
import { extractQuotes } from '../../../digests/quotes/extract-quotes.ts';

const quotesOf = (text: string) => extractQuotes({ id: 'a', text }).quotes;
const speakerOf = (text: string) => quotesOf(text).at(-1)?.speaker;
const QUOTE = '“The treaty holds for another year.”';
const said = (who: string) => speakerOf(`The town met on Monday. ${who} told the court: ${QUOTE}`);

describe('who is a person', () => {
  it.each([
    ['Bill Vik', 'a first name that is a word'],
    ['Anna Day', 'a surname that bodies have too'],
    ['Oddvar T. Vik', 'an initial'],
    ['Oddvar Le Vik', 'a particle'],
    ['Bob Oddvar Vik', 'a short first name before two others'],
  ])('%s, by %s', (name) => {
    expect(said(name)).toMatchObject({ name, kind: 'person' });
  });

  it('three words unknown, by a trade behind, and by the surname alone', () => {
    expect(said('Oddvar Skule Vik, the head of the port,')).toMatchObject({
      name: 'Oddvar Skule Vik',
      role: 'head of the port',
      kind: 'person',
    });
    const text = `Oddvar Skule Vik left on Monday. ${QUOTE.replace('.”', ',”')} Vik said.`;
    expect(speakerOf(text)).toMatchObject({ name: 'Oddvar Skule Vik', kind: 'person' });
  });

  it.each([
    ['The New Bergen', 'organisation'],
    ['The Nordic Economics', 'organisation'],
    ['The RADIO Bergen', 'organisation'],
    ['The Holm USA', 'organisation'],
    ['The Coastal Republicans', 'organisation'],
    ['The Bergen Democrat', 'unnamed'],
    ['Director of the Port', 'unnamed'],
  ])('not %s', (name, kind) => {
    expect(said(name)).toMatchObject({ kind });
  });
});

describe('where a name begins and ends', () => {
  it.each([
    ['Maine-based Anna Vik', 'Anna Vik', null],
    ['Co-anchor Anna Vik', 'Anna Vik', 'Co-anchor'],
    ['Harbour Post Editor-in-Chief Anna Vik', 'Anna Vik', 'Harbour Post Editor-in-Chief'],
    ['Bergen Town Recorder Oddny Vik', 'Oddny Vik', 'Bergen Town Recorder'],
    ['Navy General Counsel Anna Vik', 'Anna Vik', 'Navy General Counsel'],
    ['Secretary of Health and Human Services Anna Vik', 'Anna Vik', 'Secretary of Health and Human Services'],
    ['Prime Minister Anna Vik of Norway', 'Anna Vik', 'Prime Minister'],
    ['Prime Minister Theresa May', 'Theresa May', 'Prime Minister'],
  ])('%s', (shown, name, role) => {
    expect(said(shown)).toMatchObject({ name, role, kind: 'person' });
  });

  it.each([
    ['Certainly Anna Vik left early.', 'an adverb'],
    ['Praising Anna Vik, the mayor left early.', 'a participle'],
    ['Mayor Outruns Anna Vik In Harbour Race', 'a verb of a headline'],
    ['Harbour News Anna Vik was there.', 'a paper'],
  ])('without the word before it: %s', (opening) => {
    expect(speakerOf(`${opening}\n\n${QUOTE.replace('.”', ',”')} Vik said.`)?.name).toBe('Anna Vik');
  });

  it.each(['The Harbour Post’s Anna Vik', 'An angry Anna Vik', 'The prize-winning novelist Anna Vik'])(
    'names the person, not the phrase: %s',
    (shown) => {
      expect(said(shown)).toMatchObject({ name: 'Anna Vik', kind: 'person' });
    },
  );

  it('leaves the name of a department whole', () => {
    expect(said('The State Department')).toMatchObject({ name: 'State Department', kind: 'organisation' });
  });

  it('tells the son from the father named before', () => {
    const text = `Mayor Jonas Vik was there. ${QUOTE.replace('.”', ',”')} Jonas Vik Jr. said.`;
    expect(speakerOf(text)).toMatchObject({ name: 'Jonas Vik Jr.', role: null });
  });
});

describe('what is a role', () => {
  it.each([
    ['polls show Sen. Anna Vik far ahead', 'Senator'],
    ['voters met presidential candidate Sen. Anna Vik', 'presidential candidate'],
    ['they praised running mate Anna Vik', 'running mate'],
  ])('before a name: %s', (opening, role) => {
    const text = `On Monday ${opening}. ${QUOTE.replace('.”', ',”')} Vik said.`;
    expect(speakerOf(text)).toMatchObject({ name: 'Anna Vik', role });
  });

  it.each([
    ['a visiting fellow at the Nordic Institute', 'visiting fellow at the Nordic Institute'],
    ['a University of Bergen professor', 'University of Bergen professor'],
    ['a broker arrested in May', 'broker'],
    ['a historian and runs the museum', 'historian'],
    ['a candidate for mayor four years ago', 'candidate for mayor four years ago'],
    ['this year the port’s founder', null],
    ['built in 1991 to seat a president', null],
    ['lessons from a brother', null],
    ['voters want a new mayor', null],
    ['official Nordic news agency', null],
    ['husband expecting second child', null],
    ['singer and actor Erik Berg', null],
    ['a young man', null],
  ])('behind a name: %s', (apposition, role) => {
    const text = `On Monday we met Anna Vik, ${apposition}. ${QUOTE.replace('.”', ',”')} Vik said.`;
    expect(speakerOf(text)).toMatchObject({ name: 'Anna Vik', role });
  });

  it('is the fuller one, wherever it stands', () => {
    const text = `Rival Anna Vik came. Anna Vik, the former mayor of Bergen, spoke. ${QUOTE.replace('.”', ',”')} Vik said.`;
    expect(speakerOf(text)?.role).toBe('former mayor of Bergen');
  });
});

describe('who writes', () => {
  it.each([
    `Mayor Anna Vik published an op-ed in The Harbour Post saying, ${QUOTE}`,
    `Mayor Anna Vik published an op-ed saying Erik Berg “has not kept a single promise to the town.”`,
  ])('is neither the paper nor whom it is about: %s', (text) => {
    expect(speakerOf(`The town met on Monday. ${text}`)?.name).toBe('Anna Vik');
  });
});
