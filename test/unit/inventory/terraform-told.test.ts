import assert from 'node:assert/strict';
import test, { type TestContext } from 'node:test';
import { say } from '../../../src/l10n/index.ts';
import type { Asset } from '../../../src/model/index.ts';
import { scanFiles } from '../../support/workspace.ts';

// What is told of an asset beside its version: its name, its environment, why nothing is known.

async function assetsOf(t: TestContext, files: Record<string, string>): Promise<readonly Asset[]> {
  return (await scanFiles(t, files)).assets;
}

/** `name: reason` of every asset without a version. */
async function reasonsOf(t: TestContext, files: Record<string, string>): Promise<string[]> {
  const assets = await assetsOf(t, files);
  return assets.flatMap(({ name, version, reason }) =>
    version !== null || reason === null ? [] : [`${name}: ${say(reason, 'en')}`],
  );
}

test('a version that a data source asks AWS for', async (t) => {
  const files = {
    'main.tf': `
data "aws_rds_engine_version" "newest" {
  engine = "aurora-mysql"
  latest = true
}
resource "aws_rds_cluster" "main" {
  engine         = "aurora-mysql"
  engine_version = data.aws_rds_engine_version.newest.version
}
`,
  };
  assert.deepEqual(await reasonsOf(t, files), [
    'aws_rds_cluster.main: data.aws_rds_engine_version.newest asks AWS for the version at deployment.',
  ]);
});

test('after a place that is not understood the rest of a file is read', async (t) => {
  const { assets, problems } = await scanFiles(t, {
    'main.tf': `
resource "aws_rds_cluster" "broken" {
  engine         = "aurora-mysql"
  engine_version = var.a var.b
}
resource "aws_rds_cluster" "next" {
  engine         = "aurora-mysql"
  engine_version = "8.0.mysql_aurora.3.05.2"
}
`,
  });
  assert.deepEqual(
    assets.map(({ name, version }) => [name, version]),
    [
      ['aws_rds_cluster.broken', null],
      ['aws_rds_cluster.next', '3.05.2'],
    ],
  );
  assert.deepEqual(
    problems.map((problem) => say(problem.text, 'en')),
    [
      'Not understood at line 4 (var.b): what stands there is not known. What can be read of this file is used.',
    ],
  );
});
