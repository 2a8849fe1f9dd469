// npm test [SUITE…] [FILE…] [--only PATTERN]: runs all suites, or the named ones; the last line has the totals.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { environment, fail, ROOT, run, setUp } from './test/setup.mjs';
import { registerOrFail } from './test/exclusive.mjs';
import { Progress } from './test/progress.mjs';
import { argumentsOf, selectSuites, WINDOWS } from './test/suites.mjs';
import { slowestFiles, Tally } from './test/tally.mjs';

const SLOWEST_COUNT = 10;
/** Number of suites that run in parallel. Windows, which mostly wait, have one lane more. */
const LANES = 2;
/** A suite that reports nothing for this long hangs. Installing VS Code and a browser takes four minutes on a slow line. */
const MAX_SILENCE_MS = 10 * 60_000;
/** Time for an aborted suite to stop its own processes. */
const MAX_ENDING_MS = 15_000;
/** Niceness of a suite that runs beside the windows, with its processes: about a third of the weight. */
const NICENESS_BESIDE_WINDOWS = 5;
const COMPILED = path.join(ROOT, 'node_modules/.cache/node');

const { words, only } = parseArguments(process.argv.slice(2));
const { suites, unknown } = selectSuites(words);
if (unknown.length > 0) fail(`no suite, test file or folder of them is called ${unknown.join(', ')}`);

const node = setUp();
const vsix = buildAndPack(suites.map(({ suite }) => suite.product));
registerOrFail('suite');
const progress = new Progress();
const hasWindows = suites.some(({ suite }) => suite.name === WINDOWS);
const waiting = [...suites];
const lanes = Array.from({ length: hasWindows ? LANES + 1 : LANES }, runLane);
const tallies = (await Promise.all(lanes)).flat();

console.log('');
for (const tally of tallies) {
  const reasons = tally.skippedReasons();
  if (reasons.length > 0) console.log([`${tally.name}:`, ...reasons].join('\n'));
}
const slowest = slowestFiles(tallies, SLOWEST_COUNT);
if (slowest.length > 1) console.log(['the slowest files:', ...slowest, ''].join('\n'));
const sum = (key) => tallies.reduce((total, tally) => total + tally[key], 0);
const nothingRan = sum('total') === 0;
if (nothingRan) console.log(only === '' ? 'no test ran' : `no test has a name that matches ${only}`);
console.log(`${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`);
process.exitCode = sum('failed') > 0 || nothingRan ? 1 : 0;

function parseArguments(args) {
  const at = args.indexOf('--only');
  if (at < 0) return { words: args, only: '' };
  if (!args[at + 1]) fail('--only needs a pattern: a regular expression on the names of tests');
  return { words: [...args.slice(0, at), ...args.slice(at + 2)], only: args[at + 1] };
}

/** Builds and packs once for all suites, because a build removes files that a running suite uses. */
function buildAndPack(products) {
  const needsPackage = products.includes('package') && !process.env.ERRATA_LENS_VSIX;
  if (needsPackage || products.includes('bundles')) run(node, ['scripts/build.ts']);
  if (!needsPackage) return process.env.ERRATA_LENS_VSIX || '';
  // Packing prints expected warnings; its output matters only after a failure.
  const packing = run(node, ['scripts/package.ts'], { stdio: 'pipe', tolerate: true, encoding: 'utf8' });
  if (packing.status !== 0) fail(packing.stdout + packing.stderr);
  const { version } = JSON.parse(fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
  return path.join(ROOT, `errata-lens-${version}.vsix`);
}

/** Runs the next suite until none is left. */
async function runLane() {
  const done = [];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    done.push(await runSuite(next.suite, next.files));
  }
  return done;
}

/** Lowers a process's priority, if the system allows it; otherwise windows are slower. */
function lowerPriority(pid) {
  try {
    os.setPriority(pid, os.getPriority(pid) + NICENESS_BESIDE_WINDOWS);
  } catch {
    // The process has ended, or the system does not allow it.
  }
}

function runSuite(suite, files) {
  const tally = new Tally(suite.part ? `${suite.name}, ${suite.part}` : suite.name);
  const began = Date.now();
  progress.begin(tally);
  const child = spawn(node, argumentsOf(suite, files, only), {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    // Suites start a hundred processes of the same code: compile it once.
    env: environment({ ERRATA_LENS_VSIX: vsix, NODE_COMPILE_CACHE: COMPILED }),
  });
  if (hasWindows && suite.name !== WINDOWS) lowerPriority(child.pid);
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => progress.print(text));
  }
  const hang = setTimeout(() => {
    const last = tally.lastTest === '' ? 'before its first test' : `after ${tally.lastTest}`;
    progress.print(`${tally.name} reported nothing for ten minutes ${last}, and is stopped\n`);
    child.kill();
    setTimeout(() => child.kill('SIGKILL'), MAX_ENDING_MS).unref();
  }, MAX_SILENCE_MS);
  child.on('message', (message) => {
    hang.refresh();
    tally.take(message);
    if (message.outcome === 'failed') progress.print(message.text);
    progress.step();
  });
  return new Promise((resolve) => {
    child.on('error', (error) => progress.print(`${tally.name} could not be started: ${error.message}`));
    // A process that outlives its suite keeps the suite's streams open, so do not wait for them.
    child.on('exit', () => {
      const streams = [child.stdout, child.stderr];
      setTimeout(() => streams.forEach((stream) => stream.destroy()), MAX_ENDING_MS).unref();
    });
    child.on('close', (code, signal) => {
      clearTimeout(hang);
      const mayHaveNoTests = only !== '' && tally.total === 0;
      const failedWithoutTest = code !== 0 && tally.failed === 0 && !mayHaveNoTests;
      if (!tally.ended || failedWithoutTest) {
        tally.failed += 1;
        progress.print(`not ok: ${tally.name} did not come to its end (${signal || `exit code ${code}`})`);
      }
      tally.seconds = (Date.now() - began) / 1000;
      progress.end(tally);
      resolve(tally);
    });
  });
}
