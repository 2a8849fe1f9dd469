import { text } from '../../../l10n/index.ts';
import { isUnknownSetting, type Asset, type SettingValue } from '../../../model/index.ts';
import { failingLink, passingLink, unknownLink, type CheckLink } from '../answers.ts';
import { bestChain, follow, nameLink, type Chain } from '../chain.ts';
import { isReadInFull } from '../reading/defaults.ts';
import type { Graph } from '../reading/graph.ts';
import { fieldOf, isWritten, listOf, textOf } from '../reading/readings.ts';
import { allows } from './policies.ts';

/** Services that publish to a topic without being named in its policy: the topic's own account may (SNS Developer Guide). */
const SAME_ACCOUNT_SERVICES: ReadonlySet<string> = new Set([
  'cloudwatch.amazonaws.com',
  'autoscaling.amazonaws.com',
  'events.rds.amazonaws.com',
]);

/**
 * Chain from a service's message to a person: the topic's `policy`, its `key`, a `subscriber`.
 * @param service by its principal: `cloudwatch.amazonaws.com`
 */
export function topicChain(topic: Asset, service: string, graph: Graph): Chain {
  return follow(nameLink('topic-policy', topic, policyLink(topic, service)), () =>
    follow(nameLink('key', topic, keyLink(topic, service, graph)), () => subscriberChain(topic, graph)),
  );
}

function policyLink(topic: Asset, service: string): CheckLink {
  const about = { topic: topic.name, service };
  if (isUnknownSetting(topic, 'policy')) return unknownLink(text('evidence.topicPolicyUnknown', about));
  const { policy } = topic.settings;
  if (policy === undefined || policy === null) {
    // Without a policy of its own, the topic accepts its account, and only those AWS services that act for it.
    return SAME_ACCOUNT_SERVICES.has(service)
      ? passingLink(text('evidence.topicTakes', about))
      : failingLink(text('evidence.topicRefuses', about));
  }
  const answer = allows(policy, { action: 'sns:Publish', service });
  if (answer === true || (SAME_ACCOUNT_SERVICES.has(service) && isForAccount(policy)))
    return passingLink(text('evidence.topicTakes', about));
  return answer === null
    ? unknownLink(text('evidence.topicPolicyUnknown', about))
    : failingLink(text('evidence.topicRefuses', about));
}

/** True if a policy lets the whole account publish, as a topic's default policy does. */
function isForAccount(policy: SettingValue): boolean {
  const statements = fieldOf(policy, 'Statement');
  return listOf(Array.isArray(statements) ? statements : [statements ?? null]).some((statement) => {
    const condition = JSON.stringify(fieldOf(statement, 'Condition') ?? {});
    return (
      /aws:sourceowner|aws:sourceaccount|aws:principalaccount/i.test(condition) &&
      JSON.stringify(fieldOf(statement, 'Principal') ?? null).includes('"*"')
    );
  });
}

/** Link to the topic's key: SNS's own key lets no service publish; the team's key has to allow it. */
function keyLink(topic: Asset, service: string, graph: Graph): CheckLink {
  const about = { topic: topic.name, service };
  if (isWritten(topic, 'kmsMasterKeyId') === false) return passingLink(text('evidence.topicPlain', about));
  const key = textOf(topic.settings.kmsMasterKeyId);
  if (key !== null && /(?:^|[/:])alias\/aws\/sns$/.test(key))
    return failingLink(text('evidence.topicKeyOfAws', about));
  const [declared] = graph.linked(topic, 'key');
  if (declared === undefined || isUnknownSetting(declared, 'policy'))
    return unknownLink(text('evidence.topicKeyUnknown', about));
  const { policy } = declared.settings;
  const answer = policy !== undefined && allows(policy, { action: 'kms:GenerateDataKey', service });
  if (answer === null) return unknownLink(text('evidence.topicKeyUnknown', about));
  return answer
    ? passingLink(text('evidence.topicKeyFits', about))
    : failingLink(text('evidence.topicKeyRefuses', about));
}

