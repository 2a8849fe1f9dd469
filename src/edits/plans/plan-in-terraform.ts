import type { Asset } from '../../model/index.ts';
import type { Block, SourceFile } from '../../syntax/index.ts';
import { isStructure, nameSetting, resourceOf, writtenName } from '../../vocabulary/index.ts';
import { declaringFile, resourceBlocks } from '../declarations.ts';
import type { Change } from '../edit.ts';
import { labelOf } from '../fixes/names.ts';
import { addressIn, expressionLines, resourceInTerraform, type TerraformNames } from '../new/in-terraform.ts';
import { isStruct, InexpressibleError, type NewValue, type VerbatimCode } from '../new/values.ts';
import { hasAtPath, setAtPath, type BlockValue } from '../terraform-blocks.ts';
import { appendBlocks, Code, codeOfExpression } from '../terraform.ts';
import type { ExistingResources, Plan } from './plan.ts';

/** Changes of a Terraform file for a plan; null if a value is no literal, or a name is taken. */
export function planInTerraform(
  plan: Plan,
  asset: Asset,
  source: SourceFile,
  block: Block,
  assets: readonly Asset[],
): Change[] | null {
  // Labelled like the asset, because another file of the module may declare the same data source.
  const account = `aws_caller_identity.${labelOf(asset)}`;
  const asked = new Set<string>();
  const names = [labelOf(asset), `${labelOf(asset)}_own`]
    .map((label): TerraformNames => ({
      label,
      account: () => {
        asked.add(account);
        return account;
      },
      ofAsset: (other, what) => referenceToAsset(other, asset, what),
    }))
    .find((each) => plan.resources.every((resource) => !isTaken(addressIn(resource, each), source, assets)));
  if (names === undefined) return null;
  const changes: Change[] = [];
  for (const [name, value] of argumentsOf(plan, asset, names)) {
    const set = setAtPath(source, block, [name], value);
    if (set === null) return null;
    changes.push(...set);
  }
  const blocks = plan.resources.map((resource) => resourceInTerraform(resource, names));
  const [type = '', label = ''] = account.split('.');
  const isNew = asked.size > 0 && !source.text.includes(`data "${type}" "${label}"`);
  const data = isNew ? [[`data "${type}" "${label}" {}`]] : [];
  return [...changes, ...[...data, ...blocks].flatMap((lines) => appendBlocks(source, lines))];
}

/**
 * Settings of a plan, by argument; those of one block are together.
 * @throws if Terraform has no such setting
 */
function argumentsOf({ settings }: Plan, asset: Asset, names: TerraformNames): Map<string, BlockValue> {
  const found = new Map<string, BlockValue>();
  for (const [setting, value] of Object.entries(settings)) {
    const [name = '', field] = writtenName(asset, setting)?.split('.') ?? [];
    // The API uses strings for settings that are booleans in Terraform.
    const isSwitch = value === 'true' || value === 'false';
    const codeOf = (each: NewValue): Code => new Code(expressionLines(each, names).join('\n'));
    if (isStruct(value)) {
      const fields = Object.entries(value.fields).map(([each, inner]) => [each, codeOf(inner)] as const);
      found.set(name, Object.fromEntries(fields));
      continue;
    }
    const code = isSwitch ? new Code(value) : codeOf(value);
    const before = found.get(name);
    const fields =
      before instanceof Code || before === undefined ? {} : (before as Record<string, BlockValue>);
    if (name === '') throw new InexpressibleError(setting);
    found.set(name, field === undefined ? code : { ...fields, [field]: code });
  }
  return found;
}

function isTaken(address: string, source: SourceFile, assets: readonly Asset[]): boolean {
  const isWritten = ({ labels }: Block): boolean =>
    `${labels[0]?.text ?? ''}.${labels[1]?.text ?? ''}` === address;
  return assets.some(({ name }) => name === address) || resourceBlocks(source).some(isWritten);
}

/** Resources that a Terraform file already has. */
export function existingInTerraform(
  asset: Asset,
  source: SourceFile,
  block: Block,
  assets: readonly Asset[],
): ExistingResources {
  return {
    asset: (id) => assets.find((each) => each.id === id),
    roleForm: (setting) =>
      isStructure(resourceOf('terraform', block.labels[0]?.text ?? '')?.settings[setting]?.type)
        ? 'structure'
        : 'name',
    topic: () => topicIn(source, asset),
    roleOf: (service) => roleIn(source.text, service),
    logBucket: (words) => {
      const address = `aws_s3_bucket_policy.${labelOf(asset)}_${words}`;
      return isTaken(address, source, []) ? { is: 'written', code: `${address}.bucket` } : null;
    },
    isWritten: (setting) => {
      const name = writtenName(asset, setting);
      return name !== null && hasAtPath(block, name.split('.'));
    },
  };
}

/** Reference to an asset from the code of its module; null for an asset of another module, or one of several. */
function referenceToAsset(asset: Asset, from: Asset, what: string): string | null {
  const isHere = asset.source === 'terraform' && folderOf(asset) === folderOf(from);
  if (!isHere || what !== 'name' || !/^\w+\.[\w-]+$/.test(asset.name)) return null;
  switch (asset.kind) {
    case 'target-group':
    case 'load-balancer':
      return `${asset.name}.arn_suffix`;
    default: {
      const property = writtenName(asset, nameSetting(asset.declaredAs ?? asset.kind));
      return property === null ? null : `${asset.name}.${property}`;
    }
  }
}

function folderOf(asset: Asset): string {
  return declaringFile(asset).split('/').slice(0, -1).join('/');
}

/** Arguments that name the topic of a resource. */
const TOPIC_ARGUMENTS: Readonly<Record<string, string>> = {
  aws_cloudwatch_metric_alarm: 'alarm_actions',
  aws_db_event_subscription: 'sns_topic',
  aws_autoscaling_notification: 'topic_arn',
};

function topicIn(source: SourceFile, asset: Asset): VerbatimCode | null {
  for (const { labels, body } of resourceBlocks(source)) {
    const argument = TOPIC_ARGUMENTS[labels[0]?.text ?? ''];
    const written = body.attributes.find(({ name }) => name === argument)?.value;
    const topic = written?.kind === 'list' ? written.items[0] : written;
    const code = topic === undefined ? '' : codeOfExpression(source, topic);
    // With `each` or `count`, every instance has its own topic.
    if (code !== '' && !/\b(?:each|count)\./.test(code)) return { is: 'written', code };
  }
  const label = new RegExp(`^${labelOf(asset)}_(?:group|database)_alerts$`);
  const own = resourceBlocks(source).find(
    ({ labels }) => labels[0]?.text === 'aws_sns_topic' && label.test(labels[1]?.text ?? ''),
  );
  return own === undefined ? null : { is: 'written', code: `aws_sns_topic.${own.labels[1]?.text ?? ''}.arn` };
}

/** A role of this file that the service may assume. */
function roleIn(text: string, service: string): VerbatimCode | null {
  const roles = text.split(/^(?=resource\s)/m);
  const found = roles.find((each) => each.startsWith('resource') && each.includes(service));
  const label = /^resource\s+"aws_iam_role"\s+"([\w-]+)"/.exec(found ?? '')?.[1];
  return label === undefined ? null : { is: 'written', code: `aws_iam_role.${label}.arn` };
}
