import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placesOfSameVersion } from '../../index.ts';
import { inventoryOf } from '../../../../test/support/checks/checklist.ts';

const CODE = `resource "aws_rds_cluster" "orders" {
  cluster_identifier = "orders"
  engine             = "aurora-mysql"
  engine_version     = "5.7.mysql_aurora.2.11.1"
}
resource "aws_rds_cluster_instance" "orders" {
  cluster_identifier = aws_rds_cluster.orders.id
  engine             = "aurora-mysql"
  engine_version     = "5.7.mysql_aurora.2.11.1"
}
resource "aws_rds_cluster_instance" "inherits" {
  cluster_identifier = aws_rds_cluster.orders.id
  engine_version     = aws_rds_cluster.orders.engine_version
}
resource "aws_rds_cluster_instance" "older" {
  cluster_identifier = aws_rds_cluster.orders.id
  engine             = "aurora-mysql"
  engine_version     = "5.7.mysql_aurora.2.11.0"
}
resource "aws_rds_cluster" "other" {
  engine         = "aurora-mysql"
  engine_version = "5.7.mysql_aurora.2.11.1"
}
`;

test('changes a version in its cluster and the instances that repeat it', () => {
  const inventory = inventoryOf('tf', CODE);
  const idOf = (name: string): string => inventory.assets.find((asset) => asset.name === name)?.id ?? '';
  const linesFrom = (name: string): number[] =>
    placesOfSameVersion(inventory, [idOf(name)]).map(({ line }) => line);
  assert.deepEqual(linesFrom('aws_rds_cluster.orders'), [4, 9, 13]);
  assert.deepEqual(linesFrom('aws_rds_cluster_instance.orders'), [4, 9, 13]);
  assert.deepEqual(linesFrom('aws_rds_cluster.other'), [22]);
  assert.deepEqual(placesOfSameVersion(inventory, ['gone']), []);
});
