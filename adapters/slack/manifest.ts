/** The app's manifest, to paste at api.slack.com/apps: made from the same commands that are listened to. */
import { stringify } from 'yaml';
import { briefOnThis } from '../message/brief-on-this.ts';
import type { CommandSpec } from '../message/command-spec.ts';
import { botScopes } from './config.ts';
import { reachEvents } from './reach.ts';

export type ManifestOptions =
  /** Nothing to expose: for one workspace. */
  | { readonly mode: 'socket' }
  /** Slack calls this address; with OAuth for many workspaces. */
  | { readonly mode: 'http'; readonly publicUrl: string };

/** Longest that Slack takes (docs.slack.dev/reference/app-manifest). */
const longest = { description: 140, commandDescription: 2_000, usageHint: 1_000 };

export function slackManifest(commands: readonly CommandSpec[], options: ManifestOptions): string {
  const url = options.mode === 'http' ? `${options.publicUrl}/slack/events` : null;
  const at = url === null ? {} : { url };
  const manifest = {
    display_information: {
      name: 'Courant',
      description: 'A daily news digest for your channels, with the key quotes word for word.'.slice(
        0,
        longest.description,
      ),
      background_color: '#1f2a44',
    },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: true },
      bot_user: { display_name: 'Courant', always_online: true },
      shortcuts: [
        {
          name: briefOnThis.label,
          type: 'message',
          callback_id: briefOnThis.id,
          description: briefOnThis.description,
        },
      ],
      slash_commands: commands.map(({ name, description, usage }) => ({
        command: `/${name}`,
        description: description.slice(0, longest.commandDescription),
        ...(usage === '' ? {} : { usage_hint: usage.slice(0, longest.usageHint) }),
        // As typed: escaped, Slack would wrap addresses in <…>.
        should_escape: false,
        ...at,
      })),
    },
    oauth_config: {
      ...(options.mode === 'http' ? { redirect_urls: [`${options.publicUrl}/slack/oauth_redirect`] } : {}),
      scopes: { bot: [...botScopes] },
    },
    settings: {
      event_subscriptions: { ...(url === null ? {} : { request_url: url }), bot_events: [...reachEvents] },
      interactivity: { is_enabled: true, ...(url === null ? {} : { request_url: url }) },
      org_deploy_enabled: false,
      socket_mode_enabled: options.mode === 'socket',
      // Once on, Slack does not let it be switched off again.
      token_rotation_enabled: false,
    },
  };
  return stringify(manifest, { lineWidth: 0 });
}
