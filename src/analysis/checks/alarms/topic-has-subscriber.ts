import { text } from '../../../l10n/index.ts';
import { answerOfChain } from '../chain.ts';
import { maps, type Check } from '../check.ts';
import { subscriberChain } from '../receivers/topics.ts';

export const topicHasSubscriber: Check = {
  id: 'topic-has-subscriber',
  title: text('check.topic-has-subscriber.title'),
  why: text('check.topic-has-subscriber.why'),
  level: 'must',
  appliesTo: ['topic'],
  evaluate(topic, { graph }) {
    return answerOfChain(subscriberChain(topic, graph), {
      fix: {
        title: text('fix.subscribe', { topic: topic.name }),
        changes: [],
        command: 'aws sns subscribe --topic-arn SNS_TOPIC_ARN --protocol email --notification-endpoint EMAIL',
      },
    });
  },
  care: text('check.topic-has-subscriber.care'),
  helpUri: 'https://docs.aws.amazon.com/sns/latest/dg/sns-create-subscribe-endpoint-to-topic.html',
  mappings: maps({ wellArchitected: ['REL06-BP03'] }),
};
