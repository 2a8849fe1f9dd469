import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { scanAccount } from '../../../src/inventory/index.ts';
import { say } from '../../../src/l10n/index.ts';
import type { UnreadableCall } from '../../../src/model/index.ts';
import { STAND_IN_RULES } from '../../support/accounts/aws-answers.ts';
import { on, type AwsProxy, type ProxyAnswer } from '../../support/accounts/aws-proxy.ts';
import { runCli } from '../../support/command-line/cli.ts';
import { runSharedCli } from '../../support/command-line/one-cli.ts';
import { REGIONS } from '../../support/accounts/fleet.ts';
import { needsMoto } from '../../support/accounts/moto.ts';
import { signInToFleet } from '../../support/accounts/signed-in.ts';
import { reverseLists } from '../../support/accounts/reverse-lists.ts';

const LOGIN: ProxyAnswer = {
  kind: 'answer',
  body: '<!DOCTYPE html>\n<html><head><title>Sign in</title></head><body><p>Welcome</p></body></html>',
  type: 'text/html',
};
const [HOME, NEXT] = REGIONS;

/** Failed operations, without those that were not called. */
function failuresIn(unreadable: readonly UnreadableCall[]): [operation: string, reason: string][] {
  return unreadable.flatMap(({ operation, reason }) => (reason === 'tier' ? [] : [[operation, reason]]));
}

describe('answers to an account scan', { skip: needsMoto }, () => {
  let signOut: () => Promise<void>;
  let proxy: AwsProxy;
  let folder: string;
  let environment: Record<string, string>;

  before(async () => {
    ({ proxy, folder, environment, signOut } = await signInToFleet());
  });
  after(() => signOut());

  /** Only the first run has a separate process. */
  let run = runCli;
  const account = (...args: string[]) => {
    const answer = run(['account', '--profile', 'one', '--cache-dir', folder, ...args], {
      cwd: folder,
      env: environment,
    });
    run = runSharedCli;
    return answer;
  };

  for (const [name, play] of [
    ['a login page', LOGIN],
    ['a login page sent as XML', { ...LOGIN, type: 'text/xml' }],
    ['XML of another kind', { kind: 'answer', body: '<?xml version="1.0"?><rss><channel/></rss>' }],
    ['an empty body', { kind: 'answer', body: '' }],
  ] satisfies [string, ProxyAnswer][]) {
    test(`are an error and no empty account: ${name} with status 200`, async () => {
      proxy.reset(({ action }) => (action === 'sts:AssumeRole' ? null : play));
      const { code, stdout, stderr } = await account('--region', HOME);
      assert.equal(code, 2, stdout + stderr);
      assert.equal(stdout, '');
      assert.match(stderr, /Nothing could be read\. .*what answered \S+ in .* is not AWS/);
    });
  }

  test('name one service if something else answers for it, and include the others', async () => {
    proxy.reset(
      on('rds:DescribeDBClusters', () => LOGIN),
      ...STAND_IN_RULES,
    );
    const { assets, unreadable, problems } = await scanAccount({ profiles: ['one'] });
    assert.deepEqual(failuresIn(unreadable), [['rds:DescribeDBClusters', 'NotAnAwsAnswer']]);
    assert.match(problems.map(({ text }) => say(text, 'en')).join(), /what answered rds:DescribeDBClusters/);
    assert.ok(assets.some(({ kind }) => kind === 'auto-scaling-group'));
  });

  test('are cut off at the limit: an answer of 200 MB affects no other operation', async () => {
    const parts = [
      '<DescribeEventsResponse><DescribeEventsResult><!--',
      'x'.repeat(200_000_000),
      '--></DescribeEventsResult>',
    ];
    proxy.reset(
      on('rds:DescribeEvents', () => ({ kind: 'answer', body: parts.join('') })),
      ...STAND_IN_RULES,
    );
    const { assets, unreadable, problems } = await scanAccount({ profiles: ['one'] });
    assert.deepEqual(failuresIn(unreadable), [['rds:DescribeEvents', 'AnswerTooLarge']]);
    assert.match(problems.map(({ text }) => say(text, 'en')).join(), /larger than 32 MB/);
    assert.ok(assets.some(({ kind }) => kind === 'database'));
  });

  test('give the same result, to the byte, in any order', async () => {
    const args = [
      '--region',
      HOME,
      '--region',
      NEXT,
      '--tier',
      'evidence',
      '--format',
      'json',
      '--lang',
      'en',
    ];
    proxy.reset(...STAND_IN_RULES);
    const first = await account(...args);
    assert.equal(first.code, 0, first.stderr);
    proxy.reset(reverseLists(STAND_IN_RULES));
    const second = await account(...args);
    assert.equal(second.code, 0, second.stderr);
    assert.ok(JSON.parse(first.stdout));
    assert.equal(second.stdout, first.stdout);
  });
});
