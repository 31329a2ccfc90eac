import { CourantError } from '../domain/errors.ts';
import type { Asked, CommandContext } from './context.ts';

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

/**
 * Sources and topics belong to all workspaces that share this installation. Where strangers may install the bot, only
 * those whom the operator names may change them.
 *
 * @throws CourantError `forbidden`
 */
export async function requireKeeper(context: CommandContext, asked: Asked): Promise<void> {
  const { admins, isPublic } = context.sharing;
  // Whoever has the terminal has the database.
  if (asked.channel.platform === 'console' || admins.includes(asked.user)) return;
  if (admins.length === 0 && !isPublic) return requireManager(asked);
  throw new CourantError('forbidden', 'Sources and topics are shared by all who use this bot.', {
    mend: 'Whoever runs it can change them, and can let you: your id belongs into ADMINS.',
  });
}
