import { expect, test } from 'vitest';
import { isBoilerplate } from '../../../digests/summary/boilerplate.ts';
import { SentenceWords } from '../../../digests/summary/sentence-words.ts';
import { bookOf } from '../../../digests/summary/word-book.ts';
import { unitsOf } from '../../../digests/text/units.ts';

function judged(sentence: string): boolean {
  const words = new SentenceWords(bookOf('en'), unitsOf(sentence));
  return isBoilerplate(sentence, words);
}

test.each([
  'Photo: Harbour council',
  'Image courtesy of the museum',
  'By Jane Doe and John Roe',
  'READ MORE: The ferry that never came',
  'Sign up for our newsletter here.',
  'Reporting by Jane Doe; editing by John Roe',
  'This article was amended on 3 May.',
  'Reuters and AFP contributed to the story',
  'Updated: 3 May 2025',
  '(12:30 GMT) The minister speaks',
  '5 min read',
  '© 2025 The Harbour Post',
  'People wait at the pier on Monday. Jane Doe/Getty Images',
  'Jane Doe contributed reporting from Kyiv.',
  'All rights reserved.',
  'For more, follow us on Twitter.',
  'Follow The Harbour Post on Facebook, X and Instagram.',
  'Send your story ideas to the desk.',
  'Write to Jane Doe at jane.doe@news.example',
  'If someone forwarded this to you, sign up here.',
  'Thanks for reading.',
  'The ferry waits at the pier on Monday (Photo credit: Harbour Post)',
  'Jane Doe, left, and John Roe wait at the pier in Oslo.',
  '<tweet author="doe">People wait for the ferry today</tweet>',
  'The Latest on the ferry to the island (all times local):',
  'Lesen Sie auch: Die Fähre, die nie kam',
  'Lire aussi : Le bac qui ne vint jamais',
  'Suscríbase a nuestro boletín.',
  'Читайте також: Пором, що не прийшов',
  'تابعونا على تويتر.',
])('%s', (sentence) => {
  expect(judged(sentence)).toBe(true);
});

test.each([
  'The photo of the ferry was taken in May.',
  'Image is everything, the mayor said.',
  'By Monday the ferry had stopped.',
  'This ferry was built in 1950.',
  'He contributed to the campaign.',
  'Follow the river and you come to a ferry.',
  'She was the first to sign up for the ferry.',
  'The minister wrote to @janedoe that the ferry sails.',
  'Three of the five boats were sold.',
  'Turn left, and the ferry is at the end of the street.',
  'The latest ferry leaves at ten.',
])('not: %s', (sentence) => {
  expect(judged(sentence)).toBe(false);
});
