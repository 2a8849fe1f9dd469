import type { AssetKind, LinkRole } from '../model/index.ts';
import type { SettingType } from './resource-types.ts';

/** Reference of a resource to assets. */
export interface AssetReference {
  kinds: readonly AssetKind[];
  terraform?: readonly string[];
  cloudformation?: readonly string[];
  /** True if the reference is to a listener of the asset. */
  isThroughListener?: true;
}

/** A resource that is not an asset itself but changes assets. */
export interface Attachment {
  terraform?: readonly string[];
  cloudformation?: string;
  /** Changed assets. */
  of: AssetReference;
  /** Links that the assets receive. */
  links?: readonly { role: LinkRole; to: AssetReference }[];
  /** Settings that the assets receive. */
  settings?: readonly { name: string; type?: SettingType; terraform?: string; cloudformation?: string }[];
  /** New item of a list of the assets: an object with these fields, at the place of the first written one. */
  item?: {
    list: string;
    fields: Readonly<Record<string, string>>;
    /** The same fields in CloudFormation, if it has such a resource. */
    cloudformation?: Readonly<Record<string, string>>;
  };
  /** Setting of the asset that the attachment implies; its place is that of the argument `terraform`. */
  state?: { name: string; value: string; terraform: string };
}

const GROUP = (terraform: string): AssetReference => ({
  kinds: ['auto-scaling-group'],
  terraform: [terraform],
  cloudformation: ['AutoScalingGroupName'],
});
const CLUSTER = (terraform: string): AssetReference => ({ kinds: ['database'], terraform: [terraform] });
const PROXY: AssetReference = {
  kinds: ['db-proxy'],
  terraform: ['db_proxy_name'],
  cloudformation: ['DBProxyName'],
};

const TARGETS = (terraform: string, cloudformation: string): AssetReference => ({
  kinds: ['target-group'],
  terraform: [terraform],
  cloudformation: [cloudformation],
});
const BALANCER: AssetReference = {
  kinds: ['load-balancer'],
  terraform: ['load_balancer_arn'],
  cloudformation: ['LoadBalancerArn'],
};
const LISTENER: AssetReference = {
  kinds: ['load-balancer'],
  terraform: ['listener_arn'],
  cloudformation: ['ListenerArn'],
  isThroughListener: true,
};

