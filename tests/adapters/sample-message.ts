/** Messages with every kind of block, built around one text: what limit and attack tests put into every slot. */
import type { Block, Message, QuoteLine, StoryCard } from '../../adapters/message/message.ts';

/** A quote with `text` as its words, speaker, role and source. */
function quoteOf(text: string, href: string | null): QuoteLine {
  return { stretches: [text, text], speaker: text, role: text, source: text, href };
}

export function storyOf(text: string, href: string | null = 'https://news.example/a'): StoryCard {
  return {
    kind: 'story',
    storyId: 's1',
    headline: text,
    href,
    badges: [text],
    meta: text,
    summary: [text, text, text],
    contested: [{ label: text, claim: text, contestedBy: text }],
    quotes: [quoteOf(text, href), quoteOf(text, href)],
    sources: [{ outlet: text, title: text, href }],
    sourcesLabel: text,
    actions: [{ name: 'useful', label: text, value: 'd1:s1' }],
  };
}

/** `text` in every text slot a message has, `href` in every address. */
export function everySlot(text: string, href: string | null = 'https://news.example/a'): Message {
  const blocks: Block[] = [
    {
      kind: 'text',
      runs: [
        { text },
        { text, style: 'bold' },
        { text, style: 'italic' },
        { text, style: 'code' },
        { text, ...(href ? { href } : {}) },
      ],
    },
    { kind: 'heading', text },
    { kind: 'list', items: [[{ text }], [{ text, ...(href ? { href } : {}) }]] },
    { kind: 'facts', facts: [{ label: text, value: text }] },
    { kind: 'quotes', speaker: text, role: text, quotes: [quoteOf(text, href)] },
    storyOf(text, href),
    storyOf(text, href),
  ];
  return {
    title: text,
    context: text,
    blocks,
    actions: [{ name: 'share', label: text, value: 'd1' }],
    footer: text,
    locale: 'en',
    layout: 'single',
  };
}
