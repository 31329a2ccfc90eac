/** Discord's rules, by its own document and the sums it doesn't hold, checked on a payload without any of our code. */
import type { DiscordPayload } from '../../adapters/discord/payload.ts';
import { violations } from '../counterparts/discord-spec.ts';

/** Each fault as a sentence; empty when Discord would take the payload. */
export function discordFaults({ inThread: _, title, ...body }: DiscordPayload): readonly string[] {
  const faults = [...violations('MessageCreateRequest', body)];
  const wrong = (fault: string): void => void faults.push(fault);
  const { content, embeds, components } = body;
  if (content === '' && embeds.length === 0) wrong('nothing to show');
  if (content.length > 2000) wrong(`content has ${content.length} characters`);
  if (embeds.length > 10) wrong(`${embeds.length} embeds`);
  let total = 0;
  for (const embed of embeds) {
    const sizes = [embed.title, embed.description, embed.footer?.text].map((text) => text?.length ?? 0);
    const [ofTitle = 0, ofDescription = 0, ofFooter = 0] = sizes;
    total += ofTitle + ofDescription + ofFooter;
    if (ofTitle > 256) wrong(`embed title has ${ofTitle} characters`);
    if (ofDescription > 4096) wrong(`embed description has ${ofDescription} characters`);
    if (ofFooter > 2048) wrong(`embed footer has ${ofFooter} characters`);
    if (ofTitle + ofDescription === 0) wrong('an embed is empty');
  }
  if (total > 6000) wrong(`embeds have ${total} characters in all`);
  const addresses = embeds.flatMap(({ url }) => url ?? []);
  if (new Set(addresses).size !== addresses.length)
    wrong('two embeds share an address: Discord would show one');
  if (components.length > 5) wrong(`${components.length} rows`);
  const ids: string[] = [];
  for (const row of components) {
    if (row.components.length < 1 || row.components.length > 5) wrong('a row needs 1 to 5 components');
    for (const component of row.components) {
      if ('custom_id' in component) ids.push(component.custom_id);
      if (component.type === 2 && 'label' in component && (component.label ?? '').length > 80)
        wrong('button label is over 80');
      if (component.type === 3) {
        if (component.options.length > 25) wrong('menu has over 25 options');
        for (const { label, value } of component.options) {
          if (label.length < 1 || label.length > 100) wrong('option label is empty or over 100');
          if (value.length < 1 || value.length > 100) wrong('option value is empty or over 100');
        }
      }
    }
  }
  if (ids.some((id) => id.length < 1 || id.length > 100)) wrong('custom id is empty or over 100');
  if (new Set(ids).size !== ids.length) wrong('custom ids repeat');
  if (title.length < 1 || title.length > 100) wrong('thread name is empty or over 100');
  if (body.allowed_mentions.parse.length > 0) wrong('mentions are allowed');
  return faults;
}
