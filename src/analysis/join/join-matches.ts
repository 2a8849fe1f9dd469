import { userGivenName } from '../../vocabulary/index.ts';
import { isFileLocation, type Asset } from '../../model/index.ts';
import { productOf } from '../../products/index.ts';

/** Evidence that a declaration and a running asset are the same. */
export type MatchedBy = 'import' | 'identifier' | 'stack' | 'only-match';

/** Running asset, with its candidate declarations; several leave it ambiguous. */
export interface Match {
  running: Asset;
  candidates: readonly Asset[];
  by: MatchedBy;
}

/** Matches by the identifier in an `import` block or the declaration itself; RDS ignores case in them. */
export function matchByIdentifier(declared: readonly Asset[], running: readonly Asset[]): Match[] {
  const imported = byKey(declared, ({ settings }) => settings.importId);
  const named = byKey(declared, userGivenName);
  return running.flatMap((asset): Match[] => {
    const key = nameKey(asset.kind, asset.name);
    const byImport = imported.get(key);
    if (byImport !== undefined) return [{ running: asset, candidates: byImport, by: 'import' }];
    const byName = named.get(key);
    return byName === undefined ? [] : [{ running: asset, candidates: byName, by: 'identifier' }];
  });
}

function byKey(assets: readonly Asset[], identifier: (asset: Asset) => unknown): Map<string, Asset[]> {
  const found = new Map<string, Asset[]>();
  for (const asset of assets) {
    const name = identifier(asset);
    if (typeof name !== 'string' || name === '') continue;
    const key = nameKey(asset.kind, name);
    found.set(key, [...(found.get(key) ?? []), asset]);
  }
  return found;
}

function nameKey(kind: Asset['kind'], name: string): string {
  return `${kind} ${name.toLowerCase()}`;
}

/** Matches by the logical id in CloudFormation's tags; among several templates, the one that the stack is named after. */
export function matchByStack(declared: readonly Asset[], running: readonly Asset[]): Match[] {
  const templates = declared.filter(({ source }) => source === 'cloudformation');
  const byLogicalId = Map.groupBy(templates, (asset) => `${asset.kind} ${logicalIdOf(asset)}`);
  return running.flatMap((asset): Match[] => {
    const tags = asset.settings.tags;
    const tag = (name: string): string | null => stringAt(tags, `aws:cloudformation:${name}`);
    const candidates = byLogicalId.get(`${asset.kind} ${tag('logical-id') ?? ''}`);
    if (candidates === undefined) return [];
    const stack = tag('stack-name');
    const named = stack === null ? [] : candidates.filter((each) => isNamedAfter(each, stack));
    return [{ running: asset, candidates: named.length > 0 ? named : candidates, by: 'stack' }];
  });
}

function logicalIdOf({ name }: Asset): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

function stringAt(value: unknown, name: string): string | null {
  const found: unknown =
    typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : null;
  return typeof found === 'string' ? found : null;
}

/** True for the template of a stack by name: `orders.yaml` and `orders/template.yaml` for the stack `prod-orders`. */
function isNamedAfter({ location }: Asset, stack: string): boolean {
  if (!isFileLocation(location)) return false;
  const [file = '', folder = ''] = location.file.split('/').reverse();
  const names = [file.split('.')[0] ?? '', folder].filter((name) => name !== '');
  const words = nameWords(stack);
  return names.some((name) => isWithin(nameWords(name), words));
}

/** Words for a kind of asset, which identify none. */
const GENERIC: ReadonlySet<string> = new Set([
  ...[
    'aurora',
    'aws',
    'cluster',
    'clusters',
    'database',
    'databases',
    'db',
    'default',
    'global',
    'main',
    'module',
  ],
  ...['mysql', 'primary', 'rds', 'resource', 'template', 'this'],
]);

/**
 * Matches by engine and name if there is one possibility: declarations with an unknown identifier, and assets that are
 * not matched yet. Without a distinctive name, a match needs one declaration and one asset.
 */
export function matchByName(
  declared: readonly Asset[],
  running: readonly Asset[],
  joined: ReadonlySet<string>,
): Match[] {
  const free = declared.filter((asset) => !joined.has(asset.id) && !hasIdentifier(asset));
  const candidates = new Map(running.map((asset) => [asset, free.filter((each) => mayBeSame(each, asset))]));
  const names = new Map(free.map((each) => [each, new Set<string>()]));
  for (const [asset, own] of candidates) for (const each of own) names.get(each)?.add(asset.name);
  return [...candidates].flatMap(([asset, own]): Match[] => {
    // A declaration that fits assets of different names matches none for certain.
    const only = own.filter((each) => names.get(each)?.size === 1);
    return own.length > 0 && only.length === own.length
      ? [{ running: asset, candidates: own, by: 'only-match' }]
      : [];
  });
}

function hasIdentifier(asset: Asset): boolean {
  return typeof asset.settings.importId === 'string' || userGivenName(asset) !== null;
}

function mayBeSame(declared: Asset, running: Asset): boolean {
  if (declared.kind !== running.kind || !isSameLine(declared, running)) return false;
  const distinctive = nameWords(declared.name).filter((word) => !GENERIC.has(word));
  return isWithin(distinctive, nameWords(running.name));
}

/**
 * True if the major versions may agree. A match by name alone needs it, since it cannot prove an upgrade of the major
 * version.
 */
function isSameLine(declared: Asset, running: Asset): boolean {
  const wanted = declared.version ?? declared.versionPrefix;
  const { product, version } = running;
  if (wanted === null || version === null || product === null) return true;
  const { line } = productOf(product).versions;
  return line(wanted) === line(version);
}

/** `module.ordersDb.aws_rds_cluster.this[0]` → module, orders, db, … */
function nameWords(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '' && !/^\d+$/.test(word));
}

function isWithin(words: readonly string[], all: readonly string[]): boolean {
  return words.every((word) => all.includes(word));
}
