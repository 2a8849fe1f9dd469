import type { CheckAnswer, Inventory, WorkspaceClues } from '../../../src/model/index.ts';
import { inventoryOf } from '../checklist.ts';
import type { Example, Examples } from './example.ts';

const RUNBOOK = { file: 'docs/runbook.md', line: 3, column: 1, endLine: 3, endColumn: 20 };
const NOTHING: WorkspaceClues = { brakes: [], routes: [], pools: [] };

/** What a check answers that looks at other files too. */
function byClues(group: () => Inventory, emptyGroup: () => Inventory): Partial<Record<CheckAnswer, Example>> {
  return {
    pass: { inventory: group, options: { clues: { ...NOTHING, brakes: [RUNBOOK] } } },
    fail: { inventory: group, options: { clues: NOTHING } },
    unknown: { inventory: group, options: { clues: null } },
    'not-applicable': { inventory: emptyGroup, options: { clues: NOTHING } },
  };
}

const groupTf = (size: number) => () =>
  inventoryOf('tf', `resource "aws_autoscaling_group" "web" {\n name = "web"\n max_size = ${size}\n}`);
const groupCfn = (size: number) => () =>
  inventoryOf(
    'cfn',
    `Resources:\n  Web:\n    Type: AWS::AutoScaling::AutoScalingGroup\n    Properties: { MinSize: '0', MaxSize: '${size}' }`,
  );

/** Examples that take more than parts of one module or template. */
export const MORE_EXAMPLES: Examples = {
  'asg-emergency-brake-documented': {
    Terraform: byClues(groupTf(2), groupTf(0)),
    CloudFormation: byClues(groupCfn(2), groupCfn(0)),
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
