import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Asset } from '../../../model/index.ts';
import { cloudformation } from './format.ts';
import { assetsOf } from '../../../../test/support/code/format.ts';

const STACK = `AWSTemplateFormatVersion: '2010-09-09'
Parameters:
  Grace: { Type: Number, Default: '120' }
  Logs: { Type: CommaDelimitedList, Default: 'error, slowquery' }
  AlertTopic: { Type: String }
Conditions:
  Undecided: !Equals [!Ref AlertTopic, x]
Resources:
  Group:
    Type: AWS::RDS::DBClusterParameterGroup
    Properties:
      Family: aurora-mysql8.0
      Description: for orders
      Parameters:
        slow_query_log: 1
        long_query_time: "0.50"
        log_output: FILE
        binlog_format: !If [Undecided, ROW, 'OFF']
        general_log: on
  InstanceGroup:
    Type: AWS::RDS::DBParameterGroup
    Properties:
      Family: aurora-mysql8.0
      Parameters: { max_connections: '500' }
  Orders:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-mysql
      EngineVersion: 8.0.mysql_aurora.3.10.1
      EnableCloudwatchLogsExports: !Ref Logs
      EnableIAMDatabaseAuthentication: 'true'
      DBClusterParameterGroupName: !Ref Group
      MonitoringInterval: !If [Undecided, 15, 60]
      MonitoringRoleArn: !GetAtt MonitoringRole.Arn
      BacktrackWindow: '3600'
      MasterUserPassword: hunter2
      ServerlessV2ScalingConfiguration: { MinCapacity: 0.5, MaxCapacity: !Ref AlertTopic }
      AssociatedRoles: [{ RoleArn: !GetAtt MonitoringRole.Arn, FeatureName: s3Import }]
      DeletionProtection: !Ref AWS::NoValue
  Writer:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: aurora-mysql
      DBClusterIdentifier: !Ref Orders
      DBInstanceClass: db.r6g.large
      DBParameterGroupName: !Ref InstanceGroup
      EnablePerformanceInsights: yes
      MultiAZ: false
      CACertificateIdentifier: rds-ca-rsa2048-g1
  MonitoringRole: { Type: AWS::IAM::Role, Properties: {} }
  ErrorLog:
    Type: AWS::Logs::LogGroup
    Properties:
      LogGroupName: !Sub /aws/rds/cluster/\${Orders}/error
      RetentionInDays: 90
  Events:
    Type: AWS::RDS::EventSubscription
    Properties:
      SourceType: db-cluster
      SourceIds: [!Ref Orders]
      EventCategories: [failover, failure]
      SnsTopicArn: !Ref AlertTopic
  Proxy:
    Type: AWS::RDS::DBProxy
    Properties: { DBProxyName: orders, EngineFamily: MYSQL, RequireTLS: true, IdleClientTimeout: 900 }
  ProxyTargets:
    Type: AWS::RDS::DBProxyTargetGroup
    Properties:
      DBProxyName: !Ref Proxy
      DBClusterIdentifiers: [!Ref Orders]
      ConnectionPoolConfigurationInfo: { MaxConnectionsPercent: 70 }
  Connections:
    Type: AWS::CloudWatch::Alarm
    Properties:
      Namespace: AWS/RDS
      MetricName: DatabaseConnections
      Dimensions: [{ Name: DBClusterIdentifier, Value: !Ref Orders }]
      Threshold: '800'
      AlarmActions: [!Ref Topic]
  Topic: { Type: AWS::SNS::Topic }
  Web:
    Type: AWS::AutoScaling::AutoScalingGroup
    Properties:
      MinSize: '2'
      MaxSize: 6
      HealthCheckType: ELB
      HealthCheckGracePeriod: !Ref Grace
      TargetGroupARNs: [!Ref WebTargets]
      LaunchTemplate: { LaunchTemplateId: !Ref WebTemplate, Version: !GetAtt WebTemplate.LatestVersionNumber }
      LifecycleHookSpecificationList:
        - LifecycleHookName: save-logs
          LifecycleTransition: autoscaling:EC2_INSTANCE_TERMINATING
          HeartbeatTimeout: 300
      MetricsCollection: [{ Granularity: 1Minute }]
      VPCZoneIdentifier: [!Ref SubnetA, !Ref SubnetB]
      InstanceMaintenancePolicy: { MinHealthyPercentage: 100, MaxHealthyPercentage: 150 }
  SubnetA: { Type: AWS::EC2::Subnet }
  SubnetB: { Type: AWS::EC2::Subnet }
  Launch:
    Type: AWS::AutoScaling::LifecycleHook
    Properties:
      AutoScalingGroupName: !Ref Web
      LifecycleTransition: autoscaling:EC2_INSTANCE_LAUNCHING
      DefaultResult: CONTINUE
  WebTemplate:
    Type: AWS::EC2::LaunchTemplate
    Properties:
      LaunchTemplateData:
        ImageId: ami-0123456789abcdef0
        IamInstanceProfile: { Arn: !GetAtt Profile.Arn }
        UserData:
          Fn::Base64: !Sub |
            #!/bin/bash
            dnf install -y amazon-cloudwatch-agent
            echo \${AWS::StackName}
  Profile: { Type: AWS::IAM::InstanceProfile }
  WebTargets:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties:
      HealthCheckPath: /
      HealthCheckIntervalSeconds: 10
      Matcher: { HttpCode: 200-299 }
      TargetGroupAttributes:
        - { Key: deregistration_delay.timeout_seconds, Value: '30' }
        - Key: target_group_health.unhealthy_state_routing.minimum_healthy_targets.percentage
          Value: !Ref AlertTopic
  Balancer:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties:
      LoadBalancerAttributes: [{ Key: access_logs.s3.enabled, Value: true }]
  Listener:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties:
      LoadBalancerArn: !Ref Balancer
      DefaultActions: [{ Type: forward, TargetGroupArn: !Ref WebTargets }]
  Replaced:
    Type: AWS::Events::Rule
    Properties:
      State: ENABLED
      EventPattern:
        source: [aws.autoscaling]
        detail-type: [EC2 Instance-terminate Lifecycle Action]
        detail: { AutoScalingGroupName: [!Ref Web] }
      Targets: [{ Arn: !Ref Topic, Id: mail }]
  Audit:
    Type: AWS::CloudTrail::Trail
    Properties: { IsLogging: true, IsMultiRegionTrail: 'true' }
`;

