import { describe, expect, it } from 'vitest';
import { extractQuotes } from '../../../digests/quotes/extract-quotes.ts';

const quotesOf = (text: string) => extractQuotes({ id: 'a', text }).quotes;
const speakerOf = (text: string) => quotesOf(text).at(-1)?.speaker;

describe('one person under all forms', () => {
  it('has the fullest form as name, with title and surname as mentions of the same', () => {
    const text =
      'Finnish President Aino Koskela flew to Oslo. “The treaty holds for another year,” Ms. Koskela said. “It must hold longer than that,” the Finnish president added.';
    const { quotes, speakers } = extractQuotes({ id: 'a', text });
    expect(quotes.map((quote) => quote.speaker?.name)).toEqual(['Aino Koskela', 'Aino Koskela']);
    expect(quotes[0]?.speaker?.role).toBe('Finnish President');
    expect(speakers.filter((speaker) => speaker.kind === 'person')).toHaveLength(1);
    expect(speakers[0]?.mentions.map(({ start, end }) => text.slice(start, end))).toEqual(
      expect.arrayContaining(['Aino Koskela', 'Koskela', 'the Finnish president']),
    );
  });

  it.each([
    [
      'an office before the name',
      'Former Prime Minister Jonas Vik said: “The treaty holds for another year.”',
      'Former Prime Minister',
    ],
    [
      'a trade in small letters',
      'The economist Jonas Vik said: “The treaty holds for another year.”',
      'economist',
    ],
    [
      'an office that is counted',
      'The first secretary Jonas Vik said: “The treaty holds for another year.”',
      'first secretary',
    ],
    [
      'an apposition',
      'Jonas Vik, head of the fishermen’s union, said: “The treaty holds for another year.”',
      'head of the fishermen’s union',
    ],
    [
      'an apposition with an article',
      'Jonas Vik, the mayor of Bergen, said: “The treaty holds for another year.”',
      'mayor of Bergen',
    ],
    [
      'a body before the trade',
      'Nordic Bank spokesman Jonas Vik said: “The treaty holds for another year.”',
      'Nordic Bank spokesman',
    ],
  ])('takes the role from %s', (_, text, role) => {
    expect(speakerOf(text)).toMatchObject({ name: 'Jonas Vik', role, kind: 'person' });
  });

  it.each([
    ['Jonas Vik, who was mayor of Bergen, said: “The treaty holds for another year.”', null],
    ['The fisheries minister, Jonas Vik, said: “The treaty holds for another year.”', 'fisheries minister'],
    [
      'The fisheries minister, Jonas Vik, resigned after private messages were leaked. “The treaty holds for another year,” Vik said.',
      'fisheries minister',
    ],
    [
      'The guests met candidate Jonas Vik at the fair. “The treaty holds for another year,” Vik said.',
      'candidate',
    ],
    [
      'Jonas Vik, head of the Teachers’ Federation, said: “The treaty holds for another year.”',
      'head of the Teachers’ Federation',
    ],
  ])('takes no verb and no clause for a role: %s', (text, role) => {
    expect(speakerOf(text)).toMatchObject({ name: 'Jonas Vik', role });
  });

  it.each([
    ['Labour MP Anna Vik', 'Anna Vik', 'Labour MP'],
    ['Comedian Anna Vik', 'Anna Vik', 'Comedian'],
    ['Det Con Anna Vik', 'Anna Vik', 'Det Con'],
    ['Anna Vik KC', 'Anna Vik', null],
  ])('parts trades, ranks and honours from the name: %s', (shown, name, role) => {
    const speaker = speakerOf(`${shown} told the court: “The treaty holds for another year.”`);
    expect(speaker).toMatchObject({ name, role, kind: 'person' });
  });

  it.each([
    ['Congress leader R. K. Vik', 'R. K. Vik', 'Congress leader'],
    ['Secretary-General Anna Vik', 'Anna Vik', 'Secretary-General'],
    ['Dr. Anna Vik, Ph.D., of the harbour police,', 'Anna Vik', null],
    ['His wife, Vik,', 'Vik', null],
  ])('knows a person by title, initials and kin: %s', (shown, name, role) => {
    const speaker = speakerOf(`${shown} told the court: “The treaty holds for another year.”`);
    expect(speaker).toMatchObject({ name, role, kind: 'person' });
  });

  it('gives "she" to the mother, not to the son', () => {
    const text =
      'Jonah was found on Monday. His mother, Vik, had not lost hope. “The sea gives back what it takes,” she said.';
    expect(speakerOf(text)?.name).toBe('Vik');
  });

  it('does not take the operator of a ferry for a person', () => {
    expect(speakerOf('The operator, Sealane, said: “The ferry holds for another year.”')?.kind).not.toBe(
      'person',
    );
  });

  it('knows first names with their accents', () => {
    const text =
      'Mayor Inés Calvo met rescue chief Bruno Paz. “The road is open again,” he said. “We have food for a week,” she said.';
    expect(quotesOf(text).map((quote) => quote.speaker?.name)).toEqual(['Bruno Paz', 'Inés Calvo']);
  });

  it.each([
    [
      'The mayor of Bergen, Jonas Vik, came late. “The treaty holds for another year,” the Mayor said.',
      'Jonas Vik',
    ],
    [
      'Prime Minister Jonas Vik came late. “The treaty holds for another year,” the Prime Minister said.',
      'Jonas Vik',
    ],
    ['“The treaty holds for another year,” the President said.', 'the President'],
    [
      '“The treaty holds for another year,” the prime minister said. Jonas Vik, who became prime minister in May, was in Bergen.',
      'Jonas Vik',
    ],
    [
      'Former President Jonas Vik came late. “The treaty holds for another year,” the president said.',
      'the president',
    ],
  ])('knows who holds an office, whatever its letters: %s', (text, name) => {
    expect(speakerOf(text)?.name).toBe(name);
  });

  it.each([
    ['“It holds for another year, I think,” said one of the diplomats.', 'one of the diplomats', 'unnamed'],
    ['“It holds for another year,” Nordic Airlines said.', 'Nordic Airlines', 'organisation'],
    [
      '“It holds for another year,” the Committee to Protect Rivers said.',
      'Committee to Protect Rivers',
      'organisation',
    ],
    ['Jonas Vik – who led the talks – said “it holds for another year.”', 'Jonas Vik', 'person'],
    ['“It holds for another year,” said a lawyer for the port, Jonas Vik.', 'Jonas Vik', 'person'],
  ])('knows whom the words name: %s', (text, name, kind) => {
    expect(speakerOf(text)).toMatchObject({ name, kind });
  });

  it('knows nicknames and middle initials', () => {
    const text =
      'Robert T. Hagen opened the fair. “The hall is full to the last seat,” Bob Hagen said. “We had to close the doors,” Hagen said.';
    expect(new Set(quotesOf(text).map((quote) => quote.speaker?.name))).toEqual(new Set(['Robert T. Hagen']));
  });

  it('keeps a family of one surname apart', () => {
    const text =
      'Anna Hagen and her brother Erik Hagen own the farm. “The barn burned down in an hour,” Mr. Hagen said. “We will build it up again,” Ms. Hagen said.';
    expect(quotesOf(text).map((quote) => quote.speaker?.name)).toEqual(['Erik Hagen', 'Anna Hagen']);
  });

  it('names an unnamed official with whom he or she speaks for', () => {
    const speaker = speakerOf('“The treaty holds for another year,” said a spokesman for Ms. Koskela.');
    expect(speaker).toMatchObject({ name: 'a spokesman for Ms. Koskela', kind: 'unnamed' });
  });

  it('takes a surname with an age or a trade behind it for a person', () => {
    expect(speakerOf('Hagen, 54, met the press. “The barn burned down in an hour,” Hagen said.')?.kind).toBe(
      'person',
    );
    expect(
      speakerOf('Hagen, a former judge, came. “The barn burned down in an hour,” Hagen said.')?.kind,
    ).toBe('person');
  });

  it('ends a name before the verb of saying', () => {
    const text = 'Hagen called the farmer’s widow, Anna Berg, “a great help in those hard years.”';
    expect(quotesOf(text)[0]?.speaker?.name).toBe('Hagen');
  });

  it('ends a group before what it did', () => {
    const text =
      'Four harbour Democrats sent a letter and wrote of plans that “threaten the integrity of our harbour.”';
    expect(speakerOf(text)?.name).toBe('Four harbour Democrats');
  });

  it('tells bodies and documents from people', () => {
    expect(speakerOf('“The treaty holds for another year,” the ministry said.')?.kind).toBe('organisation');
    expect(speakerOf('“The treaty holds for another year,” the report said.')?.kind).toBe('document');
  });

  it('does not take the nearest man for "she"', () => {
    const text =
      'Anna Hagen met Erik Berg in Bergen. Berg brought his dog along that day. “The treaty holds for another year,” she said.';
    expect(speakerOf(text)?.name).toBe('Anna Hagen');
  });
});
