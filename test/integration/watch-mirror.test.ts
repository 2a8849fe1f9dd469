import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { compareSeverity } from '../../src/model/index.ts';
import { startMirror, type Mirror } from '../support/mirror.ts';
import { needsShared, sharedPath } from '../support/shared.ts';
import { look } from '../support/watch.ts';
import { temporaryFolder } from '../support/workspace.ts';

const GUIDE = '/AmazonRDS/latest/AuroraMySQLReleaseNotes/';

/** The mirror's release pages by name, with their day and version. */
function releasePages(folder: string): Map<string, { date: string; version: string }> {
  const pages = new Map<string, { date: string; version: string }>();
  for (const name of readdirSync(folder)) {
    if (!/^AuroraMySQL\.Updates\.\d+\.html$/.test(name)) continue;
    const title = /<title>[^<]*?(\d{4}-\d{2}-\d{2})[^<]*?version ([\d.]+\d)/.exec(
      readFileSync(path.join(folder, name), 'utf8'),
    );
    pages.set(name, { date: title?.[1] ?? '2017-01-01', version: title?.[2] ?? '' });
  }
  return pages;
}

/** Makes the server tell what it would have told on a day: later pages are gone, and nothing leads to them. */
function moveTo(
  mirror: Mirror,
  folder: string,
  pages: ReadonlyMap<string, { date: string }>,
  day: string,
): void {
  const later = [...pages].filter(([, { date }]) => date > day).map(([name]) => name);
  mirror.moveTo('9999-12-31');
  for (const name of later) {
    mirror.change(`${GUIDE}${name}`, null);
    mirror.change(`${GUIDE}${name.replace('.html', '.md')}`, null);
  }
  const indexes = readdirSync(folder).filter((name) =>
    /Updates\.html$|^toc-contents\.json$|^Welcome\.html$/.test(name),
  );
  for (const name of indexes) {
    const body = readFileSync(path.join(folder, name), 'utf8');
    const told = later.reduce((text, page) => text.replaceAll(page, 'doc-history.html'), body);
    mirror.change(`${GUIDE}${name}`, told);
  }
}

const DAYS = [
  '2023-04-30',
  '2023-06-30',
  '2023-08-31',
  '2023-11-30',
  '2024-03-31',
  '2024-12-31',
  '2025-08-31',
  '2026-08-15',
];
const WORKSPACE = {
  'old.tf':
    'resource "aws_rds_cluster" "old" {\n  engine = "aurora-mysql"\n  engine_version = "5.7.mysql_aurora.2.11.1"\n}\n',
  'new.tf':
    'resource "aws_rds_cluster" "new" {\n  engine = "aurora-mysql"\n  engine_version = "8.0.mysql_aurora.3.03.0"\n}\n',
};

test(
  'real notes that appear over three years are told once each, to who lacks their fixes',
  { skip: needsShared },
  async (t) => {
    const root = sharedPath('docs-mirror', 'docs.aws.amazon.com');
    const folder = path.join(root, GUIDE);
    const pages = releasePages(folder);
    const mirror = await startMirror({ folder: root });
    t.after(() => mirror.close());
    const setup = {
      cache: temporaryFolder(t),
      workspace: temporaryFolder(t, WORKSPACE),
      docsOrigin: mirror.origin,
    };
    const seen = new Set<string>();
    const told = new Map<string, readonly string[]>();
    let before = '2023-03-31';
    moveTo(mirror, folder, pages, before);
    assert.equal((await look(setup, before)).outcome, 'baseline');
    for (const day of DAYS) {
      moveTo(mirror, folder, pages, day);
      const { alerts } = await look(setup, day);
      for (const [i, alert] of alerts.entries()) {
        assert.ok(!seen.has(alert.id), `${alert.id} again on ${day}`);
        seen.add(alert.id);
        assert.ok(i === 0 || compareSeverity(alerts[i - 1]?.severity ?? 'info', alert.severity) <= 0);
        if (alert.kind !== 'new-release') continue;
        const release = [...pages.values()].find(({ version }) => version === alert.release);
        assert.ok(release && release.date > before && release.date <= day, `${alert.release} on ${day}`);
        told.set(alert.release ?? '', alert.assetIds);
      }
      assert.deepEqual(
        alerts.filter(({ kind }) => kind === 'changed-notes'),
        [],
        day,
      );
      before = day;
    }
    for (const version of ['2.11.3', '2.11.4', '2.12.0', '2.12.1']) {
      assert.deepEqual(told.get(version), ['old.tf#aws_rds_cluster.old'], version);
    }
    for (const version of ['3.03.1', '3.04.0', '3.10.0']) {
      assert.deepEqual(told.get(version), ['new.tf#aws_rds_cluster.new'], version);
    }
  },
);
