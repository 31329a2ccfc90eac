/** Every text slot of a message, one at a time: the others hold harmless words. */
import type { Action, Block, Message, QuoteLine, StoryCard } from '../../../adapters/message/message.ts';

export const harmless = 'Harmless words';
const href = 'https://news.example/a';

const quote: QuoteLine = {
  stretches: ['Said so'],
  speaker: 'Ana Ortiz',
  role: 'mayor',
  source: 'Post',
  href,
};
const useful: Action = { name: 'useful', label: 'Useful', value: 'd1:s1' };
const story: StoryCard = {
  kind: 'story',
  storyId: 's1',
  headline: 'Headline',
  href,
  badges: ['Update'],
  meta: '3 outlets',
  summary: ['First sentence.', 'Second sentence.'],
  contested: [{ label: 'Contested', claim: 'A claim.', contestedBy: 'A doubt.' }],
  quotes: [quote],
  sources: [{ outlet: 'Post', title: 'Title', href }],
  sourcesLabel: 'Sources',
  actions: [useful],
};

function message(parts: Partial<Message>): Message {
  return {
    title: 'Title',
    context: 'Context',
    blocks: [story],
    actions: [{ name: 'share', label: 'Share', value: 'd1' }],
    footer: 'Footer',
    locale: 'en',
    layout: 'single',
    ...parts,
  };
}

const block = (made: Block): Message => message({ blocks: [made] });
const inStory = (parts: Partial<StoryCard>): Message => block({ ...story, ...parts });
const inQuote = (parts: Partial<QuoteLine>): Message => inStory({ quotes: [{ ...quote, ...parts }] });
const inGroup = (parts: Partial<QuoteLine>): Message =>
  block({ kind: 'quotes', speaker: 'Ana Ortiz', role: 'mayor', quotes: [{ ...quote, ...parts }] });

export const textSlots: Readonly<Record<string, (text: string) => Message>> = {
  title: (text) => message({ title: text }),
  context: (text) => message({ context: text }),
  footer: (text) => message({ footer: text }),
  'button label': (text) => message({ actions: [{ name: 'share', label: text, value: 'd1' }] }),
  'button value': (text) =>
    message({ actions: [{ name: 'share', label: 'Share', value: text.slice(0, 80) }] }),
  'thread headline': (text) => message({ layout: 'thread', blocks: [{ ...story, headline: text }] }),
  paragraph: (text) => block({ kind: 'text', runs: [{ text: 'Said: ' }, { text }] }),
  'bold run': (text) => block({ kind: 'text', runs: [{ text: 'Said: ' }, { text, style: 'bold' }] }),
  'italic run': (text) => block({ kind: 'text', runs: [{ text: 'Said: ' }, { text, style: 'italic' }] }),
  'code run': (text) => block({ kind: 'text', runs: [{ text: 'Said: ' }, { text, style: 'code' }] }),
  'linked run': (text) => block({ kind: 'text', runs: [{ text: 'Said: ' }, { text, href }] }),
  heading: (text) => block({ kind: 'heading', text }),
  'list item': (text) => block({ kind: 'list', items: [[{ text }], [{ text: 'Second' }]] }),
  'fact label': (text) => block({ kind: 'facts', facts: [{ label: text, value: 'Value' }] }),
  'fact value': (text) => block({ kind: 'facts', facts: [{ label: 'Label', value: text }] }),
  'speaker of a group': (text) => block({ kind: 'quotes', speaker: text, role: 'mayor', quotes: [quote] }),
  'role of a group': (text) => block({ kind: 'quotes', speaker: 'Ana Ortiz', role: text, quotes: [quote] }),
  'quote of a group': (text) => inGroup({ stretches: [text] }),
  'source of a group': (text) => inGroup({ source: text }),
  headline: (text) => inStory({ headline: text }),
  'headline in a menu': (text) =>
    message({
      blocks: [
        { ...story, headline: text },
        { ...story, actions: [{ ...useful, value: 'd1:s2' }] },
      ],
    }),
  'action in a menu': (text) =>
    message({ blocks: [story, { ...story, actions: [{ ...useful, label: text, value: 'd1:s2' }] }] }),
  'headline without a link': (text) => inStory({ headline: text, href: null }),
  badge: (text) => inStory({ badges: [text] }),
  meta: (text) => inStory({ meta: text }),
  'first sentence': (text) => inStory({ summary: [text, 'Second sentence.'] }),
  'last sentence': (text) => inStory({ summary: ['First sentence.', text] }),
  'label of a contested claim': (text) =>
    inStory({ contested: [{ label: text, claim: 'A claim.', contestedBy: 'A doubt.' }] }),
  'contested claim': (text) =>
    inStory({ contested: [{ label: 'Contested', claim: text, contestedBy: 'A doubt.' }] }),
  'contesting sentence': (text) =>
    inStory({ contested: [{ label: 'Contested', claim: 'A claim.', contestedBy: text }] }),
  quote: (text) => inQuote({ stretches: [text] }),
  'second stretch of a quote': (text) => inQuote({ stretches: ['Said so', text] }),
  speaker: (text) => inQuote({ speaker: text }),
  role: (text) => inQuote({ role: text }),
  'source of a quote': (text) => inQuote({ source: text }),
  'source of a quote without a link': (text) => inQuote({ source: text, href: null }),
  'outlet of a source': (text) => inStory({ sources: [{ outlet: text, title: 'Title', href }] }),
  'outlet of a source without a link': (text) =>
    inStory({ sources: [{ outlet: text, title: 'Title', href: null }] }),
  'title of a source': (text) => inStory({ sources: [{ outlet: 'Post', title: text, href }] }),
  'label of the sources': (text) => inStory({ sourcesLabel: text }),
  'label of a story’s button': (text) =>
    inStory({ actions: [{ name: 'useful', label: text, value: 'd1:s1' }] }),
};

export const linkSlots: Readonly<Record<string, (href: string) => Message>> = {
  headline: (href) => inStory({ href }),
  'thread headline': (href) => message({ layout: 'thread', blocks: [{ ...story, href }] }),
  'source of a quote': (href) => inQuote({ href }),
  'source of a group': (href) => inGroup({ href }),
  source: (href) => inStory({ sources: [{ outlet: 'Post', title: 'Title', href }] }),
  run: (href) => block({ kind: 'text', runs: [{ text: 'Read this', href }] }),
};
