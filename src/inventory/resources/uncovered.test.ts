import assert from 'node:assert/strict';
import test from 'node:test';
import { scanWorkspace } from '../index.ts';
import { say } from '../../l10n/index.ts';
import { temporaryFolder } from '../../../test/support/workspace.ts';

const rds = (name: string, engine: string): string =>
  `resource "aws_db_instance" "${name}" {\n  engine = "${engine}"\n  engine_version = "15.4"\n}\n`;

test('reports each engine that is not covered once, with its count', async (t) => {
  const root = temporaryFolder(t, {
    'a/main.tf': rds('a', 'mariadb') + rds('b', 'mariadb') + rds('c', 'db2-se'),
    'b/main.tf': rds('d', 'mariadb') + rds('e', 'oracle-ee'),
    'b/stack.yaml':
      'Resources:\n  Db:\n    Type: AWS::RDS::DBInstance\n    Properties: { Engine: mariadb }\n',
  });
  const { assets, problems } = await scanWorkspace([root]);
  assert.deepEqual(assets, []);
  assert.deepEqual(
    problems.map(({ source, text }) => `${source}: ${say(text, 'en')}`),
    [
      'a/main.tf: RDS for MariaDB is not covered yet: nothing is said about 4 databases.',
      'a/main.tf: RDS for Db2 is not covered yet: nothing is said about 1 database.',
      'b/main.tf: RDS for Oracle is not covered yet: nothing is said about 1 database.',
    ],
  );
});

test('counts modules, Multi-AZ clusters and constructs of engines that are not covered', async (t) => {
  const root = temporaryFolder(t, {
    'main.tf': `module "db" {
  source         = "terraform-aws-modules/rds/aws"
  engine         = "db2-se"
  engine_version = "8.0"
}
`,
    'zones/main.tf': `resource "aws_rds_cluster" "zones" {
  engine         = "db2-se"
  engine_version = "8.0.35"
}
`,
    'lib/db.ts': `import * as rds from 'aws-cdk-lib/aws-rds';
new rds.DatabaseInstance(stack, 'Other', {
  engine: rds.DatabaseInstanceEngine.mariaDb({ version: rds.MariaDbEngineVersion.VER_10_6 }),
});
new rds.DatabaseInstance(stack, 'Oracle', { engine: rds.DatabaseInstanceEngine.ORACLE_EE });
`,
    'values.tfvars': 'engine = "mariadb"\nengine_version = "8.0.36"\n',
  });
  const { assets, problems } = await scanWorkspace([root]);
  assert.deepEqual(assets, []);
  assert.deepEqual(
    problems.map(({ source, text }) => `${source}: ${say(text, 'en')}`),
    [
      'lib/db.ts: RDS for MariaDB is not covered yet: nothing is said about 1 database.',
      'main.tf: RDS for Db2 is not covered yet: nothing is said about 2 databases.',
    ],
  );
});
