import { briefOnThis } from '../../../adapters/message/brief-on-this.ts';
import type { CommandSpec, SubcommandSpec } from '../../../adapters/message/command-spec.ts';
import { labelLanguage } from '../../../adapters/message/labels/labels.ts';
import type { Block, Reply, Run } from '../../../adapters/message/message.ts';
import { privately } from '../answer.ts';
import type { Asked } from '../context.ts';

const examples = [
  '/brief ukraine',
  '/brief "interest rates" 7d',
  '/quotes rubio',
  '/digest subscribe ukraine at 08:00 Europe/Kyiv',
  '/digest subscribe economy weekdays 8am and 5:30pm',
];

/** `/digest help`: every command with a line, and examples to copy. */
export function help({ say, locale, channel }: Asked, specs: readonly CommandSpec[]): Reply {
  const language = labelLanguage(locale);
  const line = (words: string, { usage, description, descriptions }: SubcommandSpec): readonly Run[] => [
    { text: `${words} ${usage}`.trim(), style: 'code' },
    { text: ` ${descriptions?.[language] ?? description}` },
  ];
  const commands: Block = {
    kind: 'list',
    items: specs.flatMap((spec) =>
      spec.subcommands.length === 0
        ? [line(`/${spec.name}`, spec)]
        : spec.subcommands.map((sub) => line(`/${spec.name} ${sub.name}`, sub)),
    ),
  };
  const toCopy: Block = { kind: 'list', items: examples.map((text) => [{ text, style: 'code' as const }]) };
  // Slack shows the menu's words as they stand in the manifest.
  const label = channel.platform === 'discord' ? briefOnThis.labels[language] : undefined;
  return privately({
    title: say.text('helpTitle'),
    context: say.text('helpContext'),
    blocks: [
      { kind: 'heading', text: say.text('examples') },
      toCopy,
      { kind: 'heading', text: say.text('commands') },
      commands,
      say.paragraph('menuHint', { label: label ?? briefOnThis.label }),
    ],
    locale,
  });
}
