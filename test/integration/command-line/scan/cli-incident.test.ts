import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { runSharedCli } from '../../../support/command-line/one-cli.ts';
import { assertSchema } from '../../../support/surfaces/schema.ts';

const INCIDENT = path.resolve(import.meta.dirname, '../../../workspaces/incident/terraform');
const SYMPTOM = ['--symptom', 'connections aborted in a traffic spike'];

const order = (text: string, ...words: readonly string[]): void => {
  const places = words.map((word) => text.indexOf(word));
  assert.deepEqual(
    places,
    places.toSorted((a, b) => a - b),
    text,
  );
  assert.ok(!places.includes(-1), text);
};

test('incident prints the brake first, then the bugs, the evidence and its expiry', async () => {
  const { code, stdout } = await runSharedCli(['incident', 'shop-web', INCIDENT, ...SYMPTOM]);
  assert.equal(code, 0);
  order(
    stdout,
    'suspend-processes --auto-scaling-group-name shop-web',
    'resume-processes',
    'Known bugs',
    'close matches, the best first',
    'New connections are aborted during a connection surge',
    'Connections close before they are established',
    'until 20',
  );
});

test('incident without a name is about the only group, in Japanese and as a document', async () => {
  const japanese = await runSharedCli(['incident', INCIDENT, '--lang', 'ja']);
  order(japanese.stdout, '障害対応: shop-web', '1. 入れ替えを止める', '2. ', '3. ');
  const { stdout } = await runSharedCli(['incident', INCIDENT, '--format', 'markdown']);
  order(stdout, '# Incident: shop-web', '## 1', '## 2', '## 3');
});

test('incident --format json matches its schema', async () => {
  const { stdout } = await runSharedCli(['incident', 'shop', INCIDENT, '--format', 'json', ...SYMPTOM]);
  const answer = JSON.parse(stdout) as { brake: unknown[]; versions: { fixedHere: unknown[] }[] };
  assertSchema('incident.schema.json', answer);
  assert.ok(answer.brake.length > 0);
});

test('incident answers an unknown name with one line that lists the known ones', async () => {
  const { code, stdout, stderr } = await runSharedCli(['incident', 'elsewhere', INCIDENT]);
  assert.equal(code, 2);
  assert.equal(stdout, '');
  assert.match(
    stderr,
    /“elsewhere” is neither a file or folder here nor a group or database\. Declared: shop.*shop-web/s,
  );
});

test('support-pack accepts the name of a group', async () => {
  const { code, stdout } = await runSharedCli(['support-pack', 'shop-web', INCIDENT, ...SYMPTOM]);
  assert.equal(code, 0);
  assert.match(stdout, /# Support case: aws_rds_cluster\.shop/);
  assert.match(stdout, /suspend-processes --auto-scaling-group-name shop-web/);
});

test('prints wrong usage and help in the requested language', async () => {
  const wrong = await runSharedCli(['scan', '--frmat', 'json', '--lang', 'ja']);
  assert.equal(wrong.code, 2);
  assert.match(wrong.stderr, /^不明なオプション「--frmat」です。\n（--format のことですか）/);
  assert.match(
    (await runSharedCli(['scan', '--help', '--lang', 'ja'])).stdout,
    /^使い方: [\s\S]*オプション:/,
  );
  assert.match((await runSharedCli(['incident', 'x', INCIDENT, '--lang', 'ja'])).stderr, /「x」という/);
  assert.match((await runSharedCli(['scan', '--help'])).stdout, /^Usage: /);
});

test('a correct system has no finding of severity high', async () => {
  const released = path.resolve(INCIDENT, '../../variants/right/terraform');
  const { code } = await runSharedCli(['scan', released, '--fail-on', 'high']);
  assert.equal(code, 0);
});
