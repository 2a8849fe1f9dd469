import { OWN_POLICY } from '../identity.ts';
import type { Resource } from '../../resource-types.ts';

export const QUEUE: Resource = {
  kind: 'queue',
  page: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_CreateQueue.html',
  types: { terraform: ['aws_sqs_queue'], cloudformation: 'AWS::SQS::Queue', cdk: {} },
  name: 'queueName',
  isReferredById: true,
  settings: {
    kmsMasterKeyId: { type: 'text' },
    ...OWN_POLICY,
    queueName: { type: 'text', terraform: 'name' },
  },
};
