import * as cdk from 'aws-cdk-lib';
import * as autoscaling from 'aws-cdk-lib/aws-autoscaling';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as rds from 'aws-cdk-lib/aws-rds';
import { Construct } from 'constructs';

export interface ShopProps extends cdk.StackProps {
  vpc: ec2.Vpc;
}

export class Shop extends cdk.Stack {
  constructor(scope: Construct, id: string, props: ShopProps) {
    super(scope, id, props);
    const { vpc } = props;

    new rds.DatabaseCluster(this, 'Shop', {
      engine: rds.DatabaseClusterEngine.auroraMysql({ version: rds.AuroraMysqlEngineVersion.VER_2_11_1 }),
      clusterIdentifier: 'shop',
      writer: rds.ClusterInstance.provisioned('writer', {
        autoMinorVersionUpgrade: false,
        caCertificate: rds.CaCertificate.of('rds-ca-2019'),
      }),
      iamAuthentication: true,
      vpc,
    });

    const ledgerParameters = new rds.ParameterGroup(this, 'LedgerParameters', {
      engine: rds.DatabaseClusterEngine.auroraMysql({ version: rds.AuroraMysqlEngineVersion.of('8.0.mysql_aurora.3.12.1') }),
      parameters: {
        general_log: '1',
        max_connections: '200000',
      },
    });
    const ledger = new rds.DatabaseCluster(this, 'Ledger', {
      engine: rds.DatabaseClusterEngine.auroraMysql({ version: rds.AuroraMysqlEngineVersion.of('8.0.mysql_aurora.3.12.1') }),
      writer: rds.ClusterInstance.provisioned('writer'),
      readers: [rds.ClusterInstance.provisioned('reader')],
      parameterGroup: ledgerParameters,
      cloudwatchLogsExports: ['error', 'postgresql'],
      vpc,
    });
    new cdk.CfnOutput(this, 'LedgerEndpoint', { value: ledger.clusterEndpoint.hostname });

    new rds.DatabaseCluster(this, 'Orders', {
      engine: rds.DatabaseClusterEngine.auroraPostgres({ version: rds.AuroraPostgresEngineVersion.VER_14_9 }),
      writer: rds.ClusterInstance.serverlessV2('writer'),
      vpc,
    });

    const balancer = new elbv2.ApplicationLoadBalancer(this, 'WebBalancer', {
      vpc,
    });
    const targets = new elbv2.ApplicationTargetGroup(this, 'WebTargets', {
      vpc,
      port: 80,
      healthCheck: {
        path: '/',
        interval: cdk.Duration.seconds(10),
        timeout: cdk.Duration.seconds(5),
        unhealthyThresholdCount: 2,
      },
    });
    balancer.addListener('Http', { port: 80, defaultTargetGroups: [targets] });

    const template = new ec2.LaunchTemplate(this, 'WebTemplate', {
      machineImage: ec2.MachineImage.latestAmazonLinux2(),
      instanceType: new ec2.InstanceType('c5.large'),
      securityGroup: new ec2.SecurityGroup(this, 'WebTraffic', { vpc }),
      userData: ec2.UserData.custom('#!/bin/bash\nyum install -y httpd php'),
    });
    const servers = new autoscaling.AutoScalingGroup(this, 'WebServers', {
      vpc,
      launchTemplate: template,
      minCapacity: 2,
      maxCapacity: 10,
      healthCheck: autoscaling.HealthCheck.elb({ grace: cdk.Duration.seconds(0) }),
    });
    servers.attachToApplicationTargetGroup(targets);

    new cloudwatch.CfnAlarm(this, 'Silent', {
      namespace: 'AWS/EC2',
      metricName: 'CPUUtilization',
      statistic: 'Average',
      comparisonOperator: 'GreaterThanThreshold',
      threshold: 90,
      period: 60,
      evaluationPeriods: 3,
      actionsEnabled: false,
      alarmActions: ['arn:aws:sns:eu-west-1:111122223333:night'],
    });
  }
}
