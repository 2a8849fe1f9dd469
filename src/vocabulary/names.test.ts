import assert from 'node:assert/strict';
import test from 'node:test';
import { cloudformation } from '../inventory/formats/cloudformation/format.ts';
import { terraform } from '../inventory/formats/terraform/index.ts';
import type { Asset, AssetKind } from '../model/index.ts';
import {
  pathsOf,
  plainName,
  resourceOf,
  settingNamed,
  typesOf,
  writtenName,
  type Resource,
} from './index.ts';
import { RESOURCES } from './resources.ts';
import { assetsOf } from '../../test/support/code/format.ts';

// The name that a tool's code uses for a setting is read back as that setting, for every setting and tool.

const location = { file: 'app.ts', line: 1, column: 1, endLine: 1, endColumn: 2 };

function written(source: Asset['source'], kind: AssetKind, name: string, setting: string): string {
  return writtenName({ source, kind, name, location }, setting) ?? '';
}

/** Resources that refer to `main`, whatever its kind: a resource without references to it is not read. */
function leadingTo(main: string): string {
  return `resource "aws_lb" "leading" {
}
resource "aws_sns_topic" "leading" {
  kms_master_key_id = ${main}
}
resource "aws_launch_template" "leading" {
  iam_instance_profile {
    name = ${main}
  }
}
resource "aws_cloudwatch_event_target" "leading" {
  arn      = ${main}
  role_arn = aws_iam_role.leading.arn
}
resource "aws_autoscaling_lifecycle_hook" "leading" {
  role_arn = ${main}
}
resource "aws_iam_role" "leading" {
  managed_policy_arns = [${main}]
}
`;
}
const MAIN = { Ref: 'Main' };
const LEADING_TEMPLATE = {
  Balancer: { Type: 'AWS::ElasticLoadBalancingV2::LoadBalancer' },
  Topic: { Type: 'AWS::SNS::Topic', Properties: { KmsMasterKeyId: MAIN } },
  Template: {
    Type: 'AWS::EC2::LaunchTemplate',
    Properties: { LaunchTemplateData: { IamInstanceProfile: { Arn: MAIN } } },
  },
  Hook: {
    Type: 'AWS::AutoScaling::LifecycleHook',
    Properties: { NotificationTargetARN: MAIN, RoleARN: { Ref: 'Role' } },
  },
  Other: { Type: 'AWS::AutoScaling::LifecycleHook', Properties: { RoleARN: MAIN } },
  Subscription: { Type: 'AWS::SNS::Subscription', Properties: { Endpoint: MAIN } },
  Role: { Type: 'AWS::IAM::Role', Properties: { ManagedPolicyArns: [MAIN] } },
};

/** Settings of the resource `main`. */
function settingsRead(assets: ReadonlyMap<string, Asset>): string[] {
  const main = [...assets.values()].filter(({ name }) => /(?:^|\.)main\b/i.test(name));
  return main.flatMap((asset) => [...Object.keys(asset.settings), ...asset.unknownSettings]);
}

/** Settings that have another shape in a format, where their name alone is no setting of the asset. */
const NOT_BY_ITSELF: ReadonlySet<string> = new Set(['lifecycleHooks']);

test('Terraform: reads back every argument and block that it writes for a setting', () => {
  const wrong: string[] = [];
  let asked = 0;
  for (const [type, { kind, settings }] of typesOf('terraform')) {
    for (const setting of Object.keys(settings)) {
      const path = written('terraform', kind, `module.a["b.c"].${type}.main[0]`, setting);
      if (path === '' || NOT_BY_ITSELF.has(setting)) continue;
      asked += 1;
      const argument = path
        .split('.')
        .reduceRight((inner, name) => `${name} {\n${inner}\n}`.replace(/\{\n(= .*)\n\}/, '$1'), '= ["1"]');
      const code = `resource "${type}" "main" {\n${argument}\n}\n${leadingTo(`${type}.main.arn`)}`;
      if (!settingsRead(assetsOf(terraform, '.', { 'main.tf': code })).includes(setting))
        wrong.push(`${type} ${setting}: ${path}`);
    }
  }
  assert.deepEqual(wrong, []);
  assert.ok(asked > 250, String(asked));
});

test('CloudFormation: reads back every property that it writes for a setting', () => {
  const wrong: string[] = [];
  let asked = 0;
  for (const [type, resource] of typesOf('cloudformation')) {
    for (const [path, setting] of pathsOf('cloudformation', resource)) {
      asked += 1;
      const name = written('cloudformation', resource.kind, 'Main', setting);
      assert.ok(path.endsWith(name), `${path} is shown as ${name}`);
      // Parameter groups of other engines are no assets.
      const value = name === 'Family' ? 'aurora-mysql8.0' : '1';
      const properties = path.split('.').reduceRight<unknown>((inner, each) => ({ [each]: inner }), value);
      const resources = { Main: { Type: type, Properties: properties }, ...LEADING_TEMPLATE };
      const template = JSON.stringify({ Resources: resources });
      if (!settingsRead(assetsOf(cloudformation, 'stack.json', { 'stack.json': template })).includes(setting))
        wrong.push(`${type} ${setting}: ${path}`);
    }
  }
  assert.deepEqual(wrong, []);
  assert.ok(asked > 150, String(asked));
});

