import { Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import * as autoscaling from 'aws-cdk-lib/aws-autoscaling';
import * as cloudtrail from 'aws-cdk-lib/aws-cloudtrail';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as actions from 'aws-cdk-lib/aws-cloudwatch-actions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as rds from 'aws-cdk-lib/aws-rds';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as subscriptions from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';

export class ShopStack extends Stack {
  constructor(scope: Construct, id: string, props: StackProps & { vpc: ec2.IVpc }) {
    super(scope, id, props);
    const { vpc } = props;

    const parameters = new rds.ParameterGroup(this, 'Parameters', {
      engine: rds.DatabaseClusterEngine.auroraMysql({ version: rds.AuroraMysqlEngineVersion.of('8.0.mysql_aurora.3.12.1', '8.0') }),
      parameters: {
        slow_query_log: '1',
        long_query_time: '1',
        server_audit_logging: '1',
        server_audit_events: 'CONNECT,QUERY_DCL,QUERY_DDL',
        general_log: '0',
        innodb_print_all_deadlocks: '1',
        require_secure_transport: 'ON',
        max_connect_errors: '10000',
        wait_timeout: '600',
      },
    });

    const database = new rds.DatabaseCluster(this, 'Database', {
      clusterIdentifier: 'shop',
      engine: rds.DatabaseClusterEngine.auroraMysql({ version: rds.AuroraMysqlEngineVersion.of('8.0.mysql_aurora.3.12.1', '8.0') }),
      parameterGroup: parameters,
      vpc,
      cloudwatchLogsExports: ['audit', 'error', 'slowquery', 'iam-db-auth-error'],
      cloudwatchLogsRetention: logs.RetentionDays.THREE_MONTHS,
      databaseInsightsMode: rds.DatabaseInsightsMode.ADVANCED,
      enablePerformanceInsights: true,
      performanceInsightRetention: rds.PerformanceInsightRetention.MONTHS_15,
      iamAuthentication: true,
      monitoringInterval: Duration.seconds(15),
      preferredMaintenanceWindow: 'sun:19:00-sun:19:30',
      autoMinorVersionUpgrade: true,
      writer: rds.ClusterInstance.provisioned('writer', {
        instanceType: ec2.InstanceType.of(ec2.InstanceClass.R6G, ec2.InstanceSize.LARGE),
        caCertificate: rds.CaCertificate.RDS_CA_RSA2048_G1,
      }),
      readers: [
        rds.ClusterInstance.provisioned('reader', {
          instanceType: ec2.InstanceType.of(ec2.InstanceClass.R6G, ec2.InstanceSize.LARGE),
          caCertificate: rds.CaCertificate.RDS_CA_RSA2048_G1,
        }),
      ],
    });

    const proxy = database.addProxy('Proxy', {
      secrets: [database.secret!],
      vpc,
      requireTLS: true,
    });

    const agentUserData = ec2.UserData.custom(`#!/bin/bash
dnf install -y httpd rsyslog amazon-cloudwatch-agent
systemctl enable --now rsyslog
systemctl enable --now httpd
/opt/aws/amazon-cloudwatch-agent/bin/amazon-cloudwatch-agent-ctl -a fetch-config -m ec2 -s -c ssm:/shop/web/agent
`);

    const template = new ec2.LaunchTemplate(this, 'Template', {
      launchTemplateName: 'web',
      instanceType: new ec2.InstanceType('c7i.large'),
      machineImage: ec2.MachineImage.latestAmazonLinux2023(),
      userData: agentUserData,
      role: new iam.Role(this, 'WebRole', {
        assumedBy: new iam.ServicePrincipal('ec2.amazonaws.com'),
        managedPolicies: [
          iam.ManagedPolicy.fromAwsManagedPolicyName('CloudWatchAgentServerPolicy'),
          iam.ManagedPolicy.fromAwsManagedPolicyName('AmazonSSMManagedInstanceCore'),
        ],
      }),
    });

    const balancer = new elbv2.ApplicationLoadBalancer(this, 'Balancer', { vpc, internetFacing: true });
    const bucket = new s3.Bucket(this, 'LogBucket', { removalPolicy: RemovalPolicy.RETAIN, lifecycleRules: [{ expiration: Duration.days(90) }] });
    balancer.logAccessLogs(bucket, 'access');
    balancer.setAttribute('health_check_logs.s3.enabled', 'true');
    balancer.setAttribute('health_check_logs.s3.bucket', bucket.bucketName);

    const web = new autoscaling.AutoScalingGroup(this, 'Web', {
      vpc,
      autoScalingGroupName: 'web',
      launchTemplate: template,
      minCapacity: 2,
      maxCapacity: 8,
      healthChecks: autoscaling.HealthChecks.withAdditionalChecks({
        additionalTypes: [autoscaling.AdditionalHealthCheckType.ELB],
        gracePeriod: Duration.seconds(300),
      }),
      defaultInstanceWarmup: Duration.seconds(120),
      groupMetrics: [autoscaling.GroupMetrics.all()],
      minHealthyPercentage: 100,
      maxHealthyPercentage: 120,
    });

    const listener = balancer.addListener('Http', { port: 80 });
    const webTargets = listener.addTargets('Targets', {
      port: 80,
      targets: [web],
      slowStart: Duration.seconds(60),
      healthCheck: {
        path: '/healthz',
        interval: Duration.seconds(30),
        timeout: Duration.seconds(5),
        unhealthyThresholdCount: 3,
      },
    });
    webTargets.setAttribute('target_group_health.unhealthy_state_routing.minimum_healthy_targets.percentage', '50');

    const alerts = new sns.Topic(this, 'Alerts', { topicName: 'shop-alerts' });
    alerts.addSubscription(new subscriptions.EmailSubscription('ops@example.com'));

    const saveLogs = new lambda.Function(this, 'SaveLogs', {
      runtime: lambda.Runtime.PYTHON_3_13,
      handler: 'index.handler',
      code: lambda.Code.fromAsset('save-logs'),
      timeout: Duration.seconds(120),
    });
    saveLogs.addToRolePolicy(
      new iam.PolicyStatement({ actions: ['autoscaling:CompleteLifecycleAction', 'ssm:SendCommand'], resources: ['*'] }),
    );

    const hook = new autoscaling.LifecycleHook(this, 'SaveLogsHook', {
      autoScalingGroup: web,
      lifecycleTransition: autoscaling.LifecycleTransition.INSTANCE_TERMINATING,
      heartbeatTimeout: Duration.seconds(300),
      defaultResult: autoscaling.DefaultResult.ABANDON,
    });

    const terminateRule = new events.Rule(this, 'TerminateRule', {
      eventPattern: {
        source: ['aws.autoscaling'],
        detailType: ['EC2 Instance-terminate Lifecycle Action'],
        detail: { AutoScalingGroupName: ['web'] },
      },
      targets: [new targets.LambdaFunction(saveLogs)],
    });

    const connections = new cloudwatch.Alarm(this, 'ConnectionsAlarm', {
      metric: database.metricDatabaseConnections({ statistic: 'Maximum', period: Duration.minutes(1) }),
      comparisonOperator: cloudwatch.ComparisonOperator.GREATER_THAN_THRESHOLD,
      threshold: 800,
      evaluationPeriods: 3,
    });
    connections.addAlarmAction(new actions.SnsAction(alerts));

    const trail = new cloudtrail.Trail(this, 'Trail', { trailName: 'account', isMultiRegionTrail: true });

    const clusterEvents = new rds.CfnEventSubscription(this, 'ClusterEvents', {
      snsTopicArn: alerts.topicArn,
      sourceType: 'db-cluster',
      sourceIds: [database.clusterIdentifier],
      eventCategories: ['failover', 'failure', 'maintenance', 'notification'],
    });
    const instanceEvents = new rds.CfnEventSubscription(this, 'InstanceEvents', {
      snsTopicArn: alerts.topicArn,
      sourceType: 'db-instance',
      eventCategories: ['availability', 'failure', 'low storage', 'maintenance', 'notification', 'recovery'],
    });

    // The end of the stack.
  }
}
