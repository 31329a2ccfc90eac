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
    ['former prosecutor and City Mayor Anna Vik came', 'former prosecutor and City Mayor'],
    ['former Governor Erik Berg and Mayor Anna Vik came', 'Mayor'],
    ['we met Bergen Gov. Anna Vik', 'Bergen Governor'],
    ['he met his longtime friend Anna Vik', null],
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
    ['Head of Research at Holm & Berg', 'Head of Research at Holm & Berg'],
    ['Senior Vice President of Sales for Holm', 'Senior Vice President of Sales for Holm'],
    ['Holm’s executive director of sales', 'Holm’s executive director of sales'],
    ['a reporter for Harbour News arrested in Bergen', 'reporter for Harbour News'],
    ['a Democrat of Bergen', 'Democrat of Bergen'],
    ['his best friend', null],
    ['Holm’s best friend', 'Holm’s best friend'],
  ])('behind a name: %s', (apposition, role) => {
    const text = `On Monday we met Anna Vik, ${apposition}. ${QUOTE.replace('.”', ',”')} Vik said.`;
    expect(speakerOf(text)).toMatchObject({ name: 'Anna Vik', role });
  });

  it('is the fuller one, wherever it stands', () => {
    const text = `Rival Anna Vik came. Anna Vik, the former mayor of Bergen, spoke. ${QUOTE.replace('.”', ',”')} Vik said.`;
    expect(speakerOf(text)?.role).toBe('former mayor of Bergen');
  });
});

describe('what stands before a name', () => {
  it.each([
    [
      'Mr. Holm reads on. Deport Anna Vik',
      'Anna Vik',
      'a word of a headline, which the text writes small: deport',
    ],
    ['Reason Harbour Funds Support Anna Vik', 'Anna Vik', 'a whole headline'],
    ['The envoy to Norway Anna Vik', 'Anna Vik', 'a country'],
    ['The Dean of Students Anna Vik', 'Anna Vik', 'whom an office is over'],
  ])('is no part of it: %s', (who, name) => {
    expect(speakerOf(`They deport nobody on Monday. ${who} told the court: ${QUOTE}`)?.name).toBe(name);
  });

  it('is left out of a surname where it is a country, once somebody is named in full', () => {
    const text = `Anna Vik came. Many left the Norway Vik rally. ${QUOTE.replace('.”', ',”')} Vik said.`;
    expect(speakerOf(text)?.name).toBe('Anna Vik');
  });
});

describe('a name', () => {
  it.each([
    ['The Justice Department', 'Justice Department'],
    ['The March for Harbours', 'March for Harbours'],
    ['Harbour.com', 'Harbour.com'],
  ])('of a body is whole: %s', (who, name) => {
    expect(said(who)).toMatchObject({ name, kind: 'organisation' });
  });

  it('is not of the body that somebody works for', () => {
    const text = `${QUOTE.replace('.”', ',”')} said Harbour.com’s senior economist Anna Vik.`;
    expect(speakerOf(text)).toMatchObject({ name: 'Anna Vik', role: 'senior economist' });
  });

  it.each(['Fifty-one percent of voters', 'Nevertheless it'])(
    'is no word of number or sentence: %s',
    (who) => {
      expect(said(who)?.name ?? '').not.toMatch(/^(?:Fifty|Nevertheless)/);
    },
  );

  it('goes on by its first word where the surname comes first', () => {
    const text = `Baek Min-jun came on Monday. Baek was late. ${QUOTE.replace('.”', ',”')} Mr. Baek said.`;
    expect(speakerOf(text)).toMatchObject({ name: 'Baek Min-jun', kind: 'person' });
  });

  it('is written as it is elsewhere, not in the capitals of a dateline', () => {
    const text = `BERGEN — The deal stands. How long Bergen believes in it is not known. ${QUOTE.replace('.”', ',”')} Bergen said.`;
    expect(speakerOf(text)?.name).toBe('Bergen');
  });

  it('with an office is of him who is called Mr., not of his wife', () => {
    const text = `President Vik flew home. Anna Vik, his wife, stayed. Mr. Vik was tired. ${QUOTE.replace('.”', ',”')} President Vik said.`;
    expect(speakerOf(text)?.name).toBe('Vik');
  });
});

describe('a phrase', () => {
  it('is whole around a compound', () => {
    expect(said('A former senior law enforcement official')?.name).toBe(
      'a former senior law enforcement official'.replace('a', 'A'),
    );
  });

  it('about a thing speaks only where the text says so', () => {
    expect(speakerOf('The oxygen bar “offers fresh air for three hundred crowns to all.”')).toBeNull();
    expect(speakerOf(`${QUOTE.replace('.”', ',”')} the airline said.`)?.name).toBe('the airline');
  });

  it.each(['Vik’s response was', 'Her promise is'])('about words is whose they are: %s', (opening) => {
    const text = `Anna Vik met Erik Berg’s mother. Anna Vik spoke. ${opening} “a long and bitter wait for the port.”`;
    expect(speakerOf(text)?.name).toBe('Anna Vik');
  });

  it('with the company somebody keeps gives way to the name', () => {
    expect(speakerOf(`${QUOTE.replace('.”', ',”')} Anna Vik and her team wrote.`)?.name).toBe('Anna Vik');
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
