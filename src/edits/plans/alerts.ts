import type { AlarmRule, Asset, MetricDimension } from '../../model/index.ts';
import { labelOf } from '../fixes/names.ts';
import { NEW_ALARM, NEW_SUBSCRIPTION, NOTIFICATION, TOPIC } from '../new/types.ts';
import {
  concat,
  InexpressibleError,
  reference,
  struct,
  type NewResource,
  type NewValue,
} from '../new/values.ts';
import { awsName, type ExistingResources, type Plan, type Planner } from './plan.ts';

/** Alarm on a metric, with the topic of its file as its action. */
export const alarmPlan: Planner<'alarm'> = (request, asset, known) => {
  const topic = topicOf(asset, known);
  const alarm: NewResource = {
    type: NEW_ALARM,
    words: request.metric,
    settings: {
      alarmName: concat(reference(asset, 'name'), `-${request.metric}`),
      namespace: request.namespace,
      metricName: request.metric,
      ...alarmSettings(request.rule),
      alarmActions: [topic.arn],
      dimensions: {
        is: 'pairs',
        of: 'Dimension',
        rows: request.dimensions.map((each) => dimensionRow(each, known)),
      },
    },
  };
  return { settings: {}, resources: [...topic.made, alarm] };
};

/** Subscription to the events of all sources of a type. */
export const subscriptionPlan: Planner<'event-subscription'> = (request, asset, known) => {
  const topic = topicOf(asset, known);
  const subscription: NewResource = {
    type: NEW_SUBSCRIPTION,
    words: `${request.sourceType} events`,
    settings: {
      subscriptionName: concat(reference(asset, 'name'), `-${request.sourceType}`),
      snsTopicArn: topic.arn,
      sourceType: request.sourceType,
      eventCategories: request.categories,
    },
  };
  return { settings: {}, resources: [...topic.made, subscription] };
};

/** Notifications of a group: a resource in Terraform, a setting of the group elsewhere. */
export const notificationPlan: Planner<'notification'> = (request, asset, known): Plan => {
  const topic = topicOf(asset, known);
  if (asset.source === 'terraform') {
    const notification: NewResource = {
      type: NOTIFICATION,
      words: '',
      settings: { groupNames: [reference(asset, 'name')], topicArn: topic.arn, notifications: request.types },
    };
    return { settings: {}, resources: [...topic.made, notification] };
  }
  const configuration = struct('NotificationConfiguration', {
    topicARN: topic.arn,
    notificationTypes: request.types,
  });
  return { settings: { notificationConfigurations: [configuration] }, resources: topic.made };
};

/**
 * Topic that the file already uses, else a new one, to which somebody has to subscribe: any other topic may have
 * another purpose.
 */
function topicOf(asset: Asset, known: ExistingResources): { arn: NewValue; made: NewResource[] } {
  const existingTopic = known.topic();
  if (existingTopic !== null) return { arn: existingTopic, made: [] };
  const words = asset.kind === 'auto-scaling-group' ? 'group alerts' : 'database alerts';
  const topic: NewResource = {
    type: TOPIC,
    words,
    settings: { namePrefix: `${awsName(labelOf(asset), words)}-` },
    remark: 'Subscribe whoever is on call: a topic without subscriptions tells nobody.',
  };
  return { arn: reference(topic, 'arn'), made: [topic] };
}

/** Settings of an alarm in reading order. */
function alarmSettings(rule: AlarmRule): Record<string, NewValue> {
  const { statistic, comparison, threshold, evaluationPeriods, datapointsToAlarm, treatMissingData } = rule;
  return {
    statistic,
    comparisonOperator: comparison,
    threshold,
    period: 60,
    evaluationPeriods,
    ...(datapointsToAlarm !== undefined && { datapointsToAlarm }),
    ...(treatMissingData !== undefined && { treatMissingData }),
  };
}

/** Literal words in capitals. All others are placeholders, which code must not contain. */
const LITERAL_WORDS: ReadonlySet<string> = new Set(['WRITER', 'READER']);

/** @throws {InexpressibleError} for a dimension that only a command can express */
function dimensionRow(
  { name, value }: MetricDimension,
  known: ExistingResources,
): readonly [string, NewValue] {
  if (typeof value === 'string') {
    if (LITERAL_WORDS.has(value)) return [name, value];
    throw new InexpressibleError(value);
  }
  const asset = known.asset(value.assetId);
  if (asset === undefined) throw new InexpressibleError(value.assetId);
  return [name, reference(asset, 'name')];
}
