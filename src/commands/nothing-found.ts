import type { Block, Reply, Run } from '../../adapters/message/message.ts';
import type { Window } from '../domain/time.ts';
import type { Topic } from '../domain/topic.ts';
import type { Store } from '../store/store.ts';
import { paragraph, privately } from './answer.ts';
import type { Asked, CommandContext } from './context.ts';
import { didYouMean } from './topics-by-name.ts';

type Question = {
  readonly command: 'brief' | 'quotes';
  readonly words: string;
  readonly window: Window;
};

/** Nothing matched: the nearest topics, what sources there are, and how to add one. */
export async function nothingFound(
  { store, clock }: CommandContext,
  asked: Asked,
  { command, words, window }: Question,
): Promise<Reply> {
  const topics = await store.topics.list();
  const outlets = await store.articles.outlets({ from: 0, to: clock() });
  const near = await meant(store, topics, words);
  const span = spanOf(window);
  const blocks: readonly (Block | null)[] = [
    said('No article ', span ?? 'I have', ' matches ', { text: words, style: 'bold' }, '.'),
    near === null ? null : paragraph(`Did you mean \`/${command} ${near}\`?`),
    span === null
      ? null
      : said('Without a time I look further back: ', { text: `/${command} ${words}`, style: 'code' }, '.'),
    topics.length > 0 ? said(`Topics here: ${topics.map(({ slug }) => slug).join(', ')}.`) : null,
    said(outlets.length > 0 ? outletsRead(outlets) : 'I have no articles yet.'),
    paragraph('Add a source with `/sources add https://example.org`.'),
  ];
  return privately({
    title: `Nothing on ${words}`,
    blocks: blocks.filter((block) => block !== null),
    locale: asked.locale,
  });
}

/** What may have been meant instead: a topic that has the word in another language, or a name spelt almost so. */
async function meant(store: Store, topics: readonly Topic[], words: string): Promise<string | null> {
  const word = words.toLowerCase();
  const translated = topics.find(({ synonyms }) => synonyms.some((one) => one.toLowerCase() === word));
  if (translated) return translated.slug;
  const similar = await store.articles.similarWords(words, 3);
  const near = didYouMean(words, [...topics.map(({ slug }) => slug), ...similar]) ?? similar[0] ?? null;
  return near?.toLowerCase() === word ? null : near;
}

/** Foreign words are in it: nothing of them is taken for marks. */
function said(...parts: readonly (string | Run)[]): Block {
  return { kind: 'text', runs: parts.map((part) => (typeof part === 'string' ? { text: part } : part)) };
}

function outletsRead(outlets: readonly { readonly outlet: string }[]): string {
  const named = outlets.slice(0, 6).map(({ outlet }) => outlet);
  const count = `${outlets.length} ${outlets.length === 1 ? 'outlet' : 'outlets'}`;
  return `I read ${count}: ${named.join(', ')}${outlets.length > named.length ? ' and others' : ''}.`;
}

/** Null for all there is. */
function spanOf({ from, to }: Window): string | null {
  const hours = Math.round((to - from) / 3_600_000);
  if (hours > 3000 * 24) return null;
  if (hours < 48) return `of the last ${hours === 1 ? 'hour' : `${hours} hours`}`;
  return `of the last ${Math.round(hours / 24)} days`;
}
