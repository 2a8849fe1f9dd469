import { CloudTrail } from '@aws-sdk/client-cloudtrail';
import { CloudWatch } from '@aws-sdk/client-cloudwatch';
import { CloudWatchLogs } from '@aws-sdk/client-cloudwatch-logs';
import { EC2 } from '@aws-sdk/client-ec2';
import { RDS, type CreateDBClusterMessage, type CreateDBInstanceMessage } from '@aws-sdk/client-rds';
import { S3 } from '@aws-sdk/client-s3';
import { SNS } from '@aws-sdk/client-sns';
import { alarmSettings } from '../examples/alarms.ts';
import type { Config } from '../../accounts/fleet.ts';

const TOPIC = 'arn:aws:sns:eu-west-1:444444444444:ops';

interface Wanted {
  name: string;
  /** Aurora MySQL by default. */
  engine?: 'aurora-mysql' | 'aurora-postgresql';
  /** In the form of code. */
  engineVersion: string;
  cluster?: Partial<CreateDBClusterMessage>;
  instance?: Partial<CreateDBInstanceMessage>;
  instances?: number;
  /** Parameters of the cluster's own group; without them it has the default one. */
  parameters?: Readonly<Record<string, string>>;
}

function familyOf(engine: string, version: string): string {
  if (engine === 'aurora-postgresql') return engine + version.split('.', 1).join('');
  return version.startsWith('5.7') ? 'aurora-mysql5.7' : 'aurora-mysql8.0';
}

/** A cluster with its instances and its parameter group. */
export async function createDatabase(
  config: Config,
  {
    name,
    engine = 'aurora-mysql',
    engineVersion,
    cluster = {},
    instance = {},
    instances = 0,
    parameters,
  }: Wanted,
): Promise<void> {
  const rds = new RDS(config);
  if (parameters !== undefined) {
    await rds.createDBClusterParameterGroup({
      DBClusterParameterGroupName: name,
      DBParameterGroupFamily: familyOf(engine, engineVersion),
      Description: name,
    });
    await rds.modifyDBClusterParameterGroup({
      DBClusterParameterGroupName: name,
      Parameters: Object.entries(parameters).map(([ParameterName, ParameterValue]) => ({
        ParameterName,
        ParameterValue,
        ApplyMethod: 'immediate',
      })),
    });
  }
  await rds.createDBCluster({
    DBClusterIdentifier: name,
    Engine: engine,
    EngineVersion: engineVersion,
    MasterUsername: 'admin',
    MasterUserPassword: 'not-a-secret-1',
    ...(parameters === undefined ? {} : { DBClusterParameterGroupName: name }),
    ...cluster,
  });
  for (let index = 0; index < instances; index += 1) {
    await rds.createDBInstance({
      DBInstanceIdentifier: `${name}-${index + 1}`,
      DBClusterIdentifier: name,
      Engine: engine,
      DBInstanceClass: 'db.r6g.large',
      AvailabilityZone: `${config.region}${'abc'.charAt(index)}`,
      ...instance,
    });
  }
}

export async function createLogGroup(config: Config, logGroupName: string, days?: number): Promise<void> {
  const logs = new CloudWatchLogs(config);
  await logs.createLogGroup({ logGroupName });
  if (days !== undefined) await logs.putRetentionPolicy({ logGroupName, retentionInDays: days });
}

/** Topic of all alarms, with a subscriber. */
export async function createTopic(config: Config): Promise<void> {
  const sns = new SNS(config);
  await sns.createTopic({ Name: 'ops' });
  await sns.subscribe({ TopicArn: TOPIC, Protocol: 'email', Endpoint: 'team@example.com' });
}

/** Alarm on a metric of one resource, by names and values of dimensions. It notifies a topic unless it is silent. */
export async function createAlarm(
  config: Config,
  Namespace: string,
  MetricName: string,
  dimensions: readonly string[],
  isSilent = false,
  AlarmName = MetricName,
): Promise<void> {
  const rule = alarmSettings(MetricName);
  await new CloudWatch(config).putMetricAlarm({
    AlarmName,
    Namespace,
    MetricName,
    Dimensions: dimensions.flatMap((Name, i) =>
      i % 2 === 0 ? [{ Name, Value: dimensions[i + 1] ?? '' }] : [],
    ),
    ComparisonOperator: rule.comparisonOperator,
    EvaluationPeriods: rule.evaluationPeriods,
    Period: rule.period,
    Statistic: rule.statistic,
    Threshold: rule.threshold,
    TreatMissingData: rule.treatMissingData,
    AlarmActions: isSilent ? [] : [TOPIC],
  });
}

export async function createSubscription(
  config: Config,
  SourceType: string,
  EventCategories: string[],
): Promise<void> {
  await new RDS(config).createEventSubscription({
    SubscriptionName: SourceType,
    SnsTopicArn: TOPIC,
    SourceType,
    EventCategories,
    Enabled: true,
  });
}

/** A proxy before a cluster. */
export async function createProxy(
  config: Config,
  cluster: string,
  EngineFamily: 'MYSQL' | 'POSTGRESQL' = 'MYSQL',
): Promise<void> {
  const rds = new RDS(config);
  const { Subnets = [] } = await new EC2(config).describeSubnets({});
  await rds.createDBProxy({
    DBProxyName: cluster,
    EngineFamily,
    Auth: [{ AuthScheme: 'SECRETS', SecretArn: 'arn:aws:secretsmanager:eu-west-1:444444444444:secret:db' }],
    RoleArn: 'arn:aws:iam::444444444444:role/proxy',
    VpcSubnetIds: Subnets.slice(0, 2).flatMap(({ SubnetId }) => SubnetId ?? []),
  });
  await rds.registerDBProxyTargets({ DBProxyName: cluster, DBClusterIdentifiers: [cluster] });
}

/** A trail of a Region, which records. */
export async function createTrail(config: Config): Promise<void> {
  const S3BucketName = `trail-${config.region}`;
  await new S3({ ...config, forcePathStyle: true }).createBucket({
    Bucket: S3BucketName,
    ...(config.region === 'us-east-1'
      ? {}
      : { CreateBucketConfiguration: { LocationConstraint: 'eu-west-1' } }),
  });
  const trails = new CloudTrail(config);
  await trails.createTrail({ Name: 'changes', S3BucketName });
  await trails.startLogging({ Name: 'changes' });
}
