import { previews } from '../../src/previews.ts';
import { commandWorld, messageOf } from '../commands/world.ts';
import type { Window } from './photograph.ts';

const asked = [
  ['slack', '/brief economy'],
  ['discord', '/quotes lavrov'],
  ['slack', '/topics show ukraine'],
] as const;

/** What people are answered, drawn as their client shows it. */
export async function answerWindows(): Promise<readonly Window[]> {
  const world = await commandWorld();
  try {
    const windows: Window[] = [];
    for (const [platform, line] of asked) {
      const { page } = previews[platform](messageOf(await world.ask(line)), {
        platform,
        theme: platform === 'discord' ? 'dark' : 'light',
        width: 'desktop',
        length: 'short',
        thread: 'no',
      });
      windows.push({ caption: line, html: page });
    }
    return windows;
  } finally {
    await world.store.close();
  }
}
