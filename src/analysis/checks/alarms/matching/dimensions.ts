import { text } from '../../../../l10n/index.ts';
import { isUnknownSetting, type Asset, type SettingValue } from '../../../../model/index.ts';
import { failingLink, passingLink, unknownLink, type CheckLink } from '../../answers.ts';
import { fieldOf, listOf, displayName, textOf } from '../../reading/readings.ts';
import type { MetricFacts } from './metrics.ts';

// Dimensions of a metric: the assets that they name, and the metrics that CloudWatch has.

/** Series of a metric that an alarm watches. */
export interface Series {
  metric: string;
  dimensions: readonly Dimension[] | null;
  statistic: string | null;
  /** Seconds. */
  period: number | null;
}

export interface Dimension {
  name: string;
  /** Name, or a reference as code writes it: `aws_lb.web.arn_suffix`; null if unknown. */
  value: string | null;
}

/** Assets that a dimension can name: their kinds, the attributes that identify them, and the start of the name. */
const DIMENSION_NAMES: Readonly<
  Record<string, { kinds: readonly Asset['kind'][]; attribute: RegExp; written?: RegExp }>
> = {
  AutoScalingGroupName: { kinds: ['auto-scaling-group'], attribute: /^(?:.*[._])?(?:id|name)$/ },
  DBClusterIdentifier: {
    kinds: ['database'],
    attribute: /^(?:.*[._])?(?:id|identifier|cluster_id)$/,
  },
  DBInstanceIdentifier: { kinds: ['db-instance'], attribute: /^(?:.*[._])?(?:id|identifier)$/ },
  LoadBalancer: {
    kinds: ['load-balancer'],
    attribute: /^(?:.*[._])?(?:arn_suffix|LoadBalancerFullName)$/,
    written: /^(?:app|net|gwy)\//,
  },
  TargetGroup: {
    kinds: ['target-group'],
    attribute: /^(?:.*[._])?(?:arn_suffix(?:es)?(?:\[.*\])?|TargetGroupFullName)$/,
    written: /^targetgroup\//,
  },
};
/** The kind that an asset is declared as: dimensions name it by that. */
export function declaredKind({ kind, declaredAs }: Asset): Asset['kind'] {
  return declaredAs ?? kind;
}

/** Attributes that end in `_id`, like a name, but do not identify the resource itself. */
const OTHER_ATTRIBUTE = /(?:resource|hosted_zone|zone|template|vpc|subnet)_id$/;
/** CloudFormation's `Ref` on these resources returns an ARN, not a name. */
const REF_IS_ARN: ReadonlySet<string> = new Set(['LoadBalancer', 'TargetGroup']);
const ROLES: ReadonlySet<string> = new Set(['WRITER', 'READER']);
/** Dimensions that narrow a metric to a part, which says little about the whole. */
const NARROWING: ReadonlySet<string> = new Set(['AvailabilityZone']);

/** Dimensions of an alarm, or of a metric in its metric math. */
export function dimensionsIn(value: SettingValue | undefined): Dimension[] {
  return listOf(value).map((dimension) => ({
    name: textOf(fieldOf(dimension, 'name')) ?? '',
    value: textOf(fieldOf(dimension, 'value')),
  }));
}

/** Link that holds if CloudWatch has the metric with these dimensions, each with a value of the right form. */
export function dimensionLink(
  alarm: Asset,
  series: Series,
  facts: MetricFacts,
  graphAssets: Candidates,
): CheckLink {
  const { dimensions, metric } = series;
  const about = { alarm: alarm.name, metric };
  if (dimensions === null)
    return alarm.links.some(({ role }) => role === 'watches')
      ? passingLink(text('evidence.alarm', { alarm: alarm.name, metrics: [metric] }))
      : unknownLink(text('evidence.alarmUnclear', { alarm: alarm.name, metrics: [metric] }));
  const names = dimensions.map(({ name }) => name).sort();
  const narrowed = names.find((name) => NARROWING.has(name));
  if (narrowed !== undefined)
    return failingLink(text('evidence.alarmNarrow', { ...about, dimension: narrowed }));
  const isPublished = facts.dimensions.some(
    (known) => known.length === names.length && known.toSorted().every((name, i) => name === names[i]),
  );
  if (!isPublished)
    return failingLink(
      text(names.length === 0 ? 'evidence.alarmDimensions.none' : 'evidence.alarmDimensions', {
        ...about,
        dimensions: names,
      }),
    );
  for (const { name, value } of dimensions) {
    if (value === null) continue;
    if (name === 'Role' && !ROLES.has(value))
      return failingLink(text('evidence.alarmRole', { ...about, role: value }));
    if (isWrongAttribute(name, value, graphAssets))
      return failingLink(text('evidence.alarmDimensionValue', { ...about, dimension: name, value }));
  }
  return passingLink(text('evidence.alarm', { alarm: alarm.name, metrics: [metric] }));
}

