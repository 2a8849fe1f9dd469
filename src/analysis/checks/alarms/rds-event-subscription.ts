import { text } from '../../../l10n/index.ts';
import { isUnknownSetting, shellWord, type Asset, type Text } from '../../../model/index.ts';
import { absentLink } from '../absent-link.ts';
import { passingLink, isTargetMissing, notApplicable, unknownLink, withRemarks } from '../answers.ts';
import { answerOfChains, bestChain, decisiveLink, follow, nameLink, type Chain } from '../chain.ts';
import { databaseGuide, controlMappings, type Check, type CheckContext } from '../check.ts';
import type { Graph } from '../reading/graph.ts';
import { getsEvents, ruleChain } from '../receivers/rules.ts';
import { topicChain } from '../receivers/topics.ts';
import { databaseWords, userGivenName } from '../../../vocabulary/index.ts';
import { isServerlessV1, membersOf } from '../subjects/members.ts';
import { isOn, isWritten, readSetting, textOf, textsOf } from '../reading/readings.ts';
import { databaseName, unlessExists, commandVariable } from '../commands.ts';

/** Categories of the events that explain an outage. A subscription without categories gets all events. */
const REQUIRED_CATEGORIES = {
  'db-cluster': ['failover', 'failure'],
  'db-instance': ['availability', 'failure'],
} as const;
type SourceType = keyof typeof REQUIRED_CATEGORIES;
/** Further categories that help to explain an incident. */
const HELPFUL_CATEGORIES: Readonly<Record<string, readonly string[]>> = {
  'db-cluster': ['maintenance', 'notification'],
  'db-instance': ['low storage', 'maintenance', 'notification', 'recovery'],
  'db-parameter-group': ['configuration change'],
};

export const rdsEventSubscription: Check = {
  id: 'rds-event-subscription',
  title: text('check.rds-event-subscription.title'),
  why: text('check.rds-event-subscription.why'),
  level: 'must',
  appliesTo: ['database'],
  evaluate(cluster, context) {
    const rule = eventRuleChain(cluster, context);
    const types = sourceTypes(cluster);
    const chains = types.map((type) => subscriptionChain(cluster, type, context));
    if (isServerlessV1(cluster) && decisiveLink(chains[0] ?? []) !== undefined) {
      return notApplicable(text('evidence.serverlessV1', { asset: cluster.name }));
    }
    const missing = types.filter((_, index) => isTargetMissing(decisiveLink(chains[index] ?? [])));
    const answer = answerOfChains(
      chains.map((chain) => bestChain([chain, rule])),
      {
        fix: {
          title: text('fix.subscription'),
          changes: missing.map((sourceType) => ({
            kind: 'event-subscription',
            assetId: cluster.id,
            sourceType,
            categories: categoriesFor(sourceType),
          })),
          command: missing.map((type) => subscriptionFix(cluster, type)).join(' && '),
        },
      },
    );
    return withRemarks(
      answer,
      decisiveLink(rule) === undefined ? null : unreportedCategories(cluster, context),
    );
  },
  care: text('check.rds-event-subscription.care'),
  helpUri: databaseGuide('USER_Events.Messages'),
  mappings: controlMappings({
    securityHub: ['RDS.19', 'RDS.20', 'RDS.21'],
    prowler: [
      'rds_cluster_critical_event_subscription',
      'rds_instance_critical_event_subscription',
      'rds_instance_event_subscription_parameter_groups',
    ],
    wellArchitected: ['REL11-BP06'],
  }),
};

/** Source types of events about a database. An instance without a cluster has events of instances only. */
function sourceTypes(database: Asset): SourceType[] {
  const { type } = databaseWords(database);
  return type === 'db-instance' ? [type] : ['db-cluster', 'db-instance'];
}

/** Chain that carries an event to a person: the subscription, then the chain of its topic. */
function subscriptionChain(cluster: Asset, type: SourceType, { graph }: CheckContext): Chain {
  const all = graph.near(cluster, 'event-subscription').filter(({ count }) => count !== 0);
  const members = membersOf(cluster, graph);
  const chains = all
    .filter((each) => !isOff(each))
    .flatMap((subscription): Chain[] => {
      const answer = reportingCertainty(subscription, type, cluster, members);
      if (answer === 'no') return [];
      const about = { name: subscription.name, type };
      if (answer === 'unknown')
        return [
          [nameLink('subscription', subscription, unknownLink(text('evidence.subscriptionUnclear', about)))],
        ];
      const subscribed = nameLink(
        'subscription',
        subscription,
        passingLink(text('evidence.subscription', about)),
      );
      return [[subscribed, ...topicOf(subscription, graph)]];
    });
  const [first, ...others] = chains;
  if (first !== undefined) return bestChain([first, ...others]);
  const off = all.find((each) => isOff(each) && reportingCertainty(each, type, cluster, members) === 'yes');
  const missing =
    off === undefined
      ? text('evidence.noSubscription', { type, categories: [...REQUIRED_CATEGORIES[type]] })
      : text('evidence.subscriptionOff', { name: off.name, type });
  return [
    nameLink(
      'subscription',
      off ?? null,
      absentLink(graph, [cluster], 'DescribeEventSubscriptions', missing),
    ),
  ];
}

function topicOf(subscription: Asset, graph: Graph): Chain {
  const [topic] = graph.linked(subscription, 'notifies');
  if (topic !== undefined) return topicChain(topic, 'events.rds.amazonaws.com', graph);
  const receiver = textOf(subscription.settings.snsTopicArn) ?? '?';
  const elsewhere = text('evidence.topicElsewhere', { alarm: subscription.name, receiver });
  return [nameLink('topic', subscription, unknownLink(elsewhere))];
}

