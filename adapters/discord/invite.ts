import { wantedPermissions } from './permissions.ts';

/** The page that adds the bot to a server, with the least permissions it works with. */
export function discordInviteUrl(applicationId: string): string {
  const url = new URL('https://discord.com/oauth2/authorize');
  url.search = new URLSearchParams({
    client_id: applicationId,
    scope: 'bot applications.commands',
    permissions: wantedPermissions,
  }).toString();
  return url.href;
}
