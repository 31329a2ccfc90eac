/** The links of a message as Slack hands it to a shortcut. */

/** Keys under which attachments (previews among them) and rich text keep an address. */
const addressKeys = new Set(['url', 'from_url', 'original_url', 'title_link']);
/** Text of a shared or quoted message stands in its attachments. */
const textKeys = new Set(['text', 'fallback']);

/** Each once, those of the text itself first. */
export function linksIn(message: Readonly<Record<string, unknown>>): readonly string[] {
  const { text, blocks, attachments } = message;
  return [...new Set([...linksOfText(text), ...gather(blocks), ...gather(attachments)])];
}

/** Slack writes links as `<https://example.org/|label>` with `&` as `&amp;`. */
function linksOfText(text: unknown): readonly string[] {
  if (typeof text !== 'string') return [];
  return [...text.matchAll(/<(https?:\/\/[^|>\s]+)/g)].map(([, address = '']) =>
    address.replaceAll('&amp;', '&'),
  );
}

function gather(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(gather);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]): readonly string[] => {
    if (typeof inner !== 'string') return gather(inner);
    if (addressKeys.has(key)) return /^https?:\/\//.test(inner) ? [inner] : [];
    return textKeys.has(key) ? linksOfText(inner) : [];
  });
}
