/** Messages as bad as they come: hostile, huge, empty, in every mixture of blocks. */
import fc from 'fast-check';
import type {
  Action,
  Block,
  Form,
  FormField,
  Message,
  QuoteLine,
  Run,
  StoryCard,
} from '../../adapters/message/message.ts';
import { attacks, badAddresses, trickyAddresses } from './attacks/attacks.ts';

/** Any code points, attacks, scripts that escape badly, and texts far beyond every limit. */
const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(...attacks.map(([, text]) => text)),
  fc.constantFrom(
    '',
    ' ',
    '\n',
    '\u200b',
    '—',
    'Ещё один день',
    'خبر عاجل',
    '速報：日本語の見出し',
    '👩‍👩‍👧‍👦',
  ),
  fc
    .tuple(
      fc.constantFrom(
        'word ',
        '*_~`|',
        '<@1>',
        '&',
        'a',
        '😀',
        '日本語',
        'كلمة ',
        'Sentence one. ',
        '[x](y) ',
      ),
      fc.integer({ min: 1, max: 3000 }),
    )
    .map(([unit, length]) => unit.repeat(Math.ceil(length / unit.length))),
);

const anyAddress = fc.oneof(
  fc.constant(null),
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc.constantFrom(...[...badAddresses, ...trickyAddresses].map(([, href]) => href)),
  fc.integer({ min: 1, max: 3000 }).map((length) => `https://news.example/${'a'.repeat(length)}`),
);

const anyAction: fc.Arbitrary<Action> = fc
  .record({
    name: fc.constantFrom('useful', 'not-useful', 'share', 'more', 'Not A Name', ''),
    label: anyText,
    value: fc.oneof(fc.string({ maxLength: 90 }), fc.constant('d1:s1')),
    style: fc.constantFrom('primary', 'danger', undefined),
  })
  .map(({ style, ...action }) => (style ? { ...action, style } : action));

const anyRun: fc.Arbitrary<Run> = fc
  .record({
    text: anyText,
    style: fc.constantFrom('bold', 'italic', 'code', undefined),
    href: anyAddress,
    mention: fc.constantFrom(undefined, 'C0123ABCD', '80351110224678912', '<!channel>', ''),
  })
  .map(({ text, style, href, mention }) => ({
    text,
    ...(style ? { style } : {}),
    ...(href === null ? {} : { href }),
    ...(mention === undefined ? {} : { mention: { kind: 'channel', id: mention } }),
  }));

const anyQuote: fc.Arbitrary<QuoteLine> = fc.record({
  stretches: fc.array(anyText, { maxLength: 6 }),
  speaker: anyText,
  role: fc.option(anyText),
  source: fc.option(anyText),
  href: anyAddress,
});

const anyStory: fc.Arbitrary<StoryCard> = fc.record({
  kind: fc.constant('story'),
  storyId: fc.string({ maxLength: 30 }),
  headline: anyText,
  href: anyAddress,
  badges: fc.array(anyText, { maxLength: 5 }),
  meta: anyText,
  summary: fc.array(anyText, { maxLength: 8 }),
  contested: fc.array(fc.record({ label: anyText, claim: anyText, contestedBy: anyText }), { maxLength: 3 }),
  quotes: fc.array(anyQuote, { maxLength: 5 }),
  sources: fc.array(fc.record({ outlet: anyText, title: anyText, href: anyAddress }), { maxLength: 14 }),
  sourcesLabel: anyText,
  actions: fc.array(anyAction, { maxLength: 6 }),
});

const anyRuns = fc.array(anyRun, { maxLength: 5 });
const anyBlock: fc.Arbitrary<Block> = fc.oneof(
  { weight: 4, arbitrary: anyStory },
  fc.record({ kind: fc.constant('text'), runs: anyRuns }),
  fc.record({ kind: fc.constant('heading'), text: anyText }),
  fc.record({ kind: fc.constant('list'), items: fc.array(anyRuns, { maxLength: 20 }) }),
  fc.record({
    kind: fc.constant('facts'),
    facts: fc.array(fc.record({ label: anyText, value: anyText }), { maxLength: 20 }),
  }),
  fc.record({
    kind: fc.constant('quotes'),
    speaker: anyText,
    role: fc.option(anyText),
    quotes: fc.array(anyQuote, { maxLength: 12 }),
  }),
);

export const anyMessage: fc.Arbitrary<Message> = fc.record({
  title: anyText,
  threadName: anyText,
  context: fc.option(anyText),
  blocks: fc.array(anyBlock, { maxLength: 16 }),
  actions: fc.array(anyAction, { maxLength: 30 }),
  footer: fc.option(anyText),
  locale: fc.constantFrom('en', 'uk', 'ar', 'de', 'es', 'fr', 'xx', ''),
  layout: fc.constantFrom('single', 'thread'),
});

const anyField: fc.Arbitrary<FormField> = fc
  .record({
    name: fc.constantFrom('topic', 'when', 'zone', 'length', 'quotes'),
    label: anyText,
    hint: fc.option(anyText),
    required: fc.boolean(),
    initial: anyText,
    choices: fc.option(
      fc.uniqueArray(fc.record({ label: anyText, value: fc.string({ minLength: 1, maxLength: 120 }) }), {
        selector: ({ value }) => value,
        minLength: 1,
        maxLength: 120,
      }),
    ),
  })
  .map(({ choices, ...field }) =>
    choices
      ? { ...field, kind: 'select', choices: [...choices, { label: 'A', value: 'a' }] }
      : { ...field, kind: 'text', multiline: true },
  );

export const anyForm: fc.Arbitrary<Form> = fc.record({
  kind: fc.constant('form'),
  name: fc.constant('save-settings'),
  value: fc.string({ maxLength: 80 }),
  title: anyText,
  submit: anyText,
  fields: fc.uniqueArray(anyField, { selector: ({ name }) => name, minLength: 1, maxLength: 5 }),
});
