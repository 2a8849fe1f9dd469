import type { Link, Resource } from '../resource-types.ts';
import { WATCHED_KINDS } from './alarm.ts';
import { RDS_API } from './databases/shared.ts';
import { RECEIVER_KINDS } from './receivers/topic.ts';

/** Kinds of sources of an RDS event subscription. */
const SOURCES: Link['to'] = ['database', 'db-instance', 'cluster-parameter-group', 'parameter-group'];

export const EVENT_SUBSCRIPTION: Resource = {
  kind: 'event-subscription',
  page: `${RDS_API}CreateEventSubscription.html`,
  types: { terraform: ['aws_db_event_subscription'], cloudformation: 'AWS::RDS::EventSubscription', cdk: {} },
  settings: {
    enabled: { type: 'boolean', default: true },
    eventCategories: { type: 'structure', answer: 'EventCategoriesList' },
    snsTopicArn: { type: 'text', terraform: 'sns_topic' },
    sourceIds: { type: 'structure', answer: 'SourceIdsList' },
    sourceType: { type: 'text' },
    status: { type: 'answer' },
    subscriptionName: { type: 'text', terraform: 'name', answer: 'CustSubscriptionId' },
  },
  links: [
    { role: 'watches', to: SOURCES, settings: ['sourceIds'] },
    { role: 'notifies', to: ['topic'], settings: ['snsTopicArn'] },
  ],
};

export const EVENT_RULE: Resource = {
  kind: 'event-rule',
  page: 'https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutRule.html',
  types: { terraform: ['aws_cloudwatch_event_rule'], cloudformation: 'AWS::Events::Rule', cdk: {} },
  name: 'name',
  settings: {
    eventBusName: { type: 'text' },
    eventPattern: { type: 'verbatim' },
    isEnabled: {
      type: 'boolean',
      cloudformation: null,
      olderOf: { setting: 'state', on: 'ENABLED', off: 'DISABLED' },
    },
    name: { type: 'text' },
    scheduleExpression: { type: 'text' },
    state: { type: 'text' },
    targets: { type: 'structure', terraform: null, call: 'events:ListTargetsByRule' },
  },
  links: [
    { role: 'watches', to: WATCHED_KINDS, settings: ['eventPattern'] },
    { role: 'notifies', to: RECEIVER_KINDS, settings: ['targets'] },
    { role: 'role', to: ['role'], settings: ['targets'] },
  ],
};
