import { text } from '../../../l10n/index.ts';
import { engineNamed } from '../../../products/index.ts';
import { locate, mapsIn, pathTo, type Node } from '../../../syntax/index.ts';
import { literalText, type Manifest, manifestsIn } from '../../../values/index.ts';
import { engineKeys, RDS_GROUPS, snakeKey, resourceOf, type Resource } from '../../../vocabulary/index.ts';
import { newDraft, type AssetDraft } from '../draft.ts';
import { HIDDEN_SETTINGS } from './version-pin.ts';

/** Resource kinds named after what runs an engine; others compare engines, or create something inside a database. */
const RUNS_ENGINE = /[Aa]urora|RDS|Rds|(?:DB|Database|SQL|Sql)(?:Cluster|Instance)/;
const ENGINE_KEYS: ReadonlySet<string> = new Set(engineKeys('engine_version'));

/** Clusters of custom resource kinds without a version: their controller decides it. */
export function clustersOfCustomKinds(root: Node | null, file: string): AssetDraft[] {
  return manifestsIn(root)
    .filter(isCustomDatabase)
    .flatMap((manifest) => clustersIn(manifest, file));
}

function isCustomDatabase({ group, kind, patched }: Manifest): boolean {
  const isOwn = group.includes('.') && !RDS_GROUPS.has(group);
  return isOwn && RUNS_ENGINE.test(kind) && ![...patched.keys()].some(isAboutVersion);
}

function clustersIn({ group, kind, name, spec }: Manifest, file: string): AssetDraft[] {
  const places = mapsIn(spec);
  if (places.some(({ map }) => map.entries.some(({ key }) => isAboutVersion(key)))) return [];
  const reason = text('inventory.toolDefault', { name: `${group}/${kind}` });
  return places.flatMap((place) =>
    place.map.entries
      .filter(({ key, value }) => ENGINE_KEYS.has(snakeKey(key)) && isAurora(value))
      .map(({ key, keySpan, value }) => {
        const at = locate(keySpan);
        const version = { state: 'unknown', reason, at } as const;
        const of = { kind: 'database', source: 'kubernetes', file, at } as const;
        const settings = HIDDEN_SETTINGS;
        const path = [name, ...pathTo(place), key].join('.');
        return newDraft({ ...of, name: path, engine: literalText(value), version, settings });
      }),
  );
}

function isAboutVersion(key: string): boolean {
  return /version$/i.test(key) && key !== 'apiVersion';
}

function isAurora(value: Node): boolean {
  return value.kind === 'scalar' && value.text.startsWith('aurora-') && engineNamed(value.text) !== null;
}

/** Supported resource of a custom resource; null for all others. */
export function databaseResource({ group, kind }: Pick<Manifest, 'group' | 'kind'>): Resource | null {
  return RDS_GROUPS.has(group) ? resourceOf('kubernetes', kind) : null;
}
