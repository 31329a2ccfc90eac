/** "min outlets 2, nothing new on, crosspost off, mute Some Outlet": the rarer options as one line of words. */
import { saying } from '../../../adapters/message/phrases/saying.ts';
import type { SubscriptionOptions } from '../../domain/subscription.ts';
import { refuse } from '../refusal.ts';

type Further = Pick<SubscriptionOptions, 'minOutlets' | 'nothingNew' | 'crosspost' | 'mutedOutlets'>;

/** How the rarer options are written. */
export const furtherExample = 'min outlets 2, nothing new on, crosspost off, mute Some Outlet';

export function sayFurtherOptions(options: Further): string {
  return [
    `min outlets ${options.minOutlets}`,
    `nothing new ${options.nothingNew ? 'on' : 'off'}`,
    `crosspost ${options.crosspost ? 'on' : 'off'}`,
    ...options.mutedOutlets.map((outlet) => `mute ${outlet}`),
  ].join(', ');
}

/** Muted outlets as the news has them, whatever letters they were typed in. */
export function asTheyAreCalled(typed: readonly string[], outlets: readonly string[]): readonly string[] {
  const named = new Map(outlets.map((outlet) => [outlet.toLowerCase(), outlet]));
  return [...new Set(typed.map((outlet) => named.get(outlet.toLowerCase()) ?? outlet))];
}

/** What is not named goes back to its default; an unknown word is refused with an example. */
export function readFurtherOptions(text: string): Further {
  const read: { -readonly [K in keyof Further]: Further[K] } = {
    minOutlets: 1,
    nothingNew: false,
    crosspost: false,
    mutedOutlets: [],
  };
  for (const part of text
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean)) {
    const [, name = '', value = ''] =
      /^(min outlets|nothing new|crosspost|mute)\s+(.{1,100})$/i.exec(part) ?? [];
    switch (name.toLowerCase()) {
      case 'min outlets': {
        const least = Number(value);
        if (!Number.isInteger(least) || least < 1 || least > 20)
          refuse(saying('notOutlets', { value }), furtherExample);
        read.minOutlets = least;
        break;
      }
      case 'nothing new':
        read.nothingNew = onOff(value);
        break;
      case 'crosspost':
        read.crosspost = onOff(value);
        break;
      case 'mute':
        read.mutedOutlets = [...read.mutedOutlets, value];
        break;
      default:
        refuse(saying('unknownOption', { option: part.slice(0, 80) }), furtherExample);
    }
  }
  return read;
}

function onOff(value: string): boolean {
  if (/^(on|yes)$/i.test(value)) return true;
  if (/^(off|no)$/i.test(value)) return false;
  refuse(saying('neitherOnNorOff', { value }), furtherExample);
}
