import type { Resource } from '../../resource-types.ts';
import { RECEIVER_KINDS } from './topic.ts';

/** Target of a rule's events that is declared separately. */
export const EVENT_TARGET: Resource = {
  kind: 'event-target',
  page: 'https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutTargets.html',
  types: { terraform: ['aws_cloudwatch_event_target'] },
  settings: {
    arn: { type: 'text' },
    roleArn: { type: 'text' },
    rule: { type: 'text' },
    targetId: { type: 'text' },
  },
  links: [
    { role: 'member-of', to: ['event-rule'], settings: ['rule'] },
    { role: 'notifies', to: RECEIVER_KINDS, settings: ['arn'] },
    { role: 'role', to: ['role'], settings: ['roleArn'] },
  ],
};
