import { datesIn } from '../../../adapters/message/dates.ts';
import type { Reply, Run } from '../../../adapters/message/message.ts';
import { recalled } from '../../../adapters/message/phrases/recalled.ts';
import { isKeptSaying, runsOf } from '../../../adapters/message/phrases/say.ts';
import { type Saying, saying } from '../../../adapters/message/phrases/saying.ts';
import type { AuditEntry } from '../../domain/audit.ts';
import { privately } from '../answer.ts';
import type { Asked, CommandContext } from '../context.ts';

const shown = 20;

/** `/digest history`: what was changed here, when and by whom. */
export async function history(context: CommandContext, asked: Asked): Promise<Reply> {
  const { say, locale, zone } = asked;
  const entries = await context.store.audit.ofChannel(asked.channel, shown);
  return privately({
    title: say.text('historyTitle'),
    blocks:
      entries.length === 0
        ? [say.paragraph('nothingChanged')]
        : [
            {
              kind: 'list',
              items: entries.map((entry): readonly Run[] => [
                { text: datesIn(locale, zone).moment(entry.at), style: 'bold' },
                { text: ' ' },
                ...runsOf(sayingChange(entry), locale),
                { text: ' ' },
                actorOf(entry.actor),
              ]),
            },
          ],
    locale,
  });
}

/** What the worker writes of a digest it lets rest: "Paused the digest of ukraine in slack/T1/C1: The channel is gone." */
const byWorker = /^Paused the digest of (\S+) in \S+: (.+)$/s;

function sayingChange({ detail, said }: AuditEntry): Saying {
  if (isKeptSaying(said)) return said;
  const [, topic = '', reason = ''] = byWorker.exec(detail) ?? [];
  return topic === '' ? recalled(detail) : saying('changePausedWhy', { topic, reason: recalled(reason) });
}

/** The command line and the program itself are no people of the platform. */
function actorOf(actor: string): Run {
  return actor === 'cli' || actor === 'courant'
    ? { text: actor, style: 'code' }
    : { text: actor, mention: { kind: 'person', id: actor } };
}
