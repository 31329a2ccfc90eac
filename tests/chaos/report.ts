/** Says what a chaos run found, for a terminal and for docs/reliability.md: measured numbers only. */
import { readFile, writeFile } from 'node:fs/promises';
import type { ChaosResult } from './run.ts';

export type NamedResult = {
  readonly database: string;
  readonly processes: number;
  readonly result: ChaosResult;
};

const seconds = (milliseconds: number) => (milliseconds / 1000).toFixed(1);

export function isSound({ result }: NamedResult): boolean {
  const { finished, lost, double, strange, violations, complaints } = result;
  return (
    finished && lost + double.slack + double.discord + strange + violations.length + complaints.length === 0
  );
}

/** Markdown: a line a run, then what went wrong on purpose, over all runs. */
export function reportOf(results: readonly NamedResult[]): string {
  const lines = [
    '| database | processes | deliveries | messages | kills (chance + named step) | lost | double on Slack | double on Discord | found by looking | p50 / p99 / longest to posted, s | took, s |',
    '|---|---|---|---|---|---|---|---|---|---|---|',
    ...results.map(({ database, processes, result: r }) =>
      [
        '',
        database,
        processes,
        r.deliveries,
        r.messages,
        `${r.kills.random} + ${r.kills.named}`,
        r.lost,
        r.double.slack,
        r.double.discord,
        r.found,
        `${seconds(r.latency.p50)} / ${seconds(r.latency.p99)} / ${seconds(r.latency.most)}`,
        r.seconds.toFixed(0),
        '',
      ]
        .join(' | ')
        .trim(),
    ),
  ];
  const sum = (of: (result: ChaosResult) => number) =>
    results.reduce((total, { result }) => total + of(result), 0);
  const troubles = new Map<string, number>();
  for (const { result } of results) {
    for (const [name, count] of result.troubles) troubles.set(name, (troubles.get(name) ?? 0) + count);
  }
  return [
    `${sum((r) => r.deliveries)} deliveries, ${sum((r) => r.kills.random + r.kills.named)} kills: ` +
      `${sum((r) => r.lost)} lost, ${sum((r) => r.double.slack)} double on Slack, ${sum((r) => r.double.discord)} double on Discord.`,
    '',
    ...lines,
    '',
    'What the counterparts did wrong, over all runs:',
    '',
    '| trouble | times |',
    '|---|---|',
    ...[...troubles].sort(([, a], [, b]) => b - a).map(([name, count]) => `| ${name} | ${count} |`),
    '',
  ].join('\n');
}

const from = '<!-- chaos: written by npm run chaos -->';
const to = '<!-- /chaos -->';

/** Puts the report between its marks in the document. */
export async function keepReport(
  document: string,
  results: readonly NamedResult[],
  date: string,
): Promise<void> {
  const text = await readFile(document, 'utf8');
  const [before, rest = ''] = text.split(from);
  const [, after = ''] = rest.split(to);
  const machine = `Measured on ${date}, Node ${process.version}.`;
  await writeFile(document, `${before}${from}\n${machine} ${reportOf(results)}${to}${after}`);
}
