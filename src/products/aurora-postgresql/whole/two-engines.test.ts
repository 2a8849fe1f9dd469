import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { scanWorkspace } from '../../../inventory/index.ts';
import { productOf } from '../../index.ts';

const WORKSPACE = path.resolve(import.meta.dirname, '../../../../test/workspaces/two-engines');

test('scans the bundled workspace with both engines, and finds logical replication on one', async () => {
  const { assets, problems } = await scanWorkspace([WORKSPACE]);
  assert.deepEqual(problems, []);
  const clusters = assets.filter(({ kind }) => kind === 'database');
  const answers = clusters.map((cluster) => {
    const { product, version } = cluster;
    assert.ok(product !== null);
    const state = productOf(product).features?.states['logical-replication']?.(cluster) ?? 'not asked';
    return `${product} ${version}: ${state}`;
  });
  assert.deepEqual(answers, ['aurora-postgresql 15.4: on', 'aurora-mysql 3.04.2: not asked']);
});
