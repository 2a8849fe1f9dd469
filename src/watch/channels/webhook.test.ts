import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { test } from 'node:test';
import { text } from '../../l10n/index.ts';
import type { Alert } from '../alerts/alert.ts';
import { channelsFromEnvironment, ChannelConfigError } from './environment.ts';
import { createSns, type SnsMessage } from './sns.ts';
import { createWebhook, type WebhookForm } from './webhook.ts';
import type { Batch } from '../store/state.ts';
import { startReceiver } from '../../../test/support/watch/receiver.ts';

const RETRY_POLICY = { attempts: 4, firstWaitMs: 1, timeoutMs: 5_000 };
const ARN = 'arn:aws:rds:eu-west-1:123456789012:cluster:orders';
const ALERT: Alert = {
  id: '0123456789abcdef',
  kind: 'new-bug',
  severity: 'high',
  product: 'aurora-mysql',
  release: '2.31.1',
  versions: ['2.31.1', '2.31.0'],
  assetIds: ['main.tf#aws_rds_cluster.main', ARN],
  bugs: [],
  changes: [],
  message: text('watch.changedNotes', { name: 'Aurora <MySQL>', version: '2.31.1', count: 2 }),
  url: 'https://docs.aws.amazon.com/x_y.html',
  foundOn: '2031-02-10',
};
const BATCH: Batch = {
  id: ALERT.id,
  foundOn: '2031-02-10',
  alerts: [ALERT],
  since: '2031-02-01',
  unread: [],
  unreadPages: [],
  to: ['webhook'],
};
const OPTIONS = { language: 'en', withAccountIds: false, retryPolicy: RETRY_POLICY } as const;

async function received(form: WebhookForm, more: object = {}, answers: readonly number[] = []) {
  const receiver = await startReceiver(answers);
  try {
    await createWebhook({ ...OPTIONS, form, url: receiver.url, ...more }).deliver(BATCH);
    return receiver.received;
  } finally {
    await receiver.close();
  }
}

test('signs messages, and repeats them under one id until they are accepted', async () => {
  const secret = 'known to both';
  const messages = await received('webhook', { secret }, [503, 0, 429]);
  assert.deepEqual(
    messages.map(({ status }) => status),
    [503, 0, 429, 200],
  );
  for (const { body, headers } of messages) {
    const expected = createHmac('sha256', secret).update(body).digest('hex');
    assert.equal(headers['x-errata-lens-signature'], `sha256=${expected}`);
    assert.equal(headers['idempotency-key'], ALERT.id);
  }
  const taken = messages.filter(({ status }) => status === 200);
  assert.equal(taken.length, 1);
});

test('gives up at once if a retry cannot help, and reveals no address', async () => {
  const receiver = await startReceiver([403]);
  const webhook = createWebhook({ ...OPTIONS, form: 'slack', url: receiver.url });
  await assert.rejects(webhook.deliver(BATCH), (error: Error) => {
    assert.match(error.message, /HTTP 403/);
    assert.doesNotMatch(error.message + String(error.stack), /secret|127\.0\.0\.1/);
    return true;
  });
  assert.equal(receiver.received.length, 1);
  await receiver.close();
  await assert.rejects(webhook.deliver(BATCH), (error: Error) => {
    assert.equal(error.message, 'ECONNREFUSED');
    return true;
  });
});

test('sends no account id and no ARN to a webhook without consent', async () => {
  for (const form of ['webhook', 'slack', 'teams'] as const) {
    const [message] = await received(form);
    assert.doesNotMatch(message?.body ?? '', /arn:|123456789012/, form);
  }
  const [plain] = await received('webhook', { withAccountIds: true });
  assert.match(plain?.body ?? '', /123456789012/);
});

test('sends alerts in the plain body as the command line prints them', async () => {
  const [message] = await received('webhook');
  const body = JSON.parse(message?.body ?? '') as {
    schemaVersion: number;
    id: string;
    alerts: Record<string, unknown>[];
  };
  assert.deepEqual([body.schemaVersion, body.id], [1, ALERT.id]);
  const [alert] = body.alerts;
  assert.deepEqual([alert?.id, alert?.kind, alert?.severity], [ALERT.id, 'new-bug', 'high']);
  assert.equal((alert?.assetIds as string[])[0], 'main.tf#aws_rds_cluster.main');
});

test('uses the formats of Slack and Teams, and escapes text of the vendor in them', async () => {
  const [slack] = await received('slack');
  const blocks = (JSON.parse(slack?.body ?? '') as { blocks: { type: string; text: { text: string } }[] })
    .blocks;
  assert.equal(blocks.length, 2);
  assert.match(blocks[1]?.text.text ?? '', /Aurora &lt;MySQL&gt;/);
  // The affected assets are in the message, their account is not.
  assert.match(blocks[1]?.text.text ?? '', /yours: main\.tf#aws_rds_cluster\.main, orders \(eu-west-1\)/);
  const [teams] = await received('teams');
  const card = JSON.parse(teams?.body ?? '') as {
    attachments: { contentType: string; content: { type: string; body: { text: string }[] } }[];
  };
  assert.equal(card.attachments[0]?.contentType, 'application/vnd.microsoft.card.adaptive');
  const lines = card.attachments[0].content.body.map((line) => line.text);
  assert.ok(lines.includes(ALERT.url));
  assert.ok(
    lines.includes(String.raw`yours: main.tf\#aws\_rds\_cluster.main, orders (eu-west-1)`),
    lines.join(),
  );
});

test('sends reworded notes to the plain webhook only, not to chats', async () => {
  const quiet = { ...BATCH, alerts: [{ ...ALERT, kind: 'changed-notes' as const }] };
  const receiver = await startReceiver();
  for (const form of ['slack', 'teams', 'webhook'] as const) {
    await createWebhook({ ...OPTIONS, form, url: receiver.url }).deliver(quiet);
  }
  await receiver.close();
  assert.deepEqual(
    receiver.received.map(({ body }) => 'alerts' in (JSON.parse(body) as object)),
    [true],
  );
});

test('uses the id as the deduplication id of a FIFO topic of Amazon SNS', async () => {
  const sent: [SnsMessage, string][] = [];
  const publish = (message: SnsMessage, region: string) => Promise.resolve(void sent.push([message, region]));
  const topicArn = 'arn:aws:sns:ap-northeast-1:123456789012:alerts.fifo';
  await createSns({ topicArn, language: 'ja', withAccountIds: true, publish }).deliver(BATCH);
  const [message, region] = sent.at(0) ?? [];
  assert.ok(message !== undefined);
  assert.equal(region, 'ap-northeast-1');
  assert.equal(message.MessageDeduplicationId, ALERT.id);
  assert.match(message.Subject, /^[\x20-\x7e]{1,100}$/);
  assert.match(message.Message, /リリースノート/);
});

test('requires an https address for a channel', () => {
  const open = (url: string | undefined) => () =>
    channelsFromEnvironment(['slack'], { ERRATA_LENS_SLACK_URL: url }, OPTIONS);
  for (const bad of [undefined, '', 'http://hooks.example.com/x', 'nonsense']) {
    assert.throws(open(bad), (error: unknown) => {
      assert.ok(error instanceof ChannelConfigError);
      assert.doesNotMatch(JSON.stringify(error.text), /hooks\.example/);
      return true;
    });
  }
  assert.equal(open('https://hooks.example.com/x')()[0]?.name, 'slack');
});
