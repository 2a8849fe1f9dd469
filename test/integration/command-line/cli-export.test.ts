import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { countBullets } from '../../support/mirror/bullet-count.ts';
import { titledVersions } from '../../support/mirror/mirror-days.ts';
import { startMirror, type Mirror } from '../../support/mirror/mirror.ts';
import { runSharedCli } from '../../support/command-line/one-cli.ts';
import { assertSchema } from '../../support/surfaces/schema.ts';
import { needsShared, sharedPath } from '../../support/shared.ts';

interface ExportedRelease {
  product: string;
  version: string;
  date: string;
  lts: boolean;
  status: string;
  supportEnds: string | null;
  availableForNewClusters?: boolean | null;
  url: string;
  items: { bugId: string | null; kind: string; cves: string[]; text: string | null }[];
}

interface Export {
  releases: ExportedRelease[];
}

describe('catalogue export over the mirror', { skip: needsShared }, () => {
  let mirror: Mirror;
  let code: number | null;
  let exported: Export;
  let aurora: ExportedRelease[];

  before(async () => {
    mirror = await startMirror({ folder: sharedPath('docs-mirror/docs.aws.amazon.com') });
    const run = await runSharedCli([
      'catalogue',
      'export',
      '--docs-origin',
      mirror.origin,
      '--format',
      'json',
    ]);
    code = run.code;
    exported = JSON.parse(run.stdout) as Export;
    aurora = exported.releases.filter(({ product }) => product === 'aurora-mysql');
  });
  after(() => mirror.close());

  test('contains every release page of versions 2, 3 and 8.4', () => {
    assert.equal(code, 0);
    assert.deepEqual(aurora.map(({ version }) => version).sort(), titledVersions());
  });

  test('contains every item', () => {
    for (const { url, version, items } of aurora) {
      const page = readFileSync(sharedPath('docs-mirror', url.slice('https://'.length)), 'utf8');
      assert.equal(items.length, countBullets(page), version);
      assert.ok(
        items.every(({ text }) => text !== null && text !== ''),
        version,
      );
    }
  });

  test('assigns every fix to a bug, and other items only to bugs that some release fixes', () => {
    const fixed = new Set(
      aurora.flatMap(({ items }) => items.flatMap(({ kind, bugId }) => (kind === 'fix' ? [bugId] : []))),
    );
    for (const { version, items } of aurora) {
      for (const { kind, bugId } of items) {
        if (kind === 'fix') assert.match(bugId ?? '', /^[0-9a-f]{10}(-[\d.]+)?$/, version);
        else assert.ok(bugId === null || fixed.has(bugId), `${version} ${bugId}`);
      }
    }
  });

  test('matches its schema', () => assertSchema('catalogue.schema.json', exported));

  test('marks a patch as LTS by its page or by the calendar', () => {
    const lts = aurora.filter((release) => release.lts).map(({ version }) => version);
    for (const version of ['3.04.0', '3.04.4', '3.04.6', '3.10.0', '3.10.1', '3.10.5', '2.07.2']) {
      assert.ok(lts.includes(version), version);
    }
    for (const version of ['3.05.0', '3.12.0', '8.4.7', '2.11.1']) assert.ok(!lts.includes(version), version);
  });

  test('states the end of support of each release, and releases closed to new clusters', () => {
    const find = (version: string) => aurora.find((release) => release.version === version);
    const facts = (version: string) => [find(version)?.status, find(version)?.supportEnds];
    assert.deepEqual(facts('2.11.5'), ['default extended-support', '2024-10-31']);
    assert.deepEqual(facts('2.12.0.1'), ['beta extended-support', '2024-10-31']);
    assert.deepEqual(facts('2.07.2'), ['deprecated', null]);
    assert.deepEqual(facts('3.04.6'), ['available', '2026-10-31']);
    assert.deepEqual(facts('3.10.5'), ['available', '2028-04-30']);
    assert.deepEqual(facts('8.4.7'), ['available', '2027-11-30']);
    for (const version of ['2.07.2', '3.08.0']) {
      assert.equal(find(version)?.availableForNewClusters, false, version);
    }
  });
});

test(
  'catalogue export as of a day contains only releases published by then',
  { skip: needsShared },
  async () => {
    const mirror = await startMirror({ folder: sharedPath('docs-mirror/docs.aws.amazon.com') });
    try {
      const { stdout } = await runSharedCli([
        'catalogue',
        'export',
        '--docs-origin',
        mirror.origin,
        '--as-of',
        '2023-02-14',
      ]);
      const { releases } = JSON.parse(stdout) as Export;
      assert.ok(releases.some(({ version }) => version === '2.11.1'));
      assert.deepEqual(
        releases.filter(({ date }) => date > '2023-02-14'),
        [],
      );
    } finally {
      await mirror.close();
    }
  },
);

test('catalogue export of the embedded snapshot has the same releases, without text of the vendor', async () => {
  const { code, stdout } = await runSharedCli([
    'catalogue',
    'export',
    '--offline',
    '--cache-dir',
    'no-such-folder',
  ]);
  assert.equal(code, 0);
  const exported = JSON.parse(stdout) as Export;
  assertSchema('catalogue.schema.json', exported);
  const aurora = exported.releases.filter(({ product }) => product === 'aurora-mysql');
  assert.ok(aurora.length >= 101);
  assert.ok(exported.releases.every(({ items }) => items.every(({ text }) => text === null)));
});
