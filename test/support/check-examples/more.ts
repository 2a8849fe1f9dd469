import {
  NO_CLUES,
  type CheckAnswer,
  type ClientSetting,
  type Inventory,
  type Runbook,
} from '../../../src/model/index.ts';
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

/** What a check answers that looks at other files too. */
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

/** Answers about the clients of a cluster; code that declares none of it is the one that it does not apply to. */
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
    `resource "aws_rds_cluster" "db" {\n count = ${count}\n engine = "aurora-mysql"\n engine_version = "8.0.mysql_aurora.3.12.1"\n}`,
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

/** Examples that take more than parts of one module or template. */
export const MORE_EXAMPLES: Examples = {
  'asg-emergency-brake-documented': {
    Terraform: byClues(groupTf(2), groupTf(0)),
    CloudFormation: byClues(groupCfn(2), groupCfn(0)),
  },
  'app-client-timeouts': {
    Terraform: byClients(clusterTf('1'), clusterTf('false ? 1 : 0')),
    CloudFormation: byClients(clusterCfn, null),
    'an account': byClients(clusterOfAccount, null),
  },
  // A cluster leaves the answer to the trail beside it.
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
