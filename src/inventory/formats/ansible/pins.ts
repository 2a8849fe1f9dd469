import type { AssetDraft } from '../../resources/draft.ts';
import { writtenText } from '../../values/documents.ts';
import { toTextFact } from '../../values/facts.ts';
import {
  locate,
  mapsAround,
  mapsIn,
  pathTo,
  textOf,
  type Entry,
  type MapNode,
  type MapPlace,
  type Node,
} from '../../../syntax/index.ts';
import { isDefinition, isOfDefinition } from '../schemas.ts';
import {
  couldBePin,
  engineKeys,
  isAnswerKey,
  isVersionPin,
  isVersionKey,
  snakeCase,
} from '../../resources/version-keys.ts';
import { unseenSettings } from '../../resources/unseen-settings.ts';
import { valueWith, type Variables } from './variables.ts';

/** What the place of a file tells about the versions in it. */
export interface PinContext {
  file: string;
  source: AssetDraft['source'];
  environment: string | null;
}

/** Versions in variables and values, wherever in a document they are; `seen` are maps that others have read. */
export function pinsIn(root: Node | null, seen: ReadonlySet<Node>, context: PinContext): AssetDraft[] {
  if (isDefinition(root)) return [];
  return [...mapsIn(root)].flatMap((place) =>
    place.map.entries.flatMap((entry) => pinOf(entry, place, seen, context)),
  );
}

function pinOf(entry: Entry, place: MapPlace, seen: ReadonlySet<Node>, context: PinContext): AssetDraft[] {
  const { key, keySpan, value } = entry;
  const written = textOf(value);
  if (value.kind !== 'scalar' || written === null || !couldBePin(written)) return [];
  if (place.map.entries.some((other) => isAnswerKey(other.key))) return [];
  const maps = [place.map, ...mapsAround(place)];
  if (maps.some((map) => seen.has(map))) return [];
  const variables: Variables = { user: '', maps: maps.map((node) => ({ node, how: 'variable' })) };
  const engineEntry = engineBeside(key, place.map);
  const engine = engineEntry === null ? null : toTextFact(valueWith(variables, engineEntry.value));
  const engineName = engine?.state === 'known' && typeof engine.value === 'string' ? engine.value : null;
  const path = [...pathTo(place), key];
  if (isOfDefinition(path)) return [];
  if (!isVersionPin([fileName(context.file), ...path], written, engineName)) return [];
  return [
    {
      kind: 'aurora-cluster',
      source: context.source,
      name: path.join('.'),
      file: context.file,
      at: locate(keySpan),
      engine,
      version: writtenText(value),
      settings: unseenSettings(locate(keySpan)),
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
  return file.slice(file.lastIndexOf('/') + 1).replace(/\.(?:ya?ml|json)$/i, '');
}
