import { AnsiUp } from 'ansi_up';
import { renderConsole } from '../../adapters/console/render.ts';
import { digestMessage } from '../../adapters/message/digest-message.ts';
import type { Digest } from '../../src/domain/digest.ts';

/** What `npm start` prints of a digest, as a page that looks like a terminal of so many columns. */
export function terminalPage(digest: Digest, columns: number): string {
  const message = digestMessage(digest, {
    zone: 'UTC',
    locale: 'en',
    length: 'full',
    quotes: true,
    thread: false,
    feedback: false,
    kind: 'digest',
  });
  const printed = new AnsiUp().ansi_to_html(renderConsole(message, { colour: true, width: columns }));
  return `<!doctype html><style>
    body { margin: 0; background: #1b1d21; color: #d8dade; }
    pre { margin: 0; padding: 14px 18px; font: 13.3px/19px "DejaVu Sans Mono", monospace; }
  </style><pre><span style="color:#7fb37f">$</span> npm start -- --once\n\n${printed}</pre>`;
}
