import { CourantError } from '../domain/errors.ts';
import type { Asked } from './context.ts';

/** @throws CourantError `forbidden` unless the asker may change what this channel gets. */
export async function requireManager(asked: Asked): Promise<void> {
  if (await asked.mayManage()) return;
  const who =
    asked.channel.platform === 'discord'
      ? 'people with the Manage Channels permission'
      : "workspace admins, the channel's creator and those your operator lists";
  throw new CourantError('forbidden', `Only ${who} can change what this channel gets.`, {
    mend: 'Anyone may ask `/brief`, `/quotes` and `/digest list`.',
  });
}
