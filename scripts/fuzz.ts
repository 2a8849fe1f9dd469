/**
 * Reads randomly changed examples and prints failures (`npm run fuzz -- --minutes 10 --seed 1 [--runs N] [--only
 * forms]`, `--replay FILE` or `--replay forms:1:2` for one input). The inputs depend only on the seed. The exit code
 * is 1 after a failure.
 */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { inputOf, runCampaign, type Tally } from './fuzz/campaign.ts';
import { readStored, failureOf } from './fuzz/failures.ts';
import { readName, writeName } from './fuzz/target.ts';
import { TARGETS, targetNamed } from './fuzz/targets/index.ts';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string' },
    seed: { type: 'string' },
    runs: { type: 'string' },
    only: { type: 'string', multiple: true },
    replay: { type: 'string' },
  },
});

if (values.replay === undefined) await fuzz();
else await replay(values.replay);

async function fuzz(): Promise<void> {
  const seed =
    values.seed === undefined ? Math.floor(Math.random() * 2 ** 31) : numberOf('seed', values.seed);
  const runs = values.runs === undefined ? Infinity : numberOf('runs', values.runs);
  const defaultMinutes = runs === Infinity ? 1 : Infinity;
  const minutes = values.minutes === undefined ? defaultMinutes : numberOf('minutes', values.minutes);
  const targets = values.only === undefined ? TARGETS : values.only.map(targetNamed);
  console.log(`seed ${seed}`);
  const { tallies, failures, seconds } = await runCampaign({
    targets,
    seed,
    runs,
    minutes,
    print: console.log,
  });
  console.log(`\nseed ${seed}`);
  for (const [name, tally] of tallies) console.log(tallyLine(name, tally));
  console.log(tallyLine('all', sumOf([...tallies.values()])));
  console.log(`${seconds.toFixed(0)} s by the clock; ${failures.count} failures`);
  for (const line of failures.lines()) console.log(line);
  if (failures.count > 0) process.exitCode = 1;
}

async function replay(written: string): Promise<void> {
  const name = readName(written);
  const stored =
    name === null && existsSync(written)
      ? readStored(written)
      : { ...inputOf(name ?? fail(written)), target: name?.target ?? '' };
  console.log(`${stored.target}, ${stored.what}, ${stored.text.length} characters`);
  const complaint = await failureOf(stored.target, stored);
  console.log(complaint ?? 'nothing is wrong');
  if (complaint !== null) process.exitCode = 1;
}

function tallyLine(name: string, { count, cpu, slowest }: Tally): string {
  const slow =
    slowest === null ? '' : `slowest ${slowest.milliseconds.toFixed(0)} ms (${writeName(slowest.name)})`;
  const rate = cpu === 0 ? 0 : (count / cpu) * 1000;
  return `${name.padEnd(10)}${String(count).padStart(9)} inputs${rate.toFixed(0).padStart(7)} a second of CPU time  ${slow}`;
}

function sumOf(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (sum, { count, cpu, slowest }) => ({
      count: sum.count + count,
      cpu: sum.cpu + cpu,
      slowest: (slowest?.milliseconds ?? 0) > (sum.slowest?.milliseconds ?? 0) ? slowest : sum.slowest,
    }),
    { count: 0, cpu: 0, slowest: null },
  );
}

function numberOf(option: string, written: string): number {
  const number = Number(written);
  if (!Number.isFinite(number)) throw new Error(`--${option} ${written} is no number`);
  return number;
}

function fail(written: string): never {
  throw new Error(`${written} is neither a file nor the name of an input`);
}
