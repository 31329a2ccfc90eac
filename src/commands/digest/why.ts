import type { Block, Reply } from '../../../adapters/message/message.ts';
import type { Article } from '../../domain/article.ts';
import { parseQuery } from '../../domain/parse-query.ts';
import type { Story } from '../../domain/story.ts';
import type { Subscription } from '../../domain/subscription.ts';
import { digestSize } from '../../editions/edition-request.ts';
import { editionRequest } from '../../editions/subscription-edition.ts';
import { windowNow } from '../../editions/window-now.ts';
import { paragraph, privately, refuse } from '../answer.ts';
import type { Asked, CommandContext } from '../context.ts';
import { sayMoment } from './when-words.ts';

const week = 7 * 86_400_000;
/** So many stories are ranked to find out where one that was left out stands. */
const deepRanking = 200;

/** `/digest why <words>`: for each subscription here, why a story is or is not in its next digest. */
export async function why(context: CommandContext, asked: Asked, words: string | undefined): Promise<Reply> {
  if (!words?.trim()) refuse('Which story? Name a few of its words.', '/digest why riyadh talks');
  const here = await context.store.subscriptions.ofChannel(asked.channel);
  const now = context.clock();
  const found = await context.store.articles.search({
    query: parseQuery(words),
    window: { from: now - week, to: now },
    candidates: 200,
    limit: 1,
  });
  const article = found[0]?.article;
  if (!article) {
    return privately({
      title: 'No such story',
      blocks: [
        paragraph(
          'No article with these words came in during the last seven days. `/sources list` shows what I read.',
        ),
      ],
      locale: asked.locale,
    });
  }
  const blocks = await Promise.all(
    here.map((subscription) => explain(context, subscription, article, asked.locale)),
  );
  return privately({
    title: `Why: ${article.title}`,
    context: `${article.outlet} · ${sayMoment(article.publishedAt, asked.zone, asked.locale)}`,
    blocks:
      here.length === 0 ? [paragraph('This channel has no subscriptions, so nothing is sent here.')] : blocks,
    locale: asked.locale,
  });
}

async function explain(
  context: CommandContext,
  subscription: Subscription,
  article: Article,
  locale: string,
): Promise<Block> {
  const because = (text: string): Block => ({
    kind: 'text',
    runs: [{ text: `${subscription.topic}: `, style: 'bold' }, { text }],
  });
  const window = await windowNow(context.store, subscription, context.clock());
  if (article.publishedAt < window.from) {
    return because(
      `it came before the last digest ended (${sayMoment(window.from, subscription.schedule.zone, locale)}), so that one had it or left it out.`,
    );
  }
  if (subscription.options.mutedOutlets.includes(article.outlet))
    return because(`${article.outlet} is muted here.`);
  const request = await editionRequest(context.store, subscription, window);
  const digest = await context.makeEdition({
    ...request,
    mutedOutlets: [],
    minOutlets: 1,
    size: { ...digestSize, stories: deepRanking },
  });
  const rank = digest.stories.findIndex((story) => story.articles.some(({ id }) => id === article.id));
  const story = digest.stories[rank];
  if (!story)
    return because(`it does not match what the topic looks for: ${request.topic.query || 'everything'}.`);
  if (story.outlets.length < subscription.options.minOutlets) {
    return because(
      `${story.outlets.length} of at least ${subscription.options.minOutlets} outlets tell it so far.`,
    );
  }
  const place = `it stands ${rank + 1} of ${digest.stories.length}`;
  const shown =
    rank < digestSize.stories
      ? 'and will be in the next digest'
      : `below the ${digestSize.stories} that are shown`;
  return because(`${place}, ${shown}. ${sayRanking(story)}`);
}

function sayRanking({ ranking, outlets }: Story): string {
  const part = (name: string, value: number) => `${name} ${value.toFixed(2)}`;
  return `Score ${ranking.score.toFixed(2)}: ${[
    part(`${outlets.length} ${outlets.length === 1 ? 'outlet' : 'outlets'}`, ranking.outlets),
    part('freshness', ranking.freshness),
    part('topic match', ranking.topicMatch),
    part('novelty', ranking.novelty),
    part('feedback', ranking.feedback),
  ].join(' + ')}.`;
}
