import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findingsOf } from '../../index.ts';
import { loadCatalogue } from '../../../catalogue/index.ts';
import { say } from '../../../l10n/index.ts';
import { scanFiles } from '../../../../test/support/workspace.ts';

test('states the version that a CDK constant names', async (t) => {
  const inventory = await scanFiles(t, {
    'stack.ts':
      "import * as rds from 'aws-cdk-lib/aws-rds';\nnew rds.DatabaseCluster(this, 'Db', { engine: rds.DatabaseClusterEngine.auroraMysql({ version: rds.AuroraMysqlEngineVersion.VER_5_7_12 }) });\n",
  });
  const cluster = inventory.assets[0] ?? assert.fail();
  assert.match(
    say(cluster.reason ?? assert.fail(), 'en'),
    /^VER_5_7_12 \(5\.7\.12\) names no single release/,
  );
  assert.match(say(cluster.reason ?? assert.fail(), 'ja'), /^VER_5_7_12（5\.7\.12）/);
  const [finding] = findingsOf(await loadCatalogue(null), inventory, { today: '2026-11-28' });
  const said = say(finding?.message ?? assert.fail(), 'en');
  assert.match(said, /“VER_5_7_12 \(5\.7\.12\)” can resolve to/);
  assert.match(said, /“VER_5_7_12 \(5\.7\.12\)”: resolves to the default release of 2/);
});
