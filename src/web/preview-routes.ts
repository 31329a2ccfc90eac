import { Hono } from 'hono';
import type { DigestMessageOptions } from '../../adapters/message/digest-message.ts';
import type { Message } from '../../adapters/message/message.ts';
import type { PreviewView } from './preview/preview-header.ts';

/** A message as a platform's client would show it: the page and the policy it needs. */
export type PreviewRenderers = Readonly<
  Record<
    'slack' | 'discord',
    (message: Message, view: PreviewView) => Promise<{ readonly page: string; readonly policy: string }>
  >
>;

/** How a subscription wants its digest. */
export type MessageWishes = Pick<DigestMessageOptions, 'length' | 'thread' | 'feedback'>;

const lengths = ['headlines', 'short', 'full'] as const;

/**
 * /preview/slack and /preview/discord: `?theme=dark`, `?width=phone`, `?length=headlines` or `full`, `?thread=yes`;
 * without them as a new subscription gets it.
 */
export function previewRoutes(
  message: (wishes: MessageWishes) => Promise<Message>,
  renderers: PreviewRenderers,
): Hono {
  const routes = new Hono();
  for (const platform of ['slack', 'discord'] as const) {
    routes.get(`/${platform}`, async (context) => {
      const { theme, width, length, thread } = context.req.query();
      const view: PreviewView = {
        platform,
        theme: theme === 'dark' ? 'dark' : 'light',
        width: width === 'phone' ? 'phone' : 'desktop',
        length: lengths.find((known) => known === length) ?? 'short',
        thread: thread === 'yes' ? 'yes' : 'no',
      };
      const wishes = { length: view.length, thread: view.thread === 'yes', feedback: true };
      const { page, policy } = await renderers[platform](await message(wishes), view);
      context.header('content-security-policy', policy);
      return context.html(page);
    });
  }
  return routes;
}
