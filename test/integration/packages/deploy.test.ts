import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { after, before, describe, test } from 'node:test';
import { auroraSite, type SiteRelease } from '../../support/pages/aurora-site.ts';
import {
  json,
  on,
  startAwsProxy,
  xml,
  xmlError,
  type AwsProxy,
  type Rule,
} from '../../support/accounts/aws-proxy.ts';
import { cliJson } from '../../support/command-line/one-cli.ts';
import { startMirror, type Mirror } from '../../support/mirror/mirror.ts';
import { moto, needsMoto } from '../../support/accounts/moto.ts';
import { readTemplate, resolve, TEMPLATE_FILE, type Statement } from '../../support/forms/sam-template.ts';
import { createBucket, useAws } from '../../support/accounts/s3.ts';

const ACCOUNT = '123456789012';
const TOPIC = `arn:aws:sns:eu-west-1:${ACCOUNT}:alerts`;
const BUCKET = 'stack-state-abc';

/** Values of the names of the template in a stack. */
const VALUES: Readonly<Record<string, string>> = {
  'AWS::Partition': 'aws',
  'AWS::Region': 'eu-west-1',
  'AWS::AccountId': ACCOUNT,
  Aggregator: 'organisation',
  AggregatorArn: `arn:aws:config:eu-west-1:${ACCOUNT}:config-aggregator/config-aggregator-abcd1234`,
  Email: 'team@example.com',
  ScheduleExpression: 'cron(17 6 * * ? *)',
  TimeZone: 'Etc/UTC',
  Language: 'en',
  Alerts: TOPIC,
  State: BUCKET,
  'State.Arn': `arn:aws:s3:::${BUCKET}`,
  'FailedLooks.Arn': `arn:aws:sqs:eu-west-1:${ACCOUNT}:failed`,
  'FailedLooks.QueueName': 'failed',
  Log: 'log',
  'Log.Arn': `arn:aws:logs:eu-west-1:${ACCOUNT}:log-group:log:*`,
  'WatchRole.Arn': `arn:aws:iam::${ACCOUNT}:role/watch`,
  'ScheduleRole.Arn': `arn:aws:iam::${ACCOUNT}:role/schedule`,
  'Watch.Arn': `arn:aws:lambda:eu-west-1:${ACCOUNT}:function:watch`,
};

const template = readTemplate();

/** The statements that a role allows, with their values. */
function allowed(role: 'WatchRole' | 'ScheduleRole'): { actions: string[]; resources: string[] }[] {
  const statements = template.Resources[role].Properties.Policies.flatMap(
    ({ PolicyDocument }) => PolicyDocument.Statement,
  );
  return (resolve(statements, VALUES) as Statement[]).map(({ Action, Resource = [] }) => ({
    actions: [Action].flat(),
    resources: [Resource].flat() as string[],
  }));
}

test('the template uses only existing properties, and refers only to existing resources', () => {
  resolve(template, VALUES);
  for (const { Default, AllowedPattern, AllowedValues } of Object.values(template.Parameters)) {
    assert.ok(AllowedPattern !== undefined || AllowedValues !== undefined, 'a parameter takes anything');
    if (Default === undefined) continue;
    assert.ok(AllowedValues?.includes(Default) ?? new RegExp(`^(?:${AllowedPattern ?? ''})$`).test(Default));
  }
});

function findLinter(): string | null {
  try {
    execFileSync('cfn-lint', ['--version'], { stdio: 'ignore' });
    return 'cfn-lint';
  } catch {
    return null;
  }
}
const linter = findLinter();

test('cfn-lint reports nothing', { skip: linter === null && 'needs cfn-lint' }, () => {
  assert.equal(execFileSync(linter ?? '', [TEMPLATE_FILE], { encoding: 'utf8' }), '');
});

test('the roles allow only the necessary actions', () => {
  assert.deepEqual(
    allowed('WatchRole').map(({ actions, resources }) => `${actions.join(' ')} on ${resources.join(' ')}`),
    [
      `config:SelectAggregateResourceConfig on arn:aws:config:eu-west-1:${ACCOUNT}:config-aggregator/config-aggregator-abcd1234`,
      'ec2:DescribeImages on *',
      `s3:GetObject s3:PutObject on arn:aws:s3:::${BUCKET}/watch/*`,
      `s3:ListBucket on arn:aws:s3:::${BUCKET}`,
      `sns:Publish on ${TOPIC}`,
      `sqs:SendMessage on arn:aws:sqs:eu-west-1:${ACCOUNT}:failed`,
      `logs:CreateLogStream logs:PutLogEvents on arn:aws:logs:eu-west-1:${ACCOUNT}:log-group:log:*`,
    ],
  );
  assert.deepEqual(
    allowed('ScheduleRole').map(({ actions }) => actions.join(' ')),
    ['lambda:InvokeFunction', 'sqs:SendMessage'],
  );
});

test('our own scan and checklist report nothing about the template', async () => {
  const folder = path.dirname(TEMPLATE_FILE);
  const scan = await cliJson<{ findings: unknown[]; problems: unknown[] }>(['scan', folder, '--offline']);
  assert.deepEqual([scan.findings, scan.problems], [[], []]);
  const { checks } = await cliJson<{ checks: { answer: string }[] }>(['checklist', folder, '--offline']);
  assert.deepEqual(
    checks.filter(({ answer }) => answer === 'fail'),
    [],
  );
});

