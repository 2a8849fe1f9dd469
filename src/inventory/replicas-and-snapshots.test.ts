import assert from 'node:assert/strict';
import test, { type TestContext } from 'node:test';
import { scanFiles } from '../../test/support/workspace.ts';

/** Databases of one file: name, product, version or the key of the reason for none. */
async function databasesIn(t: TestContext, file: string, text: string): Promise<unknown[]> {
  const { assets } = await scanFiles(t, { [file]: text });
  return assets
    .filter(({ kind }) => kind === 'database' || kind === 'db-instance')
    .map(({ name, product, version, reason }) => [name, product, version ?? reason?.key]);
}

/** An instance `a`, its replica `r`, and `s`, restored from a snapshot that the file does not create. */
const WRITTEN: Readonly<Record<string, { file: string; text: string; names: readonly string[] }>> = {
  Terraform: {
    file: 'main.tf',
    names: ['aws_db_instance.a', 'aws_db_instance.r', 'aws_db_instance.s'],
    text: `resource "aws_db_instance" "a" {
  engine         = "postgres"
  engine_version = "16.6"
}
resource "aws_db_instance" "r" {
  replicate_source_db = aws_db_instance.a.identifier
}
resource "aws_db_instance" "s" {
  snapshot_identifier = "z"
}
`,
  },
  CloudFormation: {
    file: 'template.yaml',
    names: ['a', 'r', 's'],
    text: `Resources:
  a: {Type: AWS::RDS::DBInstance, Properties: {Engine: postgres, EngineVersion: "16.6"}}
  r: {Type: AWS::RDS::DBInstance, Properties: {SourceDBInstanceIdentifier: !Ref a}}
  s: {Type: AWS::RDS::DBInstance, Properties: {DBSnapshotIdentifier: z}}
`,
  },
  'CDK in TypeScript': {
    file: 'stack.ts',
    names: ['DatabaseInstance.a', 'DatabaseInstanceReadReplica.r', 'CfnDBInstance.s'],
    text: `import * as rds from 'aws-cdk-lib/aws-rds';
const a = new rds.DatabaseInstance(this, 'a', {
  engine: rds.DatabaseInstanceEngine.postgres({ version: rds.PostgresEngineVersion.VER_16_6 }),
});
new rds.DatabaseInstanceReadReplica(this, 'r', { sourceDatabaseInstance: a });
new rds.CfnDBInstance(this, 's', { dbSnapshotIdentifier: 'z' });
`,
  },
  'CDK in Python': {
    file: 'stack.py',
    names: ['DatabaseInstance.a', 'DatabaseInstanceReadReplica.r', 'CfnDBInstance.s'],
    text: `from aws_cdk import aws_rds as rds
a = rds.DatabaseInstance(self, "a", engine=rds.DatabaseInstanceEngine.postgres(version=rds.PostgresEngineVersion.VER_16_6))
rds.DatabaseInstanceReadReplica(self, "r", source_database_instance=a)
rds.CfnDBInstance(self, "s", db_snapshot_identifier="z")
`,
  },
  'Pulumi in TypeScript': {
    file: 'index.ts',
    names: ['Instance.a', 'Instance.r', 'Instance.s'],
    text: `import * as aws from '@pulumi/aws';
const a = new aws.rds.Instance('a', { engine: 'postgres', engineVersion: '16.6' });
new aws.rds.Instance('r', { replicateSourceDb: a.identifier });
new aws.rds.Instance('s', { snapshotIdentifier: 'z' });
`,
  },
  'Pulumi in YAML': {
    file: 'Pulumi.yaml',
    names: ['a', 'r', 's'],
    text: `name: p
runtime: yaml
resources:
  a: {type: 'aws:rds:Instance', properties: {engine: postgres, engineVersion: "16.6"}}
  r: {type: 'aws:rds:Instance', properties: {replicateSourceDb: "\${a.identifier}"}}
  s: {type: 'aws:rds:Instance', properties: {snapshotIdentifier: z}}
`,
  },
  Crossplane: {
    file: 'instances.yaml',
    names: ['Instance/a', 'Instance/r', 'Instance/s'],
    text: `apiVersion: rds.aws.upbound.io/v1beta1
kind: Instance
metadata: {name: a}
spec: {forProvider: {engine: postgres, engineVersion: "16.6"}}
---
apiVersion: rds.aws.upbound.io/v1beta1
kind: Instance
metadata: {name: r}
spec: {forProvider: {replicateSourceDbRef: {name: a}}}
---
apiVersion: rds.aws.upbound.io/v1beta1
kind: Instance
metadata: {name: s}
spec: {forProvider: {snapshotIdentifier: z}}
`,
  },
  'AWS Controllers for Kubernetes': {
    file: 'instances.yaml',
    names: ['DBInstance/a', 'DBInstance/r', 'DBInstance/s'],
    text: `apiVersion: rds.services.k8s.aws/v1alpha1
kind: DBInstance
metadata: {name: a}
spec: {dbInstanceIdentifier: a, engine: postgres, engineVersion: "16.6"}
---
apiVersion: rds.services.k8s.aws/v1alpha1
kind: DBInstance
metadata: {name: r}
spec: {dbInstanceIdentifier: r, sourceDBInstanceIdentifier: a}
---
apiVersion: rds.services.k8s.aws/v1alpha1
kind: DBInstance
metadata: {name: s}
spec: {dbInstanceIdentifier: s, dbSnapshotIdentifier: z}
`,
  },
  Ansible: {
    file: 'play.yml',
    names: ['amazon.aws.rds_instance.a', 'amazon.aws.rds_instance.r', 'amazon.aws.rds_instance.s'],
    text: `- hosts: localhost
  tasks:
    - amazon.aws.rds_instance: {id: a, engine: postgres, engine_version: "16.6"}
    - amazon.aws.rds_instance: {id: r, read_replica: true, source_db_instance_identifier: a}
    - amazon.aws.rds_instance: {id: s, creation_source: snapshot, db_snapshot_identifier: z}
`,
  },
  'AWS CLI': {
    file: 'make.sh',
    names: [
      'create-db-instance.a',
      'create-db-instance-read-replica.r',
      'restore-db-instance-from-db-snapshot.s',
    ],
    text: `aws rds create-db-instance --db-instance-identifier a --engine postgres --engine-version 16.6
aws rds create-db-instance-read-replica --db-instance-identifier r --source-db-instance-identifier a
aws rds restore-db-instance-from-db-snapshot --db-instance-identifier s --db-snapshot-identifier z
`,
  },
  'the SDK for Python': {
    file: 'make.py',
    names: [
      'create_db_instance.a',
      'create_db_instance_read_replica.r',
      'restore_db_instance_from_db_snapshot.s',
    ],
    text: `rds = boto3.client("rds")
SOURCE = "a"
rds.create_db_instance(DBInstanceIdentifier=SOURCE, Engine="postgres", EngineVersion="16.6")
rds.create_db_instance_read_replica(DBInstanceIdentifier="r", SourceDBInstanceIdentifier=SOURCE)
rds.restore_db_instance_from_db_snapshot(DBInstanceIdentifier="s", DBSnapshotIdentifier="z")
`,
  },
  'the SDK for JavaScript': {
    file: 'make.ts',
    names: [
      'CreateDBInstanceCommand.a',
      'CreateDBInstanceReadReplicaCommand.r',
      'RestoreDBInstanceFromDBSnapshotCommand.s',
    ],
    text: `await rds.send(new CreateDBInstanceCommand({ DBInstanceIdentifier: 'a', Engine: 'postgres', EngineVersion: '16.6' }));
await rds.send(new CreateDBInstanceReadReplicaCommand({ DBInstanceIdentifier: 'r', SourceDBInstanceIdentifier: 'a' }));
await rds.send(new RestoreDBInstanceFromDBSnapshotCommand({ DBInstanceIdentifier: 's', DBSnapshotIdentifier: 'z' }));
`,
  },
  'the SDK for Java': {
    file: 'Make.java',
    names: [
      'CreateDbInstanceRequest.a',
      'CreateDbInstanceReadReplicaRequest.r',
      'RestoreDbInstanceFromDbSnapshotRequest.s',
    ],
    text: `class Make { void make() {
  rds.createDBInstance(CreateDbInstanceRequest.builder()
    .dbInstanceIdentifier("a").engine("postgres").engineVersion("16.6").build());
  rds.createDBInstanceReadReplica(CreateDbInstanceReadReplicaRequest.builder()
    .dbInstanceIdentifier("r").sourceDBInstanceIdentifier("a").build());
  rds.restoreDBInstanceFromDBSnapshot(RestoreDbInstanceFromDbSnapshotRequest.builder()
    .dbInstanceIdentifier("s").dbSnapshotIdentifier("z").build());
} }
`,
  },
  'the SDK for Go': {
    file: 'make.go',
    names: ['CreateDBInstance.a', 'CreateDBInstanceReadReplica.r', 'RestoreDBInstanceFromDBSnapshot.s'],
    text: `package make
func Make() {
	client.CreateDBInstance(ctx, &rds.CreateDBInstanceInput{
		DBInstanceIdentifier: aws.String("a"), Engine: aws.String("postgres"), EngineVersion: aws.String("16.6")})
	client.CreateDBInstanceReadReplica(ctx, &rds.CreateDBInstanceReadReplicaInput{
		DBInstanceIdentifier: aws.String("r"), SourceDBInstanceIdentifier: aws.String("a")})
	client.RestoreDBInstanceFromDBSnapshot(ctx, &rds.RestoreDBInstanceFromDBSnapshotInput{
		DBInstanceIdentifier: aws.String("s"), DBSnapshotIdentifier: aws.String("z")})
}
`,
  },
  'the SDK for .NET': {
    file: 'Make.cs',
    names: [
      'CreateDBInstanceRequest.a',
      'CreateDBInstanceReadReplicaRequest.r',
      'RestoreDBInstanceFromDBSnapshotRequest.s',
    ],
    text: `class Make { async Task All() {
  await rds.CreateDBInstanceAsync(new CreateDBInstanceRequest {
    DBInstanceIdentifier = "a", Engine = "postgres", EngineVersion = "16.6" });
  await rds.CreateDBInstanceReadReplicaAsync(new CreateDBInstanceReadReplicaRequest {
    DBInstanceIdentifier = "r", SourceDBInstanceIdentifier = "a" });
  await rds.RestoreDBInstanceFromDBSnapshotAsync(new RestoreDBInstanceFromDBSnapshotRequest {
    DBInstanceIdentifier = "s", DBSnapshotIdentifier = "z" });
} }
`,
  },
};

