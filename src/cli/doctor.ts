import { existsSync, statfsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type Finding, fine, wrong } from '../../adapters/check.ts';
import { openStore } from '../app.ts';
import { misspeltSettings } from '../config/misspelt-settings.ts';
import { type Config, readConfig } from '../config.ts';
import { isPostgres } from '../domain/database-address.ts';
import { describeError } from '../domain/errors.ts';
import { nextDue } from '../schedule/due-time.ts';
import { reachOf } from '../web/reach.ts';
import { counted, type Io, say } from './io.ts';

/** Below this many bytes of free disk a day's news may not fit. */
const littleRoom = 500 * 1024 * 1024;

/** `courant doctor`: configuration, database, tokens, time zones; each line fine, or what to do. 1 when one is not. */
export async function doctor(io: Io): Promise<number> {
  const findings: Finding[] = [];
  const tell = (...found: readonly Finding[]) => {
    for (const { ok, line, mend } of found) {
      say(io, `${ok ? '✓' : '✗'} ${line}`);
      if (mend) say(io, `  → ${mend}`);
    }
    findings.push(...found);
  };

  tell(fine(`Node ${process.versions.node}.`));
  const settings = io.environment();
  const config = readConfig(settings);
  tell(fine('The configuration is complete.'));
  for (const line of misspeltSettings(settings)) tell(wrong(line, 'See .env.example.'));
  tell(
    ...(await checkDatabase(config, io.calledAs)),
    ...checkDisk(config),
    checkZones(),
    ...checkWeb(config),
  );
  if (config.slack) {
    const { checkSlack } = await import('../../adapters/slack/check.ts');
    const { publicUrl } = config.web;
    tell(...(await checkSlack({ ...config.slack, publicUrl, installationKey: config.installationKey })));
  } else tell(fine('Slack is not configured.'));
  if (config.discord) {
    const { checkDiscord } = await import('../../adapters/discord/check.ts');
    tell(...(await checkDiscord(config.discord)));
  } else tell(fine('Discord is not configured.'));

  const faults = findings.filter(({ ok }) => !ok).length;
  say(io, faults === 0 ? '\nAll is well.' : `\n${faults} to mend.`);
  return faults === 0 ? 0 : 1;
}

/** Opening a database makes it; a check makes nothing. */
async function checkDatabase({ database }: Config, calledAs: string): Promise<readonly Finding[]> {
  if (isFile(database) && !existsSync(database))
    return [hint(`There is no database yet at ${resolve(database)}.`, `${calledAs} serve makes it.`)];
  try {
    const store = await openStore(database);
    try {
      const { kind, location, schemaVersion, articles, bytes } = await store.describe();
      const { dead, unknown } = await store.deliveries.counts();
      const megabytes = (bytes / 1024 / 1024).toFixed(1);
      const findings = [
        fine(
          `Database: ${kind} at ${location}, schema ${schemaVersion}, ${counted(articles, 'article')}, ${megabytes} MB.`,
        ),
      ];
      const unwritable = await store.keyValues
        .set('courant:doctor', 'written', 1)
        .then(() => null, describeError);
      if (unwritable !== null) findings.push({ ok: false, line: unwritable, mend: null });
      if (articles === 0)
        findings.push(hint('There are no articles yet.', `${calledAs} sources add https://…`));
      if (dead > 0)
        findings.push(wrong(`Deliveries given up: ${dead}.`, `See ${calledAs} deliveries --state dead.`));
      if (unknown > 0)
        findings.push(
          wrong(
            `Deliveries that may or may not have got through: ${unknown}.`,
            `Look into the channels, then ${calledAs} deliveries retry ID for those that are missing.`,
          ),
        );
      return findings;
    } finally {
      await store.close();
    }
  } catch (error) {
    return [{ ok: false, line: describeError(error), mend: null }];
  }
}

function checkDisk({ database }: Config): readonly Finding[] {
  const folder = dirname(resolve(database));
  if (!isFile(database) || !existsSync(folder)) return [];
  const { bavail, bsize } = statfsSync(folder);
  const free = bavail * bsize;
  const line = `${(free / 1024 ** 3).toFixed(1)} GB free on the database's disk.`;
  return [free >= littleRoom ? fine(line) : wrong(line, 'Free some space, or set RETENTION_DAYS.')];
}

/** A shift that every copy of the zone rules has known since 2007: 02:30 on that day does not exist in New York. */
function checkZones(): Finding {
  const { at } = nextDue({ times: ['02:30'], days: [7], zone: 'America/New_York' }, Date.UTC(2026, 2, 8, 5));
  return at === Date.UTC(2026, 2, 8, 7)
    ? fine(`Time zones: rules of ${process.versions.tz}.`)
    : wrong('This Node has no time zone rules.', 'Use the Node that npm ci installs.');
}

/** Who can reach the page, and what they see there. */
function checkWeb({ web }: Config): readonly Finding[] {
  const address = web.publicUrl ?? `http://${web.host}:${web.port}`;
  if (reachOf(web) === 'machine') return [fine(`The web page: ${address}, for this machine alone.`)];
  const shown =
    web.publicTopics.length === 0
      ? hint(`The web page: ${address}; no digest is public.`, 'PUBLIC_TOPICS names those that are.')
      : fine(`The web page: ${address}; public are the digests of ${web.publicTopics.join(', ')}.`);
  const operator =
    web.operatorToken === null
      ? hint('The operator’s page and /metrics are closed.', 'OPERATOR_TOKEN opens them.')
      : fine('The operator’s page and /metrics ask for OPERATOR_TOKEN.');
  return [shown, operator];
}

/** All is well, and there is something to know. */
function hint(line: string, mend: string): Finding {
  return { ok: true, line, mend };
}

function isFile(database: string): boolean {
  return !isPostgres(database) && database !== ':memory:';
}
