import type { Reply } from '../../adapters/message/message.ts';
import { CourantError } from '../domain/errors.ts';
import type { Topic } from '../domain/topic.ts';
import { topicQuery } from '../domain/topic-query.ts';
import { paragraph, privately, refuse } from './answer.ts';
import type { Asked, CommandContext } from './context.ts';
import { record } from './digest/subscriptions-here.ts';
import { requireKeeper } from './permission.ts';
import { didYouMean, slugOf } from './topics-by-name.ts';

const week = 7 * 86_400_000;

/** `/topics list`. */
export async function listTopics(context: CommandContext, asked: Asked): Promise<Reply> {
  const topics = await context.store.topics.list();
  return privately({
    title: `${topics.length} ${topics.length === 1 ? 'topic' : 'topics'}`,
    blocks:
      topics.length === 0
        ? [paragraph('Add one with `/topics add climate: climate OR "global warming"`.')]
        : [
            {
              kind: 'list',
              items: topics.map((topic) => [
                { text: topic.slug, style: 'bold' as const },
                { text: ` ${topic.query || 'everything'}` },
              ]),
            },
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
  if (!name?.trim()) refuse('Which topic?', '/topics show ukraine');
  return described(context, asked, await stored(context, name));
}

/** `/topics add <name>: <search>`. */
export async function addTopic(
  context: CommandContext,
  asked: Asked,
  options: { readonly name?: string; readonly search?: string },
): Promise<Reply> {
  const { name, search } = named(options, 'add');
  await requireKeeper(context, asked);
  if (await context.store.topics.get(slugOf(name))) {
    throw new CourantError('exists', `There is a topic “${slugOf(name)}” already.`, {
      mend: `Change it with \`/topics edit ${slugOf(name)}: ${search}\`.`,
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
  await record(context, asked, 'topic added', `Added the topic ${topic.slug}: ${search}`);
  return described(context, asked, topic);
}

/** `/topics edit <name>: <search>`: what it looks for from now on; its synonyms and exclusions stay. */
export async function editTopic(
  context: CommandContext,
  asked: Asked,
  options: { readonly name?: string; readonly search?: string },
): Promise<Reply> {
  const { name, search } = named(options, 'edit');
  const topic = await stored(context, name);
  await requireKeeper(context, asked);
  const edited = { ...topic, query: search };
  await context.store.topics.save(edited);
  await record(
    context,
    asked,
    'topic edited',
    `Changed the topic ${topic.slug} from “${topic.query}” to “${search}”.`,
  );
  return described(context, asked, edited);
}

function named(
  options: { readonly name?: string; readonly search?: string },
  verb: string,
): { name: string; search: string } {
  const [name, search] = [options.name?.trim() ?? '', options.search?.trim() ?? ''];
  if (slugOf(name) === '' || search === '') {
    refuse(
      'A topic needs a name and a search, with a colon between.',
      `/topics ${verb} climate: climate OR "global warming"`,
    );
  }
  return { name, search };
}

async function stored(context: CommandContext, name: string): Promise<Topic> {
  const topic = await context.store.topics.get(slugOf(name));
  if (topic) return topic;
  const slugs = (await context.store.topics.list()).map(({ slug }) => slug);
  const near = didYouMean(slugOf(name), slugs);
  throw new CourantError('not-found', `There is no topic “${name.trim()}”.`, {
    mend: near ? `Did you mean “${near}”?` : `There are ${slugs.join(', ') || 'none yet'}.`,
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
  const facts = [
    { label: 'Looks for', value: topic.query || 'everything' },
    { label: 'Or', value: topic.synonyms.join(', ') },
    { label: 'Without', value: topic.exclude.join(', ') },
    { label: 'Only outlets', value: topic.outlets.join(', ') },
  ].filter(({ value }) => value !== '');
  return privately({
    title: `Topic: ${topic.title}`,
    context: `/brief ${topic.slug} · /digest subscribe ${topic.slug}`,
    blocks: [
      { kind: 'facts', facts },
      { kind: 'heading', text: 'Matched this week' },
      hits.length === 0
        ? paragraph('Nothing this week.')
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
