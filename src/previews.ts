import { renderDiscord } from '../adapters/discord/render.ts';
import { contentSecurityPolicy } from '../adapters/html/page.ts';
import { renderSlack } from '../adapters/slack/render.ts';
import { discordPreviewPage } from './web/preview/discord-preview.ts';
import { slackPreviewPage } from './web/preview/slack-preview.ts';
import type { PreviewRenderers } from './web/preview-routes.ts';

/** What would be sent to each platform, drawn from the very payload. */
export const previews: PreviewRenderers = {
  slack: (message, view) => withPolicy(slackPreviewPage(parsed(renderSlack(message)), view)),
  discord: (message, view) => withPolicy(discordPreviewPage(parsed(renderDiscord(message)), view)),
};

function parsed<T>(payloads: readonly string[]): T[] {
  return payloads.map((payload) => JSON.parse(payload) as T);
}

/** The page's own stylesheet is the one thing it may load. */
function withPolicy(page: string) {
  const style = /<style>([\s\S]*?)<\/style>/.exec(page)?.[1] ?? '';
  return { page, policy: contentSecurityPolicy(style) };
}
