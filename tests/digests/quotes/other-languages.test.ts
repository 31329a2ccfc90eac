import { describe, expect, it } from 'vitest';
import { extractQuotes } from '../../../digests/quotes/extract-quotes.ts';

const read = (language: string, text: string) =>
  extractQuotes({ id: 'a', text, language }).quotes.map((quote) => [quote.text, quote.speaker?.name ?? null]);

describe('quotations in other languages', () => {
  it.each([
    [
      'German',
      'de',
      '„Die Fähre fährt im Mai“, sagte Ingrid Dahl am Montag.',
      [['Die Fähre fährt im Mai', 'Ingrid Dahl']],
    ],
    [
      'German, split',
      'de',
      '„Die Fähre“, so Ingrid Dahl, „fährt im Mai, wenn alles gut geht.“',
      [['Die Fähre', 'Ingrid Dahl']],
    ],
    [
      'German, marks inwards',
      'de',
      '»Die Fähre fährt im Mai«, erklärte Ingrid Dahl der Zeitung.',
      [['Die Fähre fährt im Mai', 'Ingrid Dahl']],
    ],
    [
      'French',
      'fr',
      'Selon Ingrid Dahl, « le bac partira en mai ». « Je n’y crois pas », a répondu Per Holm.',
      [
        ['le bac partira en mai', 'Ingrid Dahl'],
        ['Je n’y crois pas', 'Per Holm'],
      ],
    ],
    [
      'Spanish',
      'es',
      '«El barco saldrá en mayo», dijo Ingrid Dahl. “No lo creo”, respondió Per Holm.',
      [
        ['El barco saldrá en mayo', 'Ingrid Dahl'],
        ['No lo creo', 'Per Holm'],
      ],
    ],
    [
      'Ukrainian',
      'uk',
      '«Пором вийде в травні», — сказала Олена Коваль. «Я в це не вірю», — відповів Іван Бондар.',
      [
        ['Пором вийде в травні', 'Олена Коваль'],
        ['Я в це не вірю', 'Іван Бондар'],
      ],
    ],
    [
      'Ukrainian, the speaker between the marks',
      'uk',
      '«Пором вийде в травні, — сказала міська голова Олена Коваль. — Але не раніше».',
      [['Пором вийде в травні,', 'Олена Коваль']],
    ],
    [
      'Ukrainian, the speaker before the last mark',
      'uk',
      '«Пором вийде в травні, — заявила Олена Коваль журналістам».',
      [['Пором вийде в травні,', 'Олена Коваль']],
    ],
    [
      'German, an office before the name',
      'de',
      '„Die Fähre fährt im Mai“, sagte Verkehrsministerin Ingrid Dahl. „Ich glaube das nicht“, sagte Bürgermeister Holm.',
      [
        ['Die Fähre fährt im Mai', 'Ingrid Dahl'],
        ['Ich glaube das nicht', 'Holm'],
      ],
    ],
    [
      'French, a name behind the office',
      'fr',
      '« Le bac partira en mai », a déclaré la ministre des Transports, Claire Dahl, lundi.',
      [['Le bac partira en mai', 'Claire Dahl']],
    ],
    [
      'Spanish, a name behind the office',
      'es',
      '«El barco saldrá en mayo», dijo la ministra de Transportes, Rosa Dahl.',
      [['El barco saldrá en mayo', 'Rosa Dahl']],
    ],
    [
      'Japanese, of nobody',
      'ja',
      '彼女は「船は五月に出航する予定だ」と述べた。',
      [['船は五月に出航する予定だ', null]],
    ],
    [
      'Arabic, of nobody',
      'ar',
      'قالت الوزيرة: «ستبحر العبارة في شهر مايو».',
      [['ستبحر العبارة في شهر مايو', null]],
    ],
  ])('are found in %s', (_, language, text, expected) => {
    expect(read(language, text)).toEqual(expected);
  });

  it('are read as English where the language was mistaken', () => {
    expect(
      read(
        'nl',
        'The harbour was calm. “The ferry will sail in May,” she said, and Ingrid Dahl, the pilot, left.',
      ),
    ).toEqual(
      read(
        'en',
        'The harbour was calm. “The ferry will sail in May,” she said, and Ingrid Dahl, the pilot, left.',
      ),
    );
    expect(read('fr', '“I told them so,” the pilot said.')).toEqual([['I told them so,', 'the pilot']]);
  });

  it('are given to the source that the sentence names, and to nobody further away', () => {
    const text =
      'Le bac reste à quai, a déclaré Claire Dahl. Selon Rosa Vik, présidente du port, « le bac partira en mai prochain ». Il pleut. Il vente. « Nous attendons tous le départ du bac. »';
    expect(read('fr', text)).toEqual([
      ['le bac partira en mai prochain', 'Rosa Vik'],
      ['Nous attendons tous le départ du bac.', null],
    ]);
  });

  it('are not what stands between two quotations', () => {
    const text =
      '«Das Schiff fährt bald», so Rosa Dahl. »Wir warten seit dem Morgen«, sagte sie am Montag im Hafen.';
    expect(read('de', text).filter(([words]) => words?.startsWith(','))).toEqual([]);
  });

  it('are not short titles', () => {
    expect(read('fr', 'Le film « Le Bac » sort mercredi.')).toEqual([]);
    expect(read('de', 'Der Film „Die Fähre“ läuft am Montag an.')).toEqual([]);
  });
});
