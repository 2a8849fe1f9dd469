import assert from 'node:assert/strict';
import test from 'node:test';
import { assertRows } from '../../../test/support/code/values.ts';
import { parseHcl } from './parse.ts';
import { argumentOf, attributeOf, blockName, blocksOf } from './syntax.ts';

const CODE = [
  'resource "aws_rds_cluster" "main" {',
  '  engine  = "aurora"',
  '  engine  = "aurora-mysql"',
  '  version = local.engine_version',
  '}',
  'locals {}',
].join('\n');

test('takes the last attribute of a repeated name', () => {
  const { body } = parseHcl({ file: 'main.tf', text: CODE });
  const [cluster] = blocksOf(body, 'resource');
  assert.ok(cluster !== undefined);
  const value = attributeOf(cluster.body, 'engine')?.value;
  assert.equal(value?.kind === 'literal' && value.value, 'aurora-mysql');
  assert.equal(attributeOf(cluster.body, 'engine_version'), undefined);
  assert.deepEqual(body.blocks.map(blockName), ['aws_rds_cluster.main', '']);
  assert.equal(blocksOf(body, 'data').length, 0);
});

test('finds an argument of an unparsed block by its name', () => {
  const [cluster] = parseHcl({ file: 'main.tf', text: CODE }, () => false).body.blocks;
  assert.ok(cluster !== undefined);
  assertRows(
    [
      ['engine', 'literal'],
      ['version', 'reference'],
      // The name ends a reference, and is no argument.
      ['engine_version', undefined],
      ['cluster', undefined],
    ],
    (name) => argumentOf(cluster, name)?.value.kind,
  );
});