for (const [tool, { file, text, names }] of Object.entries(WRITTEN)) {
  test(`gives a replica the version of its source, and a restored instance none: ${tool}`, async (t) => {
    const [a = '', r = '', s = ''] = names;
    const databases = await databasesIn(t, file, text);
    assert.deepEqual(
      new Set(databases),
      new Set([
        [a, 'rds-postgresql', '16.6'],
        [r, 'rds-postgresql', '16.6'],
        [s, null, 'inventory.snapshot'],
      ]),
    );
  });
}

/** Instances restored from snapshots of `a`, and from one of a database that the file does not declare. */
const RESTORED = `resource "aws_db_instance" "a" {
  identifier     = "prod"
  engine         = "postgres"
  engine_version = "16.6"
}
data "aws_db_snapshot" "latest" {
  db_instance_identifier = aws_db_instance.a.identifier
  most_recent            = true
}
data "aws_db_snapshot" "named" {
  db_instance_identifier = "prod"
}
data "aws_db_snapshot" "other" {
  db_instance_identifier = "elsewhere"
}
resource "aws_db_snapshot" "own" {
  count                  = 1
  db_instance_identifier = aws_db_instance.a.id
  db_snapshot_identifier = "s"
}
resource "aws_db_instance" "latest" {
  snapshot_identifier = data.aws_db_snapshot.latest.id
}
resource "aws_db_instance" "named" {
  snapshot_identifier = data.aws_db_snapshot.named.db_snapshot_identifier
}
resource "aws_db_instance" "own" {
  snapshot_identifier = aws_db_snapshot.own[0].id
}
resource "aws_db_instance" "other" {
  snapshot_identifier = data.aws_db_snapshot.other.id
}
resource "aws_db_instance" "same_name" {
  snapshot_identifier = "prod"
}
resource "aws_db_instance" "copy" {
  restore_to_point_in_time {
    source_db_instance_identifier = aws_db_instance.a.identifier
  }
}
`;

