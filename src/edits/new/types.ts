import {
  ALARM,
  CLUSTER_PARAMETER_GROUP,
  EVENT_RULE,
  EVENT_SUBSCRIPTION,
  LIFECYCLE_HOOK,
  LOG_GROUP,
  PARAMETER_GROUP,
  propertyToWrite,
  SSM_ASSOCIATION,
  typeToWrite,
  type Resource,
} from '../../vocabulary/index.ts';
import { concat, pseudoParameter, type AttributeNames, type NewType } from './values.ts';
import { pascalCase, snakeCase } from '../fixes/names.ts';

const NAME_ATTRIBUTE: AttributeNames = { terraform: 'name', template: 'Ref' };
const ARN_ATTRIBUTE: AttributeNames = { terraform: 'arn', template: 'Arn' };

function typeFromVocabulary(resource: Resource, suffix: string, more: Partial<NewType> = {}): NewType {
  return {
    suffix,
    resource,
    terraform: typeToWrite('terraform', resource),
    template: typeToWrite('cloudformation', resource),
    attributes: { name: NAME_ATTRIBUTE },
    ...more,
  };
}

export const NEW_ALARM = typeFromVocabulary(ALARM, 'Alarm', { inTemplate: { alarmName: null } });
export const NEW_SUBSCRIPTION = typeFromVocabulary(EVENT_SUBSCRIPTION, '', {
  inTemplate: { subscriptionName: null },
});
export const NEW_HOOK = typeFromVocabulary(LIFECYCLE_HOOK, 'Hook', {
  inTemplate: { lifecycleHookName: null },
});
export const NEW_RULE = typeFromVocabulary(EVENT_RULE, 'Rule', { inTemplate: { name: null } });
export const NEW_ASSOCIATION = typeFromVocabulary(SSM_ASSOCIATION, 'Association', { listed: ['targets'] });
export const NEW_LOG_GROUP = typeFromVocabulary(LOG_GROUP, 'Log');
/**
 * Log group that only other new resources refer to. It has no name, so that two stacks of one template do not collide.
 */
export const UNNAMED_LOG_GROUP: NewType = { ...NEW_LOG_GROUP, inTemplate: { logGroupName: null } };
/** Parameter groups for clusters and for lone instances. */
export const NEW_PARAMETER_GROUPS = {
  'cluster-parameter-group': newParameterGroup(CLUSTER_PARAMETER_GROUP),
  'parameter-group': newParameterGroup(PARAMETER_GROUP),
} as const;

function newParameterGroup(resource: Resource): NewType {
  return typeFromVocabulary(resource, 'ParameterGroup', {
    inTemplate: { namePrefix: null },
    inTerraform: { description: null, namePrefix: 'name_prefix', parameters: 'parameter' },
  });
}

export const TOPIC: NewType = {
  suffix: '',
  terraform: 'aws_sns_topic',
  template: 'AWS::SNS::Topic',
  inTemplate: { namePrefix: null },
  construct: { className: 'Topic', arn: 'topicArn' },
  attributes: { arn: { terraform: 'arn', template: 'Ref' } },
};
export const ROLE: NewType = {
  suffix: 'Role',
  terraform: 'aws_iam_role',
  template: 'AWS::IAM::Role',
  inTerraform: { assumeRolePolicyDocument: 'assume_role_policy' },
  inTemplate: { name: null },
  attributes: { name: NAME_ATTRIBUTE, arn: ARN_ATTRIBUTE },
};
/** The CDK's own role, for the CDK's own constructs. */
export const CDK_ROLE: NewType = { ...ROLE, construct: { className: 'Role', takesSettings: true } };
export const ROLE_POLICY: NewType = {
  suffix: 'Policy',
  terraform: 'aws_iam_role_policy',
  template: 'AWS::IAM::Policy',
  inTerraform: { policyName: 'name', policyDocument: 'policy' },
  inTemplate: { role: 'Roles' },
  listed: ['role'],
};
export const POLICY_ATTACHMENT: NewType = {
  suffix: '',
  terraform: 'aws_iam_role_policy_attachment',
  template: null,
};
export const EVENT_TARGET: NewType = {
  suffix: '',
  terraform: 'aws_cloudwatch_event_target',
  template: null,
  inTerraform: { id: null, inputPathsMap: 'input_paths' },
};
export const NOTIFICATION: NewType = {
  suffix: '',
  terraform: 'aws_autoscaling_notification',
  template: null,
};
export const AUTOMATION: NewType = {
  suffix: 'Document',
  terraform: 'aws_ssm_document',
  template: 'AWS::SSM::Document',
  inTemplate: { name: null, documentFormat: null },
  attributes: {
    name: NAME_ATTRIBUTE,
    automation: {
      terraform: (address) =>
        `"\${replace(${address}.arn, ":document/", ":automation-definition/")}:$DEFAULT"`,
      template: ({ to }) =>
        concat(
          ...[
            'arn:',
            pseudoParameter('Partition'),
            ':ssm:',
            pseudoParameter('Region'),
            ':',
            pseudoParameter('AccountId'),
          ],
          ...([':automation-definition/', { is: 'reference', to, what: 'name' }, ':$DEFAULT'] as const),
        ),
    },
  },
};
export const BUCKET: NewType = {
  suffix: '',
  terraform: 'aws_s3_bucket',
  template: 'AWS::S3::Bucket',
  inTemplate: { bucketPrefix: null },
  construct: { className: 'Bucket', name: 'bucketName', arn: 'bucketArn' },
  attributes: { name: { terraform: 'id', template: 'Ref' }, arn: ARN_ATTRIBUTE },
};
export const BUCKET_POLICY: NewType = {
  suffix: 'Policy',
  terraform: 'aws_s3_bucket_policy',
  template: 'AWS::S3::BucketPolicy',
  inTerraform: { policyDocument: 'policy' },
  attributes: { name: { terraform: 'bucket', template: 'Ref' } },
};
export const INSTANCE_PROFILE: NewType = {
  suffix: 'Profile',
  terraform: 'aws_iam_instance_profile',
  template: 'AWS::IAM::InstanceProfile',
  inTemplate: { role: 'Roles', namePrefix: null },
  listed: ['role'],
  attributes: { name: NAME_ATTRIBUTE, arn: ARN_ATTRIBUTE },
};

/** Terraform's argument for a setting; null if it has none. */
export function argumentOf({ resource, inTerraform = {} }: NewType, setting: string): string | null {
  const own = inTerraform[setting];
  if (own !== undefined) return own;
  const isRow = resource !== undefined && setting in resource.settings;
  return isRow ? propertyToWrite('terraform', resource, setting) : snakeCase(setting);
}

/** CloudFormation's property for a setting; null if it has none. */
export function templatePropertyOf({ resource, inTemplate = {} }: NewType, setting: string): string | null {
  const own = inTemplate[setting];
  if (own !== undefined) return own;
  const isRow = resource !== undefined && setting in resource.settings;
  return isRow ? propertyToWrite('cloudformation', resource, setting) : pascalCase(setting);
}
