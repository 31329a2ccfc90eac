/** What `courant doctor` says of a platform: one line a finding, and what to do where it is not well. */
export type Finding = {
  readonly ok: boolean;
  /** One sentence: "Slack accepts the bot token: Courant in the workspace Example." */
  readonly line: string;
  /** What to do about it; null when all is well. */
  readonly mend: string | null;
};

export function fine(line: string): Finding {
  return { ok: true, line, mend: null };
}

export function wrong(line: string, mend: string): Finding {
  return { ok: false, line, mend };
}
