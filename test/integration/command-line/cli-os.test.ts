import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { assertSchema } from '../../support/surfaces/schema.ts';

const MAIN = path.resolve(import.meta.dirname, '../../../dist/cli.js');

const cache = mkdtempSync(path.join(tmpdir(), 'errata-lens-os-'));
after(() => rmSync(cache, { recursive: true, force: true }));

interface Run {
  status: number | null;
  stdout: string;
  stderr: string;
}

function errataLens(...args: string[]): Run {
  const options = ['--cache-dir', cache, '--offline', '--as-of', '2026-11-24'];
  const run = spawnSync(process.execPath, [MAIN, ...args, ...options], { encoding: 'utf8' });
  return { status: run.status, stdout: run.stdout, stderr: run.stderr };
}

function bugs(...args: string[]): Run {
  return errataLens('bugs', ...args);
}

test('bugs reports a release of Amazon Linux 2023 as behind, with and without its build number', () => {
  const { status, stdout } = bugs('amazon-linux-2023', '2023.4.20240416');
  assert.equal(status, 0);
  assert.match(stdout, /^Amazon Linux 2023 2023\.4\.20240416: \d+ days and \d+ releases behind 2023\./);
  assert.match(stdout, /standard support ends 2027-06-30/);
  assert.equal(bugs('amazon-linux-2023', '2023.4.20240416.0').stdout, stdout);
});

test('bugs --format json names the package and the advisory of each bug, and the kind of assignment', () => {
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
  assert.match(stderr, /reached end of support on 2026-06-30/);
});

test('bugs refuses a text that is no release, with an example', () => {
  for (const written of ['latest', '2023.4', '2.0.20230307.0']) {
    const { status, stderr } = bugs('amazon-linux-2023', written);
    assert.equal(status, 2);
    assert.match(
      stderr,
      /is not the full number of a release of Amazon Linux 2023\. (?:Write .*e\.g\. 2023\.4\.20240416|Did you mean 2023\.4\.20240611)/,
    );
  }
});

test('upgrade names the targets from a release of Amazon Linux, and reports unknown facts', () => {
  const text = errataLens('upgrade', 'amazon-linux-2023', '2023.4.20240416');
  assert.equal(text.status, 0);
  assert.match(
    text.stdout,
    /^Amazon Linux 2023 2023\.4\.20240416: upgrade to Amazon Linux 2023 2023\.\d+\.\d{8} with the next maintenance\.$/m,
  );
  assert.match(text.stdout, /dnf upgrade --releasever=2023\./);
  assert.equal(errataLens('upgrade', 'amazon-linux-2023', '2023.4.20240416.0').stdout, text.stdout);
  const json = errataLens('upgrade', 'amazon-linux-2', '2.0.20230307.0', '--format', 'json');
  const advice = JSON.parse(json.stdout) as {
    recommended: string;
    interim: string;
    targets: { version: string; role: string; clears: string[]; remains: string[]; reachable: string }[];
  };
  assertSchema('upgrade.schema.json', advice);
  // This generation is out of support: the next one comes first, then its own newest release.
  assert.deepEqual(
    advice.targets.map(({ role, reachable }) => [role, reachable]),
    [
      ['newest', 'no'],
      ['newest', 'in-place'],
      ['clears', 'in-place'],
    ],
  );
  assert.deepEqual(
    advice.targets.slice(0, 2).map(({ version }) => version),
    [advice.recommended, advice.interim],
  );
  assert.ok((advice.targets[2]?.clears.length ?? 0) > 100);
  const page = errataLens(
    'upgrade',
    'amazon-linux-2',
    '2.0.20230307.0',
    '--format',
    'markdown',
    '--lang',
    'ja',
  );
  assert.match(page.stdout, /^# Amazon Linux 2 2\.0\.20230307\.0 からの移行先/);
  const unknown = errataLens('upgrade', 'amazon-linux-2023', '2023.4');
  assert.equal(unknown.status, 2);
  assert.match(unknown.stderr, /is not the full number of a release of Amazon Linux 2023/);
});

test('Bottlerocket: reports the distance to the newest release and the CVEs of the notes', () => {
  const { status, stdout } = bugs('bottlerocket', '1.15.0', '--all');
  assert.equal(status, 0);
  assert.match(
    stdout,
    /^Bottlerocket 1\.15\.0: its notes report known issues .* \d+ days and at least \d+ releases behind 1\.\d+\.\d+ .* fix \d+ advisories \(.*\) with \d+ CVEs, and \d+ CVEs named only in the notes, unrated: kernel /,
  );
  assert.match(stdout, /glibc: CVE-2023-4806 \+2\n +unrated · security · fixed in 1\.15\.1/);
  const target = errataLens('upgrade', 'bottlerocket', 'bottlerocket-aws-k8s-1.29-x86_64-v1.19.2-29cc92cc');
  assert.match(target.stdout, /^Bottlerocket 1\.19\.2: upgrade to Bottlerocket 1\./);
  assert.match(target.stdout, /for the same variant/);
  const none = errataLens('bugs', 'bottlerocket', '1.99');
  assert.equal(none.status, 2);
});

test('prints no count of known bugs for a release without listed fixes', () => {
  writeFileSync(path.join(cache, 'Dockerfile'), 'FROM amazonlinux:2023.4.20240416.0\n');
  const { stdout } = errataLens('scan', cache);
  assert.match(stdout, / older than 2023\.12\./);
  assert.doesNotMatch(stdout, /\b0 known bugs|^VERSION/m);
  assert.match(
    errataLens('scan', cache, '--verbose').stdout,
    /More: errata-lens upgrade amazon-linux-2023 2023\.4\.20240416/,
  );
});

test('prints the end of support of Amazon Linux 1 and no count of its bugs', () => {
  for (const format of ['text', 'markdown']) {
    const { status, stdout } = bugs('amazon-linux-1', '2018.03.0.20181129', '--format', format);
    assert.equal(status, 0);
    assert.match(
      stdout,
      /bugs of Amazon Linux 1 are not in the catalogue[^]* reached end of support on 2023-12-31/,
    );
    assert.doesNotMatch(stdout, /\b0 known bugs/);
  }
});
