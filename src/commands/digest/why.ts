import { datesIn } from '../../../adapters/message/dates.ts';
import { directionOfLocale, joinIsolated } from '../../../adapters/message/direction.ts';
import { counted, labelsFor } from '../../../adapters/message/labels/labels.ts';
import type { Block, Reply } from '../../../adapters/message/message.ts';
import { runsOf } from '../../../adapters/message/phrases/say.ts';
import { type Saying, saying } from '../../../adapters/message/phrases/saying.ts';
import type { Article } from '../../domain/article.ts';
import { parseQuery } from '../../domain/parse-query.ts';
import type { Story } from '../../domain/story.ts';
import type { Subscription } from '../../domain/subscription.ts';
import { digestSize } from '../../editions/edition-request.ts';
import { editionRequest } from '../../editions/subscription-edition.ts';
import { windowNow } from '../../editions/window-now.ts';
import { privately } from '../answer.ts';
import type { Asked, CommandContext } from '../context.ts';
import { refuse } from '../refusal.ts';

const week = 7 * 86_400_000;
/** So many stories are ranked to find out where one that was left out stands. */
const deepRanking = 200;

/** `/digest why <words>`: for each subscription here, why a story is or is not in its next digest. */
export async function why(context: CommandContext, asked: Asked, words: string | undefined): Promise<Reply> {
  const query = parseQuery(words ?? '');
  if (query.kind === 'all') refuse(saying('whyWhat'), '/digest why riyadh talks');
  const here = await context.store.subscriptions.ofChannel(asked.channel);
  const now = context.clock();
  const found = await context.store.articles.search({
    query,
    window: { from: now - week, to: now },
    candidates: 200,
    limit: 1,
  });
  const article = found[0]?.article;
  if (!article) {
    return privately({
      title: asked.say.text('noSuchStory'),
      blocks: [asked.say.paragraph('noSuchStoryMeans')],
      locale: asked.locale,
    });
  }
  const blocks = await Promise.all(
    here.map(async (subscription): Promise<Block> => {
      const reasons = await reasonsOf(context, subscription, article, asked.locale);
      if (subscription.pausedBecause !== null) reasons.push(saying('isPaused'));
      const [first, ...more] = reasons;
      const runs = runsOf(saying('whyOf', { topic: subscription.topic, why: first ?? '' }), asked.locale);
      const others = more.flatMap((reason) => [{ text: ' ' }, ...runsOf(reason, asked.locale)]);
      return { kind: 'text', runs: [...runs, ...others] };
    }),
  );
  return privately({
    title: asked.say.text('whyTitle', { title: article.title }),
    context: joinIsolated(
      [article.outlet, datesIn(asked.locale, asked.zone).moment(article.publishedAt)],
      ' · ',
      directionOfLocale(asked.locale),
    ),
    blocks: here.length === 0 ? [asked.say.paragraph('nothingSentHere')] : blocks,
    locale: asked.locale,
  });
}

/** Why a subscription's next digest has the article or not: one sentence or two. */
async function reasonsOf(
  context: CommandContext,
  subscription: Subscription,
  article: Article,
  locale: string,
): Promise<Saying[]> {
  const { schedule, options } = subscription;
  if ((await context.store.topics.get(subscription.topic)) === null)
    return [saying('topicRemoved', { topic: subscription.topic })];
  const window = await windowNow(context.store, subscription, context.clock());
  if (article.publishedAt < window.from)
    return [saying('tooOld', { moment: { at: window.from, zone: schedule.zone } })];
  if (options.mutedOutlets.includes(article.outlet))
    return [saying('outletMuted', { outlet: article.outlet })];
  const request = await editionRequest(context.store, subscription, window);
  const digest = await context.makeEdition({
    ...request,
    mutedOutlets: [],
    minOutlets: 1,
    size: { ...digestSize, stories: deepRanking },
  });
  const rank = digest.stories.findIndex((story) => story.articles.some(({ id }) => id === article.id));
  const story = digest.stories[rank];
  if (!story) return [saying('doesNotMatch', { query: request.topic.query || saying('everything') })];
  const told = story.outlets.length;
  if (told < options.minOutlets) return [saying('tooFewOutlets', { n: told, least: options.minOutlets })];
  const place = { rank: rank + 1, stories: digest.stories.length };
  return [
    rank < digestSize.stories
      ? saying('inNextDigest', place)
      : saying('belowShown', { ...place, shown: digestSize.stories }),
    sayRanking(story, locale),
  ];
}

function sayRanking({ ranking, outlets }: Story, locale: string): Saying {
  const part = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format;
  return saying('score', {
    score: part(ranking.score),
    outlets: counted(labelsFor(locale).outlets, outlets.length, locale),
    forOutlets: part(ranking.outlets),
    freshness: part(ranking.freshness),
    match: part(ranking.topicMatch),
    novelty: part(ranking.novelty),
    feedback: part(ranking.feedback),
  });
}