test('other tools: reads back every name that it writes for a setting', () => {
  const wrong: string[] = [];
  for (const { kind, settings } of RESOURCES.filter(isUsual)) {
    for (const setting of Object.keys(settings)) {
      for (const source of ['cdk', 'pulumi', 'kubernetes', 'ansible', 'shell'] as const) {
        const name = written(source, kind, 'main', setting) || setting;
        if (NOT_BY_ITSELF.has(setting)) continue;
        if (settingNamed(kind, name) !== setting) wrong.push(`${source} ${kind} ${setting}: ${name}`);
      }
    }
  }
  assert.deepEqual(wrong, []);
});

/** Two resources of one kind share names: a tool that is not read by type uses the names of the first resource. */
function isUsual({ kind, page }: Resource): boolean {
  return RESOURCES.find((each) => each.kind === kind)?.page === page;
}

test('gives each name of a resource one meaning for each tool', () => {
  for (const resource of RESOURCES) {
    for (const tool of ['terraform', 'cloudformation', 'cdk'] as const) {
      const paths = pathsOf(tool, resource).map(([path]) => plainName(path));
      assert.deepEqual([...new Set(paths)], paths, `${tool} ${resource.page}`);
    }
  }
});

test('maps types of every tool to the resource', () => {
  const kinds = [
    resourceOf('terraform', 'awscc_rds_db_cluster'),
    resourceOf('cloudformation', 'AWS::RDS::DBCluster'),
    resourceOf('cdk', 'CfnDBCluster'),
    resourceOf('cdktf', 'RdsCluster'),
    resourceOf('pulumi', 'rds:DbCluster'),
    resourceOf('kubernetes', 'DBCluster'),
    resourceOf('ansible', 'rds_cluster'),
  ].map((resource) => resource?.kind);
  assert.deepEqual(new Set(kinds), new Set(['database']));
  assert.equal(resourceOf('terraform', 'aws_docdb_cluster'), null);
});

test('names settings in the words of the tool, the resource type and the language', () => {
  assert.equal(written('terraform', 'trail', 'aws_cloudtrail.main', 'isLogging'), 'enable_logging');
  assert.equal(
    written('terraform', 'database', 'aws_rds_cluster.main', 'caCertificateIdentifier'),
    'ca_certificate_identifier',
  );
  assert.equal(
    written('terraform', 'db-instance', 'aws_db_instance.main', 'caCertificateIdentifier'),
    'ca_cert_identifier',
  );
  assert.equal(
    written('terraform', 'database', 'awscc_rds_db_cluster.main', 'enabledCloudwatchLogsExports'),
    'enable_cloudwatch_logs_exports',
  );
  assert.equal(
    written('cloudformation', 'db-instance', 'Db', 'performanceInsightsEnabled'),
    'EnablePerformanceInsights',
  );
  assert.equal(written('cdk', 'database', 'Db', 'iamDatabaseAuthenticationEnabled'), 'iamAuthentication');
  assert.equal(
    written('ansible', 'database', 'Db', 'iamDatabaseAuthenticationEnabled'),
    'enable_iam_database_authentication',
  );
  assert.equal(
    written('shell', 'database', 'Db', 'enabledCloudwatchLogsExports'),
    '--enable-cloudwatch-logs-exports',
  );
  const inPython = { ...location, file: 'app.py' };
  const cluster = { source: 'cdk', kind: 'database', name: 'Db', location: inPython } as const;
  assert.equal(writtenName(cluster, 'enabledCloudwatchLogsExports'), 'cloudwatch_logs_exports');
  assert.equal(writtenName({ ...cluster, source: 'terraform' }, 'slow_query_log'), null);
});

test('names settings of a Cfn construct as CloudFormation does, in each language', () => {
  const insights = (name: string, file: string): string | null =>
    writtenName(
      {
        kind: 'database',
        source: 'cdk',
        name,
        location: { file, line: 1, column: 1, endLine: 1, endColumn: 2 },
      },
      'performanceInsightsEnabled',
    );
  assert.equal(insights('DatabaseCluster.Db', 'stack.ts'), 'enablePerformanceInsights');
  assert.equal(insights('CfnDBCluster.Db', 'stack.ts'), 'performanceInsightsEnabled');
  assert.equal(insights('CfnDBCluster.Db', 'stack.py'), 'performance_insights_enabled');
  assert.equal(insights('CfnDBCluster.Db', 'Stack.cs'), 'PerformanceInsightsEnabled');
});
