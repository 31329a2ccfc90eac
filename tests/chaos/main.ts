/**
 * npm run chaos [-- --short] [--database sqlite|postgres]: real processes, killed and lied to, against local Slack and
 * Discord counterparts. Exits 1 when anything was lost, doubled or unexplained. The full run takes about a quarter of
 * an hour and keeps its report in docs/reliability.md; --short takes two minutes and only prints. With --database only
 * that one is run.
 */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Databases, postgresServer, sqliteFiles } from './databases.ts';
import { isSound, keepReport, type NamedResult, reportOf } from './report.ts';
import { type ChaosOptions, runChaos } from './run.ts';

const { values } = parseArgs({
  options: { short: { type: 'boolean', default: false }, database: { type: 'string' } },
});

type Size = Pick<ChaosOptions, 'deliveries' | 'kills' | 'killEvery' | 'pace'>;
const full: Size = { deliveries: 1700, kills: 40, killEvery: 1200, pace: 24 };
const short: Size = { deliveries: 300, kills: 12, killEvery: 900, pace: 16 };
const size = values.short ? short : full;
const herds = values.short ? [2] : [1, 2, 4];
const wanted = values.database ? [values.database] : ['sqlite', 'postgres'];
const open: Readonly<Record<string, () => Promise<Databases>>> = {
  sqlite: sqliteFiles,
  postgres: postgresServer,
};

const results: NamedResult[] = [];
for (const database of wanted) {
  const opener = open[database];
  if (!opener) throw new Error(`--database is sqlite or postgres, not ${database}`);
  const databases = await opener();
  try {
    for (const processes of herds) {
      process.stdout.write(`${database}, ${processes} ${processes === 1 ? 'process' : 'processes'} … `);
      const result = await runChaos({
        ...size,
        database: await databases.fresh(),
        processes,
        random: Math.random,
        patience: 10 * 60_000,
      });
      const named = { database, processes, result };
      results.push(named);
      process.stdout.write(`${isSound(named) ? 'sound' : 'NOT SOUND'}\n`);
      if (!isSound(named))
        console.log(
          result.states,
          result.doubles,
          result.violations.slice(0, 5),
          result.complaints.slice(0, 5),
        );
    }
  } finally {
    await databases.end();
  }
}
console.log(`\n${reportOf(results)}`);
if (!values.short) {
  const document = fileURLToPath(new URL('../../docs/reliability.md', import.meta.url));
  await keepReport(document, results, new Date().toISOString().slice(0, 10));
}
process.exit(results.every(isSound) ? 0 : 1);
