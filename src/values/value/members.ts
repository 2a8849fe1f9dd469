import path from 'node:path/posix';
import { text } from '../../l10n/index.ts';
import { maxPossibleRows } from '../limits.ts';
import {
  choice,
  mapOptions,
  missingValue,
  scalarOf,
  TOO_COMPLEX,
  unknown,
  type ListValue,
  type MapValue,
  type Value,
} from './value.ts';

/** Value of `object.name`. */
export function fieldOf(result: Exclude<Value, { kind: 'choice' }>, name: string): Value {
  if (result.kind === 'unknown')
    return result.isMissing ? result : unknown(result.reason, result.span, result.resources);
  if (result.kind !== 'map') return missingValue(name, result.span);
  const field = result.fields.get(name);
  if (field !== undefined) return field;
  return result.isComplete
    ? missingValue(name, result.span)
    : unknown(text('inventory.computed', { expression: name }), result.span);
}

/** Value of `collection[key]`. For an unknown key every row is possible, labelled with its own key. */
export function elementOf(collection: Value, key: Value): Value {
  return mapOptions(collection, (inner) => {
    if (inner.kind === 'list') return elementOfList(inner, key);
    if (inner.kind !== 'map') return fieldOf(inner, '[]');
    const name = scalarOf(key);
    if (name !== null) return withMappingOrigin(fieldOf(inner, name.text));
    if (key.kind === 'choice') {
      return choice(
        key.options.map((option) => ({ label: option.label, result: elementOf(inner, option.result) })),
      );
    }
    const others = (inner.others ?? []).map((result) => ({ label: null, result }));
    const rows = [...rowsOfUnknownKey(inner.fields, key), ...others];
    if (rows.length === 0) return unknown(key.kind === 'unknown' ? key.reason : TOO_COMPLEX, inner.span);
    return choice(rows);
  });
}

/** Rows that an unknown key can mean; for a partly known one (`${terraform.workspace}.size`) those with that part. */
function rowsOfUnknownKey(fields: MapValue['fields'], key: Value): { label: string | null; result: Value }[] {
  const partial = key.kind === 'unknown' ? (key.partial ?? '') : '';
  const [start, end] = knownEnds(partial);
  const rows = fields.entries().take(maxPossibleRows);
  return [...rows].flatMap(([name, result]) => {
    const environment = name.slice(start.length, name.length - end.length);
    return hasEnds(name, start, end)
      ? [{ label: labelOf(environment), result: withMappingOrigin(result) }]
      : [];
  });
}

/** Known beginning and end of a partly unknown text. */
function knownEnds(partial: string): [start: string, end: string] {
  const known = partial.split(/\$\{[^{}]*\}/);
  return known.length < 2 ? [partial, ''] : [known[0] ?? '', known.at(-1) ?? ''];
}

/** True for a longer name with a known beginning and end. */
function hasEnds(name: string, start: string, end: string): boolean {
  return name.length > start.length + end.length && name.startsWith(start) && name.endsWith(end);
}

/** Files, and folders with files, directly in a folder. */
export interface FolderListing {
  list: (folder: string) => readonly string[];
  folders: (folder: string) => readonly string[];
}

/** Files that a partly unknown path may mean: `config/${var.env}.json`. */
export function filesLike(partial: string, { list, folders }: FolderListing): readonly string[] {
  const parts = partial.split('/');
  return parts.reduce<readonly string[]>(
    (found, part, i) => {
      if (!part.includes('${')) return found.map((folder) => path.join(folder, part));
      const [start, end] = knownEnds(part);
      return found
        .flatMap((folder) => (i === parts.length - 1 ? list(folder) : folders(folder)))
        .filter((each) => hasEnds(path.basename(each), start, end));
    },
    ['.'],
  );
}

/** Keys that are not environments: engines, versions, processors, answers. */
const NOT_AN_ENVIRONMENT = new RegExp(
  `^(?:${[
    String.raw`(?:aurora|mysql|mariadb|postgres|oracle|sqlserver|docdb|neptune)[\w-]*`,
    ...['x86(?:_64)?', 'amd64', 'arm(?:_?64)?', 'aarch64', 'gpu', 'nvidia', 'cpu', 'true'],
    ...['false', String.raw`v?\d.*`],
  ].join('|')})$`,
  'i',
);

function labelOf(key: string): string | null {
  return NOT_AN_ENVIRONMENT.test(key) ? null : key;
}

function elementOfList({ items, rest, span }: ListValue, key: Value): Value {
  const index = rest === undefined ? scalarOf(key) : null;
  if (index === null) {
    const known = items.slice(0, maxPossibleRows);
    const possible = rest === undefined ? known : [...known, rest];
    return choice(possible.map((result) => ({ label: null, result })));
  }
  const item = /^\d+$/.test(index.text) ? items[Number(index.text)] : undefined;
  return item ?? missingValue(`[${index.text}]`, span);
}

function withMappingOrigin(result: Value): Value {
  return mapOptions(result, (inner) => (inner.kind === 'scalar' ? { ...inner, origin: 'mapping' } : inner));
}
