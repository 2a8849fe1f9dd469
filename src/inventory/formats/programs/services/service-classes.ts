import type { AssetKind } from '../../../../model/index.ts';

/** How a class of the CDK becomes an asset: its properties, as the CDK writes them, by the settings that they become. */
export interface ServiceClass {
  kind: AssetKind;
  settings: Readonly<Record<string, string>>;
  /** Settings that the class gives by itself. */
  always?: Readonly<Record<string, string | number>>;
}

const TARGET_GROUP: ServiceClass = {
  kind: 'target-group',
  settings: {
    deregistrationDelay: 'deregistration_delay.timeout_seconds',
    port: 'port',
    protocol: 'protocol',
    slowStart: 'slow_start.duration_seconds',
    targetGroupName: 'name',
    targetType: 'targetType',
  },
};

export const HEALTH_CHECK_SETTINGS: Readonly<Record<string, string>> = {
  enabled: 'healthCheckEnabled',
  healthyHttpCodes: 'matcher.httpCode',
  healthyThresholdCount: 'healthyThresholdCount',
  interval: 'healthCheckIntervalSeconds',
  path: 'healthCheckPath',
  port: 'healthCheckPort',
  protocol: 'healthCheckProtocol',
  timeout: 'healthCheckTimeoutSeconds',
  unhealthyThresholdCount: 'unhealthyThresholdCount',
};

export const LIFECYCLE_HOOK: ServiceClass = {
  kind: 'lifecycle-hook',
  settings: {
    defaultResult: 'defaultResult',
    heartbeatTimeout: 'heartbeatTimeout',
    lifecycleHookName: 'lifecycleHookName',
    lifecycleTransition: 'lifecycleTransition',
    notificationTarget: 'notificationTargetARN',
  },
};

export const ALARM: ServiceClass = {
  kind: 'alarm',
  settings: {
    actionsEnabled: 'actionsEnabled',
    alarmName: 'alarmName',
    comparisonOperator: 'comparisonOperator',
    datapointsToAlarm: 'datapointsToAlarm',
    evaluationPeriods: 'evaluationPeriods',
    threshold: 'threshold',
    treatMissingData: 'treatMissingData',
  },
};

export { TARGET_GROUP };

/** Constructs of the CDK of which the checklist asks. Names of properties: the CDK's API reference, version 2. */
export const SERVICE_CLASSES: ReadonlyMap<string, ServiceClass> = new Map<string, ServiceClass>([
  [
    'AutoScalingGroup',
    {
      kind: 'auto-scaling-group',
      settings: {
        autoScalingGroupName: 'autoScalingGroupName',
        capacityRebalance: 'capacityRebalance',
        cooldown: 'cooldown',
        defaultInstanceWarmup: 'defaultInstanceWarmup',
        desiredCapacity: 'desiredCapacity',
        maxCapacity: 'maxSize',
        maxInstanceLifetime: 'maxInstanceLifetime',
        minCapacity: 'minSize',
        newInstancesProtectedFromScaleIn: 'newInstancesProtectedFromScaleIn',
        notifications: 'notificationConfigurations',
      },
    },
  ],
  [
    'LaunchTemplate',
    {
      kind: 'launch-template',
      settings: {
        blockDevices: 'blockDeviceMappings',
        instanceProfile: 'iamInstanceProfile',
        instanceType: 'instanceType',
        launchTemplateName: 'launchTemplateName',
        role: 'iamInstanceProfile',
      },
    },
  ],
  ['LifecycleHook', LIFECYCLE_HOOK],
  ['ApplicationTargetGroup', TARGET_GROUP],
  ['NetworkTargetGroup', TARGET_GROUP],
  [
    'ApplicationLoadBalancer',
    { kind: 'load-balancer', settings: { loadBalancerName: 'name' }, always: { type: 'application' } },
  ],
  [
    'NetworkLoadBalancer',
    { kind: 'load-balancer', settings: { loadBalancerName: 'name' }, always: { type: 'network' } },
  ],
  [
    'LogGroup',
    {
      kind: 'log-group',
      settings: { logGroupName: 'logGroupName', retention: 'retentionInDays' },
      // The CDK's own default is two years.
      always: { retentionInDays: 731 },
    },
  ],
  ['Alarm', ALARM],
]);

/** Constructs that pass on what CloudFormation takes, by its types. */
export const PLAIN_CLASSES: ReadonlyMap<string, string> = new Map([
  ['CfnAutoScalingGroup', 'AWS::AutoScaling::AutoScalingGroup'],
  ['CfnLifecycleHook', 'AWS::AutoScaling::LifecycleHook'],
  ['CfnLaunchTemplate', 'AWS::EC2::LaunchTemplate'],
  ['CfnTargetGroup', 'AWS::ElasticLoadBalancingV2::TargetGroup'],
  ['CfnLogGroup', 'AWS::Logs::LogGroup'],
  ['CfnAlarm', 'AWS::CloudWatch::Alarm'],
  ['CfnEventSubscription', 'AWS::RDS::EventSubscription'],
]);
