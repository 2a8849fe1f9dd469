import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { findingsOf } from '../../index.ts';
import { loadCatalogue } from '../../../catalogue/index.ts';
import { say } from '../../../l10n/index.ts';
import { scanFiles } from '../../../../test/support/workspace.ts';

const catalogue = await loadCatalogue(null);

/** Findings in one file, one line each. */
async function messagesIn(t: TestContext, name: string, content: string): Promise<string[]> {
  const inventory = await scanFiles(t, { [name]: content });
  return findingsOf(catalogue, inventory, { today: '2026-11-27' }).map(
    ({ ruleId, message }) => `${ruleId}: ${say(message, 'en')}`,
  );
}

test('reports version 1 of Aurora MySQL as out of support in one line', async (t) => {
  const template =
    'Resources:\n  Main:\n    Type: AWS::RDS::DBCluster\n    Properties:\n      Engine: aurora\n';
  const expected = ['end-of-support: Aurora MySQL 1: standard support ended 2023-02-28.'];
  assert.deepEqual(await messagesIn(t, 'main.yaml', template), expected);
  const written = 'resource "aws_rds_cluster" "a" {\n  engine = "aurora"\n  engine_version = "5.6.10a"\n}\n';
  assert.deepEqual(await messagesIn(t, 'main.tf', written), expected);
});

test('reports a missing version with its unknown default', async (t) => {
  const found = await messagesIn(
    t,
    'main.tf',
    'resource "aws_rds_cluster" "a" {\n  engine = "aurora-mysql"\n}\n',
  );
  assert.equal(found.length, 1);
  assert.match(
    found[0] ?? '',
    /^unknown-version: aws_rds_cluster\.a: Aurora MySQL, version unknown \(No engine version is written/,
  );
});

test('reports a version that is no release', async (t) => {
  const odd = 'resource "aws_rds_cluster" "a" {\n  engine = "aurora-mysql"\n  engine_version = "9.9.9"\n}\n';
  const found = await messagesIn(t, 'main.tf', odd);
  assert.equal(found.length, 1);
  assert.match(found[0] ?? '', /^unknown-version: “9\.9\.9” is not an Aurora MySQL release\./);
});

test('counts assets of one version by kind', async (t) => {
  const found = await messagesIn(
    t,
    'main.tf',
    `locals {
  release = "5.7.mysql_aurora.2.11.1"
}
resource "aws_rds_global_cluster" "world" {
  global_cluster_identifier = "world"
  engine                    = "aurora-mysql"
  engine_version            = local.release
}
resource "aws_rds_cluster" "here" {
  engine         = "aurora-mysql"
  engine_version = local.release
}
resource "aws_rds_cluster" "there" {
  engine         = "aurora-mysql"
  engine_version = local.release
}
`,
  );
  const bugs = found.find((line) => line.startsWith('known-bugs')) ?? '';
  assert.match(bugs, /2\.11\.1 \((?=.*2 clusters)(?=.*1 global database).*?\)/);
  assert.doesNotMatch(bugs, /3 clusters/);
});
