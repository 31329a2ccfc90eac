/** Variables whose value may stand in a file instead: NAME_FILE names it, as Docker, Kubernetes and systemd hand secrets out. */
export const secretVariables = [
  'DATABASE_URL',
  'SLACK_BOT_TOKEN',
  'SLACK_APP_TOKEN',
  'SLACK_SIGNING_SECRET',
  'SLACK_CLIENT_SECRET',
  'SLACK_STATE_SECRET',
  'DISCORD_TOKEN',
  'OPERATOR_TOKEN',
  'LLM_API_KEY',
  'INSTALLATION_KEY',
] as const;

/**
 * The variables with those filled in that stand in files; white space around a value is dropped.
 * What `wrong` makes of a fault is thrown: a variable set twice, a file that can't be read or is empty.
 */
export function withSecretFiles(
  env: Readonly<Record<string, string>>,
  readFile: (path: string) => string,
  wrong: (message: string) => Error,
): Record<string, string> {
  const filled = { ...env };
  for (const name of secretVariables) {
    const path = env[`${name}_FILE`];
    if (path === undefined) continue;
    if (env[name] !== undefined) throw wrong(`${name} and ${name}_FILE are both set: keep one.`);
    const value = contentOf(path, readFile);
    if (value === null) throw wrong(`${name}_FILE names ${path}, which can’t be read.`);
    if (value === '') throw wrong(`${name}_FILE names ${path}, which is empty.`);
    filled[name] = value;
  }
  return filled;
}

function contentOf(path: string, readFile: (path: string) => string): string | null {
  try {
    return readFile(path).trim();
  } catch {
    return null;
  }
}
