import assert from 'node:assert/strict';
import test from 'node:test';
import { HclCode } from '../../../test/support/code/hcl-code.ts';
import { assertRows, sketch } from '../../../test/support/code/values.ts';
import { missingValue, scalarAt, type Value } from '../value/value.ts';
import { computedAtDeployment, shortCode } from './computed.ts';
import { lookedUpVersion } from './functions/version-lookups.ts';

const CODE = new HclCode({ variables: { version: '"8.0"' } });

test('shortens code for display', () => {
  assertRows(
    [
      ['aws_rds_cluster.main.id', 'aws_rds_cluster.main.id'],
      ['aws_rds_cluster.main[0].id', 'aws_rds_cluster.main.*.id'],
      ['(var.a)', 'var.a'],
      ['lookup(var.a, "b")', 'lookup(…)'],
      ['"8.${var.minor}"', '"8.${var.minor}"'],
      ['8.0', '8.0'],
      ['[1]', '…'],
      ['a ? b : c', '…'],
      ['1 + 2', '…'],
    ],
    (code) => shortCode(CODE.expression(code)),
  );
});

test('keeps the resources on which a value of the deployment depends', () => {
  const value = computedAtDeployment(CODE.expression('aws_a.b.id'), ['aws_a.b']);
  assert.deepEqual([value.kind, value.resources], ['unknown', ['aws_a.b']]);
});

test('formats known arguments, and shows the code of unknown ones', () => {
  assertRows(
    [
      ['format("%s.%d", var.version, 3)', '8.0.3'],
      ['format("%v%%", 8)', '8%'],
      ['format("8.%s", var.open)', '?8.${var.open}'],
      ['format("%s.%s", "a")', 'a.'],
      ['format("%05d", 1)', '?'],
      ['format(var.open, 1)', '?'],
    ],
    (code) => sketch(CODE.valueOf(code)),
  );
});

test('resolves a data source to its version, or to the first preferred one', () => {
  const lookup = { found: new Set(['version']), wanted: 'version', preferred: 'preferred_versions' };
  const [span, nothing] = [CODE.expression('1'), scalarAt(null, CODE.expression('null'))];
  const found = (args: Readonly<Record<string, Value>>): unknown =>
    sketch(
      lookedUpVersion(lookup, (name) => args[name] ?? null, {
        address: 'data.aws_rds_engine_version.a',
        span,
      }),
    );
  const preferred = CODE.valueOf('["8.0", "8.4"]');
  assert.equal(found({ version: CODE.valueOf('var.version'), preferred_versions: preferred }), '8.0');
  assert.equal(found({ version: nothing, preferred_versions: preferred }), '8.0');
  assert.equal(found({ preferred_versions: CODE.valueOf('[]') }), '?');
  assert.equal(found({ preferred_versions: nothing }), '?');
  assert.equal(found({}), '?');
  assert.equal(found({ version: missingValue('a', null) }), 'missing');
});
