import { briefOnThis } from '../../../adapters/message/brief-on-this.ts';
import type { CommandSpec } from '../../../adapters/message/command-spec.ts';
import type { Block, Reply } from '../../../adapters/message/message.ts';
import { paragraph, privately } from '../answer.ts';
import type { Asked } from '../context.ts';

const examples = [
  '/brief ukraine',
  '/brief "interest rates" 7d',
  '/quotes rubio',
  '/digest subscribe ukraine at 08:00 Europe/Kyiv',
  '/digest subscribe economy weekdays 8am and 5:30pm',
];

/** `/digest help`: every command with a line, and examples to copy. */
export function help(asked: Asked, specs: readonly CommandSpec[]): Reply {
  const commands: Block = {
    kind: 'list',
    items: specs.flatMap((spec) =>
      spec.subcommands.length === 0
        ? [
            [
              { text: `/${spec.name} ${spec.usage}`, style: 'code' as const },
              { text: ` ${spec.description}` },
            ],
          ]
        : spec.subcommands.map((sub) => [
            { text: `/${spec.name} ${sub.name} ${sub.usage}`.trim(), style: 'code' as const },
            { text: ` ${sub.description}` },
          ]),
    ),
  };
  const toCopy: Block = { kind: 'list', items: examples.map((text) => [{ text, style: 'code' as const }]) };
  return privately({
    title: 'What you can ask me',
    context: 'Answers are shown to you alone until you share them.',
    blocks: [
      { kind: 'heading', text: 'Examples' },
      toCopy,
      { kind: 'heading', text: 'Commands' },
      commands,
      paragraph(`The menu of a message with a link has *${briefOnThis.label}*: I read that page for you.`),
    ],
    locale: asked.locale,
  });
}
