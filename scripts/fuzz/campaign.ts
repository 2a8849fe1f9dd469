import fc from 'fast-check';
import { Failures } from './failures.ts';
import { FuzzThread } from './fuzz-thread.ts';
import { MAX_CPU_MS, type FuzzInput, type FuzzTarget, type InputName } from './target.ts';
import { targetNamed } from './targets/index.ts';

/** Number of inputs in a batch. */
const BATCH = 200;

export interface CampaignOptions {
  targets: readonly FuzzTarget[];
  seed: number;
  /** Limits of a campaign, which ends at the first one that it reaches. */
  runs: number;
  minutes: number;
  print: (line: string) => void;
}

/** Counts for one target. */
export interface Tally {
  count: number;
  /** Milliseconds of CPU time. */
  cpu: number;
  slowest: { name: InputName; milliseconds: number } | null;
}

/** Reads batch after batch. The seed alone determines the batches and their inputs. */
export async function runCampaign(
  options: CampaignOptions,
): Promise<{ tallies: Map<string, Tally>; failures: Failures; seconds: number }> {
  const { targets, seed, runs, minutes, print } = options;
  const started = performance.now();
  const tallies = new Map<string, Tally>();
  const failures = new Failures(print);
  const suspects: number[] = [];
  const thread = new FuzzThread(MAX_CPU_MS, ({ index }) => suspects.push(index));
  const schedule = scheduleOf(targets);
  let done = 0;
  for (let nth = 0; done < runs && performance.now() - started < minutes * 60_000; nth++) {
    const target = schedule[nth % schedule.length];
    if (target === undefined) break;
    const batch = { target: target.name, seed: seedOf(seed, nth) };
    const size = Math.min(BATCH, runs - done);
    await runBatch(thread, batch, size, tallyOf(tallies, target.name), suspects);
    for (const index of suspects.splice(0))
      await failures.check({ ...batch, index }, inputOf({ ...batch, index }));
    done += size;
    if (nth % 100 === 99) print(`${done} inputs, ${failures.count} failures`);
  }
  await thread.close();
  return { tallies, failures, seconds: (performance.now() - started) / 1000 };
}

async function runBatch(
  thread: FuzzThread,
  batch: Omit<InputName, 'index'>,
  size: number,
  tally: Tally,
  suspects: number[],
): Promise<void> {
  for (let from = 0; from < size;) {
    thread.progress.reset();
    const ended = await thread.run(batch.target, batch.seed, size, from);
    const { index, cpu, slowest } = thread.progress.now();
    tally.cpu += cpu;
    if (slowest.milliseconds > (tally.slowest?.milliseconds ?? 0)) {
      tally.slowest = { name: { ...batch, index: slowest.index }, milliseconds: slowest.milliseconds };
    }
    if (ended === null) break;
    suspects.push(index);
    from = index + 1;
  }
  tally.count += size;
}

/** Input with a given name. */
export function inputOf({ target, seed, index }: InputName): FuzzInput {
  const input = fc.sample(targetNamed(target).inputs, { seed, numRuns: index + 1 })[index];
  if (input === undefined) throw new Error(`there is no input ${index}`);
  return input;
}

function tallyOf(tallies: Map<string, Tally>, name: string): Tally {
  const tally = tallies.get(name) ?? { count: 0, cpu: 0, slowest: null };
  tallies.set(name, tally);
  return tally;
}

/** Order of targets, in which each appears as often as its share requires. */
function scheduleOf(targets: readonly FuzzTarget[]): FuzzTarget[] {
  return targets
    .flatMap((target, order) =>
      Array.from({ length: target.share }, (_, nth) => ({ target, order, at: (nth + 0.5) / target.share })),
    )
    .sort((a, b) => a.at - b.at || a.order - b.order)
    .map(({ target }) => target);
}

/** Seed of a batch: consecutive numbers give unrelated seeds. */
function seedOf(seed: number, batch: number): number {
  let mixed = Math.imul(seed ^ Math.imul(batch + 1, 0x9e3779b1), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