/** Chain from a topic to its subscriber: a subscription that gets the messages, or a connected chat. */
export function subscriberChain(topic: Asset, graph: Graph): Chain {
  const chats = listOf(topic.settings.integrations);
  if (chats.length > 0)
    return [nameLink('subscriber', topic, passingLink(text('evidence.topicChat', { topic: topic.name })))];
  const declared = graph.linkedTo(topic, 'member-of', 'topic-subscription');
  const written = listOf(topic.settings.subscriptions);
  const chains = [
    ...declared.map((each) => subscriptionChain(topic, each, graph)),
    ...written.map((each) => [nameLink('subscriber', topic, writtenLink(topic, each))]),
  ];
  const [first, ...others] = chains;
  return first === undefined
    ? [nameLink('subscriber', topic, noSubscriber(topic, graph))]
    : bestChain([first, ...others]);
}

function noSubscriber(topic: Asset, graph: Graph): CheckLink {
  const evidence = text('evidence.topicUnread', { topic: topic.name });
  const isRefused = graph.wasRefused('ListSubscriptionsByTopic', topic);
  const mayBeRead = graph
    .near(topic, 'topic-subscription')
    .some((each) => isUnknownSetting(each, 'topicArn'));
  if (
    isRefused ||
    mayBeRead ||
    isUnknownSetting(topic, 'subscriptions') ||
    isUnknownSetting(topic, 'integrations')
  )
    return unknownLink(text('evidence.subscribersUnknown', { topic: topic.name }));
  return isReadInFull(topic)
    ? failingLink(evidence)
    : unknownLink(text('evidence.subscribersUnknown', { topic: topic.name }));
}

/** Link to a subscription in code or in an account: an unconfirmed one gets nothing. */
function writtenLink(topic: Asset, subscription: SettingValue): CheckLink {
  const protocol = textOf(fieldOf(subscription, 'protocol')) ?? '';
  const arn = textOf(fieldOf(subscription, 'subscriptionArn'));
  return arn !== null && !arn.startsWith('arn:')
    ? failingLink(text('evidence.subscriptionPending', { topic: topic.name, protocol }))
    : passingLink(text('evidence.topicRead', { topic: topic.name, protocol }));
}

function subscriptionChain(topic: Asset, subscription: Asset, graph: Graph): Chain {
  const protocol = textOf(subscription.settings.protocol) ?? '';
  const about = { topic: topic.name, protocol };
  if (subscription.count === 0)
    return [nameLink('subscriber', topic, failingLink(text('evidence.topicUnread', about)))];
  const read = nameLink('subscriber', subscription, passingLink(text('evidence.topicRead', about)));
  if (isWritten(subscription, 'filterPolicy') !== false)
    return [nameLink('subscriber', subscription, unknownLink(text('evidence.subscriptionFilters', about)))];
  const [endpoint] = graph.linked(subscription, 'notifies');
  if (endpoint === undefined) return [read];
  return [read, deliveryLink(endpoint, 'sns.amazonaws.com')];
}

/** Link that holds if a queue or a function accepts a service's messages: `permission`. */
export function deliveryLink(endpoint: Asset, service: string): Chain[number] {
  const about = { receiver: endpoint.name, service };
  const link = (answer: boolean | null): CheckLink => {
    if (answer === null) return unknownLink(text('evidence.receiverUnknown', about));
    return answer
      ? passingLink(text('evidence.receiverTakes', about))
      : failingLink(text('evidence.receiverRefuses', about));
  };
  return nameLink('permission', endpoint, link(canReceive(endpoint, service)));
}

function canReceive(endpoint: Asset, service: string): boolean | null {
  const { kind, settings } = endpoint;
  if (kind === 'queue') {
    if (isUnknownSetting(endpoint, 'policy')) return null;
    return settings.policy === undefined
      ? false
      : allows(settings.policy, { action: 'sqs:SendMessage', service });
  }
  if (kind !== 'function') return true;
  if (isUnknownSetting(endpoint, 'permissions')) return null;
  const principals = listOf(settings.permissions).map((each) => textOf(fieldOf(each, 'principal')));
  if (principals.includes(service) || principals.includes('*')) return true;
  // The policies of a running function, and of one made by a module, are not read.
  return principals.includes(null) || !isReadInFull(endpoint) || endpoint.source === 'api' ? null : false;
}
