import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import test, { type TestContext } from 'node:test';
import { runCli } from '../../support/command-line/cli.ts';
import { say, text } from '../../../src/l10n/index.ts';
import { HOSTILE_CASES, type HostileCase } from '../../support/hostile/hostile-cases.ts';
import { temporaryFolder, writeFiles } from '../../support/workspace.ts';

const INCIDENT = path.resolve(import.meta.dirname, '../../workspaces/incident');
const MEASURE = pathToFileURL(path.resolve(import.meta.dirname, '../../support/measured-exit.mjs')).href;

/** Limits of a scan with hostile files: seconds of CPU time, and megabytes at the peak. */
const MOST_SECONDS = 5;
const MOST_MEGABYTES = 600;

interface ScanResult {
  assets: unknown[];
  findings: unknown[];
  problems: { file: string; message: string }[];
}

/** Messages about a file that the watchdog gave up. */
const GIVEN_UP = ['problem.tookTooLong', 'problem.tookTooMuchMemory', 'problem.endedReader'] as const;
const SAID_OF_GIVEN_UP = GIVEN_UP.map((key) => say(text(key), 'en'));

/** Cases by the scan that reads them together. */
const TOGETHER = Map.groupBy(HOSTILE_CASES, ({ reader }) => reader.split(':', 1).join(''));

/** Scan of the incident beside some cases, with the CPU time and memory of the process. */
async function scanned(t: TestContext, cases: readonly HostileCase[]) {
  const usage = path.join(temporaryFolder(t), 'usage.json');
  const folder = temporaryFolder(t);
  for (const [nth, { files, config, pipes = [], links = {} }] of cases.entries()) {
    const own = path.join(folder, 'hostile', String(nth));
    mkdirSync(own, { recursive: true });
    writeFiles(own, files);
    for (const pipe of pipes) execFileSync('mkfifo', [path.join(own, pipe)]);
    for (const [link, target] of Object.entries(links)) symlinkSync(target, path.join(own, link));
    if (config !== undefined) writeFiles(folder, { '.errata-lens.yaml': config });
  }
  cpSync(INCIDENT, path.join(folder, 'incident'), { recursive: true });
  const { code, stdout, stderr } = await runCli(
    ['scan', '.', '--offline', '--format', 'json', '--fail-on', 'high'],
    {
      cwd: folder,
      env: { NODE_OPTIONS: `--import ${MEASURE}`, ERRATA_LENS_TEST_USAGE: usage },
    },
  );
  const used = JSON.parse(readFileSync(usage, 'utf8')) as NodeJS.ResourceUsage;
  return {
    code,
    stderr,
    result: JSON.parse(stdout) as ScanResult,
    seconds: (used.userCPUTime + used.systemCPUTime) / 1e6,
    megabytes: used.maxRSS / 1024,
  };
}

const without = test('scans the incident alone, as a reference', async (t) => {
  const { result, code } = await scanned(t, []);
  assert.equal(code, 1);
  assert.deepEqual(result.problems, []);
  alone = result;
});
let alone: ScanResult | null = null;

for (const [group, cases] of TOGETHER) {
  const needsPipes = cases.some(({ pipes }) => pipes !== undefined);
  const skip = needsPipes && process.platform === 'win32' ? 'no pipes among files' : false;
  test(`${group}: hostile files affect no finding of other files`, { skip }, async (t) => {
    await without;
    const { code, result, seconds, megabytes } = await scanned(t, cases);
    assert.equal(code, 1);
    const ofIncident = (findings: readonly unknown[] = []): unknown[] =>
      findings.filter((finding) => !JSON.stringify(finding).includes('hostile/'));
    assert.deepEqual(ofIncident(result.findings), alone?.findings);
    const others = result.problems.filter(({ file }) => !/^hostile|^\.errata-lens\.yaml$/.test(file));
    assert.deepEqual(others, []);
    // Each is read or rejected by a limit of its own; the watchdog is only for unforeseen cases.
    assert.equal(
      result.problems.filter(({ message }) => SAID_OF_GIVEN_UP.includes(message)).length,
      cases.filter(({ isGivenUp }) => isGivenUp === true).length,
      JSON.stringify(result.problems),
    );
    assert.ok(seconds < MOST_SECONDS, `${seconds} s of CPU time`);
    assert.ok(megabytes < MOST_MEGABYTES, `${megabytes} MB`);
    t.diagnostic(`${seconds.toFixed(1)} s, ${megabytes.toFixed(0)} MB`);
  });
}
