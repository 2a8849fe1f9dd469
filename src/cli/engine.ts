import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { keepCompiledCode, keepingCodeBefore, scansFolder } from '../files/index.ts';
import { MOST_MEMORY } from '../inventory/index.ts';
import { beaconMemory, type Started, type StartWorker } from '../threads/index.ts';
import { cacheFolder } from './options/cache-folder.ts';
import { VERSION } from './version.ts';

interface Flag {
  set: string;
  /** As the engine has it by itself. */
  unset: string;
}

/** What becomes of code that was kept depends on these, so they are set before any is loaded, and never again. */
const FLAGS: readonly Flag[] = [
  // With less room for young objects more of them grow old, which takes memory and time; twice as much makes the process
  // larger and hardly faster. In megabytes.
  { set: '--semi-space-growth-factor=1', unset: '--semi-space-growth-factor=2' },
  // Nothing in a scan runs long enough to repay the best compilers, which would take a core from reading.
  { set: '--no-opt', unset: '--opt' },
  { set: '--no-wasm-dynamic-tiering', unset: '--wasm-dynamic-tiering' },
  { set: '--no-wasm-tier-up', unset: '--wasm-tier-up' },
  { set: '--invocation-count-for-maglev=3000', unset: '--invocation-count-for-maglev=400' },
  // Most functions and patterns that a scan uses at all it uses thousands of times: to begin slowly is in vain.
  // Not --no-regexp-tier-up: threads crash where it changes while they run. The ticks are kept with each pattern.
  { set: '--regexp-tier-up-ticks=0', unset: '--regexp-tier-up-ticks=1' },
  {
    set: '--invocation-count-for-feedback-allocation=4',
    unset: '--invocation-count-for-feedback-allocation=8',
  },
  // What a scan keeps it keeps to its end: looking for what can go, over and over, finds little.
  { set: '--no-incremental-marking', unset: '--incremental-marking' },
  // In megabytes. For the second thread that reads: it is started by the first one, when the flags are set.
  { set: '--initial-old-space-size=64', unset: '--initial-old-space-size=0' },
  // The threads that read take both of two cores: helpers only interrupt them.
  ...(availableParallelism() > 2
    ? []
    : [
        { set: '--no-parallel-scavenge', unset: '--parallel-scavenge' },
        { set: '--no-concurrent-sparkplug', unset: '--concurrent-sparkplug' },
      ]),
];
/** It changes nothing for code that was kept. */
const YOUNG_OBJECTS = '--min-semi-space-size=8';
/** A command that reads all pages, or writes thousands of files, runs long: compiling well and rare collections pay. */
const YOUNG_OBJECTS_OF_LONG_RUNS = '--min-semi-space-size=16';
const LONG_RUNS: readonly (readonly string[])[] = [['site'], ['catalogue', 'update']];

/** Parts of Node that almost every command loads. */
const BUILT_IN = ['child_process', 'crypto', 'fs/promises', 'perf_hooks', 'timers/promises', 'util'];

/** After that a thread is not waited for: what it costs then is time. */
const LONGEST_START_MS = 2000;

/** What a thread of a tuned program is told at its start. */
export interface TunedStart {
  entry: string;
  flags: readonly string[];
  /** One as soon as the flags are set again. */
  isUp: Int32Array;
}

/**
 * Tunes Node to a program that runs for seconds. To be called before the program is loaded: what this file needs is compiled
 * anew each time.
 * @param asked the words of what is asked
 * @returns how threads are to be started; null where as Node does
 */
export async function tuneEngine(asked: readonly string[]): Promise<StartWorker | null> {
  const isLong = LONG_RUNS.some((command) => command.every((word, nth) => asked[nth] === word));
  setFlagsFromString(isLong ? YOUNG_OBJECTS_OF_LONG_RUNS : YOUNG_OBJECTS);
  if (isLong) {
    keepCompiledCode(cacheFolder(), VERSION);
    return null;
  }
  const scanning = mayReadAll(asked) ? startScanning() : null;
  // Node brings its parts compiled, for the flags that it has by itself.
  await Promise.all(BUILT_IN.map((name) => import(`node:${name}`)));
  scanning?.waitFor();
  for (const { set } of FLAGS) setFlagsFromString(set);
  keepCompiledCode(cacheFolder(), VERSION);
  let ahead = scanning;
  // One that has ended is as none: the next one tells why.
  for (const end of ['error', 'exit']) scanning?.worker.once(end, () => (ahead = null));
  return (entry, options, data) => {
    if (ahead?.entry.href !== entry.href) return startPlainly(entry, options, data);
    const { worker, beacon } = ahead;
    ahead = null;
    worker.ref();
    return { worker, beacon };
  };
}

/** Whether a scan will have to read: nothing was ever kept. */
function mayReadAll([command, ...options]: readonly string[]): boolean {
  return command === 'scan' && (options.includes('--no-cache') || !existsSync(scansFolder(cacheFolder())));
}

/** Starts the thread that a scan asks for first: it comes up while the program is loaded. Null where there is none. */
function startScanning(): Starting | null {
  const entry = new URL('scan-thread.js', import.meta.url);
  if (!existsSync(entry)) return null;
  const resourceLimits = { maxOldGenerationSizeMb: MOST_MEMORY };
  const scanning = start(
    entry,
    { env: keepingCodeBefore(cacheFolder(), VERSION), resourceLimits },
    undefined,
  );
  // Until somebody asks for it, it keeps nobody from ending.
  scanning.worker.unref();
  return scanning;
}

/**
 * Starts a thread without the flags, as Node would compile all that it is made of anew otherwise, which takes longer than
 * to start it. They hold for the whole process: meanwhile this thread waits, or its own code would be compiled anew, too.
 */
function startPlainly(...[entry, options, data]: Parameters<StartWorker>): Started {
  for (const { unset } of FLAGS) setFlagsFromString(unset);
  try {
    const started = start(entry, options, data);
    started.waitFor();
    return started;
  } finally {
    for (const { set } of FLAGS) setFlagsFromString(set);
  }
}

interface Starting extends Started {
  entry: URL;
  /** Until it has set the flags. */
  waitFor(): void;
}

function start(...[entry, options, data]: Parameters<StartWorker>): Starting {
  const beacon = beaconMemory();
  const isUp = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const tuned: TunedStart = { entry: entry.href, flags: FLAGS.map(({ set }) => set), isUp };
  // In a bundle the entries stand side by side.
  const extension = path.extname(entry.pathname);
  const first = new URL(`tuned-thread${extension}`, extension === '.ts' ? import.meta.url : entry);
  const worker = new Worker(first, { ...options, workerData: { beacon, data, tuned } });
  return { entry, worker, beacon, waitFor: () => void Atomics.wait(isUp, 0, 0, LONGEST_START_MS) };
}