export const ATTACHMENTS: readonly Attachment[] = [
  // A listener forwards its load balancer's requests to the target groups of its actions.
  {
    terraform: ['aws_lb_listener', 'aws_alb_listener'],
    cloudformation: 'AWS::ElasticLoadBalancingV2::Listener',
    of: TARGETS('default_action', 'DefaultActions'),
    links: [{ role: 'load-balancer', to: BALANCER }],
  },
  {
    terraform: ['aws_lb_listener_rule', 'aws_alb_listener_rule'],
    cloudformation: 'AWS::ElasticLoadBalancingV2::ListenerRule',
    of: TARGETS('action', 'Actions'),
    links: [{ role: 'load-balancer', to: LISTENER }],
  },
  {
    terraform: ['aws_autoscaling_attachment'],
    of: GROUP('autoscaling_group_name'),
    links: [
      {
        role: 'target-group',
        to: { kinds: ['target-group'], terraform: ['lb_target_group_arn', 'alb_target_group_arn'] },
      },
    ],
  },
  {
    terraform: ['aws_autoscaling_notification'],
    of: GROUP('group_names'),
    links: [{ role: 'notifies', to: { kinds: ['topic'], terraform: ['topic_arn'] } }],
    item: {
      list: 'notificationConfigurations',
      fields: { notificationTypes: 'notifications', topicARN: 'topic_arn' },
    },
  },
  {
    terraform: ['aws_sns_topic_policy'],
    cloudformation: 'AWS::SNS::TopicPolicy',
    of: { kinds: ['topic'], terraform: ['arn'], cloudformation: ['Topics'] },
    settings: [{ name: 'policy', type: 'verbatim', terraform: 'policy', cloudformation: 'PolicyDocument' }],
  },
  {
    terraform: ['aws_chatbot_slack_channel_configuration', 'aws_chatbot_teams_channel_configuration'],
    cloudformation: 'AWS::Chatbot::SlackChannelConfiguration',
    of: { kinds: ['topic'], terraform: ['sns_topic_arns'], cloudformation: ['SnsTopicArns'] },
    item: {
      list: 'integrations',
      fields: { name: 'configuration_name' },
      cloudformation: { name: 'ConfigurationName' },
    },
  },
  {
    terraform: ['aws_kms_key_policy'],
    of: { kinds: ['key'], terraform: ['key_id'] },
    settings: [{ name: 'policy', type: 'verbatim', terraform: 'policy' }],
  },
  {
    terraform: ['aws_sqs_queue_policy'],
    cloudformation: 'AWS::SQS::QueuePolicy',
    of: { kinds: ['queue'], terraform: ['queue_url'], cloudformation: ['Queues'] },
    settings: [{ name: 'policy', type: 'verbatim', terraform: 'policy', cloudformation: 'PolicyDocument' }],
  },
  {
    terraform: ['aws_s3_bucket_policy'],
    cloudformation: 'AWS::S3::BucketPolicy',
    of: { kinds: ['bucket'], terraform: ['bucket'], cloudformation: ['Bucket'] },
    settings: [{ name: 'policy', type: 'verbatim', terraform: 'policy', cloudformation: 'PolicyDocument' }],
  },
  {
    terraform: ['aws_s3_bucket_lifecycle_configuration'],
    of: { kinds: ['bucket'], terraform: ['bucket'] },
    settings: [{ name: 'lifecycleConfiguration', terraform: 'rule' }],
  },
  {
    terraform: ['aws_lambda_permission'],
    cloudformation: 'AWS::Lambda::Permission',
    of: { kinds: ['function'], terraform: ['function_name'], cloudformation: ['FunctionName'] },
    item: {
      list: 'permissions',
      fields: { principal: 'principal', action: 'action', sourceArn: 'source_arn' },
      cloudformation: { principal: 'Principal', action: 'Action', sourceArn: 'SourceArn' },
    },
  },
  {
    terraform: ['aws_lambda_event_source_mapping'],
    cloudformation: 'AWS::Lambda::EventSourceMapping',
    of: { kinds: ['queue'], terraform: ['event_source_arn'], cloudformation: ['EventSourceArn'] },
    links: [
      {
        role: 'notifies',
        to: { kinds: ['function'], terraform: ['function_name'], cloudformation: ['FunctionName'] },
      },
    ],
  },
  {
    terraform: ['aws_iam_role_policy_attachment'],
    of: { kinds: ['role'], terraform: ['role'] },
    item: { list: 'attachedPolicies', fields: { policyArn: 'policy_arn' } },
    links: [{ role: 'policy', to: { kinds: ['policy'], terraform: ['policy_arn'] } }],
  },
  {
    terraform: ['aws_iam_policy_attachment'],
    of: { kinds: ['role'], terraform: ['roles'] },
    item: { list: 'attachedPolicies', fields: { policyArn: 'policy_arn' } },
    links: [{ role: 'policy', to: { kinds: ['policy'], terraform: ['policy_arn'] } }],
  },
  {
    cloudformation: 'AWS::AutoScaling::WarmPool',
    of: GROUP(''),
    settings: [
      { name: 'warmPool.minSize', cloudformation: 'MinSize' },
      { name: 'warmPool.maxGroupPreparedCapacity', cloudformation: 'MaxGroupPreparedCapacity' },
      { name: 'warmPool.poolState', cloudformation: 'PoolState' },
    ],
  },
  {
    terraform: ['aws_db_proxy_target'],
    cloudformation: 'AWS::RDS::DBProxyTargetGroup',
    of: PROXY,
    links: [
      {
        role: 'watches',
        to: {
          kinds: ['database'],
          terraform: ['db_cluster_identifier'],
          cloudformation: ['DBClusterIdentifiers'],
        },
      },
      {
        role: 'watches',
        to: {
          kinds: ['db-instance'],
          terraform: ['db_instance_identifier'],
          cloudformation: ['DBInstanceIdentifiers'],
        },
      },
    ],
    settings: [{ name: 'connectionPoolConfig', cloudformation: 'ConnectionPoolConfigurationInfo' }],
  },
  {
    terraform: ['aws_db_proxy_default_target_group'],
    of: PROXY,
    settings: [{ name: 'connectionPoolConfig', terraform: 'connection_pool_config' }],
  },
  {
    terraform: ['aws_rds_cluster_role_association'],
    of: CLUSTER('db_cluster_identifier'),
    item: { list: 'associatedRoles', fields: { featureName: 'feature_name', roleArn: 'role_arn' } },
  },
  {
    terraform: ['aws_rds_cluster_activity_stream'],
    of: CLUSTER('resource_arn'),
    state: { name: 'activityStreamStatus', value: 'started', terraform: 'mode' },
  },
];

const byType = new Map(
  ATTACHMENTS.flatMap((row) =>
    [...(row.terraform ?? []), row.cloudformation ?? []].flat().map((type) => [type, row] as const),
  ),
);

/** Changes to assets by a Terraform or CloudFormation type that is not an asset; null for all other types. */
export function attachmentOf(type: string): Attachment | null {
  return byType.get(type) ?? null;
}
