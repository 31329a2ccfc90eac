/** Shows a message or a digest in the format asked for. Renderers are loaded when they are needed. */
import { renderConsole } from '../../adapters/console/render.ts';
import { digestMessage } from '../../adapters/message/digest-message.ts';
import type { Message } from '../../adapters/message/message.ts';
import type { AnalysedArticle } from '../domain/analysed-article.ts';
import type { Digest } from '../domain/digest.ts';
import { type Io, print } from './io.ts';

export type Format = 'text' | 'json' | 'slack' | 'discord' | 'html' | 'markdown';

export async function showMessage(io: Io, message: Message, format: Format): Promise<void> {
  print(io, await rendered(io, message, format));
}

/** `json` gives the digest itself with the articles it was made of, so that every offset can be checked. */
export async function showDigest(
  io: Io,
  digest: Digest,
  analyses: readonly AnalysedArticle[],
  options: { readonly format: Format; readonly zone: string; readonly locale: string },
): Promise<void> {
  if (options.format === 'json') {
    const { renderDigestJson } = await import('../../adapters/json/render.ts');
    print(io, renderDigestJson(digest, analyses));
    return;
  }
  const message = digestMessage(digest, {
    zone: options.zone,
    locale: options.locale,
    length: 'full',
    quotes: true,
    thread: false,
    feedback: false,
    kind: 'digest',
  });
  await showMessage(io, message, options.format);
}

async function rendered(io: Io, message: Message, format: Format): Promise<string> {
  switch (format) {
    case 'text':
      return renderConsole(message, { colour: io.colour, width: io.width });
    case 'json':
      return JSON.stringify(message, null, 2);
    case 'slack':
      return payloads((await import('../../adapters/slack/render.ts')).renderSlack(message));
    case 'discord':
      return payloads((await import('../../adapters/discord/render.ts')).renderDiscord(message));
    case 'html':
      return (await import('../../adapters/html/render.ts')).renderHtml(message);
    case 'markdown':
      return (await import('../../adapters/markdown/render.ts')).renderMarkdown(message);
  }
}

function payloads(rendered: readonly string[]): string {
  return JSON.stringify(
    rendered.map((payload): unknown => JSON.parse(payload)),
    null,
    2,
  );
}
