/** What the bot must be allowed to do in a channel, least first; bits of discord.com/developers/docs/topics/permissions. */
type Needed = { readonly bit: bigint; readonly name: PermissionName };

/** The phrase that names it as Discord does. */
export type PermissionName = 'viewChannel' | 'sendMessages' | 'sendInThreads' | 'embedLinks';

const toPost: readonly Needed[] = [
  { bit: 1n << 10n, name: 'viewChannel' },
  { bit: 1n << 11n, name: 'sendMessages' },
  // Without it Discord shows a digest without its stories.
  { bit: 1n << 14n, name: 'embedLinks' },
];
const inThreads: Needed = { bit: 1n << 38n, name: 'sendInThreads' };
/** Wanted, not needed: find a post that may have got through (history), put stories into a (public) thread. */
const helpful = [1n << 16n, 1n << 35n];
const administrator = 1n << 3n;
const manageChannels = 1n << 4n;

/** Kinds of channels that are threads. */
const threadKinds = new Set([10, 11, 12]);

/** What is missing to post there; empty when it can. `granted` is Discord's bit set as text. */
export function missingToPost(granted: string, channelKind: number | undefined): readonly PermissionName[] {
  const bits = BigInt(granted);
  if (bits & administrator) return [];
  const needed = threadKinds.has(channelKind ?? 0)
    ? toPost.map((one) => (one.name === 'sendMessages' ? inThreads : one))
    : toPost;
  return needed.filter(({ bit }) => (bits & bit) === 0n).map(({ name }) => name);
}

export function mayManageChannel(granted: string): boolean {
  return (BigInt(granted) & (administrator | manageChannels)) !== 0n;
}

/** For commands that only those may see who can change channels. */
export const managerPermissions = manageChannels.toString();

/** All that the bot asks of a server, as the bit set that an invite carries. */
export const wantedPermissions = [...[...toPost, inThreads].map(({ bit }) => bit), ...helpful]
  .reduce((sum, bit) => sum | bit, 0n)
  .toString();
