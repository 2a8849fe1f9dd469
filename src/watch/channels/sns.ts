import { batchText, titleOf } from '../render.ts';
import type { Channel, ChannelOptions } from './channel.ts';
import { withoutChangedNotes } from './webhook.ts';

/** Fields of a message for Amazon SNS. */
export interface SnsMessage {
  TopicArn: string;
  Subject: string;
  Message: string;
  MessageAttributes: Record<string, { DataType: string; StringValue: string }>;
  MessageGroupId?: string;
  MessageDeduplicationId?: string;
}

export interface SnsOptions extends ChannelOptions {
  topicArn: string;
  /** Publishes one message: with the AWS SDK, which retries by itself, or with a test's function. */
  publish?: (message: SnsMessage, region: string, signal?: AbortSignal) => Promise<void>;
}

/** Publishes each message to an Amazon SNS topic, with the SDK's default credentials. */
export function createSns({ topicArn, language, publish = publishWithSdk }: SnsOptions): Channel {
  return {
    name: 'sns',
    async deliver(batch, signal) {
      const alerting = withoutChangedNotes(batch);
      if (alerting === null) return;
      const message: SnsMessage = {
        TopicArn: topicArn,
        Subject: subjectOf(titleOf(alerting, 'en')),
        Message: batchText(alerting, language),
        MessageAttributes: { 'idempotency-key': { DataType: 'String', StringValue: batch.id } },
      };
      const deduplication = { MessageGroupId: 'errata-lens', MessageDeduplicationId: batch.id };
      const request = topicArn.endsWith('.fifo') ? { ...message, ...deduplication } : message;
      await publish(request, regionOf(topicArn), signal);
    },
  };
}

/** Subjects are ASCII, without line breaks, and of at most 100 characters (SNS API, Publish). */
function subjectOf(title: string): string {
  return title.replace(/[^\x20-\x7e]+/g, ' ').slice(0, 100);
}

function regionOf(arn: string): string {
  return arn.split(':')[3] ?? '';
}

async function publishWithSdk(message: SnsMessage, region: string, signal?: AbortSignal): Promise<void> {
  const { SNSClient, PublishCommand } = await import('./sns-sdk.ts');
  const client = new SNSClient({ region });
  try {
    await client.send(new PublishCommand(message), signal ? { abortSignal: signal } : {});
  } finally {
    client.destroy();
  }
}
