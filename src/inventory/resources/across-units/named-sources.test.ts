import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { scanFiles } from '../../../../test/support/workspace.ts';

/** Databases of some files, sorted: file, product, version or the key of the reason for none. */
async function databasesIn(t: TestContext, files: Record<string, string>): Promise<string[]> {
  const { assets } = await scanFiles(t, files);
  return assets
    .map(({ kind, name, product, version, reason }) =>
      [kind, name, product, version ?? reason?.key].join(' '),
    )
    .sort();
}

const SOURCE = `resource "aws_db_instance" "a" {
  identifier     = "prod"
  engine         = "postgres"
  engine_version = "16.6"
}
`;
const PLAN_RESOURCE = (name: string, values: object, type = 'aws_db_instance') => ({
  ...{ address: `${type}.${name}`, mode: 'managed', type, name },
  values,
});

/** An instance `a`, a snapshot of it, and an instance `b` restored from the snapshot or from a copy of that. */
const RESTORED: Readonly<Record<string, Record<string, string>>> = {
  'Terraform, from a copy': {
    'main.tf': `${SOURCE}resource "aws_db_snapshot" "s" {
  db_instance_identifier = aws_db_instance.a.identifier
  db_snapshot_identifier = "s"
}
resource "aws_db_snapshot_copy" "c" {
  source_db_snapshot_identifier = aws_db_snapshot.s.db_snapshot_arn
  target_db_snapshot_identifier = "c"
}
resource "aws_db_instance" "b" {
  snapshot_identifier = aws_db_snapshot_copy.c.target_db_snapshot_identifier
}
`,
  },
  'a plan of Terraform, by a reference to a snapshot without a name yet': {
    'plan.json': JSON.stringify({
      format_version: '1.2',
      planned_values: {
        root_module: {
          resources: [
            PLAN_RESOURCE('a', { identifier: 'prod', engine: 'postgres', engine_version: '16.6' }),
            PLAN_RESOURCE('s', { db_instance_identifier: 'prod' }, 'aws_db_snapshot'),
            PLAN_RESOURCE('b', { identifier: 'b' }),
          ],
        },
      },
      configuration: {
        root_module: {
          resources: [
            {
              address: 'aws_db_instance.b',
              expressions: {
                snapshot_identifier: { references: ['var.x', 'aws_db_snapshot.s.id', 'aws_db_snapshot.s'] },
              },
            },
          ],
        },
      },
    }),
  },
  'a plan of Terraform, by the name of a snapshot that it looked up': {
    'plan.json': JSON.stringify({
      format_version: '1.2',
      planned_values: {
        root_module: {
          resources: [
            PLAN_RESOURCE('a', { identifier: 'prod', engine: 'postgres', engine_version: '16.6' }),
            PLAN_RESOURCE('b', { snapshot_identifier: 'nightly' }),
          ],
        },
      },
      prior_state: {
        values: {
          root_module: {
            resources: [
              {
                ...{ address: 'data.aws_db_snapshot.l', mode: 'data', type: 'aws_db_snapshot', name: 'l' },
                values: { db_instance_identifier: 'prod', db_snapshot_identifier: 'nightly' },
              },
            ],
          },
        },
      },
    }),
  },
  'Terraform, in another folder': {
    'a/main.tf': SOURCE,
    'b/main.tf': `data "aws_db_snapshot" "l" {
  db_instance_identifier = "prod"
}
resource "aws_db_instance" "b" {
  snapshot_identifier = data.aws_db_snapshot.l.id
}
`,
  },
  'CloudFormation, from the daily snapshot': {
    'a.yaml': `Resources:
  a:
    Type: AWS::RDS::DBInstance
    Properties: {DBInstanceIdentifier: prod, Engine: postgres, EngineVersion: "16.6"}
`,
    'b.yaml': `Resources:
  b:
    Type: AWS::RDS::DBInstance
    Properties: {DBSnapshotIdentifier: "arn:aws:rds:eu-west-1:111111111111:snapshot:rds:prod-2026-10-01-06-10"}
`,
  },
  'CloudFormation, from a snapshot that a script makes': {
    'a.yaml': `Resources:
  a:
    Type: AWS::RDS::DBInstance
    Properties: {DBInstanceIdentifier: prod, Engine: postgres, EngineVersion: "16.6"}
  b: {Type: AWS::RDS::DBInstance, Properties: {DBSnapshotIdentifier: before}}
`,
    'make.sh': 'aws rds create-db-snapshot --db-instance-identifier prod --db-snapshot-identifier before\n',
  },
  'CDK, from the daily snapshot': {
    'stack.ts': `import * as rds from 'aws-cdk-lib/aws-rds';
new rds.DatabaseInstance(this, 'a', {
  instanceIdentifier: 'prod',
  engine: rds.DatabaseInstanceEngine.postgres({ version: rds.PostgresEngineVersion.VER_16_6 }),
});
new rds.CfnDBInstance(this, 'b', { dbSnapshotIdentifier: 'rds:prod-2026-10-01-06-10' });
`,
  },
  'Pulumi in TypeScript, from a copy': {
    'index.ts': `import * as aws from '@pulumi/aws';
const a = new aws.rds.Instance('a', { engine: 'postgres', engineVersion: '16.6' });
const s = new aws.rds.Snapshot('s', { dbInstanceIdentifier: a.identifier, dbSnapshotIdentifier: 's' });
const c = new aws.rds.SnapshotCopy('c', { sourceDbSnapshotIdentifier: s.dbSnapshotArn });
new aws.rds.Instance('b', { snapshotIdentifier: c.id });
`,
  },
  'Pulumi in YAML': {
    'Pulumi.yaml': `name: p
runtime: yaml
resources:
  a: {type: 'aws:rds:Instance', properties: {engine: postgres, engineVersion: "16.6"}}
  s: {type: 'aws:rds:Snapshot', properties: {dbInstanceIdentifier: "\${a.identifier}"}}
  b: {type: 'aws:rds:Instance', properties: {snapshotIdentifier: "\${s.id}"}}
`,
  },
  Crossplane: {
    'instances.yaml': `apiVersion: rds.aws.upbound.io/v1beta1
kind: Instance
metadata: {name: a}
spec: {forProvider: {engine: postgres, engineVersion: "16.6"}}
---
apiVersion: rds.aws.upbound.io/v1beta1
kind: Snapshot
metadata: {name: s}
spec: {forProvider: {dbInstanceIdentifierRef: {name: a}}}
---
apiVersion: rds.aws.upbound.io/v1beta1
kind: Instance
metadata: {name: b}
spec: {forProvider: {snapshotIdentifier: s}}
`,
  },
  'AWS Controllers for Kubernetes, in three files': {
    'a.yaml': `apiVersion: rds.services.k8s.aws/v1alpha1
kind: DBInstance
metadata: {name: a}
spec: {dbInstanceIdentifier: prod, engine: postgres, engineVersion: "16.6"}
`,
    's.yaml': `apiVersion: rds.services.k8s.aws/v1alpha1
kind: DBSnapshot
metadata: {name: s}
spec: {dbSnapshotIdentifier: nightly, dbInstanceIdentifier: prod}
`,
    'b.yaml': `apiVersion: rds.services.k8s.aws/v1alpha1
kind: DBInstance
metadata: {name: b}
spec: {dbInstanceIdentifier: b, dbSnapshotIdentifier: nightly}
`,
  },
  'Ansible, from a copy': {
    'play.yml': `- hosts: localhost
  tasks:
    - amazon.aws.rds_instance: {id: a, engine: postgres, engine_version: "16.6"}
    - amazon.aws.rds_instance_snapshot: {db_snapshot_identifier: s, instance_id: a}
    - amazon.aws.rds_instance_snapshot: {id: c, source_id: s}
    - amazon.aws.rds_instance: {id: b, creation_source: snapshot, db_snapshot_identifier: c}
`,
  },
  'the SDK for Python, from a copy': {
    'make.py': `rds = boto3.client("rds")
rds.create_db_instance(DBInstanceIdentifier="a", Engine="postgres", EngineVersion="16.6")
rds.create_db_snapshot(DBInstanceIdentifier="a", DBSnapshotIdentifier="s")
rds.copy_db_snapshot(SourceDBSnapshotIdentifier="s", TargetDBSnapshotIdentifier="c")
rds.restore_db_instance_from_db_snapshot(DBInstanceIdentifier="b", DBSnapshotIdentifier="c")
`,
  },
  'the SDK for JavaScript': {
    'make.ts': `
await rds.send(new CreateDBInstanceCommand({ DBInstanceIdentifier: 'a', Engine: 'postgres', EngineVersion: '16.6' }));
await rds.send(new CreateDBSnapshotCommand({ DBInstanceIdentifier: 'a', DBSnapshotIdentifier: 's' }));
await rds.send(new RestoreDBInstanceFromDBSnapshotCommand({ DBInstanceIdentifier: 'b', DBSnapshotIdentifier: 's' }));
`,
  },
  'AWS CLI, from a copy': {
    'make.sh': `aws rds create-db-instance --db-instance-identifier a --engine postgres --engine-version 16.6
aws rds create-db-snapshot --db-instance-identifier a --db-snapshot-identifier s
aws rds copy-db-snapshot --source-db-snapshot-identifier s --target-db-snapshot-identifier c
aws rds restore-db-instance-from-db-snapshot --db-instance-identifier b --db-snapshot-identifier c
`,
  },
};

