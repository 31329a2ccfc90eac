/** What somebody sees who opens the app itself: the workspace's digests, when each comes next, and what to do. */
import type { Block, Message } from '../../adapters/message/message.ts';
import type { Subscription } from '../domain/subscription.ts';
import { answerMessage, paragraph } from './answer.ts';
import type { Asked, CommandContext } from './context.ts';
import { lineOf } from './digest/list.ts';

/** Slack's home takes a hundred blocks; more channels than this are counted. */
const MOST_CHANNELS = 20;
/** Buttons for the digests that come next. */
const MOST_BUTTONS = 4;

export async function home(context: CommandContext, asked: Asked): Promise<Message> {
  const { platform, workspace } = asked.channel;
  const all = await context.store.subscriptions.ofWorkspace(platform, workspace);
  const channels = [...Map.groupBy(all, ({ channel }) => channel.channel)];
  const next = all
    .filter(({ nextDueAt }) => nextDueAt !== null)
    .toSorted((a, b) => (a.nextDueAt ?? 0) - (b.nextDueAt ?? 0))
    .slice(0, MOST_BUTTONS);
  return answerMessage({
    title: 'Digests of this workspace',
    context: summary(all, channels.length),
    blocks: [
      ...channels.slice(0, MOST_CHANNELS).flatMap(([id, here]) => channelBlocks(id, here, asked.locale)),
      ...(channels.length > MOST_CHANNELS
        ? [paragraph(`and ${channels.length - MOST_CHANNELS} channels more`)]
        : []),
      { kind: 'heading', text: 'Ask me' },
      {
        kind: 'list',
        items: [
          [{ text: '/brief ukraine 7d', style: 'code' }, { text: ' what happened, with the key quotes' }],
          [{ text: '/quotes rubio', style: 'code' }, { text: ' who said what, word for word' }],
          [
            { text: '/digest subscribe ukraine at 08:00', style: 'code' },
            { text: ' in a channel: its digest, each day at your hour' },
          ],
        ],
      },
    ],
    actions: next.map(({ id, topic }) => ({
      name: 'preview',
      label: `Preview ${topic}`.slice(0, 70),
      value: id,
    })),
    locale: asked.locale,
  });
}

function summary(all: readonly Subscription[], channels: number): string {
  if (all.length === 0) return 'No channel gets a digest yet.';
  const paused = all.filter(({ pausedBecause }) => pausedBecause !== null).length;
  const counted = `${all.length} ${all.length === 1 ? 'digest' : 'digests'} in ${channels} ${channels === 1 ? 'channel' : 'channels'}`;
  return paused === 0 ? counted : `${counted}, ${paused} paused`;
}

function channelBlocks(id: string, here: readonly Subscription[], locale: string): readonly Block[] {
  return [
    { kind: 'text', runs: [{ text: id, style: 'bold', mention: { kind: 'channel', id } }] },
    { kind: 'list', items: here.map((subscription) => lineOf(subscription, locale)) },
  ];
}
