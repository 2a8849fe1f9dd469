import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';

const MAIN = path.resolve(import.meta.dirname, '../../src/cli/main.ts');

let cache: string;
beforeEach(() => {
  cache = mkdtempSync(path.join(tmpdir(), 'errata-lens-os-'));
});
afterEach(() => rmSync(cache, { recursive: true, force: true }));

function bugs(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const options = ['--cache-dir', cache, '--offline', '--as-of', '2026-11-24'];
  const run = spawnSync(process.execPath, [MAIN, 'bugs', ...args, ...options], { encoding: 'utf8' });
  return { status: run.status, stdout: run.stdout, stderr: run.stderr };
}

test('a release of Amazon Linux 2023, with or without its build, is behind, and no empty list stands alone', () => {
  const { status, stdout } = bugs('amazon-linux-2023', '2023.4.20240416');
  assert.equal(status, 0);
  assert.match(
    stdout,
    /^Amazon Linux 2023 2023\.4\.20240416: \d+ days and at least \d+ releases behind 2023\./,
  );
  assert.match(stdout, /standard support ends 2027-06-30/);
  assert.equal(bugs('amazon-linux-2023', '2023.4.20240416.0').stdout, stdout);
});

test('JSON names the package of each bug, its advisory and how it was placed', () => {
  const { stdout, stderr } = bugs('amazon-linux-2', '2.0.20230307.0', '--format', 'json');
  const { bugs: found, behind } = JSON.parse(stdout) as {
    bugs: { package: string; advisory: string | null; assigned: string; cves: string[]; fixedIn: string[] }[];
    behind: { releases: number; atLeast: boolean; newest: string };
  };
  assert.ok(found.length > 100);
  assert.equal(found[0]?.package, 'kernel');
  assert.ok(
    found.every((bug) => bug.assigned === 'by version' && bug.advisory === null && bug.cves.length > 0),
  );
  assert.ok(behind.releases > 80 && behind.atLeast);
  assert.match(stderr, /past its end of support: it ended 2026-06-30/);
});

test('what is no release is refused with an example', () => {
  for (const written of ['latest', '2023.4', '2.0.20230307.0']) {
    const { status, stderr } = bugs('amazon-linux-2023', written);
    assert.equal(status, 2);
    assert.match(stderr, /is not one release\. Give a number such as 2023\.4\.20240416/);
  }
});