for (const [tool, files] of Object.entries(RESTORED)) {
  test(`gives an instance the engine of its snapshot's database, and lists no snapshot: ${tool}`, async (t) => {
    const found = await databasesIn(t, files);
    assert.deepEqual(found.map((each) => each.replace(/^database \S*?(\w+) /, '$1 ')).sort(), [
      'a rds-postgresql 16.6',
      'b rds-postgresql inventory.snapshotOf',
    ]);
  });
}

test('gives a cluster the engine of the cluster of a copied snapshot', async (t) => {
  const code = `resource "aws_rds_cluster" "a" {
  engine         = "aurora-postgresql"
  engine_version = "16.6"
}
resource "aws_db_cluster_snapshot" "s" {
  db_cluster_identifier = aws_rds_cluster.a.id
}
resource "aws_rds_cluster_snapshot_copy" "c" {
  source_db_cluster_snapshot_identifier = aws_db_cluster_snapshot.s.id
}
resource "aws_rds_cluster" "b" {
  snapshot_identifier = aws_rds_cluster_snapshot_copy.c.id
}
`;
  assert.deepEqual(await databasesIn(t, { 'main.tf': code }), [
    'database aws_rds_cluster.a aurora-postgresql 16.6',
    'database aws_rds_cluster.b aurora-postgresql inventory.snapshotOf',
  ]);
});

