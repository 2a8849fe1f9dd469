import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import fc from 'fast-check';
import type { ClientConfig } from '../../../src/inventory/account/aws/clients.ts';
import { RegionReader } from '../../../src/inventory/account/region-reader.ts';
import { LIMITS, AccountRun } from '../../../src/inventory/account/run.ts';
import { scanRegion } from '../../../src/inventory/account/scan-region.ts';
import { runTaskAsync } from '../../../src/threads/index.ts';
import { STAND_IN_RULES } from '../../../test/support/accounts/aws-answers.ts';
import { xml, type AwsRequest, type ProxyAnswer } from '../../../test/support/accounts/aws-proxy.ts';
import { mutations } from '../../../test/support/hostile/mutations.ts';
import type { FuzzInput, FuzzTarget } from '../target.ts';

const REGION = 'eu-west-1';
const CLUSTER = 'orders-0';

/** Answers of services by action. */
const ANSWERS: Readonly<Record<string, string>> = {
  'rds:DescribeDBClusters': result(
    'DescribeDBClusters',
    `<DBClusters><DBCluster><DBClusterIdentifier>${CLUSTER}</DBClusterIdentifier><Engine>aurora-mysql</Engine>
     <DBClusterArn>arn:aws:rds:${REGION}:111111111111:cluster:${CLUSTER}</DBClusterArn><EngineVersion>8.0.mysql_aurora.3.04.2</EngineVersion>
     <DBClusterParameterGroup>own</DBClusterParameterGroup><EnabledCloudwatchLogsExports><member>error</member></EnabledCloudwatchLogsExports>
     <DBClusterMembers><DBClusterMember><DBInstanceIdentifier>one</DBInstanceIdentifier><IsClusterWriter>true</IsClusterWriter></DBClusterMember></DBClusterMembers>
     </DBCluster></DBClusters>`,
  ),
  'rds:DescribeDBInstances': result(
    'DescribeDBInstances',
    `<DBInstances><DBInstance><DBInstanceIdentifier>one</DBInstanceIdentifier><DBClusterIdentifier>${CLUSTER}</DBClusterIdentifier>
     <Engine>aurora-mysql</Engine><EngineVersion>8.0.mysql_aurora.3.04.2</EngineVersion><DBInstanceClass>db.r6g.large</DBInstanceClass>
     <PromotionTier>1</PromotionTier></DBInstance></DBInstances>`,
  ),
  'rds:DescribeDBClusterParameters': result(
    'DescribeDBClusterParameters',
    '<Parameters><Parameter><ParameterName>max_connections</ParameterName><ParameterValue>90</ParameterValue><Source>user</Source></Parameter></Parameters>',
  ),
  'autoscaling:DescribeAutoScalingGroups': result(
    'DescribeAutoScalingGroups',
    `<AutoScalingGroups><member><AutoScalingGroupName>web</AutoScalingGroupName><MinSize>1</MinSize><MaxSize>4</MaxSize>
     <HealthCheckType>ELB</HealthCheckType><HealthCheckGracePeriod>0</HealthCheckGracePeriod>
     <LaunchTemplate><LaunchTemplateId>lt-1</LaunchTemplateId><Version>1</Version></LaunchTemplate>
     <Instances><member><InstanceId>i-1</InstanceId></member></Instances></member></AutoScalingGroups>`,
  ),
  'ssm:DescribeInstanceInformation':
    '{"InstanceInformationList":[{"InstanceId":"i-1","PlatformName":"Amazon Linux","PlatformVersion":"2023"}]}',
  ...Object.fromEntries(
    [
      'rds:DescribeDBEngineVersions',
      'rds:DescribePendingMaintenanceActions',
      'autoscaling:DescribeScalingActivities',
    ].map((action) => [action, answerTo(action)]),
  ),
};
const SNIPPETS = [
  ...[
    '<member>',
    '</member>',
    '<Marker>1</Marker>',
    '<NextToken>a</NextToken>',
    '<![CDATA[',
    '&#0;',
    '<!DOCTYPE html><html>',
    '<!--',
  ],
  ...['"__proto__":{', 'null', '[]', '{}', 'true', '<a/>', 'NaN', 'arn:aws:rds:::'],
];

function result(name: string, content: string): string {
  const play = xml(`x:${name}`, content);
  return play.kind === 'answer' ? play.body : '';
}

/** Answer to an action in the tests of account scans. */
function answerTo(action: string): string {
  const request: AwsRequest = {
    action,
    region: REGION,
    accessKey: '',
    params: new URLSearchParams(),
    json: null,
    before: 0,
  };
  const play = STAND_IN_RULES.reduce<ProxyAnswer | null>((found, rule) => found ?? rule(request), null);
  return play?.kind === 'answer' ? play.body : result(action.slice(action.indexOf(':') + 1), '');
}

/** Request in the form in which the SDK passes it on. */
interface SdkRequest {
  hostname: string;
  headers: Readonly<Record<string, string>>;
  body?: unknown;
}

/** Request handler that replaces the network: it answers every request from memory. */
function handlerWith(changed: FuzzInput): ClientConfig['requestHandler'] {
  return Object.assign(
    { connectionTimeout: 1000, requestTimeout: 1000, throwOnRequestTimeout: true },
    {
      handle: (request: SdkRequest) => {
        const service = request.hostname.split('.')[0] ?? '';
        const sent = typeof request.body === 'string' ? request.body : '';
        const target = request.headers['x-amz-target']?.split('.').at(-1);
        const action = `${service}:${target ?? new URLSearchParams(sent).get('Action') ?? ''}`;
        const text = action === changed.what ? changed.text : (ANSWERS[action] ?? answerTo(action));
        const type = target === undefined ? 'text/xml' : 'application/x-amz-json-1.1';
        const body = Readable.from([Buffer.from(text)]);
        return Promise.resolve({ response: { statusCode: 200, headers: { 'content-type': type }, body } });
      },
    },
  );
}

/** Account scans in which one answer of AWS is changed and all others are valid. */
export const accounts: FuzzTarget = {
  name: 'accounts',
  share: 2,
  inputs: fc.oneof(
    ...Object.entries(ANSWERS).map(([what, text]) =>
      mutations(Object.values(ANSWERS), { snippets: SNIPPETS, most: 4000 }).map((mutate): FuzzInput => ({
        what,
        text: mutate(text),
      })),
    ),
  ),
  check: async (input) => {
    const run = new AccountRun('checklist', new AbortController().signal, { ...LIMITS, pages: 3 });
    const reader = new RegionReader(
      run,
      { partition: 'aws', account: '111111111111', region: REGION },
      {
        region: REGION,
        credentials: () => Promise.resolve({ accessKeyId: 'A', secretAccessKey: 'B' }),
        maxAttempts: 1,
        retryMode: 'adaptive',
        requestHandler: handlerWith(input),
      },
    );
    const assets = await runTaskAsync(input.what, () => scanRegion(reader, []));
    const isFound = assets.some(({ name, kind }) => name === CLUSTER && kind === 'database');
    assert.ok(isFound || input.what === 'rds:DescribeDBClusters', 'the cluster is not found');
  },
};