test('gives an instance of a snapshot the engine of the instance that the snapshot was made of', async (t) => {
  const ofSource = (name: string) => [`aws_db_instance.${name}`, 'rds-postgresql', 'inventory.snapshotOf'];
  assert.deepEqual(await databasesIn(t, 'main.tf', RESTORED), [
    ['aws_db_instance.a', 'rds-postgresql', '16.6'],
    ...['latest', 'named', 'own'].map(ofSource),
    ['aws_db_instance.other', null, 'inventory.snapshot'],
    ['aws_db_instance.same_name', null, 'inventory.snapshot'],
    ['aws_db_instance.copy', 'rds-postgresql', 'inventory.copy'],
  ]);
});

test('gives a cluster of a snapshot the engine of the cluster that the snapshot was made of', async (t) => {
  const text = `variable "engine" {}
resource "aws_rds_cluster" "a" {
  engine         = "postgres"
  engine_version = "16.6"
}
data "aws_db_cluster_snapshot" "a" {
  db_cluster_identifier = aws_rds_cluster.a.id
}
resource "aws_rds_cluster" "s" {
  engine              = var.engine
  snapshot_identifier = data.aws_db_cluster_snapshot.a.id
}
`;
  assert.deepEqual(await databasesIn(t, 'main.tf', text), [
    ['aws_rds_cluster.a', 'rds-postgresql', '16.6'],
    ['aws_rds_cluster.s', 'rds-postgresql', 'inventory.snapshotOf'],
  ]);
});