/** A replica of the instance with an ARN. */
const REPLICA = (name: string, region: string, source = 'prod') =>
  `resource "aws_db_instance" "${name}" {
  identifier          = "${name}"
  replicate_source_db = "arn:aws:rds:${region}:111111111111:db:${source}"
}
`;

test('gives a replica the version of an instance in another folder, by its ARN', async (t) => {
  const chain = 'resource "aws_db_instance" "s" {\n  replicate_source_db = aws_db_instance.r.arn\n}\n';
  assert.deepEqual(
    await databasesIn(t, { 'a/main.tf': SOURCE, 'b/main.tf': REPLICA('r', 'eu-west-1') + chain }),
    ['a', 'r', 's'].map((name) => `database aws_db_instance.${name} rds-postgresql 16.6`),
  );
});

test('does not link a replica to an instance of another Region, or to one of two', async (t) => {
  const inVirginia = `provider "aws" {\n  region = "us-east-1"\n}\n${SOURCE}`;
  const open = 'db-instance aws_db_instance.r  inventory.replica';
  for (const files of [
    { 'a/main.tf': inVirginia, 'b/main.tf': REPLICA('r', 'eu-west-1') },
    { 'a/main.tf': SOURCE, 'c/main.tf': SOURCE, 'b/main.tf': REPLICA('r', 'eu-west-1') },
  ])
    assert.ok((await databasesIn(t, files)).includes(open));
});

test('leaves replicas and snapshots of each other without a version', async (t) => {
  const code = REPLICA('a', 'eu-west-1', 'b') + REPLICA('b', 'eu-west-1', 'a');
  const copies = ['c', 'd'].map(
    (name, i) =>
      `resource "aws_db_snapshot_copy" "${name}" {\n  source_db_snapshot_identifier = ` +
      `aws_db_snapshot_copy.${i === 0 ? 'd' : 'c'}.id\n}\n`,
  );
  const restored = `resource "aws_db_instance" "e" {\n  snapshot_identifier = aws_db_snapshot_copy.c.id\n}\n`;
  assert.deepEqual(await databasesIn(t, { 'main.tf': [code, ...copies, restored].join('') }), [
    'db-instance aws_db_instance.a  inventory.replica',
    'db-instance aws_db_instance.b  inventory.replica',
    'db-instance aws_db_instance.e  inventory.snapshot',
  ]);
});
