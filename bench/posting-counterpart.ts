import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export type PostingCounterpart = {
  readonly origin: string;
  /** Since the last time they were asked for. */
  counts(): Promise<{ readonly posted: number; readonly refused: number }>;
  end(): void;
};

/** Starts `posting-server.ts` in a process of its own. `limited`: a message a second and channel, 429 to more. */
export async function startCounterpart(
  options: { readonly limited?: boolean } = {},
): Promise<PostingCounterpart> {
  const child = fork(
    fileURLToPath(new URL('posting-server.ts', import.meta.url)),
    options.limited ? ['--limited'] : [],
    {
      execArgv: ['--disable-warning=ExperimentalWarning'],
    },
  );
  const { port } = await word<{ readonly port: number }>(child);
  return {
    origin: `http://127.0.0.1:${port}`,
    counts() {
      const counts = word<{ readonly posted: number; readonly refused: number }>(child);
      child.send('counts');
      return counts;
    },
    end: () => child.kill(),
  };
}

function word<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve) => child.once('message', (message) => resolve(message as T)));
}
