/** Thread that reads the inputs. It is killed if it hangs. */
import fc from 'fast-check';
import { serveThread, startData } from '../../src/threads/index.ts';
import { Progress } from './progress.ts';
import { MAX_CPU_MS, type FuzzInput } from './target.ts';
import { targetNamed } from './targets/index.ts';

const TOO_LONG = `takes more than ${MAX_CPU_MS} ms of CPU time`;

/** Description of a failed input. */
export interface InputFailure {
  index: number;
  message: string;
}

export interface FuzzApi {
  /** Reads the inputs of a batch from a number on, and counts in shared memory. */
  run(target: string, seed: number, count: number, from: number): Promise<void>;
  /** Reads one input. */
  check(target: string, input: FuzzInput): Promise<{ complaint: string | null; milliseconds: number }>;
}

/** Reports that the thread sends during its work. */
export interface FuzzListener {
  reportFailure(complaint: InputFailure): void;
}

const progress = new Progress(startData() as SharedArrayBuffer);
const preparedTargets = new Set<string>();

const listener = serveThread<FuzzListener, FuzzApi>({
  async run(name, seed, count, from) {
    await prepare(name);
    const inputs = fc.sample(targetNamed(name).inputs, { seed, numRuns: count });
    for (let index = from; index < count; index++) {
      const input = inputs[index];
      if (input === undefined) continue;
      progress.begin(index);
      const { complaint, milliseconds } = await check(name, input);
      progress.end(index, milliseconds);
      if (complaint !== null) void listener.reportFailure.asEvent({ index, message: complaint });
    }
  },
  async check(name, input) {
    await prepare(name);
    return check(name, input);
  },
});

async function prepare(name: string): Promise<void> {
  if (!preparedTargets.has(name)) await targetNamed(name).prepare?.();
  preparedTargets.add(name);
}

async function check(
  name: string,
  input: FuzzInput,
): Promise<{ complaint: string | null; milliseconds: number }> {
  const before = process.threadCpuUsage();
  let complaint: string | null = null;
  try {
    await targetNamed(name).check(input);
  } catch (error) {
    complaint = describe(error);
  }
  const { user, system } = process.threadCpuUsage(before);
  const milliseconds = (user + system) / 1000;
  if (milliseconds > MAX_CPU_MS) complaint ??= TOO_LONG;
  return { complaint, milliseconds };
}

/** Message of an error with its source position. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const place = /\((?:file:\/\/)?[^()]*?\/((?:src|scripts)\/[^()]*)\)/.exec(error.stack ?? '')?.[1] ?? '';
  return `${error.message.split('\n')[0] ?? ''}${place === '' ? '' : ` (${place})`}`;
}
