import type { Reply, Run } from '../../../adapters/message/message.ts';
import { privately } from '../answer.ts';
import type { Asked, CommandContext } from '../context.ts';

const shown = 20;

/** `/digest history`: what was changed here, when and by whom. */
export async function history(context: CommandContext, asked: Asked): Promise<Reply> {
  const entries = await context.store.audit.ofChannel(asked.channel, shown);
  const time = new Intl.DateTimeFormat(asked.locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: asked.zone,
  });
  return privately({
    title: asked.say.text('historyTitle'),
    blocks:
      entries.length === 0
        ? [asked.say.paragraph('nothingChanged')]
        : [
            {
              kind: 'list',
              items: entries.map((entry) => [
                { text: time.format(entry.at), style: 'bold' as const },
                { text: ` ${entry.detail} ` },
                actorOf(entry.actor),
              ]),
            },
          ],
    locale: asked.locale,
  });
}

/** The command line and the program itself are no people of the platform. */
function actorOf(actor: string): Run {
  return actor === 'cli' || actor === 'courant'
    ? { text: actor, style: 'code' }
    : { text: actor, mention: { kind: 'person', id: actor } };
}
