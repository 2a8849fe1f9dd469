import assert from 'node:assert/strict';
import test from 'node:test';
import { scanFiles } from '../../support/workspace.ts';

const CLUSTER =
  'resource "aws_rds_cluster" "x" {\n  engine = "aurora-mysql"\n  engine_version = local.last\n}\n';

/** Evaluated version of a cluster with `engine_version = local.last`. */
async function versionFrom(t: test.TestContext, locals: string, files: Record<string, string> = {}) {
  const { assets } = await scanFiles(t, { 'main.tf': `${CLUSTER}locals {\n${locals}\n}\n`, ...files });
  const [cluster] = assets;
  assert.ok(cluster !== undefined && assets.length === 1);
  return cluster;
}

void test('a value that grows at each step stays unknown and is not computed', async (t) => {
  const grow = (next: (l: string) => string, first: string): string =>
    [
      `l0 = ${first}`,
      ...Array.from({ length: 60 }, (_, n) => `l${n + 1} = ${next(`local.l${n}`)}`),
      'last = element(local.l60, 0)',
    ].join('\n');
  for (const locals of [
    grow((l) => `concat(${l}, ${l}, ${l})`, '["a", "b"]'),
    grow((l) => `flatten([${l}, [${l}, ${l}]])`, '["a", "b"]'),
    grow((l) => `[${l}, ${l}]`, '["a", "b"]'),
    grow((l) => `{ a = ${l}, b = ${l} }`, '["a", "b"]'),
  ]) {
    const { version } = await versionFrom(t, locals);
    assert.equal(version, null, locals.slice(0, 60));
  }
});

void test('an empty text that is doubled at each step stays empty', async (t) => {
  const doubled = Array.from({ length: 60 }, (_, n) => `l${n + 1} = "\${local.l${n}}\${local.l${n}}"`);
  const { version } = await versionFrom(
    t,
    ['l0 = ""', ...doubled, 'last = "${local.l60}8.0.mysql_aurora.3.04.1"'].join('\n'),
  );
  assert.equal(version, '3.04.1');
});

void test('lists a limited number of uses for a value that passes through many locals', async (t) => {
  const passed = Array.from({ length: 400 }, (_, n) => `l${n + 1} = local.l${n}`);
  const { version, uses } = await versionFrom(
    t,
    ['l0 = "8.0.mysql_aurora.3.04.1"', ...passed, 'last = local.l140'].join('\n'),
  );
  assert.equal(version, '3.04.1');
  assert.equal(uses.length, 100);
});

void test('no property of JavaScript objects is a function of Terraform', async (t) => {
  for (const name of ['constructor', 'hasOwnProperty', '__proto__', 'toString', 'valueOf']) {
    const { version, reason } = await versionFrom(t, `last = ${name}("8.0.mysql_aurora.3.04.1")`);
    assert.deepEqual([version, reason?.key], [null, 'inventory.computed'], name);
  }
});

void test('evaluates the parts of a short split text, and leaves those of a huge one unknown', async (t) => {
  const few = await versionFrom(t, 'last = element(split(",", "a,3.04.1"), 1)');
  assert.equal(few.version, '3.04.1');
  const many = await versionFrom(t, 'last = element(split(",", file("large.txt")), 1)', {
    'large.txt': 'a,'.repeat(100_000),
  });
  assert.equal(many.version, null);
});

void test('counts the keys of for_each, however many', async (t) => {
  for (const count of [99, 100, 101, 450]) {
    const keys = Array.from({ length: count }, (_, n) => `"k${n}"`).join(', ');
    const { assets } = await scanFiles(t, {
      'main.tf': `resource "aws_rds_cluster" "x" {\n  for_each = toset([${keys}])\n  engine = "aurora-mysql"\n  engine_version = "8.0.mysql_aurora.3.04.1"\n}\n`,
    });
    assert.equal(
      assets.map((asset) => asset.count).reduce((a, b) => a + b),
      count,
    );
  }
});

void test('reads blocks after others that are never closed', async (t) => {
  const { assets } = await scanFiles(t, {
    'main.tf': `${'resource "aws_s3_bucket" "x" {\n'.repeat(300)}resource "aws_rds_cluster" "y" {\n  engine = "aurora-mysql"\n  engine_version = "8.0.mysql_aurora.3.04.1"\n}\n`,
  });
  const clusters = assets.filter(({ kind }) => kind === 'database');
  assert.deepEqual(
    clusters.map(({ version }) => version),
    ['3.04.1'],
  );
});
