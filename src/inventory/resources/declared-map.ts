import type { AssetKind } from '../../model/index.ts';
import { entriesOf, itemsOf, textOf, valueOf, type Entry, type Node } from '../../syntax/index.ts';
import { plainName, resourcesOfKind, settingNamed, type Link } from '../../vocabulary/index.ts';
import { newDraft, type AssetDraft } from './draft.ts';
import type { Fact } from '../../values/index.ts';

/** A resource that a document declares as a map of properties, under the names of whatever tool. */
export interface DeclaredMap extends Pick<AssetDraft, 'kind' | 'source' | 'name' | 'file' | 'at'> {
  count?: number | null;
  /** The maps that the properties stand in, the strongest first. */
  places: readonly (Node | null)[];
  /** What a property holds. */
  read: (node: Node) => Fact;
  /** As `read`, with a scalar as it is written: an unquoted `5.70` is `5.70`. */
  readText: (node: Node) => Fact;
  /** The drafts that a property names, by their names. */
  named: (entry: Entry, link: Link) => readonly string[];
}

/** Properties that hold the parameters of a group: maps, or lists of names and values. */
const PARAMETERS: ReadonlySet<string> = new Set(['parameter', 'parameters', 'params', 'parameteroverrides']);

/** What is declared, as a draft: by the vocabulary. */
export function draftOfMap(declared: DeclaredMap): AssetDraft {
  const { kind, source, name, file, at, count = 1, readText } = declared;
  const isDatabase = resourcesOfKind(kind).some(({ database }) => database !== undefined);
  const entries = declared.places.toReversed().flatMap(entriesOf);
  const text = (property: RegExp): Fact | null => {
    const entry = entries.findLast(({ key }) => property.test(plainName(key)));
    return !isDatabase || entry === undefined ? null : readText(entry.value);
  };
  return newDraft({
    ...{ kind, source, name, file, at, count },
    engine: text(/^(?:db)?engine$/),
    version: text(/^engineversion$/),
    settings: settingsAmong(entries, declared),
    links: linksIn(entries, declared),
  });
}

function settingsAmong(
  entries: readonly Entry[],
  { kind, read, readText }: DeclaredMap,
): Record<string, Fact> {
  const isGroup = resourcesOfKind(kind).some(({ hasParameters }) => hasParameters);
  const settings: Record<string, Fact> = {};
  for (const { key, value } of entries) {
    const name = settingNamed(kind, key);
    if (name !== null) settings[name] = isGroup ? readText(value) : read(value);
    if (!isGroup || !PARAMETERS.has(plainName(key))) continue;
    for (const parameter of entriesOf(value)) settings[parameter.key] = readText(parameter.value);
    for (const item of itemsOf(value)) {
      const parameter = textOf(fieldNamed(item, 'name') ?? fieldNamed(item, 'parameterName'));
      const written = fieldNamed(item, 'value') ?? fieldNamed(item, 'parameterValue');
      if (parameter !== null && written !== null) settings[parameter] = readText(written);
    }
  }
  return settings;
}

/** A field, however its name is spelled. */
function fieldNamed(item: Node, name: string): Node | null {
  const entry = entriesOf(item).findLast(({ key }) => plainName(key) === plainName(name));
  return entry === undefined ? valueOf(item, name) : entry.value;
}

function linksIn(entries: readonly Entry[], { kind, named }: DeclaredMap): AssetDraft['links'] {
  const links = resourcesOfKind(kind)[0]?.links ?? [];
  return links.flatMap((link) =>
    entries
      .filter(({ key }) => link.settings?.includes(linkingSetting(kind, key) ?? '') === true)
      .flatMap((entry) => named(entry, link).map((target) => ({ role: link.role, target }))),
  );
}

/** Kubernetes refers to others by `dbClusterIdentifierRef` and `dbClusterParameterGroupSelector`, too. */
function linkingSetting(kind: AssetKind, key: string): string | null {
  const property = key.replace(/(?:Ref|Selector)$/, '');
  return settingNamed(kind, property) ?? (property === key ? null : settingNamed(kind, `${property}Name`));
}
