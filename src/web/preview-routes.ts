import { Hono } from 'hono';
import type { DigestMessageOptions } from '../../adapters/message/digest-message.ts';
import type { Message } from '../../adapters/message/message.ts';

export type PreviewLook = { readonly theme: 'light' | 'dark'; readonly width: number };

/** A message as a platform's client would show it: the page and the policy it needs. */
export type PreviewRenderers = Readonly<
  Record<
    'slack' | 'discord',
    (message: Message, look: PreviewLook) => { readonly page: string; readonly policy: string }
  >
>;

/** How a subscription wants its digest. */
export type MessageWishes = Pick<DigestMessageOptions, 'length' | 'thread' | 'feedback'>;

const phone = 390;
const desktop = 720;
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
      const look: PreviewLook = {
        theme: context.req.query('theme') === 'dark' ? 'dark' : 'light',
        width: context.req.query('width') === 'phone' ? phone : desktop,
      };
      const wishes: MessageWishes = {
        length: lengths.find((length) => length === context.req.query('length')) ?? 'short',
        thread: context.req.query('thread') === 'yes',
        feedback: true,
      };
      const { page, policy } = renderers[platform](await message(wishes), look);
      context.header('content-security-policy', policy);
      return context.html(page);
    });
  }
  return routes;
}
