import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { STAND_IN_RULES } from '../../support/accounts/aws-answers.ts';
import { on, xml, type AwsProxy } from '../../support/accounts/aws-proxy.ts';
import { runCli } from '../../support/command-line/cli.ts';
import { runSharedCli } from '../../support/command-line/one-cli.ts';
import { REGIONS, SECRET } from '../../support/accounts/fleet.ts';
import { needsMoto } from '../../support/accounts/moto.ts';
import { signInToFleet } from '../../support/accounts/signed-in.ts';
import { readSarif } from '../../support/surfaces/sarif.ts';

const [HOME] = REGIONS;
const ACCOUNT = ['--profile', 'one', '--region', HOME, '--tier', 'evidence'];

/** An event of a cluster; moto has none. */
const EVENTS = on('rds:DescribeEvents', ({ action, params, region }) =>
  xml(
    action,
    params.get('SourceType') !== 'db-cluster'
      ? '<Events></Events>'
      : '<Events><Event><SourceIdentifier>orders-0</SourceIdentifier><SourceType>db-cluster</SourceType>' +
          `<SourceArn>arn:aws:rds:${region}:111111111111:cluster:orders-0</SourceArn>` +
          '<Message>Started cross AZ failover</Message><EventCategories><EventCategory>failover</EventCategory></EventCategories>' +
          '<Date>2026-11-24T00:50:00Z</Date></Event></Events>',
  ),
);

describe('the checklist and a support case of an account', { skip: needsMoto }, () => {
  let signOut: () => Promise<void>;
  let proxy: AwsProxy;
  let folder: string;
  let env: Record<string, string>;

  before(async () => {
    ({ proxy, folder, environment: env, signOut } = await signInToFleet());
    proxy.reset(EVENTS, ...STAND_IN_RULES);
  });
  after(() => signOut());

  test('answers checks for each cluster separately, and exits as --fail-on requires', async () => {
    const { code, stdout, stderr } = await runCli(
      ['checklist', ...ACCOUNT, '--cache-dir', folder, '--format', 'json', '--fail-on', 'high'],
      { env },
    );
    assert.equal(code, 1, stderr);
    const { checks } = JSON.parse(stdout) as { checks: { id: string; answer: string; assetId: string }[] };
    const answer = (id: string, name: string): string | undefined =>
      checks.find((row) => row.id === id && row.assetId.endsWith(name))?.answer;
    assert.equal(answer('aurora-log-export-error', ':orders-0'), 'pass');
    // The alarm notifies a topic of another account, which is not read.
    assert.equal(answer('aurora-alarm-connections', ':orders-0'), 'unknown');
    assert.equal(answer('aurora-alarm-connections', ':orders-1'), 'fail');
    assert.equal(answer('aurora-log-group-retention', ':orders-0'), 'pass');
    assert.equal(answer('aurora-log-group-retention', ':orders-1'), 'fail');
    assert.equal(answer('aurora-slow-query-log-on', ':orders-0'), 'fail', 'the export is missing');
    assert.equal(answer('aurora-custom-parameter-group', ':orders-0'), 'pass');
    assert.equal(answer('asg-elb-health-grace', '/web'), 'fail');
    assert.ok(!stdout.includes(SECRET));
  });

  test('names running resources in SARIF by their ARN', async () => {
    for (const command of ['account', 'checklist']) {
      const { stdout, stderr } = await runSharedCli(
        [command, ...ACCOUNT, '--cache-dir', folder, '--offline', '--format', 'sarif'],
        { env },
      );
      const { results } = readSarif(JSON.parse(stdout));
      const places = results.flatMap(({ locations }) => locations.map((place) => JSON.stringify(place)));
      assert.ok(places.length > 0, stderr);
      for (const place of places) assert.match(place, /"fullyQualifiedName":"arn:aws:/);
    }
  });

  test('writes a support case with a timeline in two time zones, the end of each entry, and no secret', async () => {
    const { code, stdout, stderr } = await runCli(
      [
        'support-pack',
        'orders-0',
        ...ACCOUNT,
        '--cache-dir',
        folder,
        '--lang',
        'ja',
        '--time-zone',
        'Asia/Tokyo',
      ],
      { env },
    );
    assert.equal(code, 0, stderr);
    assert.match(
      stdout,
      /2026-11-24 00:50 UTC \(2026-11-24 09:50 JST\): orders-0: Started cross AZ failover/,
    );
    assert.match(stdout, /2026-12-08 00:50 UTC .* に失効/);
    assert.match(stdout, /web: an instance was taken out of service .* 頃に失効/);
    for (const secret of [SECRET, 'never-a-real-secret', 'AKIAFLEETTESTKEY0000', 'not-a-secret-1'])
      assert.ok(!stdout.includes(secret), secret);
  });
});
