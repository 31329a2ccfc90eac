import type { APIEmbed } from 'discord.js';
import type { Action } from '../../message/message.ts';

/** An embed with what it counts towards the total of its message. */
export type Unit = {
  readonly embed: APIEmbed;
  readonly size: number;
  /** Actions of its story, for the menu under the message. */
  readonly choices: readonly Choice[];
};

export type Choice = { readonly action: Action; readonly headline: string };

export function embedUnit(embed: APIEmbed, choices: readonly Choice[] = []): Unit {
  const size =
    (embed.title?.length ?? 0) + (embed.description?.length ?? 0) + (embed.footer?.text.length ?? 0);
  return { embed, size, choices };
}

/** The stripe at the side of an embed. */
export const colours = { story: 0x3b6ea5, disputed: 0xc8811a, plain: 0x7a8794 } as const;
