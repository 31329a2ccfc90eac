import type {
  APIActionRowComponent,
  APIButtonComponent,
  APIComponentInMessageActionRow,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import type { Action } from '../../message/message.ts';
import { shortenAtWord } from '../../message/shorten.ts';
import { customId, menuId } from '../custom-id.ts';
import { inertPlain } from '../escape.ts';
import { discordLimits } from '../limits.ts';
import type { Choice } from './unit.ts';

type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

/** Discord's numbers for kinds of components and looks of buttons; the library's enums would load all of it. */
const kinds = {
  row: 1 as ComponentType.ActionRow,
  button: 2 as ComponentType.Button,
  select: 3 as ComponentType.StringSelect,
};
const looks: Readonly<Record<'primary' | 'danger' | 'plain', ButtonStyle>> = {
  primary: 1,
  plain: 2,
  danger: 4,
};

/** Buttons in rows of five. Discord wants their ids unique in a message: a second of the same is left out. */
export function buttonRows(actions: readonly Action[]): readonly Row[] {
  const unique = [...new Map(actions.map((action) => [customId(action), action])).values()];
  const rows: Row[] = [];
  for (let from = 0; from < unique.length; from += discordLimits.buttonsPerRow) {
    const components = unique.slice(from, from + discordLimits.buttonsPerRow).map(button);
    rows.push({ type: kinds.row, components });
  }
  return rows.slice(0, discordLimits.rows - 1);
}

function button(action: Action): APIButtonComponent {
  return {
    type: kinds.button,
    style: looks[action.style ?? 'plain'] as ButtonStyle.Primary,
    label: inertPlain(action.label),
    custom_id: customId(action),
  };
}

/** What can be done with single stories, as one menu: buttons under a message can't say which story they mean. */
export function choiceMenu(choices: readonly Choice[], placeholder: string): readonly Row[] {
  const unique = [...new Map(choices.map((choice) => [customId(choice.action), choice])).entries()];
  if (unique.length === 0) return [];
  return [
    {
      type: kinds.row,
      components: [
        {
          type: kinds.select,
          custom_id: menuId,
          placeholder,
          options: unique.slice(0, discordLimits.options).map(([value, { action, headline }]) => ({
            label: shortenAtWord(`${action.label}: ${headline}`, discordLimits.optionLabel),
            value,
          })),
        },
      ],
    },
  ];
}
