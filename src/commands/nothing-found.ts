import type { Block, Reply } from '../../adapters/message/message.ts';
import type { Voice } from '../../adapters/message/phrases/say.ts';
import type { Window } from '../domain/time.ts';
import type { Topic } from '../domain/topic.ts';
import type { Store } from '../store/store.ts';
import { privately } from './answer.ts';
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
  const { say } = asked;
  const days = daysOf(window);
  const blocks: readonly (Block | null)[] = [
    noneMatches(say, words, days),
    near === null ? null : say.paragraph('didYouMeanCommand', { command: `/${command} ${near}` }),
    days === null ? null : say.paragraph('lookFurther', { command: `/${command} ${words}` }),
    topics.length > 0
      ? say.paragraph('topicsHere', { topics: topics.map(({ slug }) => slug).join(', ') })
      : null,
    outletsRead(say, outlets),
    say.paragraph('addSource'),
  ];
  return privately({
    title: say.text('nothingOn', { words }),
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

function noneMatches(say: Voice, words: string, days: number | null): Block {
  if (days === null) return say.paragraph('noneMatches', { words });
  return days < 2
    ? say.paragraph('noneMatchesOfHours', { words, n: Math.round(days * 24) })
    : say.paragraph('noneMatchesOfDays', { words, n: Math.round(days) });
}

function outletsRead(say: Voice, outlets: readonly { readonly outlet: string }[]): Block {
  if (outlets.length === 0) return say.paragraph('noArticles');
  const named = outlets.slice(0, 6).map(({ outlet }) => outlet);
  const read = { n: outlets.length, names: named.join(', ') };
  return say.paragraph(outlets.length > named.length ? 'outletsReadMore' : 'outletsRead', read);
}

/** Null for all there is. */
function daysOf({ from, to }: Window): number | null {
  const days = (to - from) / 86_400_000;
  return days > 3000 ? null : days;
}
