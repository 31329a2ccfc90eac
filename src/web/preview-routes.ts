import { Hono } from 'hono';
import type { Message } from '../../adapters/message/message.ts';

export type PreviewLook = { readonly theme: 'light' | 'dark'; readonly width: number };

/** A message as a platform's client would show it: the page and the policy it needs. */
export type PreviewRenderers = Readonly<
  Record<
    'slack' | 'discord',
    (message: Message, look: PreviewLook) => { readonly page: string; readonly policy: string }
  >
>;

const phone = 390;
const desktop = 720;

/** /preview/slack and /preview/discord, `?theme=dark`, `?width=phone`. */
export function previewRoutes(message: () => Promise<Message>, renderers: PreviewRenderers): Hono {
  const routes = new Hono();
  for (const platform of ['slack', 'discord'] as const) {
    routes.get(`/${platform}`, async (context) => {
      const look: PreviewLook = {
        theme: context.req.query('theme') === 'dark' ? 'dark' : 'light',
        width: context.req.query('width') === 'phone' ? phone : desktop,
      };
      const { page, policy } = renderers[platform](await message(), look);
      context.header('content-security-policy', policy);
      return context.html(page);
    });
  }
  return routes;
}