/** Assets that a value can refer to. */
export type Candidates = (kinds: readonly Asset['kind'][]) => readonly Asset[];

function isWrongAttribute(name: string, value: string, candidates: Candidates): boolean {
  const known = DIMENSION_NAMES[name];
  if (known === undefined) return false;
  if (/^arn:/.test(value)) return true;
  const referred = candidates(known.kinds).flatMap((asset) => referenceTo(asset, value) ?? []);
  const [attribute] = referred;
  if (attribute === undefined) return known.written?.test(value) === false;
  if (attribute === '')
    return (
      REF_IS_ARN.has(name) &&
      candidates(known.kinds).some((each) => each.source === 'cloudformation' && each.name === value)
    );
  return !known.attribute.test(attribute) || OTHER_ATTRIBUTE.test(attribute);
}

/** Attribute by which a value refers to an asset, without a key or an index before it; null if it does not. */
export function referenceTo({ name }: Asset, value: string): string | null {
  for (const address of addressesOf(name)) {
    if (!value.startsWith(address)) continue;
    const rest = value.slice(address.length);
    if (rest === '' || rest.startsWith('.') || rest.startsWith('['))
      return rest.replace(/^\[[^\]]*\]/, '').replace(/^\./, '');
  }
  return null;
}

/** Literal index by which a value selects one of several instances; null if it means all of them. */
export function indexIn({ name }: Asset, value: string): number | null {
  const address = addressesOf(name).find((each) => value.startsWith(each)) ?? name;
  const index = /^\[(\d+)\]/.exec(value.slice(address.length))?.[1];
  return index === undefined ? null : Number(index);
}

/** Addresses of a resource: its own, that of all its keys, and that of the module that makes it. */
function addressesOf(name: string): string[] {
  const module = /^(?:.*\.)?module\.[^.[]+(?:\[[^\]]*\])?(?=\.)/.exec(name)?.[0];
  return [name, name.replace(/\[(?:"[^"]*"|\d+)\]$/, ''), ...(module === undefined ? [] : [module])];
}

/** True if a dimension names an asset, by its name or by a reference. */
export function namesAsset({ value, name }: Dimension, asset: Asset): boolean {
  const known = DIMENSION_NAMES[name];
  if (value === null || known === undefined || !known.kinds.includes(declaredKind(asset))) return false;
  if (value === displayName(asset) || value === asset.name || value === arnSuffix(asset)) return true;
  return referenceTo(asset, value) !== null;
}

/** True if a dimension can name an asset whose name is unknown. */
export function mayName({ value, name }: Dimension, asset: Asset): boolean {
  const known = DIMENSION_NAMES[name];
  if (known === undefined || !known.kinds.includes(declaredKind(asset))) return false;
  const isUnnamed = ['dbInstanceIdentifier', 'dbClusterIdentifier', 'autoScalingGroupName'].some((each) =>
    isUnknownSetting(asset, each),
  );
  return value === null || (isUnnamed && /^[\w-]+$/.test(value));
}

/** CloudWatch names load balancers and target groups by the end of their ARN. */
export function arnSuffix(asset: Asset | undefined): string | undefined {
  if (asset === undefined || !('arn' in asset.location)) return undefined;
  return /:(?:loadbalancer\/)?((?:app|net|targetgroup)\/.+)$/.exec(asset.location.arn)?.[1];
}