function isOff(subscription: Asset): boolean {
  const enabled = readSetting(subscription, 'enabled');
  return enabled.state === 'known' && !isOn(enabled.value);
}

function categoriesFor(type: SourceType): string[] {
  return [...REQUIRED_CATEGORIES[type], ...(HELPFUL_CATEGORIES[type] ?? [])];
}

function subscriptionFix(cluster: Asset, type: SourceType): string {
  const categories = categoriesFor(type).map(shellWord).join(' ');
  const name = `--subscription-name ${databaseName(cluster)}-${type}`;
  return unlessExists(
    `aws rds describe-event-subscriptions ${name}`,
    `aws rds create-event-subscription ${name} --sns-topic-arn ${commandVariable('ALARM_TOPIC_ARN')} ` +
      `--source-type ${type} --event-categories ${categories}`,
  );
}

/**
 * Remark on the categories that no subscription here reports; null if there are none, or if a subscription is partly
 * unreadable.
 */
function unreportedCategories(cluster: Asset, { graph }: CheckContext): Text | null {
  const subscriptions = graph.near(cluster, 'event-subscription');
  const isUnclear = subscriptions.some(({ unknownSettings }) => unknownSettings.length > 0);
  if (isUnclear || subscriptions.length === 0) return null;
  const isAbout = (type: string): boolean => type !== 'db-cluster' || sourceTypes(cluster).includes(type);
  const parts = Object.entries(HELPFUL_CATEGORIES).flatMap(([type, wanted]) => {
    if (!isAbout(type)) return [];
    const own = subscriptions.filter(({ settings }) => (textOf(settings.sourceType) ?? type) === type);
    const covered = own.map(categoriesOf);
    const missing = wanted.filter(
      (each) => !covered.some((list) => list.length === 0 || list.includes(each)),
    );
    return missing.length === 0 ? [] : [`${type}: ${missing.join(', ')}`];
  });
  return parts.length === 0 ? null : text('evidence.moreCategories', { parts });
}

function categoriesOf({ settings }: Asset): string[] {
  return textsOf(settings.eventCategories ?? settings.eventCategoriesList);
}

/** States in which RDS cannot reach the topic (RDS API, EventSubscription). */
const UNREACHABLE: ReadonlySet<string> = new Set(['no-permission', 'topic-not-exist']);

/** Certainty that a subscription to sources of a type reports the failures of a cluster or of its instances. */
function reportingCertainty(
  subscription: Asset,
  type: SourceType,
  cluster: Asset,
  members: readonly Asset[],
): 'yes' | 'no' | 'unknown' {
  const { settings, links } = subscription;
  if (UNREACHABLE.has(textOf(settings.status) ?? '')) return 'no';
  if (isUnknownSetting(subscription, 'sourceType')) return 'unknown';
  const sourceType = textOf(settings.sourceType);
  if (sourceType !== null && sourceType !== type) return 'no';
  const about = links.filter(({ role }) => role === 'watches').map(({ assetId }) => assetId);
  const covered = type === 'db-cluster' || members.length === 0 ? [cluster] : members;
  const isWhole = about.length === 0 || covered.every(({ id }) => about.includes(id));
  if (!isWhole) return 'no';
  if (about.length === 0 && isWritten(subscription, 'sourceIds') !== false)
    return namesOthers(subscription, covered);
  if (isUnknownSetting(subscription, 'eventCategories')) return 'unknown';
  const categories = categoriesOf(subscription);
  return categories.length === 0 ||
    REQUIRED_CATEGORIES[type].every((category) => categories.includes(category))
    ? 'yes'
    : 'no';
}

/** Coverage by source names that match no declaration here: `no` if all names are known. */
function namesOthers(subscription: Asset, covered: readonly Asset[]): 'no' | 'unknown' {
  const isNamed = covered.every((asset) => userGivenName(asset) !== null);
  return isNamed && !isUnknownSetting(subscription, 'sourceIds') ? 'no' : 'unknown';
}

/** Chain of a rule on the event bus, which gets every event of the service unless its detail selects some databases. */
function eventRuleChain(cluster: Asset, { graph }: CheckContext): Chain {
  const chains = graph.near(cluster, 'event-rule').flatMap((rule): Chain[] => {
    const answers = eventTypes(cluster).map((type) =>
      getsEvents(rule, {
        source: 'aws.rds',
        types: [type],
        about: { field: 'SourceIdentifier', asset: cluster },
      }),
    );
    if (answers.includes(false)) return [];
    const link = answers.includes(null)
      ? unknownLink(text('evidence.ruleUnclear', { rule: rule.name }))
      : passingLink(text('evidence.eventRule', { rule: rule.name }));
    return [follow(nameLink('rule', rule, link), () => ruleChain(rule, graph))];
  });
  const [first, ...others] = chains;
  return first === undefined
    ? [nameLink('rule', null, absentLink(graph, [cluster], 'ListRules', text('evidence.noEventRule')))]
    : bestChain([first, ...others]);
}

/** Detail types of the events of clusters and instances in EventBridge (RDS User Guide, events). */
function eventTypes(database: Asset): string[] {
  return sourceTypes(database).map(
    (type) => databaseWords({ kind: type === 'db-instance' ? type : 'database' }).events,
  );
}
