import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import {
  OPERATIONS,
  scanAccount,
  type AccountScanOptions,
  type Action,
} from '../../../src/inventory/index.ts';
import { say } from '../../../src/l10n/index.ts';
import { TIERS, type Asset } from '../../../src/model/index.ts';
import { STAND_IN_RULES } from '../../support/accounts/aws-answers.ts';
import { kindFromJson } from '../../../src/report/index.ts';
import {
  json,
  on,
  paged,
  xml,
  xmlError,
  type AwsProxy,
  type Rule,
} from '../../support/accounts/aws-proxy.ts';
import { runCli } from '../../support/command-line/cli.ts';
import {
  ACCOUNTS,
  CLUSTERS,
  MFA_DEVICE,
  PROFILES,
  REGIONS,
  SECRET,
  versionOf,
} from '../../support/accounts/fleet.ts';
import { needsMoto } from '../../support/accounts/moto.ts';
import { runSharedCli } from '../../support/command-line/one-cli.ts';
import { signInToFleet } from '../../support/accounts/signed-in.ts';
import { temporaryFolder } from '../../support/workspace.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const PAGES = [
  paged('rds:DescribeDBClusters', 'DBCluster', 4),
  paged('rds:DescribeDBInstances', 'DBInstance', 3),
];
const WHOLE: AccountScanOptions = { profiles: PROFILES, regions: REGIONS };
const [HOME] = REGIONS;
/** Short enough for a test, long enough for a busy machine. */
const SHORT = { call: 8_000, request: 3_000, attempts: 2, pages: 30 };

