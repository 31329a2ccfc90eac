/**
 * Who asks: the project with its version, where to read about it, and how to reach whoever runs this one.
 *
 * @param contact an address or URL of the operator; null when none is configured
 */
export function userAgent(version: string, contact: string | null): string {
  const about =
    contact === null
      ? 'news digest bot; feed reader'
      : `news digest bot; +${contact.replace(/[^\x20-\x7e()]/g, '')}`;
  return `Courant/${version} (${about})`;
}
