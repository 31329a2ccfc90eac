/** What the bot must be allowed to do in a channel, least first; bits of discord.com/developers/docs/topics/permissions. */
type Needed = { readonly bit: bigint; readonly name: string };

const toPost: readonly Needed[] = [
  { bit: 1n << 10n, name: 'View Channel' },
  { bit: 1n << 11n, name: 'Send Messages' },
  // Without it Discord shows a digest without its stories.
  { bit: 1n << 14n, name: 'Embed Links' },
];
const inThreads: Needed = { bit: 1n << 38n, name: 'Send Messages in Threads' };
/** Wanted, not needed: find a post that may have got through, put stories into a thread. */
const helpful: readonly Needed[] = [
  { bit: 1n << 16n, name: 'Read Message History' },
  { bit: 1n << 35n, name: 'Create Public Threads' },
];
const administrator = 1n << 3n;
const manageChannels = 1n << 4n;

/** Kinds of channels that are threads. */
const threadKinds = new Set([10, 11, 12]);

/** Names of what is missing to post there; empty when it can. `granted` is Discord's bit set as text. */
export function missingToPost(granted: string, channelKind: number | undefined): readonly string[] {
  const bits = BigInt(granted);
  if (bits & administrator) return [];
  const needed = threadKinds.has(channelKind ?? 0)
    ? toPost.map((one) => (one.name === 'Send Messages' ? inThreads : one))
    : toPost;
  return needed.filter(({ bit }) => (bits & bit) === 0n).map(({ name }) => name);
}

export function mayManageChannel(granted: string): boolean {
  return (BigInt(granted) & (administrator | manageChannels)) !== 0n;
}

/** For commands that only those may see who can change channels. */
export const managerPermissions = manageChannels.toString();

/** All that the bot asks of a server, as the bit set that an invite carries. */
export const wantedPermissions = [...toPost, inThreads, ...helpful]
  .reduce((sum, { bit }) => sum | bit, 0n)
  .toString();
