import type { Form, Reply } from '../../adapters/message/message.ts';
import { type Saying, saying } from '../../adapters/message/phrases/saying.ts';
import { parseQuery } from '../domain/parse-query.ts';
import type { Topic } from '../domain/topic.ts';
import { topicQuery } from '../domain/topic-query.ts';
import { privately } from './answer.ts';
import type { Asked, CommandContext } from './context.ts';
import { record } from './digest/subscriptions-here.ts';
import { requireKeeper } from './permission.ts';
import { Refusal, refuse } from './refusal.ts';
import { listOf, topicForm } from './topic-form.ts';
import { didYouMean, longestSearch, nameOf, slugOf } from './topics-by-name.ts';

const longestName = 80;
/** Synonyms, excluded words or outlets of a topic, written out. */
const longestList = 1000;
const week = 7 * 86_400_000;

/** `/topics list`. */
export async function listTopics(context: CommandContext, asked: Asked): Promise<Reply> {
  const { say } = asked;
  const topics = await context.store.topics.list();
  return privately({
    title: say.text('topics', { n: topics.length }),
    blocks:
      topics.length === 0
        ? [say.paragraph('addTopicOf')]
        : [
            {
              kind: 'list',
              items: topics.map((topic) => [
                { text: topic.slug, style: 'bold' as const },
                { text: ` ${topic.query || say.text('everything')}` },
              ]),
            },
            say.paragraph('addTopicOf'),
          ],
    locale: asked.locale,
  });
}

/** `/topics show <name>`: what it looks for and what that matched this week. */
export async function showTopic(
  context: CommandContext,
  asked: Asked,
  name: string | undefined,
): Promise<Reply> {
  if (!name?.trim()) refuse(saying('whichTopic'), '/topics show ukraine');
  return described(context, asked, await stored(context, name));
}

/** `/topics add <name>: <search>`. */
export async function addTopic(
  context: CommandContext,
  asked: Asked,
  options: { readonly name?: string; readonly search?: string },
): Promise<Reply> {
  const { name, search } = named(options);
  await requireKeeper(context, asked);
  if (await context.store.topics.get(slugOf(name))) {
    throw new Refusal('exists', saying('topicExists', { topic: slugOf(name) }), {
      mend: saying('changeWith', { command: `/topics edit ${slugOf(name)}: ${search}` }),
    });
  }
  const topic: Topic = {
    slug: slugOf(name),
    title: name,
    query: search,
    synonyms: [],
    exclude: [],
    outlets: [],
  };
  await context.store.topics.save(topic);
  await record(context, asked, 'topic added', saying('changeTopicAdded', { topic: topic.slug, search }));
  return described(context, asked, topic);
}

/**
 * `/topics edit <name>` opens a form with everything a topic has; `/topics edit <name>: <search>` changes at once what
 * it looks for.
 */
export async function editTopic(
  context: CommandContext,
  asked: Asked,
  options: { readonly name?: string; readonly search?: string },
): Promise<Reply | Form> {
  if (!options.name?.trim()) refuse(saying('whichTopic'), '/topics edit ukraine');
  const topic = await stored(context, options.name);
  await requireKeeper(context, asked);
  const search = options.search?.trim();
  if (!search) return topicForm(topic, asked.say);
  refuseUnfit(topic.title, search);
  return save(context, asked, topic, { ...topic, query: search });
}

/** The sent form. */
export async function saveTopic(
  context: CommandContext,
  asked: Asked,
  slug: string,
  fields: Readonly<Record<string, string>>,
): Promise<Reply> {
  const topic = await stored(context, slug);
  await requireKeeper(context, asked);
  const query = fields.query?.trim() ?? '';
  if (query === '') refuse(saying('topicNeedsSearch'), 'climate OR "global warming"');
  const title = fields.title?.trim() || topic.title;
  const synonyms = listOf(fields.synonyms);
  const exclude = listOf(fields.exclude);
  const outlets = listOf(fields.outlets);
  refuseUnfit(title, query, [synonyms, exclude, outlets]);
  return save(context, asked, topic, { slug: topic.slug, title, query, synonyms, exclude, outlets });
}

