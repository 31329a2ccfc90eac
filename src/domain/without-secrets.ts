/**
 * Shapes of secrets: tokens of Slack and Discord, a bearer, names and passwords in an address, keys in its query,
 * addresses of web hooks. None reaches over a quotation mark, so that a line of JSON stays one.
 */
const secrets = [
  /xox[a-z]-[\w-]+/g,
  /xapp-[\w-]+/g,
  /\b[\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,}\b/g,
  /(?<=\b(?:Bot|Bearer) )[\w.~+/-]{12,}=*/g,
  /(?<=\/\/)[^/?#\s"<>\\]+(?=@)/g,
  /(?<=[?&;](?:[a-z]{1,20}[_-])?(?:token|key|apikey|auth|secret|passw(?:or)?d|signature|sig)=)[^&#\s"<>\\]+/gi,
  /(?<=hooks\.slack\.com\/)[\w/]+/g,
  /(?<=\/webhooks\/\d+\/)[\w-]+/g,
];

/** Replaces every secret of a known shape by a word that says so. */
export function withoutSecrets(text: string): string {
  return secrets.reduce((clean, shape) => clean.replace(shape, '[secret]'), text);
}
