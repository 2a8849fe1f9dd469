import type { AssetDraft } from '../draft.ts';
import { mapsIn } from '../document/data.ts';
import { locate, textOf, type Entry, type MapNode, type Node } from '../document/node.ts';
import { engineKeys, isAuroraPin, isVersionKey, snakeCase } from '../version-keys.ts';
import { resolveText, type Variables } from './variables.ts';

/** What the place of a file tells about the versions in it. */
export interface PinContext {
  file: string;
  source: AssetDraft['source'];
  environment: string | null;
}

/** Versions in variables and values, wherever in a document they are; `seen` are maps that others have read. */
export function pinsIn(root: Node | null, seen: ReadonlySet<Node>, context: PinContext): AssetDraft[] {
  return [...mapsIn(root)].flatMap(({ map, above }) => {
    if (seen.has(map) || above.some((outer) => seen.has(outer))) return [];
    const variables = {
      user: '',
      maps: [map, ...above.toReversed()].map((node) => ({ node, how: 'variable' }) as const),
    };
    return map.entries.flatMap((entry) => pinOf(entry, map, keysAbove(above, map), variables, context));
  });
}

/** The keys that lead from the document's root to a map, without the positions in lists. */
function keysAbove(above: readonly MapNode[], map: MapNode): string[] {
  const path = [...above, map];
  return path.slice(0, -1).flatMap((outer, i) => {
    const inner = path[i + 1];
    const entry = outer.entries.find(
      ({ value }) => value === inner || (value.kind === 'list' && value.items.some((item) => item === inner)),
    );
    return entry === undefined ? [] : [entry.key];
  });
}

function pinOf(
  entry: Entry,
  map: MapNode,
  path: readonly string[],
  variables: Variables,
  context: PinContext,
): AssetDraft[] {
  const { key, keySpan, value } = entry;
  const written = textOf(value);
  const engineEntry = engineBeside(key, map);
  const engine = engineEntry === null ? null : resolveText(engineEntry.value, variables);
  const engineName = engine?.state === 'known' && typeof engine.value === 'string' ? engine.value : null;
  if (written === null || !isAuroraPin([fileName(context.file), ...path, key], written, engineName))
    return [];
  return [
    {
      kind: 'aurora-cluster',
      source: context.source,
      name: [...path, key].join('.'),
      file: context.file,
      at: locate(keySpan),
      engine,
      version: resolveText(value, variables),
      settings: {},
      links: [],
      count: 1,
      environment: context.environment,
      mayRunNewer: null,
    },
  ];
}

function engineBeside(versionKey: string, map: MapNode): Entry | null {
  if (!isVersionKey(versionKey)) return null;
  const byName = new Map(map.entries.map((entry) => [snakeCase(entry.key), entry]));
  return (
    engineKeys(versionKey)
      .flatMap((key) => byName.get(key) ?? [])
      .at(0) ?? null
  );
}

function fileName(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1).replace(/\.ya?ml$/i, '');
}
