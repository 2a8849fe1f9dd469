import { text } from '../../../l10n/index.ts';
import { isFileLocation, shellWord, type Asset } from '../../../model/index.ts';
import { userGivenName } from '../../../vocabulary/index.ts';
import { answerOfChain } from '../chain.ts';
import { controlMappings, type Check } from '../check.ts';
import { commandVariable } from '../commands.ts';
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
        command: [
          `aws sns subscribe --topic-arn ${topicArn(topic)}`,
          `--protocol email --notification-endpoint ${commandVariable('EMAIL')}`,
        ].join(' '),
      },
    });
  },
  care: text('check.topic-has-subscriber.care'),
  helpUri: 'https://docs.aws.amazon.com/sns/latest/dg/sns-create-subscribe-endpoint-to-topic.html',
  mappings: controlMappings({ wellArchitected: ['REL06-BP03'] }),
};

/** Topic's ARN as a word of a command: creating an existing topic only prints its ARN. */
function topicArn(topic: Asset): string {
  if (!isFileLocation(topic.location)) return shellWord(topic.location.arn);
  const name = userGivenName(topic);
  return name === null
    ? commandVariable('ALARM_TOPIC_ARN')
    : `"$(aws sns create-topic --name ${shellWord(name)} --query TopicArn --output text)"`;
}
