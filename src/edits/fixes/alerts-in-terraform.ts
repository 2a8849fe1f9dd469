import type { SourceFile } from '../../syntax/index.ts';
import type { Asset } from '../../model/index.ts';
import { ALARM, EVENT_SUBSCRIPTION, typeToWrite, writtenName } from '../../vocabulary/index.ts';
import { declaringFile, resourceBlocks } from '../declarations.ts';
import type { Change } from '../edit.ts';
import { resourceInTerraform } from '../new-resource.ts';
import { appendBlocks, sourceOf } from '../terraform.ts';
import { dimensionsOf, isTaken, ruleSettings, type Alert } from './alerts.ts';
import { labelOf, snakeOf } from './names.ts';

/** What tells somebody about an asset, behind everything else; null where something that it names is out of reach. */
export function alertsInTerraform(
  wish: Alert,
  asset: Asset,
  source: SourceFile,
  assets: readonly Asset[],
): Change[] | null {
  const topic = topicIn(source, asset);
  const lines = linesOf(wish, asset, topic.arn, assets);
  return lines === null ? null : [...topic.changes, ...appendBlocks(source, lines)];
}

function linesOf(wish: Alert, asset: Asset, topic: string, assets: readonly Asset[]): string[] | null {
  const name = nameOf(asset, asset);
  if (name === null) return null;
  switch (wish.kind) {
    case 'alarm': {
      const label = `${labelOf(asset)}_${snakeOf(wish.metric)}`;
      const dimensions = dimensionsOf(wish, assets, (other) => nameOf(other, asset), quoted);
      if (dimensions === null || isTaken(`${typeToWrite('terraform', ALARM)}.${label}`, assets)) return null;
      return resourceInTerraform(ALARM, label, {
        alarmName: `"\${${name}}-${wish.metric}"`,
        namespace: quoted(wish.namespace),
        metricName: quoted(wish.metric),
        ...ruleSettings(wish, quoted, String),
        alarmActions: `[${topic}]`,
        dimensions: ['{', ...aligned(dimensions), '}'],
      });
    }
    case 'event-subscription': {
      const label = `${labelOf(asset)}_${snakeOf(wish.sourceType)}_events`;
      if (isTaken(`${typeToWrite('terraform', EVENT_SUBSCRIPTION)}.${label}`, assets)) return null;
      return resourceInTerraform(EVENT_SUBSCRIPTION, label, {
        subscriptionName: `"\${${name}}-${wish.sourceType}"`,
        snsTopicArn: topic,
        sourceType: quoted(wish.sourceType),
        eventCategories: `[${wish.categories.map(quoted).join(', ')}]`,
      });
    }
    case 'notification':
      return [
        `resource "aws_autoscaling_notification" "${labelOf(asset)}" {`,
        `  group_names   = [${name}]`,
        `  topic_arn     = ${topic}`,
        `  notifications = [${wish.types.map(quoted).join(', ')}]`,
        '}',
      ];
  }
}

function quoted(text: string): string {
  return `"${text}"`;
}

function aligned(rows: readonly (readonly [name: string, value: string])[]): string[] {
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, value]) => `  ${name.padEnd(width)} = ${value}`);
}

/** What metrics call an asset, as the code of its module can say it; null for one of another module, or one of several. */
function nameOf(asset: Asset, from: Asset): string | null {
  const isHere = asset.source === 'terraform' && folderOf(asset) === folderOf(from);
  if (!isHere || !/^\w+\.[\w-]+$/.test(asset.name)) return null;
  switch (asset.kind) {
    case 'target-group':
    case 'load-balancer':
      return `${asset.name}.arn_suffix`;
    default: {
      const setting = asset.kind === 'auto-scaling-group' ? 'autoScalingGroupName' : 'dbClusterIdentifier';
      const property = writtenName(asset, setting);
      return property === null ? null : `${asset.name}.${property}`;
    }
  }
}

function folderOf(asset: Asset): string {
  return declaringFile(asset).split('/').slice(0, -1).join('/');
}

/** Where a resource says whom it tells. */
const TOPIC_ARGUMENTS: Readonly<Record<string, string>> = {
  aws_cloudwatch_metric_alarm: 'alarm_actions',
  aws_db_event_subscription: 'sns_topic',
  aws_autoscaling_notification: 'topic_arn',
};

/**
 * The topic that this file tells already. Where there is none a new one, to which somebody has to subscribe: any other topic
 * may be for something else.
 */
function topicIn(source: SourceFile, asset: Asset): { arn: string; changes: Change[] } {
  for (const { labels, body } of resourceBlocks(source)) {
    const argument = TOPIC_ARGUMENTS[labels[0]?.text ?? ''];
    const written = body.attributes.find(({ name }) => name === argument)?.value;
    const topic = written?.kind === 'list' ? written.items[0] : written;
    const code = topic === undefined ? '' : sourceOf(source, topic);
    // Of several, each has its own.
    if (code !== '' && !/\b(?:each|count)\./.test(code)) return { arn: code, changes: [] };
  }
  const kind = asset.kind === 'auto-scaling-group' ? 'group' : 'database';
  const label = `${labelOf(asset)}_${kind}_alerts`;
  const arn = `aws_sns_topic.${label}.arn`;
  const isThere = resourceBlocks(source).some(
    ({ labels }) => labels[0]?.text === 'aws_sns_topic' && labels[1]?.text === label,
  );
  const lines = [
    '# Subscribe whoever is on call: a topic without subscriptions tells nobody.',
    `resource "aws_sns_topic" "${label}" {`,
    `  name_prefix = "${label.toLowerCase().replaceAll('_', '-')}-"`,
    '}',
  ];
  return { arn, changes: isThere ? [] : appendBlocks(source, lines) };
}
