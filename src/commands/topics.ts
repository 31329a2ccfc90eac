import type { Form, Reply } from '../../adapters/message/message.ts';
import { CourantError } from '../domain/errors.ts';
import type { Topic } from '../domain/topic.ts';
import { topicQuery } from '../domain/topic-query.ts';
import { paragraph, privately, refuse } from './answer.ts';
import type { Asked, CommandContext } from './context.ts';
import { record } from './digest/subscriptions-here.ts';
import { requireKeeper } from './permission.ts';
import { didYouMean, longestSearch, slugOf } from './topics-by-name.ts';

const longestName = 80;
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
  const { name, search } = named(options);
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

/**
 * `/topics edit <name>` opens a form with everything a topic has; `/topics edit <name>: <search>` changes at once what
 * it looks for.
 */
export async function editTopic(
  context: CommandContext,
  asked: Asked,
  options: { readonly name?: string; readonly search?: string },
): Promise<Reply | Form> {
  if (!options.name?.trim()) refuse('Which topic?', '/topics edit ukraine');
  const topic = await stored(context, options.name);
  await requireKeeper(context, asked);
  const search = options.search?.trim();
  return search ? save(context, asked, topic, { ...topic, query: search }) : topicForm(topic);
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
  if (query === '') refuse('A topic needs something to look for.', 'climate OR "global warming"');
  return save(context, asked, topic, {
    slug: topic.slug,
    title: fields.title?.trim() || topic.title,
    query,
    synonyms: listOf(fields.synonyms),
    exclude: listOf(fields.exclude),
    outlets: listOf(fields.outlets),
  });
}

async function save(context: CommandContext, asked: Asked, before: Topic, after: Topic): Promise<Reply> {
  await context.store.topics.save(after);
  await record(
    context,
    asked,
    'topic edited',
    `Changed the topic ${after.slug} from “${sayTopic(before)}” to “${sayTopic(after)}”.`,
  );
  return described(context, asked, after);
}

function topicForm({ slug, title, query, synonyms, exclude, outlets }: Topic): Form {
  const field = (name: string, label: string, hint: string, initial: string) => ({
    kind: 'text' as const,
    name,
    label,
    hint,
    required: name === 'title' || name === 'query',
    initial,
    multiline: false,
  });
  return {
    kind: 'form',
    name: 'save-topic',
    value: slug,
    title: 'Topic',
    submit: 'Save',
    fields: [
      field('title', 'Title', 'As it stands over the digest', title),
      field('query', 'Looks for', 'Words, "phrases", OR, -without, outlet:name, speaker:name', query),
      field('synonyms', 'Or any of', 'Other words for it, in any language, with commas', synonyms.join(', ')),
      field('exclude', 'Without', 'Words that must not occur, with commas', exclude.join(', ')),
      field('outlets', 'Only outlets', 'Names with commas; empty for all', outlets.join(', ')),
    ],
  };
}

function listOf(text: string | undefined): readonly string[] {
  return (text ?? '')
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean);
}

function sayTopic({ query, synonyms, exclude, outlets }: Topic): string {
  const parts = [
    query || 'everything',
    synonyms.length > 0 ? `or ${synonyms.join(', ')}` : '',
    exclude.length > 0 ? `without ${exclude.join(', ')}` : '',
    outlets.length > 0 ? `only ${outlets.join(', ')}` : '',
  ];
  return parts.filter(Boolean).join('; ');
}

function named(options: { readonly name?: string; readonly search?: string }): {
  name: string;
  search: string;
} {
  const [name, search] = [options.name?.trim() ?? '', options.search?.trim() ?? ''];
  if (slugOf(name) === '' || search === '') {
    refuse(
      'A topic needs a name and a search, with a colon between.',
      `/topics add climate: climate OR "global warming"`,
    );
  }
  if (name.length > longestName || search.length > longestSearch) {
    throw new CourantError('invalid', 'That is too long for a topic.', {
      mend: `A name has at most ${longestName} characters, a search ${longestSearch}.`,
    });
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
