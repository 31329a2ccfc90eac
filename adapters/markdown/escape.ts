/** Text for CommonMark so that it shows as it is: neither formatting, HTML nor links come of it. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\*_`[\]<>~|#&]/g, '\\$&')
    .replace(/^(\s*\d{0,9})([+.)=-])/, '$1\\$2')
    .replaceAll('://', ':\\//');
}

/** Text between backticks: as many around it as none inside it has. */
export function codeSpan(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return longest > 0 ? `${fence} ${text} ${fence}` : `${fence}${text}${fence}`;
}
