/** Seconds of CPU that this process with all its threads has used since: what else runs on the machine counts little. */
export function cpuSecondsSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

/** Articles a second of CPU. */
export function perSecond<T>(articles: readonly T[], read: (article: T) => unknown): number {
  const before = process.cpuUsage();
  for (const article of articles) read(article);
  return articles.length / cpuSecondsSince(before);
}
