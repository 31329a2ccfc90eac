import type { Reply } from '../../adapters/message/message.ts';
import type { Window } from '../domain/time.ts';
import { paragraph, privately } from './answer.ts';
import type { Asked, CommandContext } from './context.ts';
import { didYouMean } from './topics-by-name.ts';

/** Nothing matched: the nearest topics, what sources there are, and how to add one. */
export async function nothingFound(
  context: CommandContext,
  asked: Asked,
  words: string,
  window: Window,
): Promise<Reply> {
  const { store } = context;
  const topics = await store.topics.list();
  const outlets = await store.articles.outlets({ from: 0, to: context.clock() });
  const similar = await store.articles.similarWords(words, 3);
  const near = didYouMean(words, [...topics.map((topic) => topic.slug), ...similar]) ?? similar[0] ?? null;
  const days = Math.round((window.to - window.from) / 86_400_000);
  const lines = [
    `No article ${spanOf(days)} matches *${words.replaceAll('*', '')}*.`,
    near ? `Did you mean \`/brief ${near}\`?` : null,
    topics.length > 0 ? `Topics here: ${topics.map((topic) => topic.slug).join(', ')}.` : null,
    outlets.length > 0
      ? `I read ${outlets.length} ${outlets.length === 1 ? 'outlet' : 'outlets'}: ${outlets
          .slice(0, 6)
          .map(({ outlet }) => outlet)
          .join(', ')}${outlets.length > 6 ? ' and others' : ''}.`
      : 'I have no articles yet.',
    'Add a source with `/sources add https://example.org`.',
  ];
  return privately({
    title: `Nothing on ${words}`,
    blocks: lines.filter((line) => line !== null).map(paragraph),
    locale: asked.locale,
  });
}

function spanOf(days: number): string {
  if (days > 3000) return 'I have';
  return days <= 1 ? 'of the last 24 hours' : `of the last ${days} days`;
}
