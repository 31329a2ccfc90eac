import { statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Finding } from '../../adapters/check.ts';
import { openStore } from '../app.ts';
import { type Config, readConfig } from '../config.ts';
import { describeError } from '../domain/errors.ts';
import { nextDue } from '../schedule/due-time.ts';
import { type Io, say } from './io.ts';

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

  tell({ ok: true, line: `Node ${process.versions.node}.`, mend: null });
  const config = readConfig(io.environment());
  tell({ ok: true, line: 'The configuration is complete.', mend: null });
  tell(...(await checkDatabase(config)), ...checkDisk(config), checkZones());
  if (config.slack) {
    const { checkSlack } = await import('../../adapters/slack/check.ts');
    const { publicUrl } = config.web;
    tell(...(await checkSlack({ ...config.slack, publicUrl, installationKey: config.installationKey })));
  } else tell({ ok: true, line: 'Slack is not configured.', mend: null });
  if (config.discord) {
    const { checkDiscord } = await import('../../adapters/discord/check.ts');
    tell(...(await checkDiscord(config.discord)));
  } else tell({ ok: true, line: 'Discord is not configured.', mend: null });

  const wrong = findings.filter(({ ok }) => !ok).length;
  say(io, wrong === 0 ? '\nAll is well.' : `\n${wrong} to mend.`);
  return wrong === 0 ? 0 : 1;
}

async function checkDatabase({ database }: Config): Promise<readonly Finding[]> {
  try {
    const store = await openStore(database);
    try {
      const { kind, location, schemaVersion, articles, bytes } = await store.describe();
      const dead = (await store.deliveries.counts()).dead;
      const megabytes = (bytes / 1024 / 1024).toFixed(1);
      return [
        {
          ok: true,
          line: `Database: ${kind} at ${location}, schema ${schemaVersion}, ${articles} articles, ${megabytes} MB.`,
          mend: null,
        },
        ...(articles === 0
          ? [
              {
                ok: true,
                line: 'There are no articles yet.',
                mend: 'Add sources: courant sources add https://…',
              },
            ]
          : []),
        ...(dead > 0
          ? [
              {
                ok: false,
                line: `${dead} deliveries were given up.`,
                mend: 'See courant deliveries --state dead.',
              },
            ]
          : []),
      ];
    } finally {
      await store.close();
    }
  } catch (error) {
    return [{ ok: false, line: describeError(error), mend: null }];
  }
}

function checkDisk({ database }: Config): readonly Finding[] {
  if (/^postgres(ql)?:/.test(database) || database === ':memory:') return [];
  const { bavail, bsize } = statfsSync(dirname(database));
  const free = bavail * bsize;
  const line = `${(free / 1024 ** 3).toFixed(1)} GB free on the database's disk.`;
  return [
    {
      ok: free >= littleRoom,
      line,
      mend: free >= littleRoom ? null : 'Free some space, or set RETENTION_DAYS.',
    },
  ];
}

/** A shift that every copy of the zone rules has known since 2007: 02:30 on that day does not exist in New York. */
function checkZones(): Finding {
  const { at } = nextDue({ times: ['02:30'], days: [7], zone: 'America/New_York' }, Date.UTC(2026, 2, 8, 5));
  const ok = at === Date.UTC(2026, 2, 8, 7);
  return {
    ok,
    line: ok ? `Time zones: rules of ${process.versions.tz}.` : 'This Node has no time zone rules.',
    mend: ok ? null : 'Use the Node that npm ci installs.',
  };
}