test('derives the engine of a DB instance from a version that no other engine of RDS has', async (t) => {
  const instance = (name: string, version: string): string =>
    `resource "aws_db_instance" "${name}" {\n  snapshot_identifier = "z"\n  engine_version = "${version}"\n}\n`;
  const text = ['14.7', '8.0.36', '11.22-rds.20240418', '10.6', '11.4', '16'].map((version, i) =>
    instance(`v${i}`, version),
  );
  assert.deepEqual(await databasesIn(t, 'main.tf', text.join('')), [
    ['aws_db_instance.v0', 'rds-postgresql', '14.7'],
    ['aws_db_instance.v1', 'rds-mysql', '8.0.36'],
    ['aws_db_instance.v2', 'rds-postgresql', '11.22-rds.20240418'],
    ['aws_db_instance.v3', null, '10.6'],
    ['aws_db_instance.v4', null, '11.4'],
    ['aws_db_instance.v5', null, 'inventory.partial'],
  ]);
});

test('reads the version of an instance that a command changes, and of an upgraded snapshot', async (t) => {
  const text = `aws rds modify-db-instance --db-instance-identifier d --engine-version 14.7
aws rds modify-db-snapshot --db-snapshot-identifier z --engine-version 11.22-RDS.20240418
`;
  assert.deepEqual(await databasesIn(t, 'upgrade.sh', text), [
    ['modify-db-instance.d', 'rds-postgresql', '14.7'],
    ['modify-db-snapshot', 'rds-postgresql', '11.22-rds.20240418'],
  ]);
  const cmdlet = 'Edit-RDSDBInstance -DBInstanceIdentifier d -EngineVersion 14.7\n';
  assert.deepEqual(await databasesIn(t, 'upgrade.ps1', cmdlet), [
    ['modify-db-instance.d', 'rds-postgresql', '14.7'],
  ]);
});
