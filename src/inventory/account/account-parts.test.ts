import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { gzipSync } from 'node:zlib';
import { isRefusal, reasonOf } from './aws/failure.ts';
import { endpointFor } from './aws/endpoints.ts';
import { readProfiles } from './aws/profiles.ts';
import { imageAsset } from './read/images.ts';
import { userDataKeywords } from './read/launch-templates.ts';
import { TimeLimitError, withTimeLimit } from './aws/time-limit.ts';
import { temporaryFolder } from '../../../test/support/workspace.ts';

const encode = (script: string): string => Buffer.from(script).toString('base64');

test('gives up an endless task at its time limit', async () => {
  const never = () => new Promise<never>(() => undefined);
  await assert.rejects(withTimeLimit(1, new AbortController().signal, never), TimeLimitError);
});

test('ends a task of a cancelled scan at once, even if it ignores the signal', async () => {
  const controller = new AbortController();
  const task = withTimeLimit(60_000, controller.signal, () => new Promise<never>(() => undefined));
  controller.abort(new Error('enough'));
  await assert.rejects(task, /enough/);
});

test('names an error like the service', () => {
  const named = (name: string, more: object = {}) =>
    reasonOf(Object.assign(new Error('x'), { name, ...more }));
  assert.equal(named('AccessDeniedException'), 'AccessDenied');
  assert.equal(named('UnauthorizedOperation'), 'UnauthorizedOperation');
  assert.equal(named('DBParameterGroupNotFoundFault'), 'DBParameterGroupNotFound');
  assert.equal(named('TimeoutError'), 'TimedOut');
  assert.equal(named('Error', { code: 'ECONNREFUSED' }), 'ECONNREFUSED');
  assert.equal(named('Error', { message: 'x\n  Deserialization error: to see' }), 'MalformedAnswer');
  assert.ok(isRefusal('AccessDenied'));
  assert.ok(!isRefusal('Throttling'));
});

test('keeps only steps of user data that concern logs', () => {
  const script =
    '#!/bin/sh\nTOKEN=swordfish\ndnf install -y amazon-cloudwatch-agent\ntail /var/log/messages\n';
  assert.equal(userDataKeywords(encode(script)).trim(), 'dnf install -y amazon-cloudwatch-agent');
  assert.equal(userDataKeywords(encode('export PASSWORD=swordfish\n')), '');
});

test('unpacks compressed user data, and drops damaged data', () => {
  assert.equal(
    userDataKeywords(gzipSync('systemctl start fluent-bit').toString('base64')),
    'systemctl start fluent-bit',
  );
  assert.equal(userDataKeywords(Buffer.from([0x1f, 0x8b, 1, 2, 3]).toString('base64')), '');
});

test('reads Region, account and shared session of profiles', async (t) => {
  useConfig(
    t,
    `[default]\nregion = eu-west-1\n
[profile dev]\nsso_session = corp\nsso_account_id = 111111111111\nsso_role_name = Read\nregion = us-east-1\n
[profile chained]\nsource_profile = dev\nrole_arn = arn:aws-cn:iam::222222222222:role/read\n
[profile old]\nsso_start_url = https://example.com/start\nsso_region = eu-west-1\n
[profile odd]\nsso_session = a&b\n
[profile circle]\nsource_profile = circle\nrole_arn = arn:aws:iam::333333333333:role/read\n
[sso-session corp]\nsso_start_url = https://example.com/start\nsso_region = eu-west-1\n`,
  );
  const profiles = await readProfiles();
  assert.deepEqual([...profiles.keys()].sort(), ['chained', 'circle', 'default', 'dev', 'odd', 'old']);
  assert.equal(profiles.get('default')?.region, 'eu-west-1');
  assert.equal(profiles.get('dev')?.account, '111111111111');
  assert.equal(profiles.get('chained')?.account, '222222222222');
  assert.equal(profiles.get('dev')?.sso?.command, 'aws sso login --sso-session corp');
  assert.deepEqual(profiles.get('chained')?.sso, profiles.get('dev')?.sso);
  assert.equal(profiles.get('old')?.sso?.command, 'aws sso login --profile old');
  assert.equal(profiles.get('odd')?.sso?.command, "aws sso login --sso-session 'a&b'");
  assert.equal(profiles.get('circle')?.sso, null);
  assert.equal(profiles.get('dev')?.sso?.name, 'corp');
  assert.deepEqual(
    ['dev', 'chained', 'old', 'default'].map((name) => profiles.get(name)?.role),
    ['Read', 'read', null, null],
  );
});

test('uses endpoints of a named profile unless the environment sets them', async (t) => {
  useConfig(
    t,
    `[profile local]\nservices = here\nendpoint_url = http://127.0.0.1:1\n
[profile real]\nservices = here\nignore_configured_endpoint_urls = true\n
[services here]\nrds =\n  endpoint_url = http://127.0.0.1:2\nauto_scaling =\n  endpoint_url = http://127.0.0.1:3\n`,
  );
  const profiles = await readProfiles();
  const local = profiles.get('local')?.endpoints ?? {};
  const of = (environment: NodeJS.ProcessEnv): unknown[] =>
    (['rds', 'autoscaling', 'ec2'] as const).map((service) => endpointFor(service, local, environment));
  assert.deepEqual(of({}), ['http://127.0.0.1:2', 'http://127.0.0.1:3', 'http://127.0.0.1:1']);
  assert.deepEqual(of({ AWS_ENDPOINT_URL_RDS: 'http://x' })[0], undefined);
  assert.deepEqual(of({ AWS_ENDPOINT_URL: 'http://x' }), [undefined, undefined, undefined]);
  assert.deepEqual(profiles.get('real')?.endpoints, {});
});

function useConfig(t: TestContext, config: string): void {
  const folder = temporaryFolder(t, { config });
  const before = { ...process.env };
  process.env.AWS_CONFIG_FILE = `${folder}/config`;
  process.env.AWS_SHARED_CREDENTIALS_FILE = `${folder}/none`;
  t.after(() => (process.env = before));
}

test('recognises an image by its name, or else by the platform in Systems Manager', () => {
  const place = { partition: 'aws', account: '123456789012', region: 'eu-west-1' };
  const productOf = (Name: string, PlatformName: string, PlatformVersion: string) => {
    const { product, version, resolution } = imageAsset(
      'ami-1',
      new Map([['ami-1', { ImageId: 'ami-1', Name }]]),
      1,
      [{ PlatformName, PlatformVersion }],
      'arn:aws:ec2:eu-west-1::image/ami-1',
      place,
    );
    return [product, version, resolution];
  };
  assert.deepEqual(productOf('amzn-ami-hvm-2018.03.0.20181129-x86_64-gp2', '', ''), [
    'amazon-linux-1',
    '2018.03.0.20181129',
    'literal',
  ]);
  assert.deepEqual(productOf('shop-web', 'Amazon Linux AMI', '2018.03'), ['amazon-linux-1', null, 'partial']);
  assert.deepEqual(productOf('shop-web', 'Amazon Linux', '2023'), ['amazon-linux-2023', null, 'partial']);
  assert.deepEqual(productOf('shop-web', 'Amazon Linux', '2022'), [null, null, 'unknown']);
  assert.deepEqual(productOf('shop-web', 'Ubuntu', '22.04'), [null, null, 'unknown']);
});
