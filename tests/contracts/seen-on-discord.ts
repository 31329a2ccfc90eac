/** What a person, and what Discord's parser, finds in a posted message. */
import type { SeenMessage } from '../counterparts/discord.ts';
import { controls } from './seen-on-slack.ts';

type Embed = {
  readonly title?: string;
  readonly description?: string;
  readonly url?: string;
  readonly footer?: { readonly text: string };
  readonly author?: { readonly name: string };
  readonly fields?: readonly { readonly name: string; readonly value: string }[];
};

/** Parts read as Markdown, and parts shown as they are. */
function partsOf({ body }: SeenMessage): {
  readonly markdown: readonly string[];
  readonly plain: readonly string[];
} {
  const embeds = (body.embeds ?? []) as readonly Embed[];
  return {
    markdown: [
      String(body.content ?? ''),
      ...embeds.flatMap(({ title, description, fields }) => [
        title ?? '',
        description ?? '',
        ...(fields ?? []).flatMap(({ name, value }) => [name, value]),
      ]),
    ],
    plain: embeds.flatMap(({ footer, author }) => [footer?.text ?? '', author?.name ?? '']),
  };
}

/** Everything read, backslashes and formatting taken off. */
export function discordText(message: SeenMessage): string {
  const { markdown, plain } = partsOf(message);
  return [...markdown.map((text) => text.replace(/\\(.)/gs, '$1')), ...plain].join('\n').replaceAll('**', '');
}

export function discordDangers(message: SeenMessage): readonly string[] {
  const { body } = message;
  const { markdown, plain } = partsOf(message);
  // What follows a backslash is shown, not read.
  const live = markdown.map((text) => text.replace(/\\./gs, ''));
  const embeds = (body.embeds ?? []) as readonly Embed[];
  return [
    ...(JSON.stringify(body.allowed_mentions) === '{"parse":[]}' ? [] : ['may ping']),
    ...live.flatMap((text) => text.match(/<(?:@|#|:|a:|t:|id:|\/)[^>]*>|@everyone|@here/g) ?? []),
    ...live
      .flatMap((text) => [...text.matchAll(/\]\(<?([^)>]*)/g)].map(([, url = '']) => url))
      .filter(isElsewhere),
    ...embeds.flatMap(({ url }) => (url === undefined ? [] : [url])).filter(isElsewhere),
    ...controls([...markdown, ...plain].join()),
  ];
}

function isElsewhere(url: string): boolean {
  return !url.startsWith('https://news.example/');
}
