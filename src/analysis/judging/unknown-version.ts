import { text, type MessageKey } from '../../l10n/index.ts';
import {
  isNeverCreated,
  type Asset,
  type AssetKind,
  type ProductId,
  type Text,
  type UnknownVersion,
  type Coverage,
  type Finding,
} from '../../model/index.ts';
import { productName } from '../../products/index.ts';
import { withoutMembers, commonFindingParts } from './finding-parts.ts';

const VERSIONED: ReadonlySet<AssetKind> = new Set([
  'database',
  'db-instance',
  'global-cluster',
  'operating-system',
]);

/** Ways to make a version known. Those of `value` and `computed` depend on the tool. */
type NextStepId =
  'computed' | 'engine' | 'family' | 'host' | 'image' | 'owner' | 'pin' | 'release' | 'value' | 'write';

/** Reasons that are not listed mean a computed value. */
const NEXT_STEPS: Readonly<Partial<Record<MessageKey, NextStepId>>> = {
  'inventory.notWritten': 'write',
  'inventory.toolDefault': 'write',
  'inventory.ofFamily': 'write',
  'inventory.familyOfOther': 'family',
  'inventory.notAVersion': 'write',
  'inventory.lookedUp': 'write',
  'inventory.replica': 'write',
  'inventory.mayHaveSource': 'write',
  'inventory.snapshot': 'write',
  'inventory.snapshotOf': 'write',
  'inventory.copy': 'write',
  'inventory.cfn.import': 'write',
  'inventory.cfn.secret': 'write',
  'inventory.cfn.ssm': 'write',
  'inventory.clusterMember': 'owner',
  'inventory.globalMember': 'owner',
  'inventory.globalSource': 'owner',
  'inventory.noEngine': 'engine',
  'inventory.engineUnknown': 'engine',
  'inventory.partial': 'pin',
  'inventory.notUnderstood': 'release',
  'inventory.notUnderstood.anyProduct': 'release',
  'inventory.noDefault': 'value',
  'inventory.notDeclared': 'value',
  'inventory.leftEmpty': 'value',
  'inventory.leftEmpty.forEach': 'value',
  'inventory.cfn.variable': 'value',
  'inventory.cfn.undefined': 'value',
  'inventory.image.floating': 'image',
  'inventory.image.generation': 'image',
  'inventory.image.notUnderstood': 'host',
};

/** True for databases and operating system images, which have a version whether it is known or not. */
export function hasVersion({ kind }: Pick<Asset, 'kind'>): boolean {
  return VERSIONED.has(kind);
}

/**
 * Reason why the release of a database or an image is unknown, and the step that makes it known. Null where it is known,
 * for all other assets, and for defaults that every caller replaces.
 */
export function unknownVersionReason(asset: Asset): UnknownVersion | null {
  const { kind, product } = asset;
  const isKnown = product !== null && (asset.versions.running ?? asset.version) !== null;
  if (isKnown || !hasVersion(asset) || isNeverCreated(asset)) return null;
  const reason = asset.reason ?? defaultReason(asset);
  return { what: subjectText(kind, product), reason, next: nextStep(asset, reason) };
}

/** Databases and images with an unknown version. An instance counts as its cluster. */
export function unknownAssets(assets: readonly Asset[]): Asset[] {
  return withoutMembers(assets).filter((asset) => unknownVersionReason(asset) !== null);
}

/**
 * Sentence about assets of one unknown version; null if it is known.
 * @param others number of assets that share it
 */
export function unknownMessage(asset: Asset, others = 0): Text | null {
  const unknown = unknownVersionReason(asset);
  return unknown && text('version.unknown', { asset: asset.name, others, ...unknown });
}

function subjectText(kind: AssetKind, product: ProductId | null): Text {
  if (product !== null) return text('unknown.of', { name: productName(product) });
  return text(kind === 'operating-system' ? 'unknown.image' : 'unknown.database');
}

function defaultReason({ kind, source, product }: Asset): Text {
  if (source === 'api') return text('unknown.notReported');
  return text(
    product === null && kind !== 'operating-system' ? 'inventory.engineUnknown' : 'inventory.computedHere',
  );
}

function nextStep({ kind, source }: Asset, { key }: Text): Text {
  if (source === 'api')
    return text(kind === 'operating-system' ? 'unknown.next.host' : 'unknown.next.profile');
  const way = NEXT_STEPS[key as MessageKey] ?? 'computed';
  if (way === 'value' || way === 'computed') return text(`unknown.next.${way}.${source}`);
  return text(way === 'write' && kind === 'operating-system' ? 'unknown.next.image' : `unknown.next.${way}`);
}

export type Assets = readonly [Asset, ...Asset[]];

export function unknownVersionFinding(
  ruleId: string,
  coverage: Coverage | undefined,
  assets: Assets,
  message: Text,
  level: 'hint' | 'information',
  helpUri: string,
): Finding {
  const unknown = unknownVersionReason(assets[0]);
  return {
    ruleId,
    ...commonFindingParts(assets),
    severity: 'info',
    level,
    applies: 'possible',
    message,
    bugIds: [],
    bugs: null,
    ...(coverage !== undefined && { coverage }),
    ...(unknown !== null && { unknown }),
    helpUri,
  };
}
