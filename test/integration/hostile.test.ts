import assert from 'node:assert/strict';
import { cpSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import test, { type TestContext } from 'node:test';
import { runCli } from '../support/cli.ts';
import { HOSTILE_CASES } from '../support/hostile-cases.ts';
import { temporaryFolder } from '../support/workspace.ts';

const INCIDENT = path.resolve(import.meta.dirname, '../workspaces/incident');
const MEASURE = pathToFileURL(path.resolve(import.meta.dirname, '../support/measured-exit.mjs')).href;

/** What one hostile file may cost a scan: seconds of CPU time, and megabytes at the peak. */
const MOST_SECONDS = 5;
const MOST_MEGABYTES = 600;

interface ScanResult {
  assets: unknown[];
  findings: unknown[];
  problems: { file: string; message: string }[];
}

/** A scan of the incident beside other files, with what the process used. */
async function scanned(t: TestContext, files: Readonly<Record<string, string>>) {
  const usage = path.join(temporaryFolder(t), 'usage.json');
  const folder = temporaryFolder(
    t,
    Object.fromEntries(Object.entries(files).map(([file, text]) => [`hostile/${file}`, text])),
  );
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

const without = test('the incident alone', async (t) => {
  const { result, code } = await scanned(t, {});
  assert.equal(code, 1);
  assert.deepEqual(result.problems, []);
  alone = result;
});
let alone: ScanResult | null = null;

for (const { name, files } of HOSTILE_CASES) {
  test(`${name}: costs only its own file`, async (t) => {
    await without;
    const { code, result, seconds, megabytes } = await scanned(t, files);
    assert.equal(code, 1);
    assert.deepEqual(result.findings, alone?.findings);
    assert.deepEqual(
      result.problems.filter(({ file }) => !file.startsWith('hostile')),
      [],
    );
    assert.ok(seconds < MOST_SECONDS, `${seconds} s of CPU time`);
    assert.ok(megabytes < MOST_MEGABYTES, `${megabytes} MB`);
  });
}
