import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { programs } from './format.ts';
import { assetsOf } from '../../../../test/support/code/format.ts';

/** Call that creates a cluster without a version, in the notation of each SDK. */
const MADE: Readonly<Record<string, string>> = {
  'a.py': `KIND = "aurora-mysql"\nrds.create_db_cluster(DBClusterIdentifier="shop", Engine=KIND, Port=3306)`,
  'a.ts': `await client.send(new CreateDBClusterCommand({ DBClusterIdentifier: 'shop', Engine: 'aurora-mysql' }));`,
  'a.js': `rds.createDBCluster({ DBClusterIdentifier: 'shop', Engine: 'aurora-mysql' }).promise();`,
  'a.go': `package a
func up() { rds.CreateDBCluster(ctx, &rds.CreateDBClusterInput{Engine: aws.String("aurora-mysql"), Port: aws.Int32(1)}) }`,
  'A.java': `class A { void up() { rds.createDBCluster(
  CreateDbClusterRequest.builder().dbClusterIdentifier("shop").engine("aurora-mysql").build()); } }`,
  'A.kt': `suspend fun up(name: String) {
  val request =
    CreateDbClusterRequest {
      dbClusterIdentifier = name
      tags = listOf(Tag { key = "a" })
      engine = "aurora-mysql"
    }
}`,
  'B.kt': `suspend fun up(rds: RdsClient) { rds.createDbCluster { dbClusterIdentifier = "shop-\${stage}"
    engine = "aurora-mysql" } }`,
  'A.cs': `class A { void Up() { rds.CreateDBClusterAsync(new CreateDBClusterRequest { Engine = "aurora-mysql", Port = 1 }); } }`,
};

/** Calls that do not create a cluster without a version. */
const OTHERS: Readonly<Record<string, string>> = {
  'another engine': `rds.create_db_cluster(Engine="mariadb", ClusterName="aurora-mysql")`,
  'a function of the program': `stack.create_db_cluster(engine="aurora-mysql")`,
  'a query of versions': `rds.describe_db_engine_versions(Engine="aurora-mysql")`,
};

/** Calls with a version that the program computes. */
const COMPUTED: Readonly<Record<string, string>> = {
  'a version from a parameter': `def up(v):\n    rds.create_db_cluster(Engine="aurora-mysql", EngineVersion=v)`,
  'unknown spread arguments': `rds.create_db_cluster(Engine="aurora-mysql", **more)`,
  'arguments completed later': `args = {"Engine": "aurora-mysql"}\nargs["EngineVersion"] = v\nrds.create_db_cluster(**args)`,
  'an instance with a computed version': `rds.create_db_instance(Engine="aurora-mysql", EngineVersion=pick("a"))`,
};

describe('calls of an SDK', () => {
  before(() => programs.prepare?.([...Object.keys(MADE)]));

  const read = (file: string, text: string) =>
    [...assetsOf(programs, file, { [file]: text }).values()].map(({ product, engineVersion, reason }) => [
      product,
      engineVersion ?? reason?.key,
    ]);

  for (const [file, text] of Object.entries(MADE)) {
    test(`create a cluster without a version in ${file}`, () => {
      assert.deepEqual(read(file, text), [['aurora-mysql', 'inventory.notWritten']]);
    });
  }

  for (const [what, text] of Object.entries(OTHERS)) {
    test(`create no cluster without a version: ${what}`, () => {
      assert.deepEqual(read('a.py', text), []);
    });
  }

  for (const [what, text] of Object.entries(COMPUTED)) {
    test(`have an unknown version: ${what}`, () => {
      assert.deepEqual(read('a.py', text), [['aurora-mysql', 'inventory.inCode']]);
    });
  }

  test('take engine and version from constants and a spread object', () => {
    const args = `ARGS = {"Engine": "aurora-mysql", "EngineVersion": "8.0.mysql_aurora.3.04.0"}`;
    const [found] = read('a.py', `${args}\nrds.create_db_cluster(DBClusterIdentifier="a", **ARGS)`);
    assert.equal(found?.[1], '8.0.mysql_aurora.3.04.0');
    const named = `ENGINE = "aurora-postgresql"\nRELEASE = "16.3"\nrds.create_db_cluster(Engine=ENGINE, EngineVersion=RELEASE)`;
    assert.deepEqual(read('a.py', named), [['aurora-postgresql', '16.3']]);
  });

  test('take the version of a snapshot, and pin an explicit version once', () => {
    const restore = 'rds.restore_db_cluster_from_snapshot(SnapshotIdentifier=s, Engine="aurora-postgresql"';
    assert.deepEqual(read('a.py', `${restore})\n${restore}, EngineVersion="15.4")\n`), [
      ['aurora-postgresql', 'inventory.snapshot'],
      ['aurora-postgresql', '15.4'],
    ]);
  });

  test('copy a DB instance of an unknown engine, in a file that writes nothing else', () => {
    const restore = 'rds.restore_db_instance_from_db_snapshot(DBSnapshotIdentifier="z"';
    assert.deepEqual(read('a.py', `${restore})`), [[null, 'inventory.snapshot']]);
    assert.deepEqual(read('a.py', `${restore}, EngineVersion="10.6")`), [[null, '10.6']]);
    const replicate = 'rds.create_db_instance_read_replica(SourceDBInstanceIdentifier="a")';
    assert.deepEqual(read('a.py', replicate), [[null, 'inventory.replica']]);
    assert.deepEqual(
      read('a.py', 'stack.restore_db_instance_from_db_snapshot(db_snapshot_identifier="z")'),
      [],
    );
  });

  test('create and change DB instances outside clusters', () => {
    const calls = [
      `rds.restore_db_instance_from_db_snapshot(DBSnapshotIdentifier="z", Engine="postgres")`,
      `rds.modify_db_instance(DBInstanceIdentifier="a", EngineVersion="15.3")`,
      `rds.modify_db_instance(DBInstanceIdentifier="maria", EngineVersion="10.6")`,
      `stack.modify_db_instance(engine_version="15.3")`,
    ];
    assert.deepEqual(read('a.py', calls.join('\n')), [
      ['rds-postgresql', 'inventory.snapshot'],
      ['rds-postgresql', '15.3'],
    ]);
  });
});