describe('the account scan', { skip: needsMoto }, () => {
  let signOut: () => Promise<void>;
  let proxy: AwsProxy;
  let folder: string;
  let environment: Record<string, string>;

  before(async () => {
    ({ proxy, folder, environment, signOut } = await signInToFleet());
  });
  after(() => signOut());

  /** Scan through the proxy, which applies the rules of the test and then adds the services that moto lacks. */
  async function scan(options: AccountScanOptions, ...rules: Rule[]) {
    proxy.reset(...rules, ...PAGES, ...STAND_IN_RULES);
    return await scanAccount(options);
  }

  test('finds all resources in all accounts, Regions and pages', async () => {
    const identities: string[] = [];
    const progress: string[] = [];
    const inventory = await scan({
      ...WHOLE,
      tier: 'evidence',
      onIdentity: ({ profile, account }) => {
        const asked = new Set(proxy.requests.map(({ action }) => action));
        assert.ok(!asked.has('rds:DescribeDBClusters'), 'reported before anything is read');
        identities.push(`${profile} ${account}`);
      },
      onProgress: ({ done, total }) => progress.push(`${done}/${total}`),
    });
    assert.deepEqual(
      identities,
      PROFILES.map((profile, index) => `${profile} ${ACCOUNTS[index] ?? ''}`),
    );
    assert.equal(progress.at(-1), '12/12');
    assert.deepEqual(inventory.problems, []);
    assert.deepEqual(inventory.unreadable, []);
    assert.equal(inventory.isRefused, false);
    assert.deepEqual(kindsOf(inventory.assets), {
      alarm: 12,
      database: CLUSTERS,
      'auto-scaling-group': 3,
      'cluster-parameter-group': 12,
      'db-instance': CLUSTERS,
      'event-subscription': 12,
      'launch-template': 3,
      'lifecycle-hook': 3,
      'load-balancer': 3,
      'log-group': 12,
      'operating-system': 3,
      'target-group': 3,
      topic: 1,
    });
    const running = inventory.assets.flatMap(({ kind, versions }) =>
      kind === 'database' ? versions.running : [],
    );
    assert.equal(running.filter((version) => version === versionOf(0)).length, (CLUSTERS * 7) / 10);
    assert.ok(proxy.requests.filter(({ action }) => action === 'rds:DescribeDBClusters').length >= 36);
    const written = JSON.stringify(inventory);
    for (const secret of [SECRET, 'never-a-real-secret', 'AKIAFLEETTESTKEY0000', 'somebody']) {
      assert.ok(!written.includes(secret), secret);
    }
    const links = new Set(inventory.assets.map(({ id }) => id));
    for (const asset of inventory.assets) {
      for (const link of asset.links) {
        const isDefaultGroup = link.assetId.includes(':pg:default.');
        assert.ok(links.has(link.assetId) || isDefaultGroup, `${asset.id} ${link.role} ${link.assetId}`);
      }
    }
  });

  test('names settings as code does, and adds settings that only accounts have', async () => {
    const { assets } = await scan({ profiles: ['one'], tier: 'evidence' });
    const cluster = named(assets, 'database', 'orders-0');
    assert.deepEqual(cluster.location, {
      account: ACCOUNTS[0],
      region: HOME,
      arn: `arn:aws:rds:${HOME}:${ACCOUNTS[0]}:cluster:orders-0`,
    });
    assert.equal(cluster.engineVersion, '8.0.mysql_aurora.3.04.2');
    assert.deepEqual(cluster.versions, { declared: null, running: '3.04.2', pending: null });
    assert.partialDeepStrictEqual(cluster.settings, {
      dbClusterIdentifier: 'orders-0',
      dbClusterParameterGroupName: 'shared',
      enabledCloudwatchLogsExports: ['error'],
      iamDatabaseAuthenticationEnabled: false,
      binlog_format: 'ROW',
      slow_query_log: '1',
      instanceCount: 1,
      instanceClasses: ['db.r6g.large'],
      validUpgradeTargets: ['8.0.mysql_aurora.3.10.4'],
      exportableLogTypes: ['audit', 'error'],
      pendingMaintenanceActions: [{ action: 'os-upgrade', forcedApplyDate: '2026-12-01T00:00:00.000Z' }],
      tags: { 'aws:cloudformation:stack-name': 'orders' },
    });
    assert.deepEqual(cluster.unknownSettings, []);
    assert.deepEqual(named(assets, 'database', 'orders-1').settings.pendingMaintenanceActions, []);
    const instance = named(assets, 'db-instance', 'orders-0-1');
    assert.equal(instance.settings.dbInstanceClass, 'db.r6g.large');
    assert.ok(instance.links.some(({ role, assetId }) => role === 'member-of' && assetId === cluster.id));

    const group = named(assets, 'auto-scaling-group', 'web');
    assert.partialDeepStrictEqual(group.settings, {
      autoScalingGroupName: 'web',
      healthCheckType: 'ELB',
      healthCheckGracePeriod: 30,
      notificationConfigurations: [
        {
          topicARN: 'arn:aws:sns:eu-west-1:111111111111:ops',
          notificationTypes: ['autoscaling:EC2_INSTANCE_TERMINATE'],
        },
      ],
    });
    const [activity] = group.settings.scalingActivities as Record<string, string>[];
    assert.match(activity?.cause ?? '', /health check failure/);
    const hook = named(assets, 'lifecycle-hook', 'save-logs');
    assert.equal(hook.settings.lifecycleTransition, 'autoscaling:EC2_INSTANCE_TERMINATING');
    assert.deepEqual(hook.links, [{ role: 'member-of', assetId: group.id }]);
    const target = named(assets, 'target-group', 'web');
    assert.partialDeepStrictEqual(target.settings, {
      healthCheckPath: '/index.php',
      'matcher.httpCode': '200',
      'deregistration_delay.timeout_seconds': '300',
    });
    const template = named(assets, 'launch-template', 'web');
    const { userData } = template.settings;
    assert.ok(typeof userData === 'string');
    assert.equal(userData.trim(), 'dnf install -y amazon-cloudwatch-agent');
    const [image] = assets.filter(({ kind }) => kind === 'operating-system');
    assert.equal(image?.product, 'amazon-linux-2');
    assert.match(image.version ?? '', /^2\.0\.2\d{7}/);
    assert.ok(template.links.some(({ role, assetId }) => role === 'image' && assetId === image.id));
    assert.equal(named(assets, 'log-group', '/aws/rds/cluster/orders-0/error').settings.retentionInDays, 90);
    assert.equal(named(assets, 'alarm', 'connections').links[0]?.assetId, cluster.id);
    assert.deepEqual(named(assets, 'event-subscription', 'failovers').settings.eventCategories, [
      'failover',
      'failure',
    ]);
  });

  for (const tier of TIERS) {
    test(`calls nothing outside tier ${tier}`, async () => {
      const inventory = await scan({ profiles: ['one'], tier });
      const asked = new Set(proxy.requests.map(({ action }) => action));
      // The SDK itself assumes the role of the profile.
      asked.delete('sts:AssumeRole');
      for (const action of asked) {
        const operation = OPERATIONS[action as Action] as (typeof OPERATIONS)[Action] | undefined;
        assert.ok(operation !== undefined, `${action} stands in no tier`);
        assert.ok(TIERS.indexOf(operation.tier) <= TIERS.indexOf(tier), action);
      }
      assert.equal(inventory.assets.filter(({ kind }) => kind === 'database').length, 10);
      assert.equal(
        inventory.calls.total,
        proxy.requests.filter(({ action }) => action !== 'sts:AssumeRole').length,
      );
      const template = named(inventory.assets, 'launch-template', 'web');
      assert.equal(template.unknownSettings.includes('userData'), tier !== 'evidence');
      if (tier === 'versions') {
        assert.ok(
          inventory.unreadable.some(
            ({ operation, reason }) => operation === 'cloudwatch:DescribeAlarms' && reason === 'tier',
          ),
        );
        assert.deepEqual(inventory.problems, []);
      }
    });
  }

  test('reads a shared parameter group once, with fewer than five calls per cluster', async () => {
    const { calls } = await scan({ profiles: ['one'] });
    assert.equal(calls.byAction['rds:DescribeDBClusterParameters'], 1);
    assert.ok((calls.perCluster ?? Infinity) < 5);
  });

  test('reads only a named cluster and its resources', async () => {
    const { assets } = await scan({ profiles: ['one'], databases: ['orders-7'] });
    assert.deepEqual(kindsOf(assets), {
      database: 1,
      'cluster-parameter-group': 1,
      'db-instance': 1,
      'event-subscription': 1,
    });
    assert.equal(named(assets, 'database', 'orders-7').version, versionOf(7));
  });

  test('repeats throttled calls until they are answered', async () => {
    const inventory = await scan(
      { profiles: ['one'] },
      on('rds:DescribeDBClusters', ({ before }) => (before < 2 ? xmlError('Throttling') : null)),
      on('autoscaling:DescribeLifecycleHooks', ({ before }) =>
        before < 1 ? xmlError('ThrottlingException') : null,
      ),
    );
    assert.deepEqual(inventory.problems, []);
    assert.equal(inventory.assets.filter(({ kind }) => kind === 'database').length, 10);
    assert.equal(inventory.assets.filter(({ kind }) => kind === 'lifecycle-hook').length, 1);
  });

  test('loses only the resources of refused calls', async () => {
    const inventory = await scan(
      { profiles: ['one', 'two'] },
      on('rds:DescribeEventSubscriptions', () => xmlError('AccessDenied', 403)),
      on('rds:DescribeDBClusterParameters', () => xmlError('AccessDenied', 403)),
      on('logs:DescribeLogGroups', () => json({ __type: 'AccessDeniedException', message: 'no' }, 400)),
    );
    const sentences = inventory.problems.map((problem) => say(problem.text, 'en'));
    const subscriptions = sentences.find((each) =>
      each.startsWith('not readable: rds:DescribeEventSubscriptions (AccessDenied)'),
    );
    assert.match(subscriptions ?? '', /111111111111 eu-west-1, 222222222222 eu-west-1/);
    assert.equal(sentences.length, 3);
    assert.ok(
      inventory.unreadable.some(
        ({ operation, reason }) => operation === 'logs:DescribeLogGroups' && reason === 'AccessDenied',
      ),
    );
    assert.deepEqual(kindsOf(inventory.assets)['database'], 20);
    // The group is named but not read: its parameters are unknown, not unset.
    const cluster = named(inventory.assets, 'database', 'orders-0');
    assert.equal(cluster.settings.dbClusterParameterGroupName, 'shared');
    assert.equal(cluster.settings.binlog_format, undefined);
    assert.equal(kindsOf(inventory.assets)['cluster-parameter-group'], undefined);
  });

  test('survives a hung connection, time-outs, malformed answers and endless pages, and reads everything else', async () => {
    const inventory = await scan(
      { profiles: ['one'], limits: SHORT },
      on('cloudwatch:DescribeAlarms', () => ({ kind: 'hang' })),
      on('rds:DescribeDBProxies', () => xmlError('RequestTimeout', 408)),
      on('rds:DescribePendingMaintenanceActions', ({ action }) =>
        xml(action, '<PendingMaintenanceActions><Resource'),
      ),
      on('rds:DescribeEvents', () => ({
        kind: 'answer',
        body: '<!doctype html><html><title>no',
        type: 'text/html',
        status: 502,
      })),
      on('rds:DescribeDBRecommendations', ({ action, before }) =>
        xml(action, `<DBRecommendations></DBRecommendations><Marker>page-${before + 1}</Marker>`),
      ),
      on('rds:DescribeDBMajorEngineVersions', ({ action }) =>
        xml(action, '<DBMajorEngineVersions></DBMajorEngineVersions><Marker>again</Marker>'),
      ),
    );
    const reasons = Object.fromEntries(
      inventory.unreadable.map(({ operation, reason }) => [operation, reason]),
    );
    const { 'cloudwatch:DescribeAlarms': hung, 'rds:DescribeDBProxies': late, ...others } = reasons;
    assert.equal(hung, 'TimedOut');
    assert.match(late ?? '', /TimedOut|RequestTimeout/);
    assert.partialDeepStrictEqual(others, {
      'rds:DescribePendingMaintenanceActions': 'MalformedAnswer',
      'rds:DescribeEvents': 'MalformedAnswer',
      'rds:DescribeDBRecommendations': 'EndlessPages',
      'rds:DescribeDBMajorEngineVersions': 'EndlessPages',
    });
    assert.equal(inventory.assets.filter(({ kind }) => kind === 'database').length, 10);
    assert.equal(inventory.assets.filter(({ kind }) => kind === 'auto-scaling-group').length, 1);
    const cluster = named(inventory.assets, 'database', 'orders-0');
    assert.ok(cluster.unknownSettings.includes('pendingMaintenanceActions'));
    assert.ok(cluster.unknownSettings.includes('recentEvents'));
    assert.ok(cluster.settings.validUpgradeTargets);
    assert.ok(inventory.problems.some(({ text }) => say(text, 'en').includes('its page token never ends')));
    assert.ok(inventory.calls.byAction['rds:DescribeDBRecommendations'] === SHORT.pages);
  });

  test('keeps the first page of a listing whose second page fails', async () => {
    const inventory = await scan(
      { profiles: ['one'], limits: SHORT },
      on('rds:DescribeDBClusters', ({ params }) =>
        params.has('Marker') ? xmlError('InternalFailure', 500) : null,
      ),
    );
    assert.equal(inventory.assets.filter(({ kind }) => kind === 'database').length, 4);
    assert.ok(inventory.unreadable.some(({ operation }) => operation === 'rds:DescribeDBClusters'));
  });

  test('stops on cancellation', async () => {
    const controller = new AbortController();
    await assert.rejects(
      scan(
        { ...WHOLE, signal: controller.signal, onIdentity: () => controller.abort(new Error('enough')) },
        on('rds:DescribeDBInstances', () => ({ kind: 'hang' })),
      ),
      /enough/,
    );
    await assert.rejects(scan({ ...WHOLE, signal: AbortSignal.abort(new Error('before')) }), /before/);
  });

  test('returns what it has read when it is cancelled, and names the rest', async () => {
    const controller = new AbortController();
    const inventory = await scan(
      {
        profiles: ['one', 'two'],
        regions: REGIONS,
        tier: 'versions',
        signal: controller.signal,
        onProgress: ({ done }) => (done === 6 ? controller.abort() : undefined),
      },
      on('rds:DescribeDBInstances', ({ region }) => (region === REGIONS[3] ? { kind: 'hang' } : null)),
    );
    const missing = ACCOUNTS.slice(0, 2).map((account) => `${account} ${REGIONS[3]}`);
    assert.deepEqual([...inventory.unread].sort(), missing);
    const sentences = inventory.problems.map(({ text }) => say(text, 'en'));
    assert.deepEqual(sentences, [`not read, because the scan was stopped: ${missing.join(', ')}`]);
    assert.equal(inventory.assets.filter(({ kind }) => kind === 'database').length, 60);
  });

  test('skips Regions that are not enabled, and finds the others', async () => {
    const off = await scan({ profiles: ['one'], regions: [HOME, 'me-south-1'] });
    assert.deepEqual(off.accounts[0]?.regions, [HOME]);
    assert.match(say(off.problems[0]?.text ?? { key: '', args: {} }, 'en'), /me-south-1 is not enabled/);
    const all = await scan({ profiles: ['one'], regions: ['all'], tier: 'versions' });
    assert.ok((all.accounts[0]?.regions.length ?? 0) > 10);
    assert.ok(!all.accounts[0]?.regions.includes('me-south-1'));
    assert.equal(all.assets.filter(({ kind }) => kind === 'database').length, 40);
  });

  test('skips an unknown Region, and reads a Region of another partition through its own profile', async () => {
    const config = readFileSync(environment.AWS_CONFIG_FILE ?? '', 'utf8');
    writeFileSync(
      environment.AWS_CONFIG_FILE ?? '',
      `${config}[profile china]\nregion = cn-north-1\nrole_arn = arn:aws-cn:iam::444444444444:role/reader\nsource_profile = base\n`,
    );
    const regions = [HOME, 'cn-north-1', 'mars-1'];
    const inventory = await scan({ profiles: ['one', 'china'], regions, tier: 'versions' });
    assert.deepEqual(
      inventory.accounts.map(({ account, regions: read }) => [account, read]),
      [
        [ACCOUNTS[0], [HOME]],
        ['444444444444', ['cn-north-1']],
      ],
    );
    const sentences = inventory.problems.map(({ text }) => say(text, 'en'));
    assert.deepEqual(sentences, [`Account ${ACCOUNTS[0]} has no Region mars-1: skipped.`]);
    assert.ok(proxy.requests.every(({ region }) => region !== 'mars-1'));
  });

  test('uses the endpoints of a named profile, each for its service', async () => {
    const config = readFileSync(environment.AWS_CONFIG_FILE ?? '', 'utf8');
    writeFileSync(
      environment.AWS_CONFIG_FILE ?? '',
      `${config}[profile local]\nregion = ${HOME}\ncredential_process = echo '{"Version":1,"AccessKeyId":"AKIALOCAL","SecretAccessKey":"x"}'\nservices = local\n` +
        `[services local]\nsts =\n  endpoint_url = ${proxy.url}\nrds =\n  endpoint_url = ${proxy.url}\n`,
    );
    Reflect.deleteProperty(process.env, 'AWS_ENDPOINT_URL');
    try {
      await scan({ profiles: ['local'], databases: ['orders-0'], tier: 'versions' });
      const asked = new Set(proxy.requests.map(({ action }) => action));
      assert.ok(asked.has('sts:GetCallerIdentity') && asked.has('rds:DescribeDBClusters'));
    } finally {
      Object.assign(process.env, environment);
    }
  });

  test('reads an account once that two profiles reach', async () => {
    const inventory = await scan({ profiles: ['one', 'again'], tier: 'versions' });
    assert.equal(inventory.assets.filter(({ kind }) => kind === 'database').length, 10);
    assert.ok(inventory.problems.some(({ source }) => source === 'profile again'));
  });

  test('names the command that renews an expired SSO session, once, and reads the other profiles', async () => {
    const inventory = await scan({ profiles: ['sso-one', 'one', 'sso-two'], tier: 'versions' });
    const sentences = inventory.problems.map(({ text }) => say(text, 'en'));
    assert.deepEqual(sentences, [
      'The SSO session of sso-one, sso-two has expired. Renew it with: aws sso login --sso-session corp',
    ]);
    assert.equal(inventory.assets.filter(({ kind }) => kind === 'database').length, 10);
  });

  /** Sentences for the problems of a scan. */
  async function sentencesOf(options: AccountScanOptions, ...rules: Rule[]): Promise<readonly string[]> {
    const { problems } = await scan({ profiles: ['one', 'two'], limits: SHORT, ...options }, ...rules);
    return problems.map(({ text }) => say(text, 'en'));
  }

  test('names expired credentials once, whatever else was asked', async () => {
    const sentences = await sentencesOf({ databases: ['orders-0'], regions: ['all'] }, () =>
      xmlError('ExpiredToken', 403),
    );
    assert.deepEqual(sentences, [
      'The credentials of one, two have expired (ExpiredToken). Renew them, then scan again.',
    ]);
  });

  test('names a reason that all calls have in common once, and no consequence of it', async () => {
    const [sentence, ...others] = await sentencesOf(
      { profiles: ['one'], databases: ['orders-0'], regions: ['all'] },
      ({ action }) => (action.startsWith('sts:') ? null : xmlError('AccessDenied', 403)),
    );
    assert.match(sentence ?? '', /^\d+ operations failed in 111111111111 \S+ \(AccessDenied\)\.$/);
    assert.deepEqual(others, []);
  });

  test('names credentials that expire during the scan first, and once', async () => {
    const [sentence, ...others] = await sentencesOf(
      { profiles: ['one'], databases: ['orders-0', 'nobody'] },
      on('rds:DescribeEventSubscriptions', () => xmlError('ExpiredToken', 403)),
      on('rds:DescribeDBClusterParameters', () => xmlError('ExpiredToken', 403)),
      on('logs:DescribeLogGroups', () => json({ __type: 'ExpiredTokenException', message: 'no' }, 400)),
      on('rds:DescribeDBProxies', () => xmlError('AccessDenied', 403)),
    );
    assert.match(sentence ?? '', /^The credentials expired during the scan \(ExpiredToken\): /);
    assert.deepEqual(
      others.map((each) => each.split(' in ')[0]),
      [
        'not readable: rds:DescribeDBProxies (AccessDenied)',
        'No cluster and no standalone DB instance is called nobody',
      ],
    );
  });

  test('reports a rejected MFA code, and reads the other profiles', async () => {
    const refusal =
      '<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>MultiFactorAuthentication failed with ' +
      'invalid MFA one time pass code.</Message></Error></ErrorResponse>';
    const devices: string[] = [];
    const inventory = await scan(
      {
        profiles: ['mfa', 'one'],
        tier: 'versions',
        mfaCode: (device) => {
          devices.push(device);
          return Promise.resolve('000000');
        },
      },
      on('sts:AssumeRole', ({ params }) =>
        params.has('TokenCode') ? { kind: 'answer', status: 403, body: refusal } : null,
      ),
    );
    assert.deepEqual(devices, [MFA_DEVICE]);
    assert.match(say(inventory.problems[0]?.text ?? { key: '', args: {} }, 'en'), /mfa.*was not accepted/);
    assert.equal(inventory.assets.filter(({ kind }) => kind === 'database').length, 10);
  });

  test('records the partition of resources in another partition', async () => {
    const identity = (action: string) =>
      xml(
        action,
        '<Arn>arn:aws-cn:sts::444444444444:assumed-role/reader/x</Arn><Account>444444444444</Account><UserId>x</UserId>',
      );
    const inventory = await scan(
      { profiles: ['base'], regions: ['cn-north-1'], tier: 'versions' },
      on('sts:GetCallerIdentity', ({ action, region }) =>
        region === 'cn-north-1' ? identity(action) : null,
      ),
      on('autoscaling:DescribeAutoScalingGroups', ({ action }) =>
        xml(
          action,
          '<AutoScalingGroups><member><AutoScalingGroupName>web</AutoScalingGroupName><LaunchTemplate>' +
            '<LaunchTemplateId>lt-1</LaunchTemplateId></LaunchTemplate></member></AutoScalingGroups>',
        ),
      ),
    );
    const template = inventory.assets.find(({ kind }) => kind === 'launch-template');
    assert.equal(template?.id, 'arn:aws-cn:ec2:cn-north-1:444444444444:launch-template/lt-1');
  });

  describe('on the command line', () => {
    async function resultOf(ask: typeof runCli, args: readonly string[]) {
      const env = { ...environment, LANG: 'en_US.UTF-8', LC_ALL: undefined, XDG_CACHE_HOME: folder };
      const { code, stdout, stderr } = await ask(args, { cwd: folder, env });
      return { code, out: stdout, err: stderr };
    }

    function run(...args: string[]): ReturnType<typeof resultOf> {
      proxy.reset(...PAGES, ...STAND_IN_RULES);
      return resultOf(runSharedCli, args);
    }

    test('account --format json matches its schema', async () => {
      const { code, out, err } = await run(
        'account',
        '--profile',
        'one',
        '--region',
        HOME,
        '--format',
        'json',
      );
      assert.equal(code, 0, err);
      const result = JSON.parse(out) as {
        assets: Asset[];
        findings: { assetId: string }[];
        calls: { perCluster: number };
      };
      const schema = JSON.parse(
        readFileSync(path.join(ROOT, 'docs/schemas/scan.schema.json'), 'utf8'),
      ) as object;
      const validate = new Ajv2020({ allErrors: true }).compile(schema);
      assert.ok(validate(result), JSON.stringify(validate.errors));
      assert.equal(result.assets.filter(({ kind }) => kindFromJson(kind) === 'database').length, 10);
      assert.ok(result.findings.length > 0);
      assert.ok(result.calls.perCluster > 0);
      assert.match(err, /one: account 111111111111, arn:aws:sts/);
      assert.doesNotMatch(out + err, /never-a-real-secret/);
    });

    test('reports a cluster and its instances in one finding for each subject', async () => {
      const { out } = await run('account', '--profile', 'one', '--cluster', 'orders-0', '--format', 'json');
      const { findings } = JSON.parse(out) as { findings: { ruleId: string; assetIds: string[] }[] };
      const bugs = findings.filter(({ ruleId }) => ruleId === 'known-bugs');
      assert.equal(bugs.length, 1);
      assert.equal(bugs[0]?.assetIds.length, 2);
    });

    test('links running resources to the code that declares them', async (t) => {
      const code = temporaryFolder(t, {
        'main.tf':
          'resource "aws_rds_cluster" "orders" {\n  cluster_identifier = "orders-0"\n  engine = "aurora-mysql"\n' +
          '  engine_version = "8.0.mysql_aurora.3.04.0"\n}\n',
      });
      const { out } = await run(
        'account',
        code,
        '--profile',
        'one',
        '--cluster',
        'orders-0',
        '--format',
        'json',
      );
      const { assets, findings } = JSON.parse(out) as {
        assets: Asset[];
        findings: { ruleId: string; message: string; location: object; related: { location: object }[] }[];
      };
      const orders = assets.find(
        ({ kind, name }) => kindFromJson(kind) === 'database' && name === 'orders-0',
      );
      assert.deepEqual(orders?.versions, {
        declared: '3.04.0',
        running: '3.04.2',
        pending: null,
      });
      const drift = findings.find(({ ruleId }) => ruleId === 'version-drift');
      assert.match(drift?.message ?? '', /declared 3\.04\.0; 1 runs 3\.04\.2/);
      assert.partialDeepStrictEqual(drift?.location, {
        file: path.relative(folder, path.join(code, 'main.tf')),
        line: 4,
      });
      const bugs = findings.find(({ ruleId }) => ruleId === 'known-bugs');
      assert.ok(bugs?.related.some(({ location }) => 'file' in location));
      assert.match(bugs?.message ?? '', /3\.04\.2/);
    });

    test('reports a resource that fits several declarations as ambiguous, in every format', async (t) => {
      const declaration =
        'resource "aws_rds_cluster" "orders" {\n  cluster_identifier = "orders-0"\n  engine = "aurora-mysql"\n}\n';
      const code = temporaryFolder(t, { 'a/main.tf': declaration, 'b/main.tf': declaration });
      const ask = async (format: string): Promise<string> => {
        const options = ['--profile', 'one', '--cluster', 'orders-0', '--format', format];
        return (await run('account', code, ...options)).out;
      };
      const { ambiguous } = JSON.parse(await ask('json')) as {
        ambiguous: { running: string; candidates: { location: { file: string } }[] }[];
      };
      assert.match(ambiguous[0]?.running ?? '', /:cluster:orders-0$/);
      assert.deepEqual(
        ambiguous[0]?.candidates.map(({ location }) => location.file),
        ['a/main.tf', 'b/main.tf'].map((file) => path.relative(folder, path.join(code, file))),
      );
      for (const format of ['text', 'markdown']) {
        assert.match(await ask(format), /orders.{1,2}0: Matches more than one declaration/);
      }
    });

    test('exits with 1 for findings at or above --fail-on, and with 2 if everything was refused', async () => {
      const failing = await run(
        'account',
        '--profile',
        'one',
        '--cluster',
        'orders-0',
        '--fail-on',
        'high',
        '--format',
        'json',
      );
      assert.equal(failing.code, 1);
      proxy.reset(() => xmlError('AccessDenied', 403));
      const refused = await resultOf(runCli, ['account', '--profile', 'one', '--region', HOME]);
      assert.equal(refused.code, 2);
      assert.match(refused.err, /^Nothing could be read\..*\n$/m);
      const unknown = await run('account', '--profile', 'nobody');
      assert.equal(unknown.code, 2);
      assert.match(unknown.err, /There is no profile nobody/);
    });

    test('policy prints the IAM policy of a tier', async () => {
      const { code, out } = await run('policy', '--tier', 'versions');
      assert.equal(code, 0);
      const { Statement } = JSON.parse(out) as { Statement: { Action: string[] }[] };
      assert.ok(Statement[0]?.Action.includes('rds:DescribeDBClusters'));
    });
  });
});

function kindsOf(assets: readonly Asset[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { kind } of assets) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

function named(assets: readonly Asset[], kind: Asset['kind'], name: string): Asset {
  const found = assets.find((asset) => asset.kind === kind && asset.name === name);
  assert.ok(found, `${kind} ${name}`);
  return found;
}
