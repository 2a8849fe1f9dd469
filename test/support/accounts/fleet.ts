import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { AutoScaling } from '@aws-sdk/client-auto-scaling';
import { CloudWatch } from '@aws-sdk/client-cloudwatch';
import { CloudWatchLogs } from '@aws-sdk/client-cloudwatch-logs';
import { EC2 } from '@aws-sdk/client-ec2';
import { ElasticLoadBalancingV2 } from '@aws-sdk/client-elastic-load-balancing-v2';
import { RDS } from '@aws-sdk/client-rds';
import { STS } from '@aws-sdk/client-sts';

export const ACCOUNTS = ['111111111111', '222222222222', '333333333333'] as const;
/** An account without a fleet, for resources of a single test file. */
export const EMPTY_ACCOUNT = '444444444444';
export const PROFILES = ['one', 'two', 'three'] as const;
export const REGIONS = ['eu-west-1', 'eu-central-1', 'us-east-1', 'ap-northeast-1'] as const;
const CLUSTERS_EACH = 10;
export const CLUSTERS = ACCOUNTS.length * REGIONS.length * CLUSTERS_EACH;
/** Versions of the clusters in a Region: seven of ten have one version, three a newer one. */
export const versionOf = (index: number): string => (index < 7 ? '3.04.2' : '3.10.4');

const KEYS = { accessKeyId: 'AKIAFLEETTESTKEY0000', secretAccessKey: 'never-a-real-secret' };
/** Device for the code that the profile `mfa` needs to assume its role. */
export const MFA_DEVICE = 'arn:aws:iam::999999999999:mfa/jane';
const roleOf = (account: string): string => `arn:aws:iam::${account}:role/reader`;

/** Shared configuration files of a user with three accounts, and the variables with which the SDK reads them. */
export function writeProfiles(
  folder: string,
  endpoint: string,
  accounts: readonly string[] = ACCOUNTS,
): Record<string, string> {
  const config = path.join(folder, 'config');
  const credentials = path.join(folder, 'credentials');
  const roles = PROFILES.map(
    (name, index) =>
      `[profile ${name}]\nregion = ${REGIONS[0]}\nrole_arn = ${roleOf(accounts[index] ?? '')}\nsource_profile = base\n`,
  );
  const again = `[profile again]\nregion = ${REGIONS[0]}\nrole_arn = ${roleOf(accounts[0] ?? '')}\nsource_profile = base\n`;
  const mfa = `[profile mfa]\nregion = ${REGIONS[0]}\nrole_arn = ${roleOf(accounts[1] ?? '')}\nsource_profile = base\nmfa_serial = ${MFA_DEVICE}\n`;
  const sso = ['sso-one', 'sso-two'].map(
    (name) =>
      `[profile ${name}]\nregion = ${REGIONS[0]}\nsso_session = corp\nsso_account_id = 999999999999\nsso_role_name = reader\n`,
  );
  const session = '[sso-session corp]\nsso_start_url = https://sso.invalid/start\nsso_region = eu-west-1\n';
  writeFileSync(
    config,
    `[profile base]\nregion = ${REGIONS[0]}\n${[...roles, again, mfa, ...sso, session].join('')}`,
  );
  writeFileSync(
    credentials,
    `[base]\naws_access_key_id = ${KEYS.accessKeyId}\naws_secret_access_key = ${KEYS.secretAccessKey}\n`,
  );
  return {
    AWS_CONFIG_FILE: config,
    AWS_SHARED_CREDENTIALS_FILE: credentials,
    AWS_ENDPOINT_URL: endpoint,
    AWS_EC2_METADATA_DISABLED: 'true',
  };
}

let fleet: Promise<void> | undefined;

/**
 * The fleet: ten clusters in each of four Regions of three accounts, and a web tier in the first of them. It is created
 * once for all test files that read it; none may change it.
 */
export function createFleet(endpoint: string): Promise<void> {
  fleet ??= createAll(endpoint);
  return fleet;
}

async function createAll(endpoint: string): Promise<void> {
  await Promise.all(
    ACCOUNTS.map(async (account) => {
      const signedIn = await signIn(endpoint, account);
      for (const region of REGIONS) await createDatabases(signedIn(region));
      await createWebTier(signedIn(REGIONS[0]));
    }),
  );
}

/** The configuration of clients that act in an account of moto, by Region. */
export async function signIn(endpoint: string, account: string): Promise<(region: string) => Config> {
  const base = { endpoint, maxAttempts: 2 };
  const sts = new STS({ ...base, region: REGIONS[0], credentials: KEYS });
  const { Credentials } = await sts.assumeRole({ RoleArn: roleOf(account), RoleSessionName: 'fleet' });
  const credentials = {
    accessKeyId: Credentials?.AccessKeyId ?? '',
    secretAccessKey: Credentials?.SecretAccessKey ?? '',
    sessionToken: Credentials?.SessionToken ?? '',
  };
  return (region) => ({ ...base, region, credentials });
}

/** Configuration that suits a client of any service. */
export interface Config {
  endpoint: string;
  maxAttempts: number;
  region: string;
  credentials: { accessKeyId: string; secretAccessKey: string; sessionToken: string };
}

