import { OWN_POLICY } from '../identity.ts';
import type { Link, Resource } from '../../resource-types.ts';

const SNS_API = 'https://docs.aws.amazon.com/sns/latest/api/API_';

const ATTRIBUTES = 'sns:GetTopicAttributes';

/** Kinds of receivers of a message, event or alarm, as far as links are followed. */
export const RECEIVER_KINDS: Link['to'] = ['topic', 'queue', 'function', 'log-group'];

export const TOPIC: Resource = {
  kind: 'topic',
  page: `${SNS_API}CreateTopic.html`,
  types: { terraform: ['aws_sns_topic'], cloudformation: 'AWS::SNS::Topic', cdk: { Topic: {} } },
  name: 'topicName',
  isReferredById: true,
  settings: {
    // Chat integrations, created by other resources.
    integrations: { type: 'answer' },
    kmsMasterKeyId: { type: 'text', cdk: 'masterKey', call: ATTRIBUTES },
    policy: { ...OWN_POLICY.policy, call: ATTRIBUTES },
    // Subscriptions inside the topic itself; others are assets.
    subscriptions: {
      type: 'structure',
      terraform: null,
      cloudformation: 'Subscription',
      call: 'sns:ListSubscriptionsByTopic',
    },
    topicName: { type: 'text', terraform: 'name' },
  },
  links: [
    { role: 'notifies', to: RECEIVER_KINDS, cloudformation: ['Subscription'] },
    { role: 'key', to: ['key'], settings: ['kmsMasterKeyId'] },
  ],
};

export const TOPIC_SUBSCRIPTION: Resource = {
  kind: 'topic-subscription',
  page: `${SNS_API}Subscribe.html`,
  types: {
    terraform: ['aws_sns_topic_subscription'],
    cloudformation: 'AWS::SNS::Subscription',
    cdk: {},
  },
  settings: {
    endpoint: { type: 'text' },
    filterPolicy: { type: 'verbatim' },
    protocol: { type: 'text' },
    topicArn: { type: 'text' },
  },
  links: [
    { role: 'member-of', to: ['topic'], settings: ['topicArn'] },
    { role: 'notifies', to: RECEIVER_KINDS, settings: ['endpoint'] },
  ],
};
