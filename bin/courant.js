#!/usr/bin/env node
/*
 * The command `courant`, wherever it was installed. Starts bin/cli.js on this Node where it is new enough, else on the
 * one that npm installed beside it. An old Node must be able to read this file: no newer syntax here.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { constants } from 'node:os';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const OLDEST = [24, 12];

const node = isNewEnough(process.versions.node) ? process.execPath : nodeBesideUs();
if (node === null) {
  process.stderr.write(
    `courant: Node ${OLDEST.join('.')} or newer is needed; this is ${process.versions.node}. ` +
      'Install it from https://nodejs.org, or let npm bring it: npm install --global --allow-scripts=node courant\n',
  );
  process.exit(1);
}

const args = [
  '--disable-warning=ExperimentalWarning',
  '--import',
  new URL('./types.js', import.meta.url).href,
  fileURLToPath(new URL('./cli.js', import.meta.url)),
].concat(process.argv.slice(2));

if (process.execve && process.platform !== 'win32') process.execve(node, [node].concat(args), process.env);
else runAsChild(node, args);

function isNewEnough(version) {
  const [major, minor] = version.split('.').map(Number);
  return major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
}

/** The Node of the npm package `node`; null where its install script was not allowed to run. */
function nodeBesideUs() {
  try {
    const manifest = createRequire(import.meta.url).resolve('node/package.json');
    const binary = resolve(dirname(manifest), JSON.parse(readFileSync(manifest, 'utf8')).bin.node);
    return existsSync(binary) ? binary : null;
  } catch {
    return null;
  }
}

/** Passes on signals, which a child does not get by itself when one process alone is asked to stop, and its end. */
function runAsChild(command, commandArgs) {
  const child = spawn(command, commandArgs, { stdio: 'inherit' });
  // Ctrl-C at a terminal reaches the whole group of processes: the child has it already.
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'));
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    process.stderr.write(`courant: ${command} can't be started: ${error.message}\n`);
    process.exit(1);
  });
  child.on('exit', (code, signal) => process.exit(code === null ? 128 + constants.signals[signal] : code));
}
