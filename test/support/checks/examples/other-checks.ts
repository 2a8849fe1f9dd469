import {
  NO_CLUES,
  type Asset,
  type CheckAnswer,
  type ClientSetting,
  type Inventory,
  type Runbook,
} from '../../../../src/model/index.ts';
import { apiAsset, inventoryOf } from '../checklist.ts';
import type { Example, Examples } from './example.ts';

const AT = { file: 'docs/runbook.md', line: 3, column: 1, endLine: 3, endColumn: 20 };
/** A runbook that suspends the replacement and resumes it. */
export const RUNBOOK: Runbook = {
  remedy: 'suspend-processes',
  groups: [],
  isForbidden: false,
  undo: AT,
  location: AT,
};

/** Answers of a check that also reads other files. */
function byClues(group: () => Inventory, emptyGroup: () => Inventory): Partial<Record<CheckAnswer, Example>> {
  return {
    pass: { inventory: group, options: { clues: { ...NO_CLUES, runbooks: [RUNBOOK] } } },
    fail: { inventory: group, options: { clues: NO_CLUES } },
    unknown: { inventory: group, options: { clues: null } },
    'not-applicable': { inventory: emptyGroup, options: { clues: NO_CLUES } },
  };
}

const groupTf = (size: number) => () =>
  inventoryOf('tf', `resource "aws_autoscaling_group" "web" {\n name = "web"\n max_size = ${size}\n}`);
const groupCfn = (size: number) => () =>
  inventoryOf(
    'cfn',
    `Resources:\n  Web:\n    Type: AWS::AutoScaling::AutoScalingGroup\n    Properties: { MinSize: '0', MaxSize: '${size}' }`,
  );

const CLIENT: ClientSetting = { kind: 'connect-timeout', name: 'connectTimeout', value: 5, location: AT };

/** Answers about the clients of a cluster; the check does not apply to code without any. */
function byClients(
  cluster: () => Inventory,
  none: (() => Inventory) | null,
): Partial<Record<CheckAnswer, Example>> {
  const asked = (clients: readonly ClientSetting[]): Example => ({
    inventory: cluster,
    options: { clues: { ...NO_CLUES, clients } },
  });
  return {
    pass: asked([CLIENT]),
    fail: asked([{ ...CLIENT, value: 0 }]),
    unknown: asked([]),
    ...(none !== null && { 'not-applicable': { inventory: none, options: { clues: NO_CLUES } } }),
  };
}

const clusterTf = (count: string) => () =>
  inventoryOf(
    'tf',
    `variable "wanted" { default = false }\nresource "aws_rds_cluster" "db" {\n count = ${count}\n engine = "aurora-mysql"\n engine_version = "8.0.mysql_aurora.3.12.1"\n}`,
  );
const clusterCfn = () =>
  inventoryOf(
    'cfn',
    'Resources:\n  Db: { Type: "AWS::RDS::DBCluster", Properties: { Engine: aurora-mysql } }',
  );
const clusterOfAccount = (): Inventory => ({
  assets: [apiAsset('database', 'db', {})],
  suppressions: [],
  problems: [],
});

/** An instance of Amazon RDS with 100 GiB. */
const rdsTf = (more: string) => (): Inventory =>
  inventoryOf(
    'tf',
    `resource "aws_db_instance" "db" {\n engine = "postgres"\n engine_version = "16.6"\n allocated_storage = 100\n ${more}\n}`,
  );
const rdsCfn = (more: string) => (): Inventory =>
  inventoryOf(
    'cfn',
    `Parameters: { Most: { Type: Number } }\nResources:\n  Db: { Type: "AWS::RDS::DBInstance", Properties: { Engine: postgres, EngineVersion: '16.6', AllocatedStorage: '100' ${more} } }`,
  );
const rdsOfAccount =
  (settings: Asset['settings'], more: Partial<Asset> = {}) =>
  (): Inventory => ({
    assets: [
      apiAsset(
        'database',
        'db',
        { allocatedStorage: 100, ...settings },
        {
          product: 'rds-postgresql',
          version: '16.6',
          declaredAs: 'db-instance',
          ...more,
        },
      ),
    ],
    suppressions: [],
    problems: [],
  });
const zonesOfAccount = (): Inventory => ({
  assets: [apiAsset('database', 'db', {}, { product: 'rds-postgresql', version: '16.6' })],
  suppressions: [],
  problems: [],
});
const zonesTf = () =>
  inventoryOf('tf', 'resource "aws_rds_cluster" "db" {\n engine = "postgres"\n engine_version = "16.6"\n}');
const zonesCfn = () =>
  inventoryOf(
    'cfn',
    "Resources:\n  Db: { Type: 'AWS::RDS::DBCluster', Properties: { Engine: postgres, EngineVersion: '16.6' } }",
  );

/** Examples that need more than parts of one module or template. */
export const MORE_EXAMPLES: Examples = {
  'rds-storage-autoscaling': {
    Terraform: {
      pass: { inventory: rdsTf('max_allocated_storage = 500') },
      fail: { inventory: rdsTf('') },
      unknown: { inventory: rdsTf('max_allocated_storage = var.most') },
      'not-applicable': { inventory: zonesTf },
    },
    CloudFormation: {
      pass: { inventory: rdsCfn(', MaxAllocatedStorage: 500') },
      fail: { inventory: rdsCfn(', MaxAllocatedStorage: 105') },
      unknown: { inventory: rdsCfn(', MaxAllocatedStorage: !Ref Most') },
      'not-applicable': { inventory: zonesCfn },
    },
    'an account': {
      pass: { inventory: rdsOfAccount({ maxAllocatedStorage: 500 }) },
      fail: { inventory: rdsOfAccount({}) },
      unknown: { inventory: rdsOfAccount({}, { unknownSettings: ['maxAllocatedStorage'] }) },
      'not-applicable': { inventory: zonesOfAccount },
    },
  },
  'asg-emergency-brake-documented': {
    Terraform: byClues(groupTf(2), groupTf(0)),
    CloudFormation: byClues(groupCfn(2), groupCfn(0)),
  },
  'app-client-timeouts': {
    Terraform: byClients(clusterTf('1'), clusterTf('var.wanted ? 1 : 0')),
    CloudFormation: byClients(clusterCfn, null),
    'an account': byClients(clusterOfAccount, null),
  },
  // The check is about the trail, and does not apply to a cluster beside one.
  'cloudtrail-rds-asg': {
    Terraform: {
      'not-applicable': {
        inventory: () =>
          inventoryOf(
            'tf',
            'resource "aws_rds_cluster" "db" {\n engine = "aurora-mysql"\n}\nresource "aws_cloudtrail" "t" {\n name = "t"\n}',
          ),
        about: 'main.tf#aws_rds_cluster.db',
      },
    },
    CloudFormation: {
      'not-applicable': {
        inventory: () =>
          inventoryOf(
            'cfn',
            'Resources:\n  Db: { Type: "AWS::RDS::DBCluster", Properties: { Engine: aurora-mysql } }\n  T: { Type: "AWS::CloudTrail::Trail", Properties: { IsLogging: true, S3BucketName: b } }',
          ),
        about: 'stack.yaml#Db',
      },
    },
  },
};
