import assert from 'node:assert/strict';
import test from 'node:test';
import { NO_CLUES, type WorkspaceClues } from '../../../model/index.ts';
import { auroraTf } from '../../../../test/support/checks/examples/aurora.ts';
import { groupTf } from '../../../../test/support/checks/examples/group.ts';
import { RUNBOOK } from '../../../../test/support/checks/examples/other-checks.ts';
import { apiAsset, inventoryOf, rowOf, rowsOf } from '../../../../test/support/checks/checklist.ts';

test('leaves every answer unknown for an engine known only at deployment', () => {
  const row = rowOf(
    inventoryOf('tf', auroraTf({ engine: 'var.later', version: 'var.later' })),
    'aurora-log-export-error',
  );
  assert.equal(row.answer, 'unknown');
});

const AT = { file: 'docs/runbook.md', line: 3, column: 1, endLine: 3, endColumn: 20 };

test('asg-emergency-brake-documented: passes with a runbook, and is unknown if no file was read', () => {
  const answer = (clues: WorkspaceClues | null) =>
    rowOf(inventoryOf('tf', groupTf({})), 'asg-emergency-brake-documented', { clues }).answer;
  assert.equal(answer({ ...NO_CLUES, runbooks: [RUNBOOK] }), 'pass');
  assert.equal(answer(NO_CLUES), 'fail');
  assert.equal(answer({ ...NO_CLUES, runbooks: [{ ...RUNBOOK, isForbidden: true }] }), 'fail');
  assert.equal(answer({ ...NO_CLUES, runbooks: [{ ...RUNBOOK, undo: null }] }), 'fail');
  assert.equal(answer({ ...NO_CLUES, runbooks: [{ ...RUNBOOK, groups: ['elsewhere'] }] }), 'pass');
  assert.equal(answer(null), 'unknown');
  const none = inventoryOf('tf', groupTf({ max: '0' }));
  assert.equal(rowOf(none, 'asg-emergency-brake-documented', { clues: NO_CLUES }).answer, 'not-applicable');
});

test("tg-health-path-shallow: prefers the handler's code to the name of the path", () => {
  const answer = (path: string, reachesDatabase: boolean | null) =>
    rowOf(
      inventoryOf('tf', groupTf({ target: `health_check {\n path = "${path}"\n }` })),
      'tg-health-path-shallow',
      {
        clues: { ...NO_CLUES, routes: [{ path, location: AT, reachesDatabase }] },
      },
    ).answer;
  assert.equal(answer('/healthz', true), 'fail');
  assert.equal(answer('/', false), 'pass');
  assert.equal(answer('/status', null), 'unknown');
});

test('cloudtrail-rds-asg: does not apply to a cluster beside a trail', () => {
  const inventory = inventoryOf(
    'tf',
    'resource "aws_rds_cluster" "db" {\n engine = "aurora-mysql"\n}\nresource "aws_cloudtrail" "t" {\n name = "t"\n}',
  );
  const answers = rowsOf(inventory)
    .filter(({ id }) => id === 'cloudtrail-rds-asg')
    .map(({ assetId, answer }) => [assetId, answer]);
  assert.deepEqual(answers, [
    ['main.tf#aws_rds_cluster.db', 'not-applicable'],
    ['main.tf#aws_cloudtrail.t', 'pass'],
  ]);
});

test('does not apply checks of Amazon Linux templates to Bottlerocket', () => {
  const image = apiAsset('operating-system', 'node', {}, { product: 'bottlerocket' });
  const template = apiAsset(
    'launch-template',
    'nodes',
    {},
    { links: [{ role: 'image', assetId: image.id }] },
  );
  const inventory = { assets: [image, template], suppressions: [], problems: [] };
  for (const id of ['lt-log-shipping', 'lt-ssm-managed', 'lt-os-release-supported']) {
    assert.equal(rowOf(inventory, id).answer, 'not-applicable', id);
  }
});
