import type { AssetKind } from '../../../model/index.ts';

/** How a class of the CDK becomes an asset: its properties, in lower case, by the settings that they become. */
export interface ServiceClass {
  kind: AssetKind;
  settings: Readonly<Record<string, string>>;
  /** Settings that the class gives by itself. */
  always?: Readonly<Record<string, string | number>>;
}

const TARGET_GROUP: ServiceClass = {
  kind: 'target-group',
  settings: {
    deregistrationdelay: 'deregistration_delay.timeout_seconds',
    port: 'port',
    protocol: 'protocol',
    slowstart: 'slow_start.duration_seconds',
    targetgroupname: 'name',
    targettype: 'targetType',
  },
};

export const HEALTH_CHECK_SETTINGS: Readonly<Record<string, string>> = {
  enabled: 'healthCheckEnabled',
  healthyhttpcodes: 'matcher.httpCode',
  healthythresholdcount: 'healthyThresholdCount',
  interval: 'healthCheckIntervalSeconds',
  path: 'healthCheckPath',
  port: 'healthCheckPort',
  protocol: 'healthCheckProtocol',
  timeout: 'healthCheckTimeoutSeconds',
  unhealthythresholdcount: 'unhealthyThresholdCount',
};

export const LIFECYCLE_HOOK: ServiceClass = {
  kind: 'lifecycle-hook',
  settings: {
    defaultresult: 'defaultResult',
    heartbeattimeout: 'heartbeatTimeout',
    lifecyclehookname: 'lifecycleHookName',
    lifecycletransition: 'lifecycleTransition',
    notificationtarget: 'notificationTargetARN',
  },
};

export const ALARM: ServiceClass = {
  kind: 'alarm',
  settings: {
    actionsenabled: 'actionsEnabled',
    alarmname: 'alarmName',
    comparisonoperator: 'comparisonOperator',
    datapointstoalarm: 'datapointsToAlarm',
    evaluationperiods: 'evaluationPeriods',
    threshold: 'threshold',
    treatmissingdata: 'treatMissingData',
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
        autoscalinggroupname: 'autoScalingGroupName',
        capacityrebalance: 'capacityRebalance',
        cooldown: 'cooldown',
        defaultinstancewarmup: 'defaultInstanceWarmup',
        desiredcapacity: 'desiredCapacity',
        maxcapacity: 'maxSize',
        maxinstancelifetime: 'maxInstanceLifetime',
        mincapacity: 'minSize',
        newinstancesprotectedfromscalein: 'newInstancesProtectedFromScaleIn',
        notifications: 'notificationConfigurations',
      },
    },
  ],
  [
    'LaunchTemplate',
    {
      kind: 'launch-template',
      settings: {
        blockdevices: 'blockDeviceMappings',
        instanceprofile: 'iamInstanceProfile',
        instancetype: 'instanceType',
        launchtemplatename: 'launchTemplateName',
        role: 'iamInstanceProfile',
      },
    },
  ],
  ['LifecycleHook', LIFECYCLE_HOOK],
  ['ApplicationTargetGroup', TARGET_GROUP],
  ['NetworkTargetGroup', TARGET_GROUP],
  [
    'ApplicationLoadBalancer',
    { kind: 'load-balancer', settings: { loadbalancername: 'name' }, always: { type: 'application' } },
  ],
  [
    'NetworkLoadBalancer',
    { kind: 'load-balancer', settings: { loadbalancername: 'name' }, always: { type: 'network' } },
  ],
  [
    'LogGroup',
    {
      kind: 'log-group',
      settings: { loggroupname: 'logGroupName', retention: 'retentionInDays' },
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
