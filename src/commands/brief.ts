import { digestMessage } from '../../adapters/message/digest-message.ts';
import { labelsFor } from '../../adapters/message/labels/labels.ts';
import { titleAbout } from '../../adapters/message/labels/title-about.ts';
import type { Action, Message, Reply } from '../../adapters/message/message.ts';
import { saying } from '../../adapters/message/phrases/saying.ts';
import type { Digest } from '../domain/digest.ts';
import { isCourantError } from '../domain/errors.ts';
import type { Window } from '../domain/time.ts';
import type { Topic } from '../domain/topic.ts';
import { briefSize } from '../editions/edition-request.ts';
import { privately } from './answer.ts';
import type { Asked, CommandContext } from './context.ts';
import { nothingFound } from './nothing-found.ts';
import { refuse } from './refusal.ts';
import { allThereIs, readSince, splitSince } from './since.ts';
import { topicFor } from './topics-by-name.ts';

const hour = 3_600_000;
/** Without a time asked for: a day; a week or a month where that has nothing; at last, all there is. */
const defaultSpans = [24 * hour, 7 * 24 * hour, 30 * 24 * hour, allThereIs];
/** Stories shown at first; "More stories" shows the rest. */
const firstStories = 3;

export type BriefOptions = { readonly topic?: string; readonly since?: string };

/** `/brief <topic> [since]`: stories, summary, key quotes and sources, for the asker only. */
export async function brief(context: CommandContext, asked: Asked, options: BriefOptions): Promise<Reply> {
  const { topic, window } = await readQuestion(context, asked, options);
  const digest = await firstWithStories(context, topic, window);
  if (digest.stories.length === 0) {
    const question = { command: 'brief', words: topic.title, window: digest.window } as const;
    return nothingFound(context, asked, question);
  }
  return kept(context, asked, digest, briefPage(digest, asked, 0, firstStories));
}

/** The brief of one page: there is no topic to subscribe to, and no more of it. */
export async function pageBrief(context: CommandContext, digest: Digest, asked: Asked): Promise<Reply> {
  const { message, visibility } = briefPage(digest, asked, 0, digest.stories.length);
  const actions = message.actions.filter(({ name }) => name !== 'subscribe');
  return kept(context, asked, digest, { message: { ...message, actions }, visibility });
}

/** Buttons ask for the brief by its id: where the database can't keep it now (a full disk), it comes without them. */
async function kept({ store }: CommandContext, { say }: Asked, digest: Digest, reply: Reply): Promise<Reply> {
  try {
    await store.digests.save(digest);
    return reply;
  } catch (error) {
    if (!isCourantError(error, 'unavailable')) throw error;
    const footer = say.text('withoutButtons');
    return { ...reply, message: { ...reply.message, actions: [], footer } };
  }
}

/** Stories `from` to `to` of a brief; the buttons carry the digest's id, so they work after a restart. */
export function briefPage(digest: Digest, asked: Asked, from: number, to: number): Reply {
  const shown = { ...digest, stories: digest.stories.slice(from, to) };
  const message = briefMessage(shown, asked);
  return { message: { ...message, actions: briefActions(digest, to, asked) }, visibility: 'asker' };
}

/** A brief without buttons. */
export function briefMessage(digest: Digest, { zone, locale }: Asked): Message {
  return digestMessage(digest, {
    zone,
    locale,
    length: 'short',
    quotes: true,
    thread: false,
    feedback: false,
    kind: 'brief',
  });
}

function briefActions(digest: Digest, shownUntil: number, { say }: Asked): readonly Action[] {
  const more = digest.stories.length - shownUntil;
  const actions: Action[] = [{ name: 'share', label: say.text('share'), value: digest.id, style: 'primary' }];
  if (more > 0) {
    const label = say.text('moreStories', { n: more });
    actions.push({ name: 'more', label, value: `${digest.id}:${shownUntil}` });
  }
  if (digest.stories.some((story) => story.keyQuotes.length > 0)) {
    actions.push({ name: 'key-quotes', label: say.text('keyQuotes'), value: digest.id });
  }
  actions.push({ name: 'subscribe', label: say.text('subscribeHere'), value: digest.id });
  return actions;
}

async function readQuestion(
  context: CommandContext,
  asked: Asked,
  options: BriefOptions,
): Promise<{ topic: Topic; window: Window | null }> {
  const words = options.topic?.trim() ?? '';
  if (words === '') refuse(saying('briefOfWhat'), '/brief ukraine 7d');
  const now = context.clock();
  if (options.since) {
    const window = readSince(options.since, now, asked.zone);
    if (!window) refuse(saying('notATime', { words: options.since }), `/brief ${words} 7d`);
    return { topic: (await topicFor(context.store, words)).topic, window };
  }
  const whole = await topicFor(context.store, words);
  if (whole.stored) return { topic: whole.topic, window: null };
  const { about, window } = splitSince(words, now, asked.zone, 'brief');
  return { topic: (await topicFor(context.store, about)).topic, window };
}

async function firstWithStories(
  context: CommandContext,
  topic: Topic,
  window: Window | null,
): Promise<Digest> {
  const to = context.clock();
  const windows = window ? [window] : defaultSpans.map((span) => ({ from: to - span, to }));
  let digest: Digest | null = null;
  for (const candidate of windows) {
    digest = await context.makeEdition({
      topic,
      window: candidate,
      seen: [],
      mutedOutlets: [],
      minOutlets: 1,
      feedbackOf: null,
      size: briefSize,
    });
    if (digest.stories.length > 0) break;
  }
  if (!digest) throw new Error('no window to look at');
  return window ? digest : sinceItsFirst(digest);
}

/** Nobody asked for ten years: what was found says since when there is any, at most as far back as was looked. */
function sinceItsFirst(digest: Digest): Digest {
  const { from, to } = digest.window;
  const first = Math.min(...digest.stories.map(({ firstSeen }) => firstSeen));
  return to - from < allThereIs || digest.stories.length === 0
    ? digest
    : { ...digest, window: { from: Math.max(from, first), to } };
}

/** The key quotes of a brief, one group a story. */
export function keyQuotesOf(digest: Digest, asked: Asked): Reply {
  const { keyQuotesTitle, speakerNotNamed } = labelsFor(asked.locale);
  const title = titleAbout(keyQuotesTitle, digest.topic.title, asked.locale);
  const quotes = digest.stories.flatMap((story) => story.keyQuotes);
  if (quotes.length === 0) {
    return privately({ title, blocks: [asked.say.paragraph('noQuotes')], locale: asked.locale });
  }
  const groups = Map.groupBy(quotes, (quote) => quote.speaker?.name ?? speakerNotNamed);
  return privately({
    title,
    blocks: [...groups].map(([speaker, said]) => ({
      kind: 'quotes',
      speaker,
      role: said[0]?.speaker?.role ?? null,
      quotes: said.map((quote) => ({
        stretches: [quote.text, ...quote.continuations.map((stretch) => stretch.text)],
        speaker,
        role: quote.speaker?.role ?? null,
        source: quote.outlets.join(', '),
        href: quote.url,
      })),
    })),
    locale: asked.locale,
  });
}
