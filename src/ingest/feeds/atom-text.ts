export type AtomText = { readonly value?: string; readonly type?: string };

/**
 * The text of an Atom construct. RFC 4287, 4.1.3.3: content whose type is no text and no XML is Base64; Atom 0.3
 * said so with `mode="base64"`, which `prepareXml` turns into such a type.
 */
export function atomText(construct: AtomText | undefined): string | null {
  const value = construct?.value;
  if (value === undefined) return null;
  const type = construct?.type?.trim().toLowerCase() ?? 'text';
  const isText = /^(?:text|html|xhtml)$|^text\/|[+/]xml$|\bhtml\b/.test(type);
  if (isText) return value.replace(/\sxmlns="http:\/\/www\.w3\.org\/1999\/xhtml"/g, '');
  return fromBase64(value) ?? value;
}

function fromBase64(value: string): string | null {
  const packed = value.replace(/\s+/g, '');
  if (packed === '' || packed.length % 4 === 1 || !/^[A-Za-z0-9+/]+={0,2}$/.test(packed)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(packed, 'base64'));
  } catch {
    return null;
  }
}
