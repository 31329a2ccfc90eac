import { type Saying, saying } from '../../adapters/message/phrases/saying.ts';
import type { Asked, CommandContext } from './context.ts';
import { Refusal } from './refusal.ts';

/** @throws CourantError `forbidden` unless the asker may change what this channel gets. */
export async function requireManager(asked: Asked): Promise<void> {
  if (await asked.mayManage()) return;
  throw new Refusal('forbidden', managersOnly(asked), { mend: saying('anyoneMayAsk') });
}

function managersOnly({ channel }: Asked): Saying {
  return saying(channel.platform === 'discord' ? 'onlyManagersOfDiscord' : 'onlyManagersOfSlack');
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
  if (admins.length === 0 && !isPublic) {
    if (await asked.mayKeep()) return;
    // Who manages a channel but asks in a direct message is told where to ask.
    const mend = saying((await asked.mayManage()) ? 'askInChannel' : 'anyoneMayAsk');
    throw new Refusal('forbidden', [saying('keptByManagers'), managersOnly(asked)], { mend });
  }
  throw new Refusal('forbidden', saying('sharedByAll'), { mend: saying('sharedByAllMend') });
}
