import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { programs } from '../../../src/inventory/formats/programs/format.ts';
import { assetsOf } from '../../support/format.ts';

/** A call that makes a cluster without a version, in the spelling of each SDK. */
const MADE: Readonly<Record<string, string>> = {
  'a.py': `KIND = "aurora-mysql"\nrds.create_db_cluster(DBClusterIdentifier="shop", Engine=KIND, Port=3306)`,
  'a.ts': `await client.send(new CreateDBClusterCommand({ DBClusterIdentifier: 'shop', Engine: 'aurora-mysql' }));`,
  'a.js': `rds.createDBCluster({ DBClusterIdentifier: 'shop', Engine: 'aurora-mysql' }).promise();`,
  'a.go': `package a
func up() { rds.CreateDBCluster(ctx, &rds.CreateDBClusterInput{Engine: aws.String("aurora-mysql"), Port: aws.Int32(1)}) }`,
  'A.java': `class A { void up() { rds.createDBCluster(
  CreateDbClusterRequest.builder().dbClusterIdentifier("shop").engine("aurora-mysql").build()); } }`,
  'A.cs': `class A { void Up() { rds.CreateDBClusterAsync(new CreateDBClusterRequest { Engine = "aurora-mysql", Port = 1 }); } }`,
};

/** Calls that say nothing of a cluster without a version. */
const OTHERS: Readonly<Record<string, string>> = {
  'another engine': `rds.create_db_cluster(Engine="mysql", ClusterName="aurora-mysql")`,
  'more that is given': `rds.create_db_cluster(Engine="aurora-mysql", **more)`,
  'what may be completed later': `args = {"Engine": "aurora-mysql"}\nargs["EngineVersion"] = v\nrds.create_db_cluster(**args)`,
  'a function of its own': `stack.create_db_cluster(engine="aurora-mysql")`,
  'a question': `rds.describe_db_engine_versions(Engine="aurora-mysql")`,
};

describe('calls of an SDK', () => {
  before(() => programs.prepare?.([...Object.keys(MADE)]));

  const read = (file: string, text: string) =>
    [...assetsOf(programs, file, { [file]: text }).values()].map(({ product, engineVersion, reason }) => [
      product,
      engineVersion ?? reason?.key,
    ]);

  for (const [file, text] of Object.entries(MADE)) {
    test(`a cluster without a version in ${file}`, () => {
      assert.deepEqual(read(file, text), [['aurora-mysql', 'inventory.notWritten']]);
    });
  }

  for (const [what, text] of Object.entries(OTHERS)) {
    test(`${what} makes no cluster without a version`, () => {
      assert.deepEqual(read('a.py', text), []);
    });
  }

  test('one from a snapshot has the version of that, one that writes its version is told once', () => {
    const restore = 'rds.restore_db_cluster_from_snapshot(SnapshotIdentifier=s, Engine="aurora-postgresql"';
    assert.deepEqual(read('a.py', `${restore})\n${restore}, EngineVersion="15.4")\n`), [
      ['aurora-postgresql', '15.4'],
      ['aurora-postgresql', 'inventory.snapshot'],
    ]);
  });
});