async function save(context: CommandContext, asked: Asked, before: Topic, after: Topic): Promise<Reply> {
  await context.store.topics.save(after);
  await record(
    context,
    asked,
    'topic edited',
    saying('changeTopicEdited', {
      topic: after.slug,
      before: searchOf(before),
      after: searchOf(after),
    }),
  );
  return described(context, asked, after);
}

/** All that a topic looks for, as one would type it. */
function searchOf({ query, synonyms, exclude, outlets }: Topic): string | Saying {
  const parts = [
    [query, ...synonyms.map(phrase)].filter(Boolean).join(' OR '),
    ...exclude.map((word) => `-${phrase(word)}`),
    ...outlets.map((outlet) => `outlet:${phrase(outlet)}`),
  ];
  return parts.filter(Boolean).join(' ') || saying('everything');
}

function phrase(words: string): string {
  return /\s/.test(words) ? `"${words}"` : words;
}

function named(options: { readonly name?: string; readonly search?: string }): {
  name: string;
  search: string;
} {
  const [name, search] = [options.name?.trim() ?? '', options.search?.trim() ?? ''];
  if (slugOf(name) === '' || search === '') {
    refuse(saying('topicNeedsBoth'), '/topics add climate: climate OR "global warming"');
  }
  refuseUnfit(name, search);
  return { name, search };
}

/** @throws CourantError `invalid` where a search holds no word to look for, or something is too long */
function refuseUnfit(title: string, query: string, lists: readonly (readonly string[])[] = []): void {
  if (title.length > longestName || query.length > longestSearch) {
    throw new Refusal('invalid', saying('topicTooLong'), {
      mend: saying('topicTooLongMend', { name: longestName, search: longestSearch }),
    });
  }
  if (lists.some((list) => list.join(', ').length > longestList)) {
    throw new Refusal('invalid', saying('topicTooLong'), {
      mend: saying('atMostCharacters', { n: longestList }),
    });
  }
  // That of everything has no words, and may stay so.
  if (query !== '' && parseQuery(query).kind === 'all')
    refuse(saying('noWordIn', { words: query }), 'climate OR "global warming"');
}

async function stored(context: CommandContext, name: string): Promise<Topic> {
  const topic = await context.store.topics.get(slugOf(name));
  if (topic) return topic;
  const slugs = (await context.store.topics.list()).map(({ slug }) => slug);
  const near = didYouMean(slugOf(name), slugs);
  throw new Refusal('not-found', saying('noTopic', { name: name.trim() }), {
    mend: near
      ? saying('didYouMean', { name: near })
      : slugs.length > 0
        ? saying('topicsAre', { names: slugs.join(', ') })
        : saying('noTopicsYet'),
  });
}

async function described(context: CommandContext, asked: Asked, topic: Topic): Promise<Reply> {
  const now = context.clock();
  const hits = await context.store.articles.search({
    query: topicQuery(topic),
    window: { from: now - week, to: now },
    candidates: 500,
    limit: 5,
  });
  const { say } = asked;
  const facts = [
    { label: say.text('looksFor'), value: topic.query || say.text('everything') },
    { label: say.text('orAnyOf'), value: topic.synonyms.join(', ') },
    { label: say.text('without'), value: topic.exclude.join(', ') },
    { label: say.text('onlyOutlets'), value: topic.outlets.join(', ') },
  ].filter(({ value }) => value !== '');
  return privately({
    title: say.text('topicIs', { topic: nameOf(topic) }),
    context: `/brief ${topic.slug} · /digest subscribe ${topic.slug}`,
    blocks: [
      { kind: 'facts', facts },
      { kind: 'heading', text: say.text('matchedThisWeek') },
      hits.length === 0
        ? say.paragraph('nothingThisWeek')
        : {
            kind: 'list',
            items: hits.map(({ article }) => [
              { text: article.title, ...(article.url ? { href: article.url } : {}) },
              { text: ` ${article.outlet}` },
            ]),
          },
    ],
    locale: asked.locale,
  });
}