const assets = assetsOf(cloudformation, 'web.yaml', { 'web.yaml': STACK });

function asset(name: string): Asset {
  const found = assets.get(name);
  assert.ok(found, `${name} is missing`);
  return found;
}

function links(name: string): string[] {
  return asset(name).links.map((link) => `${link.role} ${link.assetId.replace('web.yaml#', '')}`);
}

test('reads settings of a cluster by RDS API names, without the password', () => {
  const { settings, unknownSettings } = asset('Orders');
  assert.deepEqual(settings.enabledCloudwatchLogsExports, ['error', 'slowquery']);
  assert.equal(settings.iamDatabaseAuthenticationEnabled, true);
  assert.equal(settings.dbClusterParameterGroupName, 'Group');
  assert.equal(settings.backtrackWindow, 3600);
  assert.equal(settings.monitoringRoleArn, 'MonitoringRole');
  assert.deepEqual(settings.serverlessV2ScalingConfiguration, { minCapacity: 0.5, maxCapacity: null });
  assert.deepEqual(settings.associatedRoles, [{ roleArn: 'MonitoringRole', featureName: 's3Import' }]);
  assert.equal('deletionProtection' in settings, false);
  assert.ok(unknownSettings.includes('monitoringInterval'));
  assert.equal(JSON.stringify([...assets.values()]).includes('hunter2'), false);
});

test('reads parameters of a group with their own names and text', () => {
  const { settings, unknownSettings } = asset('Group');
  assert.deepEqual(settings, {
    description: 'for orders',
    dbParameterGroupFamily: 'aurora-mysql8.0',
    slow_query_log: '1',
    long_query_time: '0.50',
    log_output: 'FILE',
    general_log: 'on',
  });
  assert.deepEqual(unknownSettings, ['binlog_format']);
  assert.equal(asset('Orders').settings.slow_query_log, '1');
  assert.equal(asset('Writer').settings.max_connections, '500');
});

test('reads settings of an instance, and links it to cluster and group', () => {
  const { settings } = asset('Writer');
  assert.equal(settings.performanceInsightsEnabled, true);
  assert.equal(settings.multiAZ, false);
  assert.equal(settings.caCertificateIdentifier, 'rds-ca-rsa2048-g1');
  assert.deepEqual(links('Writer'), ['member-of Orders', 'parameter-group InstanceGroup']);
});

