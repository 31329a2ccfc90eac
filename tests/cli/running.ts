/** The program as a process of its own, in a folder of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

type Ended = {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
};

export type Running = {
  readonly process: ChildProcess;
  /** Resolves with the match once the output so far has it; rejects when the program ends without. */
  says(pattern: RegExp): Promise<RegExpExecArray>;
  readonly ended: Promise<Ended>;
};

/** Starts `node …words` with this environment alone. */
export function startNode(
  words: readonly string[],
  {
    folder,
    environment = {},
    user,
    errorsTo,
  }: {
    readonly folder: string;
    readonly environment?: NodeJS.Dict<string>;
    /** Runs as this user, who has fewer rights; only root can have it so. */
    readonly user?: number;
    /** A file that gets what it says on standard error. */
    readonly errorsTo?: string;
  },
): Running {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...words], {
    cwd: folder,
    stdio: ['pipe', 'pipe', errorsTo === undefined ? 'pipe' : openSync(errorsTo, 'w')],
    env: { PATH: process.env.PATH, HOME: folder, TZ: 'UTC', ...environment },
    ...(user !== undefined && { uid: user, gid: user }),
  });
  let output = '';
  let errors = '';
  const { stdout } = child;
  if (stdout === null) throw new Error('its output is piped');
  stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  const ended = once(child, 'close').then(([code]): Ended => ({ code, output, errors }));
  return {
    process: child,
    ended,
    async says(pattern) {
      let over = false;
      void ended.then(() => {
        over = true;
      });
      for (;;) {
        const found = pattern.exec(output);
        if (found) return found;
        if (over) throw new Error(`it ended without saying ${pattern}: ${output}${errors}`);
        await Promise.race([once(stdout, 'data'), ended]);
      }
    },
  };
}
