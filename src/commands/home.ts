/** What somebody sees who opens the app itself: the workspace's digests, when each comes next, and what to do. */
import type { Block, Message } from '../../adapters/message/message.ts';
import type { Voice } from '../../adapters/message/phrases/say.ts';
import type { Subscription } from '../domain/subscription.ts';
import { answerMessage } from './answer.ts';
import type { Asked, CommandContext } from './context.ts';
import { lineOf } from './digest/list.ts';

/** Slack's home takes a hundred blocks; more channels than this are counted. */
const MOST_CHANNELS = 20;
/** Buttons for the digests that come next. */
const MOST_BUTTONS = 4;

export async function home(context: CommandContext, asked: Asked): Promise<Message> {
  const { platform, workspace } = asked.channel;
  const all = await context.store.subscriptions.ofWorkspace(platform, workspace);
  const { say } = asked;
  const channels = [...Map.groupBy(all, ({ channel }) => channel.channel)];
  const next = all
    .filter(({ nextDueAt }) => nextDueAt !== null)
    .toSorted((a, b) => (a.nextDueAt ?? 0) - (b.nextDueAt ?? 0))
    .slice(0, MOST_BUTTONS);
  return answerMessage({
    title: say.text('homeTitle'),
    context: summary(say, all, channels.length),
    blocks: [
      ...channels.slice(0, MOST_CHANNELS).flatMap(([id, here]) => channelBlocks(id, here, asked)),
      ...(channels.length > MOST_CHANNELS
        ? [say.paragraph('moreChannels', { n: channels.length - MOST_CHANNELS })]
        : []),
      { kind: 'heading', text: say.text('askMe') },
      {
        kind: 'list',
        items: [
          [{ text: '/brief ukraine 7d', style: 'code' }, { text: ` ${say.text('askBrief')}` }],
          [{ text: '/quotes rubio', style: 'code' }, { text: ` ${say.text('askQuotes')}` }],
          [
            { text: '/digest subscribe ukraine at 08:00', style: 'code' },
            { text: ` ${say.text('askSubscribe')}` },
          ],
        ],
      },
    ],
    actions: next.map(({ id, topic }) => ({
      name: 'preview',
      label: say.text('previewOf', { topic }).slice(0, 70),
      value: id,
    })),
    locale: asked.locale,
  });
}

function summary(say: Voice, all: readonly Subscription[], channels: number): string {
  if (all.length === 0) return say.text('noDigests');
  const paused = all.filter(({ pausedBecause }) => pausedBecause !== null).length;
  const digests = say.text('digestsInChannels', {
    digests: say.text('digests', { n: all.length }),
    n: channels,
  });
  return paused === 0 ? digests : say.text('digestsAndPaused', { digests, paused });
}

function channelBlocks(id: string, here: readonly Subscription[], asked: Asked): readonly Block[] {
  return [
    { kind: 'text', runs: [{ text: id, style: 'bold', mention: { kind: 'channel', id } }] },
    { kind: 'list', items: here.map((subscription) => lineOf(subscription, asked)) },
  ];
}
