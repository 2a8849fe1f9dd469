import type { Resource, Setting } from '../resource-types.ts';

export const BALANCING_API = 'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_';

const ROUTING = 'target_group_health.unhealthy_state_routing.minimum_healthy_targets';
const FAILOVER = 'target_group_health.dns_failover.minimum_healthy_targets';
const attribute = (terraform: string, more: Partial<Setting> = {}): Setting => ({
  type: 'attribute',
  terraform,
  cloudformation: null,
  ...more,
});

export const TARGET_GROUP: Resource = {
  kind: 'target-group',
  page: `${BALANCING_API}CreateTargetGroup.html`,
  types: {
    terraform: ['aws_lb_target_group', 'aws_alb_target_group'],
    cloudformation: 'AWS::ElasticLoadBalancingV2::TargetGroup',
    cdk: { ApplicationTargetGroup: {}, NetworkTargetGroup: {} },
    cdkMethods: { addTargets: 'TargetGroup' },
  },
  name: 'name',
  isReferredById: true,
  attributes: 'TargetGroupAttributes',
  settings: {
    'deregistration_delay.timeout_seconds': attribute('deregistration_delay', {
      cdk: 'deregistrationDelay',
      default: '300',
    }),
    healthCheckEnabled: { type: 'boolean', terraform: 'health_check.enabled', cdk: 'healthCheck.enabled' },
    healthCheckIntervalSeconds: {
      type: 'number',
      terraform: 'health_check.interval',
      cdk: 'healthCheck.interval',
      cdkType: 'Duration',
      default: 30,
    },
    healthCheckPath: { type: 'text', terraform: 'health_check.path', cdk: 'healthCheck.path' },
    healthCheckPort: { type: 'text', terraform: 'health_check.port', cdk: 'healthCheck.port' },
    healthCheckProtocol: { type: 'text', terraform: 'health_check.protocol', cdk: 'healthCheck.protocol' },
    healthCheckTimeoutSeconds: {
      type: 'number',
      terraform: 'health_check.timeout',
      cdk: 'healthCheck.timeout',
    },
    healthyThresholdCount: {
      type: 'number',
      terraform: 'health_check.healthy_threshold',
      cdk: 'healthCheck.healthyThresholdCount',
    },
    'matcher.httpCode': {
      type: 'text',
      terraform: 'health_check.matcher',
      cloudformation: 'Matcher.HttpCode',
      answer: 'Matcher.HttpCode',
      cdk: 'healthCheck.healthyHttpCodes',
    },
    name: { type: 'text', cdk: 'targetGroupName', answer: 'TargetGroupName' },
    port: { type: 'number' },
    protocol: { type: 'text' },
    'slow_start.duration_seconds': attribute('slow_start', { cdk: 'slowStart', default: '0' }),
    [`${FAILOVER}.count`]: attribute(`${FAILOVER}_count`),
    [`${FAILOVER}.percentage`]: attribute(`${FAILOVER}_percentage`),
    [`${ROUTING}.count`]: attribute(`${ROUTING}_count`),
    [`${ROUTING}.percentage`]: attribute(`${ROUTING}_percentage`),
    targetHealth: {
      type: 'answer',
      call: 'elasticloadbalancing:DescribeTargetHealth',
    },
    targetType: { type: 'text' },
    // Two failures in CloudFormation and the API, three in Terraform.
    unhealthyThresholdCount: {
      type: 'number',
      terraform: 'health_check.unhealthy_threshold',
      cdk: 'healthCheck.unhealthyThresholdCount',
      default: 2,
      terraformDefault: 3,
    },
  },
};
