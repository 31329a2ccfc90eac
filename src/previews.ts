import { contentSecurityPolicy } from '../adapters/html/page.ts';
import type { PreviewRenderers } from './web/preview-routes.ts';

/** What would be sent to each platform, drawn from the very payload. Few ask: the code is loaded when one does. */
export const previews: PreviewRenderers = {
  async slack(message, view) {
    const [{ renderSlack }, { slackPreviewPage }] = await Promise.all([
      import('../adapters/slack/render.ts'),
      import('./web/preview/slack-preview.ts'),
    ]);
    return withPolicy(slackPreviewPage(parsed(renderSlack(message)), view));
  },
  async discord(message, view) {
    const [{ renderDiscord }, { discordPreviewPage }] = await Promise.all([
      import('../adapters/discord/render.ts'),
      import('./web/preview/discord-preview.ts'),
    ]);
    return withPolicy(discordPreviewPage(parsed(renderDiscord(message)), view));
  },
};

function parsed<T>(payloads: readonly string[]): T[] {
  return payloads.map((payload) => JSON.parse(payload) as T);
}

/** The page's own stylesheet is the one thing it may load. */
function withPolicy(page: string) {
  const style = /<style>([\s\S]*?)<\/style>/.exec(page)?.[1] ?? '';
  return { page, policy: contentSecurityPolicy(style) };
}
