import type { AssetDraft } from '../draft.ts';
import { locate, mapsAround, mapsIn, pathTo, type KeyedMap, type Node } from '../../../syntax/index.ts';
import {
  isDefinition,
  isInsideDefinition,
  type JinjaVariables,
  scalarAt,
  evaluateJinja,
} from '../../../values/index.ts';
import { isApiResponseKey, isGroupKey, snakeKey } from '../../../vocabulary/index.ts';
import { couldBePin, draftOfPin, mayHoldPin, type Pin, pinsAmong } from './version-pin.ts';

/** Facts about the versions in a file that its path implies. */
export interface PinContext {
  file: string;
  source: AssetDraft['source'];
  environment: string | null;
}

/** Versions in variables and values at any depth of a document; `seen` are maps that others have read. */
export function pinsOfDocument(
  root: Node | null,
  seen: ReadonlySet<Node>,
  context: PinContext,
): AssetDraft[] {
  if (isDefinition(root)) return [];
  return mapsIn(root).flatMap((place) => pinsAt(place, seen, context));
}

function pinsAt(place: KeyedMap, seen: ReadonlySet<Node>, { file, ...context }: PinContext): AssetDraft[] {
  if (!holdsPins(place)) return [];
  const maps = [place.map, ...mapsAround(place)];
  const { entries } = place.map;
  if (maps.some((map) => seen.has(map)) || entries.some(({ key }) => isApiResponseKey(key))) return [];
  const variables: JinjaVariables = { user: '', maps: maps.map((node) => ({ node, origin: 'variable' })) };
  const path = pathTo(place);
  const written = entries.map(({ key, keySpan, value }) => ({
    ...{ key, keySpan },
    value: () => {
      if (value.kind !== 'scalar') return isGroupKey(snakeKey(key)) ? evaluateJinja(variables, value) : null;
      // A version counts as written, whatever its YAML tag.
      return couldBePin(value.text) ? scalarAt(value.text, value) : evaluateJinja(variables, value);
    },
  }));
  // A reference to a version is reported where the version is written.
  const isHere = ({ version, entry }: Pin): boolean =>
    version.kind === 'scalar' && version.uses.length === 0 && !isInsideDefinition([...path, entry.key]);
  return pinsAmong(written, [fileName(file), ...path])
    .filter(isHere)
    .map((pin) => {
      const { key, keySpan } = pin.entry;
      return draftOfPin(pin, { ...context, name: [...path, key].join('.'), file, at: locate(keySpan) });
    });
}

/** True if a map itself can contain a version: most do not. */
export function holdsPins(place: KeyedMap): boolean {
  return place.map.entries.some(
    // The default of an input takes the input's name.
    ({ key, value }) =>
      value.kind === 'scalar' && mayHoldPin(key === 'default' ? place.key : key, value.text),
  );
}

function fileName(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1).replace(/\.(?:ya?ml|json)$/i, '');
}
