import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findingsOf } from './findings.ts';
import { loadCatalogue } from '../../catalogue/index.ts';
import { LANGUAGES, say } from '../../l10n/index.ts';
import type { Finding } from '../../model/index.ts';
import { productIds } from '../../products/index.ts';
import { scanFiles } from '../../../test/support/workspace.ts';

const DAY = '2026-12-01';
const ami = (id: string, name: string): string =>
  `data "aws_ami" "${id}" {\n  filter {\n    name = "name"\n    values = ["${name}"]\n  }\n}\n`;
const database = (type: string, id: string, engine: string, version: string): string =>
  `resource "${type}" "${id}" {\n  engine = "${engine}"\n  engine_version = "${version}"\n}\n`;
/** Versions of every product with notes: older and newest ones, of every kind of image. */
const FILES = {
  'images.tf': [
    ami('al2', 'amzn2-ami-hvm-2.0.20240109.0-x86_64-gp2'),
    ami('al2023', 'al2023-ami-2023.6.20241010.0-kernel-6.1-x86_64'),
    ami('bottlerocket', 'bottlerocket-aws-k8s-1.28-x86_64-v1.19.0-12345678'),
    ami('bottlerocket_later', 'bottlerocket-aws-k8s-1.33-x86_64-v1.49.0-12345678'),
    ami('ecs', 'amzn2-ami-ecs-hvm-2.0.20240328-x86_64-ebs'),
    ami('ecs2023', 'al2023-ami-ecs-hvm-2023.0.20240328-kernel-6.1-x86_64'),
    ami('eks', 'amazon-eks-node-1.29-v20240817'),
    ami('eks2023', 'amazon-eks-node-al2023-x86_64-standard-1.30-v20240807'),
    ami('al1', 'amzn-ami-hvm-2018.03.0.20181129-x86_64-gp2'),
  ].join(''),
  'databases.tf': [
    database('aws_rds_cluster', 'mysql', 'aurora-mysql', '5.7.mysql_aurora.2.11.1'),
    database('aws_rds_cluster', 'mysql3', 'aurora-mysql', '8.0.mysql_aurora.3.08.0'),
    database('aws_rds_cluster', 'postgresql', 'aurora-postgresql', '16.6'),
    database('aws_db_instance', 'rds_mysql', 'mysql', '8.0.35'),
    database('aws_db_instance', 'rds_postgresql', 'postgres', '13.14'),
    database('aws_db_instance', 'rds_postgresql16', 'postgres', '16.6'),
  ].join(''),
  'al2/Dockerfile': 'FROM amazonlinux:2.0.20240109.0\n',
  'al2023/Dockerfile': 'FROM amazonlinux:2023.6.20241010.0\n',
};
/** Numbers that count no bugs: dates with their distance, versions, prices by year, changes, fixes of the advice. */
const NO_COUNT = [
  / ?[（(](?:in |あと )?\d+ (?:days?|日)[^）)]*[）)]/g,
  /\d{4}-\d{2}-\d{2}/g,
  /year-\d|\d ?年目/g,
  /(?:Amazon Linux|Kubernetes) \d+(?:\.\d+)*/g,
  /\d+(?:\.\d+)+(?:-rds\.\d+)?/g,
  /https?:\S+/g,
  /#\d+/g,
  /fixes \d+ of \d+|\d+ 件中 \d+ 件|\d+ 件すべて/g,
];

function countsIn(words: string): string[] {
  return NO_COUNT.reduce((rest, pattern) => rest.replaceAll(pattern, ''), words).match(/\d+/g) ?? [];
}

test('shows at most two counts of bugs in a diagnostic of any product', async (t) => {
  const catalogue = await loadCatalogue(null);
  const findings = findingsOf(catalogue, await scanFiles(t, FILES), { today: DAY });
  const ofBugs = findings.filter((finding): finding is Finding & { bugs: object } => finding.bugs !== null);
  const products = new Set<string>(ofBugs.map(({ bugs }) => bugs.product));
  const without = productIds().filter((product) => !products.has(product));
  // Amazon Linux 1 has no notes, and the upstream is no asset.
  assert.deepEqual(without.toSorted(), ['amazon-linux-1', 'postgresql']);
  for (const { message, bugs } of ofBugs)
    for (const language of LANGUAGES) {
      const words = say(message, language);
      const counts = countsIn(words);
      assert.ok(counts.length <= 2, words);
      const { urgent, apply } = bugs.counts;
      for (const count of counts) assert.ok([urgent, apply].includes(Number(count)), `${count} in: ${words}`);
    }
});
