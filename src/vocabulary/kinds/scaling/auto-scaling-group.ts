import type { Resource } from '../../resource-types.ts';

export const AUTO_SCALING_API = 'https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_';

/** Entry of `unknownSettings` if a group may have hooks that nobody has seen; it never has a value. */
export const HIDDEN_HOOKS = 'lifecycleHooks';

/** Notification types of a group; the CDK means all of them if none is named. */
export const NOTIFICATION_TYPES: readonly string[] = [
  'autoscaling:EC2_INSTANCE_LAUNCH',
  'autoscaling:EC2_INSTANCE_LAUNCH_ERROR',
  'autoscaling:EC2_INSTANCE_TERMINATE',
  'autoscaling:EC2_INSTANCE_TERMINATE_ERROR',
];

export const AUTO_SCALING_GROUP: Resource = {
  kind: 'auto-scaling-group',
  page: `${AUTO_SCALING_API}CreateAutoScalingGroup.html`,
  types: {
    terraform: ['aws_autoscaling_group'],
    cloudformation: 'AWS::AutoScaling::AutoScalingGroup',
    cdk: { AutoScalingGroup: {} },
  },
  name: 'autoScalingGroupName',
  settings: {
    autoScalingGroupName: { type: 'text', terraform: 'name' },
    availabilityZones: { type: 'structure' },
    capacityRebalance: { type: 'boolean' },
    cooldown: { type: 'number', terraform: 'default_cooldown', answer: 'DefaultCooldown' },
    defaultInstanceWarmup: { type: 'number', default: 0, cdkType: 'Duration' },
    desiredCapacity: { type: 'number' },
    // 300 s in the console and in Terraform, none through the API and CloudFormation.
    healthCheckGracePeriod: {
      type: 'number',
      default: 0,
      terraformDefault: 300,
      cdk: ['healthCheck.grace', 'healthChecks.gracePeriod'],
      cdkType: 'Duration',
    },
    healthCheckType: { type: 'text', default: 'EC2', cdk: 'healthCheck.type' },
    instanceLifecyclePolicy: { type: 'structure', cdkType: 'InstanceLifecyclePolicy' },
    instanceMaintenancePolicy: {
      type: 'structure',
      beside: {
        cdk: {
          minHealthyPercentage: 'minHealthyPercentage',
          maxHealthyPercentage: 'maxHealthyPercentage',
        },
      },
    },
    instances: { type: 'answer' },
    [HIDDEN_HOOKS]: {
      type: 'answer',
      call: 'autoscaling:DescribeLifecycleHooks',
      terraform: 'initial_lifecycle_hook',
      cloudformation: 'LifecycleHookSpecificationList',
    },
    loadBalancerNames: { type: 'structure', terraform: 'load_balancers' },
    maxInstanceLifetime: { type: 'number' },
    maxSize: { type: 'number', cdk: 'maxCapacity' },
    metricsCollection: {
      type: 'collections',
      terraform: 'enabled_metrics',
      cdk: 'groupMetrics',
      cdkType: 'GroupMetrics',
      beside: { terraform: { granularity: 'metrics_granularity' } },
      answer: 'EnabledMetrics',
      default: [],
    },
    minSize: { type: 'number', cdk: 'minCapacity' },
    newInstancesProtectedFromScaleIn: {
      type: 'boolean',
      terraform: 'protect_from_scale_in',
      default: false,
    },
    notificationConfigurations: {
      type: 'structure',
      terraform: null,
      cdk: 'notifications',
      call: 'autoscaling:DescribeNotificationConfigurations',
      default: [],
    },
    scalingActivities: {
      type: 'answer',
      call: 'autoscaling:DescribeScalingActivities',
      isOrdered: true,
    },
    suspendedProcesses: { type: 'structure', cloudformation: null, default: [] },
    targetGroupARNs: { type: 'structure' },
    terminationPolicies: { type: 'structure', isOrdered: true },
    trafficSources: { type: 'structure', terraform: 'traffic_source' },
    vpcZoneIdentifier: { type: 'structure', answer: 'VPCZoneIdentifier' },
    'warmPool.maxGroupPreparedCapacity': {
      type: 'number',
      cloudformation: null,
      answer: 'WarmPoolConfiguration.MaxGroupPreparedCapacity',
    },
    'warmPool.minSize': { type: 'number', cloudformation: null, answer: 'WarmPoolConfiguration.MinSize' },
    'warmPool.poolState': { type: 'text', cloudformation: null, answer: 'WarmPoolConfiguration.PoolState' },
  },
  config: {
    always: ['desiredCapacity', 'healthCheckGracePeriod', 'healthCheckType', 'maxSize', 'minSize'],
    often: ['defaultInstanceWarmup', 'metricsCollection', 'suspendedProcesses', 'targetGroupARNs'],
    never: [
      'instanceLifecyclePolicy',
      'instanceMaintenancePolicy',
      'newInstancesProtectedFromScaleIn',
      'notificationConfigurations',
      'scalingActivities',
    ],
    spelled: { metricsCollection: 'enabledMetrics' },
  },
  links: [
    {
      role: 'launch-template',
      to: ['launch-template'],
      terraform: [
        'launch_template.id',
        'launch_template.name',
        'launch_configuration',
        'mixed_instances_policy.launch_template.launch_template_specification.launch_template_id',
        'mixed_instances_policy.launch_template.launch_template_specification.launch_template_name',
      ],
      cloudformation: ['LaunchTemplate', 'MixedInstancesPolicy', 'LaunchConfigurationName'],
      cdk: ['launchTemplate', 'mixedInstancesPolicy'],
    },
    { role: 'notifies', to: ['topic'], settings: ['notificationConfigurations'] },
    { role: 'target-group', to: ['target-group'], settings: ['targetGroupARNs', 'trafficSources'] },
    { role: 'load-balancer', to: ['load-balancer'], settings: ['loadBalancerNames'] },
  ],
};
