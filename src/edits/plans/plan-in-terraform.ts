import type { Asset } from '../../model/index.ts';
import type { Block, SourceFile } from '../../syntax/index.ts';
import { writtenName } from '../../vocabulary/index.ts';
import { declaringFile, resourceBlocks } from '../declarations.ts';
import type { Change } from '../edit.ts';
import { labelOf } from '../fixes/names.ts';
import { addressIn, expressionLines, resourceInTerraform, type TerraformNames } from '../new/in-terraform.ts';
import type { Written } from '../new/values.ts';
import { setAtPath } from '../terraform-blocks.ts';
import { appendBlocks, Code, hasArgument, sourceOf } from '../terraform.ts';
import type { Known, Plan } from './plan.ts';

/** What a plan changes in a file of Terraform; null where something else than a literal is written, or a name is taken. */
export function planInTerraform(
  plan: Plan,
  asset: Asset,
  source: SourceFile,
  block: Block,
  assets: readonly Asset[],
): Change[] | null {
  const names = [labelOf(asset), `${labelOf(asset)}_own`]
    .map((label): TerraformNames => ({ label, ofAsset: (other, what) => nameInModule(other, asset, what) }))
    .find((each) => plan.resources.every((resource) => !isTaken(addressIn(resource, each), source, assets)));
  if (names === undefined) return null;
  const changes: Change[] = [];
  for (const [setting, value] of Object.entries(plan.sets)) {
    const name = writtenName(asset, setting);
    const code = new Code(expressionLines(value, names).join('\n'));
    const set = name === null ? null : setAtPath(source, block, name.split('.'), code);
    if (set === null) return null;
    changes.push(...set);
  }
  return [
    ...changes,
    ...plan.resources.flatMap((resource) => appendBlocks(source, resourceInTerraform(resource, names))),
  ];
}

function isTaken(address: string, source: SourceFile, assets: readonly Asset[]): boolean {
  const isWritten = ({ labels }: Block): boolean =>
    `${labels[0]?.text ?? ''}.${labels[1]?.text ?? ''}` === address;
  return assets.some(({ name }) => name === address) || resourceBlocks(source).some(isWritten);
}

/** What a file of Terraform has already. */
export function knownInTerraform(
  asset: Asset,
  source: SourceFile,
  block: Block,
  assets: readonly Asset[],
): Known {
  return {
    asset: (id) => assets.find((each) => each.id === id),
    topic: () => topicIn(source, asset),
    roleOf: (service) => roleIn(source.text, service),
    isWritten: (setting) => {
      const name = writtenName(asset, setting);
      return name !== null && hasArgument(block, name);
    },
  };
}

/** What metrics call an asset, as the code of its module can say it; null for one of another module, or one of several. */
function nameInModule(asset: Asset, from: Asset, what: string): string | null {
  const isHere = asset.source === 'terraform' && folderOf(asset) === folderOf(from);
  if (!isHere || what !== 'name' || !/^\w+\.[\w-]+$/.test(asset.name)) return null;
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

function topicIn(source: SourceFile, asset: Asset): Written | null {
  for (const { labels, body } of resourceBlocks(source)) {
    const argument = TOPIC_ARGUMENTS[labels[0]?.text ?? ''];
    const written = body.attributes.find(({ name }) => name === argument)?.value;
    const topic = written?.kind === 'list' ? written.items[0] : written;
    const code = topic === undefined ? '' : sourceOf(source, topic);
    // Of several, each has its own.
    if (code !== '' && !/\b(?:each|count)\./.test(code)) return { is: 'written', code };
  }
  const label = new RegExp(`^${labelOf(asset)}_(?:group|database)_alerts$`);
  const own = resourceBlocks(source).find(
    ({ labels }) => labels[0]?.text === 'aws_sns_topic' && label.test(labels[1]?.text ?? ''),
  );
  return own === undefined ? null : { is: 'written', code: `aws_sns_topic.${own.labels[1]?.text ?? ''}.arn` };
}

/** A role of this file that the service may assume. */
function roleIn(text: string, service: string): Written | null {
  const roles = text.split(/^(?=resource\s)/m);
  const found = roles.find((each) => each.startsWith('resource') && each.includes(service));
  const label = /^resource\s+"aws_iam_role"\s+"([\w-]+)"/.exec(found ?? '')?.[1];
  return label === undefined ? null : { is: 'written', code: `aws_iam_role.${label}.arn` };
}