test('links alarms, subscriptions, log groups and proxies to their subjects', () => {
  assert.deepEqual(links('Connections'), ['watches Orders', 'notifies Topic']);
  for (const name of ['Events', 'ErrorLog', 'Proxy']) assert.deepEqual(links(name), ['watches Orders']);
  assert.deepEqual(asset('Connections').settings.alarmActions, ['Topic']);
  assert.equal(asset('Connections').settings.threshold, 800);
  assert.equal(asset('ErrorLog').settings.logGroupName, '/aws/rds/cluster/${Orders}/error');
  assert.deepEqual(asset('Proxy').settings.connectionPoolConfig, { maxConnectionsPercent: 70 });
  assert.deepEqual(asset('Events').settings.eventCategories, ['failover', 'failure']);
  assert.deepEqual(asset('Events').unknownSettings, ['snsTopicArn']);
});

test('links an Auto Scaling group to hooks, targets, balancer, template and image', () => {
  const { settings } = asset('Web');
  assert.equal(settings.minSize, 2);
  assert.equal(settings.healthCheckGracePeriod, 120);
  assert.deepEqual(settings.vpcZoneIdentifier, ['SubnetA', 'SubnetB']);
  assert.deepEqual(settings.instanceMaintenancePolicy, {
    minHealthyPercentage: 100,
    maxHealthyPercentage: 150,
  });
  assert.deepEqual(links('Web'), ['launch-template WebTemplate', 'target-group WebTargets']);
  assert.deepEqual(links('WebTargets'), ['load-balancer Balancer']);
  assert.deepEqual(links('Launch'), ['member-of Web']);
  assert.deepEqual(links('Web.LifecycleHookSpecificationList[0]'), ['member-of Web']);
  assert.equal(asset('Web.LifecycleHookSpecificationList[0]').settings.heartbeatTimeout, 300);
  assert.deepEqual(links('WebTemplate'), ['role Profile', 'image WebTemplate.LaunchTemplateData.ImageId']);
  assert.deepEqual(links('Replaced'), ['watches Web', 'notifies Topic']);
});

test('keeps the known part of user data', () => {
  const { userData } = asset('WebTemplate').settings;
  assert.ok(typeof userData === 'string');
  assert.match(userData, /amazon-cloudwatch-agent\necho \$\{AWS::StackName\}/);
  assert.deepEqual(asset('WebTemplate').settings.iamInstanceProfile, { arn: 'Profile' });
});

test('keeps keys of key-value attributes', () => {
  assert.equal(asset('WebTargets').settings['deregistration_delay.timeout_seconds'], '30');
  assert.equal(asset('WebTargets').unknownSettings.length, 1);
  assert.equal(asset('WebTargets').settings['matcher.httpCode'], '200-299');
  assert.equal(asset('Balancer').settings['access_logs.s3.enabled'], 'true');
  assert.deepEqual(asset('Audit').settings, { isLogging: true, isMultiRegionTrail: true });
});

test('links resources by their own names', () => {
  const text = `Resources:
  Writer: { Type: AWS::RDS::DBInstance, Properties: { Engine: aurora-mysql, DBClusterIdentifier: orders-prod } }
  Orders: { Type: AWS::RDS::DBCluster, Properties: { Engine: aurora-mysql, DBClusterIdentifier: orders-prod, EngineVersion: 8.0.mysql_aurora.3.10.1 } }
  World: { Type: AWS::RDS::GlobalCluster, Properties: { SourceDBClusterIdentifier: !Ref Orders } }
`;
  const byName = assetsOf(cloudformation, 'a.yaml', { 'a.yaml': text });
  assert.equal(byName.get('Writer')?.version, '3.10.1');
  assert.deepEqual(byName.get('Orders')?.links, [{ role: 'member-of', assetId: 'a.yaml#World' }]);
});

test('counts resources of a loop over names', () => {
  const text = `Transform: AWS::LanguageExtensions
Resources:
  Fn::ForEach::Shards:
    - Shard
    - [one, two, three]
    - Db\${Shard}: { Type: AWS::RDS::DBCluster, Properties: { Engine: aurora-mysql, EngineVersion: 8.0.mysql_aurora.3.10.1 } }
`;
  assert.equal(assetsOf(cloudformation, 'a.yaml', { 'a.yaml': text }).get('Db${Shard}')?.count, 3);
});
