import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBoilerplate, isEndHeading } from '../../../src/ingest/prose/is-boilerplate.ts';

describe('isBoilerplate', () => {
  it.each([
    '0',
    '14 Comments',
    'No comments',
    'Share',
    'Share this article',
    'Share on Facebook',
    'Tweet',
    'Facebook Twitter Email',
    'Read more',
    'Continue reading',
    'Skip to main content',
    'Advertisement',
    'Sponsored content',
    'Anzeige',
    'Sign up for our newsletter',
    'Subscribe now',
    'Log in or sign up',
    'Already a subscriber? Log in here',
    'Your email address will not be published. Required fields are marked *',
    'Related articles',
    'Most read',
    'Read more: Ferries return to the harbour',
    'Photo: A. Ruiz',
    'Image credit: A. Ruiz / Courier',
    'Getty Images',
    'Updated 14:05, 2 June 2025',
    '5 min read',
    '2 hours ago',
    '08:05 CEST',
    '[button link="/kit" type="big"]Send us your kit[/button]',
    '9.40 a.m. ET',
    '14:05',
    '© 2025 Eastport Courier. All rights reserved.',
    'Follow us on Twitter',
    'We use cookies to make this site work.',
    'This website uses cookies to ensure that you get the best experience on our website. Learn more in our policy.',
    'We value your privacy.',
    'We and our 94 partners store and read information on a device, such as cookies, and process personal data.',
    'By clicking “Accept all” you agree to the storing of cookies on your device.',
    'Wir verwenden Cookies, um unser Angebot zu verbessern.',
    'Nous utilisons des cookies pour mesurer l’audience.',
    'Ми використовуємо файли cookie, щоб покращити сайт.',
    'Lesen Sie auch: Der Hafen ist wieder offen',
    'À lire aussi : le port rouvre',
    'Lea también: el puerto reabre',
    'Читайте також: порт знову відкрито',
    'اقرأ أيضا: الميناء يفتح من جديد',
    'Tags: harbour, ferries',
  ])('is %j', (line) => {
    expect(isBoilerplate(line)).toBe(true);
  });

  it.each([
    'Share prices rose on Monday.',
    'Read the letter he wrote.',
    'Ships came in.',
    'Follow the money, she said.',
    'He tweeted on Monday.',
    'Comments by the minister angered the union.',
    'Related companies will pay.',
    '“Sign here,” he said.',
    'More than 40 people came.',
    'Subscribe to that view or not, the ferry is late.',
    'The photo shows a ferry.',
    'Lesen Sie auch nachts?',
    'Usamos el puerto, dijo.',
    'We and our partners in the harbour will build a third crane, the port said.',
    'By clicking on the advertisement, the court found, nobody had signed anything.',
  ])('is not %j', (line) => {
    expect(isBoilerplate(line)).toBe(false);
  });

  it('answers at once whatever the line', () => {
    const words = fc.constantFrom(
      'share ',
      'a',
      '1',
      ' ',
      'updated ',
      'read more',
      ':',
      'comments',
      'the ',
      '-',
      'ad ',
    );
    fc.assert(
      fc.property(
        fc.array(words, { maxLength: 400 }),
        (parts) => typeof isBoilerplate(parts.join('')) === 'boolean',
      ),
    );
  });
});

describe('isEndHeading', () => {
  it.each([
    'Leave a Reply',
    'Leave a comment',
    'Related Articles',
    '12 thoughts on “Ferries return”',
    'Join the conversation',
  ])('is %j', (line) => {
    expect(isEndHeading(line)).toBe(true);
  });

  it.each([
    'Leave a light on, she said.',
    'Related to this is the harbour.',
    'Comments on the ferry were few.',
  ])('is not %j', (line) => {
    expect(isEndHeading(line)).toBe(false);
  });
});
