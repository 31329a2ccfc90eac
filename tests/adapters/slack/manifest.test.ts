import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { slackManifest } from '../../../adapters/slack/manifest.ts';
import { commandSpecs } from '../../../src/commands/specs.ts';
import { testCommands } from '../world.ts';

describe('slackManifest', () => {
  it('lists every command with its hint, and needs no address in Socket Mode', () => {
    const manifest = parse(slackManifest(testCommands, { mode: 'socket' }));
    expect(manifest.features.slash_commands).toEqual([
      {
        command: '/brief',
        description: 'What happened',
        usage_hint: '<topic> [since]',
        should_escape: false,
      },
      {
        command: '/digest',
        description: 'Digests of this channel',
        usage_hint: 'subscribe | settings',
        should_escape: false,
      },
    ]);
    expect(manifest.settings).toMatchObject({ socket_mode_enabled: true, token_rotation_enabled: false });
    expect(slackManifest(testCommands, { mode: 'socket' })).not.toContain('http');
  });

  it('sends everything to our server over HTTP', () => {
    const manifest = parse(
      slackManifest(testCommands, { mode: 'http', publicUrl: 'https://courant.example' }),
    );
    const events = 'https://courant.example/slack/events';
    expect(manifest.features.slash_commands[0].url).toBe(events);
    expect(manifest.settings.interactivity.request_url).toBe(events);
    expect(manifest.settings.event_subscriptions.request_url).toBe(events);
    expect(manifest.oauth_config.redirect_urls).toEqual(['https://courant.example/slack/oauth_redirect']);
  });

  it('asks for no permission to read what people write', () => {
    const { scopes } = parse(slackManifest(testCommands, { mode: 'socket' })).oauth_config;
    expect(scopes.bot).not.toContain('im:history');
    expect(scopes.bot).not.toContain('chat:write.public');
    const { bot_events } = parse(slackManifest(testCommands, { mode: 'socket' })).settings
      .event_subscriptions;
    expect(bot_events.filter((event: string) => event.startsWith('message'))).toEqual([]);
  });

  it('is what slack-manifest.yaml holds (npm run manifest writes it anew)', () => {
    const kept = readFileSync(new URL('../../../slack-manifest.yaml', import.meta.url), 'utf8');
    expect(kept).toBe(slackManifest(commandSpecs, { mode: 'socket' }));
  });
});
