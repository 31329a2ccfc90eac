import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Starts a server of this folder in a process of its own; it tells its port. */
export async function startServerProcess(
  file: string,
  ...args: readonly string[]
): Promise<{ readonly port: number; readonly end: () => void }> {
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), args, {
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  const port = await new Promise<number>((resolve) =>
    child.once('message', (message) => resolve(message as number)),
  );
  return { port, end: () => child.kill() };
}