async function createDatabases(config: Config): Promise<void> {
  const rds = new RDS(config);
  await rds.createDBClusterParameterGroup({
    DBClusterParameterGroupName: 'shared',
    DBParameterGroupFamily: 'aurora-mysql8.0',
    Description: 'of all clusters',
  });
  await rds.modifyDBClusterParameterGroup({
    DBClusterParameterGroupName: 'shared',
    Parameters: [
      { ParameterName: 'slow_query_log', ParameterValue: '1', ApplyMethod: 'immediate' },
      { ParameterName: 'binlog_format', ParameterValue: 'ROW', ApplyMethod: 'pending-reboot' },
    ],
  });
  for (let index = 0; index < CLUSTERS_EACH; index += 1) {
    const name = `orders-${index}`;
    await rds.createDBCluster({
      DBClusterIdentifier: name,
      Engine: 'aurora-mysql',
      EngineVersion: `8.0.mysql_aurora.${versionOf(index)}`,
      MasterUsername: 'admin',
      MasterUserPassword: 'not-a-secret-1',
      DBClusterParameterGroupName: 'shared',
      EnableCloudwatchLogsExports: ['error'],
      Tags: [
        { Key: 'aws:cloudformation:stack-name', Value: 'orders' },
        { Key: 'owner', Value: 'somebody' },
      ],
    });
    await rds.createDBInstance({
      DBInstanceIdentifier: `${name}-1`,
      DBClusterIdentifier: name,
      Engine: 'aurora-mysql',
      DBInstanceClass: 'db.r6g.large',
    });
  }
  await rds.createEventSubscription({
    SubscriptionName: 'failovers',
    SnsTopicArn: `arn:aws:sns:${config.region}:123456789012:ops`,
    SourceType: 'db-cluster',
    EventCategories: ['failover', 'failure'],
  });
  await new CloudWatchLogs(config).createLogGroup({ logGroupName: '/aws/rds/cluster/orders-0/error' });
  await new CloudWatchLogs(config).putRetentionPolicy({
    logGroupName: '/aws/rds/cluster/orders-0/error',
    retentionInDays: 90,
  });
  await new CloudWatch(config).putMetricAlarm({
    AlarmName: 'connections',
    Namespace: 'AWS/RDS',
    MetricName: 'DatabaseConnections',
    Dimensions: [{ Name: 'DBClusterIdentifier', Value: 'orders-0' }],
    ComparisonOperator: 'GreaterThanThreshold',
    EvaluationPeriods: 5,
    Period: 60,
    Statistic: 'Average',
    Threshold: 800,
    AlarmActions: [`arn:aws:sns:${config.region}:123456789012:ops`],
  });
}

/** Text in user data that must never appear anywhere else. */
export const SECRET = 'hunter2-is-in-the-script';

async function createWebTier(config: Config): Promise<void> {
  const [ec2, scaling, balancing] = [
    new EC2(config),
    new AutoScaling(config),
    new ElasticLoadBalancingV2(config),
  ];
  const { Images = [] } = await ec2.describeImages({
    Filters: [{ Name: 'name', Values: ['amzn2-ami-hvm-2.0.2*'] }],
  });
  const { Subnets = [] } = await ec2.describeSubnets({});
  const subnets = Subnets.slice(0, 2).flatMap(({ SubnetId }) => SubnetId ?? []);
  const script = `#!/bin/sh\nexport PASSWORD=${SECRET}\nyum install -y amazon-cloudwatch-agent\n`;
  const { LaunchTemplate } = await ec2.createLaunchTemplate({
    LaunchTemplateName: 'web',
    LaunchTemplateData: {
      ImageId: Images[0]?.ImageId ?? '',
      InstanceType: 't3.micro',
      UserData: Buffer.from(script).toString('base64'),
    },
  });
  const { TargetGroups = [] } = await balancing.createTargetGroup({
    Name: 'web',
    Protocol: 'HTTP',
    Port: 80,
    VpcId: Subnets[0]?.VpcId ?? '',
    HealthCheckPath: '/index.php',
  });
  const target = TargetGroups[0]?.TargetGroupArn ?? '';
  const { LoadBalancers = [] } = await balancing.createLoadBalancer({ Name: 'web', Subnets: subnets });
  await balancing.createListener({
    LoadBalancerArn: LoadBalancers[0]?.LoadBalancerArn ?? '',
    Protocol: 'HTTP',
    Port: 80,
    DefaultActions: [{ Type: 'forward', TargetGroupArn: target }],
  });
  await scaling.createAutoScalingGroup({
    AutoScalingGroupName: 'web',
    MinSize: 2,
    MaxSize: 4,
    DesiredCapacity: 2,
    HealthCheckType: 'ELB',
    HealthCheckGracePeriod: 30,
    LaunchTemplate: { LaunchTemplateId: LaunchTemplate?.LaunchTemplateId ?? '', Version: '$Latest' },
    TargetGroupARNs: [target],
    VPCZoneIdentifier: subnets.join(','),
  });
  await scaling.putLifecycleHook({
    AutoScalingGroupName: 'web',
    LifecycleHookName: 'save-logs',
    LifecycleTransition: 'autoscaling:EC2_INSTANCE_TERMINATING',
    HeartbeatTimeout: 300,
    DefaultResult: 'CONTINUE',
  });
}
