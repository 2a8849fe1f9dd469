import { Duration, Stack } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as actions from 'aws-cdk-lib/aws-cloudwatch-actions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as rds from 'aws-cdk-lib/aws-rds';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as subscriptions from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';

export class ShopStack extends Stack {
  constructor(scope: Construct, id: string, props: { vpc: ec2.IVpc }) {
    super(scope, id);
    const { vpc } = props;

    const parameters = new rds.ParameterGroup(this, 'Parameters', {
      engine: rds.DatabaseInstanceEngine.postgres({ version: rds.PostgresEngineVersion.of('16.15', '16') }),
      parameters: {
        log_min_duration_statement: '1000',
        log_connections: '1',
        log_disconnections: '1',
        shared_preload_libraries: 'pg_stat_statements,pgaudit,auto_explain',
        'pgaudit.log': 'ddl,role',
        'auto_explain.log_min_duration': '1000',
      },
    });

    const database = new rds.DatabaseInstance(this, 'Database', {
      instanceIdentifier: 'shop',
      engine: rds.DatabaseInstanceEngine.postgres({ version: rds.PostgresEngineVersion.of('16.15', '16') }),
      instanceType: ec2.InstanceType.of(ec2.InstanceClass.R6G, ec2.InstanceSize.XLARGE4),
      vpc,
      parameterGroup: parameters,
      allocatedStorage: 100,
      maxAllocatedStorage: 500,
      multiAz: true,
      deletionProtection: true,
      caCertificate: rds.CaCertificate.RDS_CA_RSA2048_G1,
      cloudwatchLogsExports: ['postgresql', 'upgrade'],
      cloudwatchLogsRetention: logs.RetentionDays.THREE_MONTHS,
      enablePerformanceInsights: true,
      monitoringInterval: Duration.seconds(15),
      preferredMaintenanceWindow: 'sun:19:00-sun:19:30',
    });

    const alerts = new sns.Topic(this, 'Alerts');
    alerts.addSubscription(new subscriptions.EmailSubscription('oncall@example.com'));

    const connections = database
      .metricDatabaseConnections({ statistic: 'Maximum', period: Duration.minutes(1) })
      .createAlarm(this, 'Connections', {
        comparisonOperator: cloudwatch.ComparisonOperator.GREATER_THAN_THRESHOLD,
        threshold: 4000,
        evaluationPeriods: 5,
      });
    connections.addAlarmAction(new actions.SnsAction(alerts));
    // The end of the stack.
  }
}
