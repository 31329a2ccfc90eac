import { renderDiscord } from '../../adapters/discord/render.ts';
import { renderSlack } from '../../adapters/slack/render.ts';
import { discordPreviewPage } from '../../src/web/preview/discord-preview.ts';
import { slackPreviewPage } from '../../src/web/preview/slack-preview.ts';
import { commandWorld, messageOf } from '../commands/world.ts';
import type { Window } from './photograph.ts';

const asked = [
  ['slack', '/brief economy'],
  ['discord', '/quotes bullock'],
  ['slack', '/topics show ukraine'],
] as const;

/** What people are answered, drawn as their client shows it. */
export async function answerWindows(): Promise<readonly Window[]> {
  const world = await commandWorld();
  try {
    const windows: Window[] = [];
    for (const [platform, line] of asked) {
      const message = messageOf(await world.ask(line));
      const view = { width: 'desktop', length: 'short', thread: 'no' } as const;
      const html =
        platform === 'slack'
          ? slackPreviewPage(parsed(renderSlack(message)), { ...view, platform, theme: 'light' })
          : discordPreviewPage(parsed(renderDiscord(message)), {
              ...view,
              platform,
              theme: 'dark',
            });
      windows.push({ caption: line, html });
    }
    return windows;
  } finally {
    await world.store.close();
  }
}

function parsed<T>(payloads: readonly string[]): T[] {
  return payloads.map((payload) => JSON.parse(payload) as T);
}
