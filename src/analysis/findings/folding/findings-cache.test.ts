import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import { findingsOf } from '../../index.ts';
import { loadCatalogue } from '../../../catalogue/index.ts';
import { scanWorkspace } from '../../../inventory/index.ts';

const VERSIONS = ['5.7.mysql_aurora.2.11.1', '8.0.mysql_aurora.3.04.0', '8.0.mysql_aurora.3.99.9', '5.7'];
const SETTINGS = ['', '  engine_mode = "parallelquery"\n', '  backtrack_window = 0\n'];

describe('assets that differ only in their place', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'errata-lens-twins-'));
  after(() => rmSync(folder, { recursive: true }));

  for (const comment of ['', '# errata-lens:ignore known-bugs -- we know\n']) {
    test(`have the same finding as alone${comment === '' ? '' : ', also beside a suppression comment'}`, async () => {
      const blocks = [...VERSIONS, ...VERSIONS, VERSIONS[1]].flatMap((version, nth) =>
        SETTINGS.map((settings, other) => cluster(`c${nth}x${other}`, `${version}`, settings)),
      );
      writeFileSync(
        path.join(folder, 'main.tf'),
        [...blocks, comment + cluster('last', VERSIONS[0], '')].join(''),
      );
      const inventory = await scanWorkspace([folder]);
      const catalogue = await loadCatalogue(null);
      const options = { today: '2026-06-01' };
      const together = findingsOf(catalogue, inventory, options);
      const alone = inventory.assets.flatMap((asset) =>
        findingsOf(catalogue, { ...inventory, assets: [asset] }, options),
      );
      assert.ok(together.length >= 20);
      assert.deepEqual(together, alone);
    });
  }
});

function cluster(name: string, version: string | undefined, settings: string): string {
  return `resource "aws_rds_cluster" "${name}" {\n  engine = "aurora-mysql"\n  engine_version = "${version ?? ''}"\n${settings}}\n`;
}
