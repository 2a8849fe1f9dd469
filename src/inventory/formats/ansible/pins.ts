import type { AssetDraft } from '../../resources/draft.ts';
import { toTextFact, writtenText } from '../../../values/index.ts';
import {
  locate,
  mapsAround,
  mapsIn,
  pathTo,
  textOf,
  type Entry,
  type MapPlace,
  type Node,
} from '../../../syntax/index.ts';
import { isDefinition, isOfDefinition } from '../schemas.ts';
import { isAnswerKey } from '../../../vocabulary/index.ts';
import { engineBeside, pinDraft, couldBePin, isVersionPin } from '../../resources/version-pin.ts';
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
  const engineEntry = engineBeside(key, place.map.entries);
  const engine = engineEntry === null ? null : toTextFact(valueWith(variables, engineEntry.value));
  const engineName = engine?.state === 'known' && typeof engine.value === 'string' ? engine.value : null;
  const path = [...pathTo(place), key];
  if (isOfDefinition(path)) return [];
  if (!isVersionPin([fileName(context.file), ...path], written, engineName)) return [];
  const { file, source, environment } = context;
  const version = writtenText(value);
  return [
    pinDraft({ source, name: path.join('.'), file, at: locate(keySpan), engine, version, environment }),
  ];
}

function fileName(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1).replace(/\.(?:ya?ml|json)$/i, '');
}
