import { slackManifest } from '../../adapters/slack/manifest.ts';
import { commandSpecs } from '../commands/specs.ts';
import { CourantError } from '../domain/errors.ts';
import type { Io } from './io.ts';

/** `courant manifest [--url <address>]`: the Slack app manifest to paste, for Socket Mode unless an address is given. */
export function manifest(io: Io, { url }: { readonly url?: string }): number {
  if (url !== undefined && !/^https:\/\/[^/\s]+/.test(url)) {
    throw new CourantError('invalid', `Slack calls only https addresses, not ${url}.`, {
      mend: 'Give the address people reach this server at: --url https://courant.example.org',
    });
  }
  io.output.write(
    slackManifest(
      commandSpecs,
      url === undefined ? { mode: 'socket' } : { mode: 'http', publicUrl: url.replace(/\/$/, '') },
    ),
  );
  return 0;
}
