import { givenName } from '../../vocabulary/index.ts';
import { isFileLocation, type Asset } from '../../model/index.ts';
import { productOf } from '../../products/index.ts';

/** How a declaration and something that runs were found to be the same. */
export type MatchedBy = 'import' | 'identifier' | 'stack' | 'only-match';

/** What runs, and the declarations that it can be of; several leave it open. */
export interface Match {
  running: Asset;
  candidates: readonly Asset[];
  by: MatchedBy;
}

/** By the identifier that an `import` block or the declaration itself names; RDS knows no capital letters in them. */
export function matchByIdentifier(declared: readonly Asset[], running: readonly Asset[]): Match[] {
  const imported = byKey(declared, ({ settings }) => settings.importId);
  const named = byKey(declared, givenName);
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

/** By the logical id that CloudFormation tags; of several templates, the one that the stack is named after. */
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

/** `orders.yaml` and `orders/template.yaml` are the template of the stack `prod-orders`. */
function isNamedAfter({ location }: Asset, stack: string): boolean {
  if (!isFileLocation(location)) return false;
  const [file = '', folder = ''] = location.file.split('/').reverse();
  const names = [file.split('.')[0] ?? '', folder].filter((name) => name !== '');
  const words = nameWords(stack);
  return names.some((name) => isWithin(nameWords(name), words));
}

/** Words that say what a thing is and not which one. */
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
 * By engine and name, where there is only one way: declarations whose identifier is not known, against what is still
 * open. Without a telling name the only declaration is that of the only thing.
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
    // A declaration that fits things of different names is of none for certain.
    const only = own.filter((each) => names.get(each)?.size === 1);
    return own.length > 0 && only.length === own.length
      ? [{ running: asset, candidates: own, by: 'only-match' }]
      : [];
  });
}

function hasIdentifier(asset: Asset): boolean {
  return typeof asset.settings.importId === 'string' || givenName(asset) !== null;
}

function mayBeSame(declared: Asset, running: Asset): boolean {
  if (declared.kind !== running.kind || !isSameLine(declared, running)) return false;
  const telling = nameWords(declared.name).filter((word) => !GENERIC.has(word));
  return isWithin(telling, nameWords(running.name));
}

/** An upgrade of the major version is no drift of this declaration as long as nothing else says so. */
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
