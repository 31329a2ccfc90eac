import { describeError } from '../src/domain/errors.ts';

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

/** What can't be asked is neither good nor bad; that there is no way there is what has to be mended. */
export function unreached(error: unknown, address: string): Finding {
  const { host } = new URL(address);
  return wrong(
    describeError(error),
    `See whether this machine may reach ${host}: its network, a proxy, a firewall.`,
  );
}