const OLD: SiteRelease = { date: '2030-06-01', fixes: ['Corrected how quoting of alpha names works.'] };
const NEW: SiteRelease = {
  date: '2031-02-05',
  fixes: ['Fixed an issue that restarts the writer on zebra tables.'],
};
/** A cluster as AWS Config records it. */
function recorded(accountId: string): string {
  return JSON.stringify({
    accountId,
    awsRegion: 'us-east-1',
    resourceId: 'cluster-1',
    resourceName: 'orders',
    arn: `arn:aws:rds:us-east-1:${accountId}:cluster:orders`,
    configuration: { engine: 'aurora-mysql', engineVersion: '5.7.mysql_aurora.2.31.0' },
  });
}
const MAY = new Set(allowed('WatchRole').flatMap(({ actions }) => actions));
/** Answers of the organisation and of IAM, which refuse calls that the role does not allow. */
const rulesFor = (accounts: readonly string[]): readonly Rule[] => [
  on('config:SelectAggregateResourceConfig', (request) => {
    const { ConfigurationAggregatorName, Expression = '' } = request.json as Record<string, string>;
    assert.equal(ConfigurationAggregatorName, 'organisation');
    return json({ Results: Expression.includes('AWS::RDS::DBCluster') ? accounts.map(recorded) : [] });
  }),
  on('sts:GetCallerIdentity', ({ action }) =>
    xml(action, `<Arn>arn:aws:sts::${ACCOUNT}:assumed-role/watch/x</Arn><Account>${ACCOUNT}</Account>`),
  ),
  on('sns:Publish', ({ action }) => xml(action, '<MessageId>1</MessageId>')),
  ({ action, json: body }) => {
    // HeadObject needs s3:GetObject.
    if (MAY.has(action) || action === 's3:HeadObject') return null;
    return body === null ? xmlError('AccessDenied', 403) : json({ __type: 'AccessDeniedException' }, 400);
  },
];
const ELSEWHERE = '210987654321';

describe('the function', { skip: needsMoto }, () => {
  let proxy: AwsProxy;
  let mirror: Mirror;
  const undo: (() => void)[] = [];

  before(async () => {
    proxy = await startAwsProxy(await moto());
    mirror = await startMirror(
      auroraSite({
        '2031-01-10': { releases: { '2.31.0': OLD } },
        '2031-02-10': { releases: { '2.31.0': OLD, '2.31.1': NEW } },
      }),
    );
    useAws({ after: (restore) => void undo.push(restore as () => void) }, proxy.url);
    await createBucket(BUCKET);
  });
  after(async () => {
    for (const restore of undo) restore();
    await Promise.all([proxy.stop(), mirror.close()]);
  });

  /** Calls the function in a separate process, with the environment of the template. */
  async function invoke(
    more: Record<string, string> = {},
    values: Record<string, string> = {},
  ): Promise<{ answer: unknown; log: string }> {
    const { Variables } = template.Resources.Watch.Properties.Environment;
    const env = {
      ...process.env,
      ...(resolve(Variables, { ...VALUES, ...values }) as Record<string, string>),
    };
    const child = spawn(
      process.execPath,
      [path.join(import.meta.dirname, '../../support/surfaces/run-lambda.ts')],
      {
        env: { ...env, ERRATA_LENS_DOCS_ORIGIN: mirror.origin, ...more },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    const [out, log] = await Promise.all([text(child.stdout), text(child.stderr)]);
    return { answer: JSON.parse(out.trimEnd().split('\n').at(-1) ?? '') as unknown, log };
  }

  test('looks, notifies the topic once, and makes only calls that its role allows', async () => {
    proxy.reset(...rulesFor([ELSEWHERE]));
    mirror.moveTo('2031-01-10');
    const first = await invoke();
    assert.deepEqual(first.answer, { exitCode: 0 }, first.log);
    mirror.moveTo('2031-02-10');
    for (const time of ['first', 'second']) {
      const { answer, log } = await invoke();
      assert.deepEqual(answer, { exitCode: 0 }, `${time}: ${log}`);
    }
    const messages = proxy.requests.filter(({ action }) => action === 'sns:Publish');
    assert.equal(messages.length, 1);
    assert.equal(messages[0]?.params.get('TopicArn'), TOPIC);
    assert.match(messages[0].params.get('Message') ?? '', /Aurora MySQL 2\.31\.1 .* lists 1 fix/);
    const asked = new Set(proxy.requests.map(({ action }) => action));
    // GetCallerIdentity needs no permission.
    for (const action of ['sts:GetCallerIdentity', 's3:HeadObject']) asked.delete(action);
    assert.deepEqual([...asked.difference(MAY)], []);
  });

  test('reports its own account as well, through the aggregator only', async () => {
    proxy.reset(...rulesFor([ACCOUNT]));
    const State = 'stack-state-own';
    await createBucket(State);
    mirror.moveTo('2031-01-10');
    assert.deepEqual((await invoke({}, { State })).answer, { exitCode: 0 });
    mirror.moveTo('2031-02-10');
    assert.deepEqual((await invoke({}, { State })).answer, { exitCode: 0 });
    const messages = proxy.requests.filter(({ action }) => action === 'sns:Publish');
    assert.match(messages[0]?.params.get('Message') ?? '', /2\.31\.0, which 1 of your clusters runs/);
  });

  test('fails if the look has failed, so that AWS repeats it', async () => {
    proxy.reset(
      on('config:SelectAggregateResourceConfig', () => json({ __type: 'AccessDeniedException' }, 400)),
      ...rulesFor([]),
    );
    const { answer, log } = await invoke();
    assert.match((answer as { errorMessage: string }).errorMessage, /The look failed/);
    assert.match(log, /AccessDenied/);
    const wrong = await invoke({ ERRATA_LENS_ARGUMENTS: '{"no": "list"}' });
    assert.match((wrong.answer as { errorMessage: string }).errorMessage, /not a JSON list/);
  });
});
