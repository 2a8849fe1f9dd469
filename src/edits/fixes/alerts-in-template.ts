import { entryOf, itemsOf, valueOf, type Node, type SourceFile } from '../../syntax/index.ts';
import type { Asset } from '../../model/index.ts';
import { ALARM, EVENT_SUBSCRIPTION } from '../../vocabulary/index.ts';
import { addResources, setProperty, type TemplateObject, type TemplateValue } from '../cloudformation.ts';
import { declaringFile, templateResources, type Declaration } from '../declarations.ts';
import type { Change } from '../edit.ts';
import { resourceInTemplate } from '../new-resource.ts';
import { dimensionsOf, isTaken, ruleSettings, type Alert } from './alerts.ts';
import { camelOf } from './names.ts';

type Resource = Extract<Declaration, { tool: 'cloudformation' }>;

/** What tells somebody about an asset, as resources of its template; null where something that it names is out of reach. */
export function alertsInTemplate(
  wish: Alert,
  asset: Asset,
  source: SourceFile,
  declaration: Resource,
  assets: readonly Asset[],
): Change[] | null {
  const topic = topicIn(source, asset, declaration);
  if (wish.kind === 'notification') {
    const configurations = [{ TopicARN: topic.arn, NotificationTypes: wish.types }];
    const set = setProperty(source, declaration, 'NotificationConfigurations', configurations);
    return set === null ? null : [...topic.changes, ...set];
  }
  const made = resourceFor(wish, asset, topic.arn, assets);
  if (made === null || isTaken(made.name, assets)) return null;
  return [...topic.changes, ...addResources(source, declaration, { [made.name]: made.resource })];
}

function resourceFor(
  wish: Exclude<Alert, { kind: 'notification' }>,
  asset: Asset,
  topic: TemplateValue,
  assets: readonly Asset[],
): { name: string; resource: TemplateObject } | null {
  if (wish.kind === 'event-subscription') {
    const settings = {
      snsTopicArn: topic,
      sourceType: wish.sourceType,
      eventCategories: wish.categories,
    };
    const name = `${asset.name}${camelOf(wish.sourceType)}Events`;
    return { name, resource: resourceInTemplate(EVENT_SUBSCRIPTION, settings) };
  }
  const dimensions = dimensionsOf<TemplateValue>(
    wish,
    assets,
    (other) => nameOf(other, asset),
    (text) => text,
  );
  if (dimensions === null) return null;
  const settings = {
    namespace: wish.namespace,
    metricName: wish.metric,
    dimensions: dimensions.map(([name, value]) => ({ Name: name, Value: value })),
    ...ruleSettings<TemplateValue>(
      wish,
      (text) => text,
      (number) => number,
    ),
    alarmActions: [topic],
  };
  return { name: `${asset.name}${camelOf(wish.metric)}Alarm`, resource: resourceInTemplate(ALARM, settings) };
}

/** What metrics call an asset, as its own template can say it; null for a resource of another one. */
function nameOf(asset: Asset, from: Asset): TemplateObject | null {
  const isHere = asset.source === 'cloudformation' && declaringFile(asset) === declaringFile(from);
  if (!isHere) return null;
  switch (asset.kind) {
    case 'target-group':
      return { 'Fn::GetAtt': [asset.name, 'TargetGroupFullName'] };
    case 'load-balancer':
      return { 'Fn::GetAtt': [asset.name, 'LoadBalancerFullName'] };
    default:
      return { Ref: asset.name };
  }
}

/** Where a resource says whom it tells. */
const TOPIC_PROPERTIES: Readonly<Record<string, string>> = {
  'AWS::CloudWatch::Alarm': 'AlarmActions',
  'AWS::RDS::EventSubscription': 'SnsTopicArn',
};

/** The topic that this template tells already; else a new one, because any other topic may be for something else. */
function topicIn(
  source: SourceFile,
  asset: Asset,
  declaration: Resource,
): { arn: TemplateValue; changes: Change[] } {
  const resources = templateResources(source);
  for (const { value } of resources) {
    const type = valueOf(value, 'Type');
    const property = type?.kind === 'scalar' ? TOPIC_PROPERTIES[type.text] : undefined;
    const written = property === undefined ? null : valueOf(value, 'Properties', property);
    const topic = written?.kind === 'list' && written.tag === null ? (itemsOf(written)[0] ?? null) : written;
    const name = topic === null ? null : referenceIn(topic);
    if (name !== null) return { arn: { Ref: name }, changes: [] };
  }
  const name = `${asset.name}Alerts`;
  const isThere = resources.some(({ key }) => key === name);
  return {
    arn: { Ref: name },
    changes: isThere ? [] : addResources(source, declaration, { [name]: { Type: 'AWS::SNS::Topic' } }),
  };
}

/** `Alerts` of `!Ref Alerts` and `{ "Ref": "Alerts" }`. */
function referenceIn(node: Node): string | null {
  if (node.kind === 'scalar') return node.tag === '!Ref' ? node.text : null;
  const value = node.kind === 'map' ? entryOf(node, 'Ref')?.value : undefined;
  return value?.kind === 'scalar' ? value.text : null;
}
