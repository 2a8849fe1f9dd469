import { text } from '../../l10n/index.ts';
import { OTHER_PARAMETERS, type AssetKind } from '../../model/index.ts';
import { entriesOf, type Entry, type Node } from '../../syntax/index.ts';
import { linksOfKind, plainName, resourcesOfKind, settingNamed, type Link } from '../../vocabulary/index.ts';
import { newDraft, type AssetDraft } from './draft.ts';
import type { Fact, SettingFact, Value } from '../../values/index.ts';
import { mapUnlessNull, toSettingFact, toTextSettingFact, toTextFact } from '../../values/index.ts';
import { namedValues } from './passes/named-values.ts';
import type { Keyed } from './passes/version-pin.ts';

/** A resource as a map of names and values, with the names of any tool. */
export interface DeclaredMap<E extends Keyed> extends Pick<
  AssetDraft,
  'kind' | 'source' | 'name' | 'file' | 'at'
> {
  count?: number | null;
  /** Entries; the last of equal names counts. */
  entries: readonly E[];
  /** Names of the drafts that an entry links to. */
  named: (entry: E, link: Link) => readonly string[];
}

/** Properties with the parameters of a group: maps, or lists of names and values. */
const PARAMETER_PROPERTIES: ReadonlySet<string> = new Set([
  'parameter',
  'parameters',
  'params',
  'parameteroverrides',
]);

/** Draft of a declared resource, by the vocabulary. */
export function draftOfMap<E extends Keyed>(declared: DeclaredMap<E>): AssetDraft {
  const { kind, source, name, file, at, count = 1, entries } = declared;
  const isDatabase = resourcesOfKind(kind).some(({ database }) => database !== undefined);
  const textAt = (property: RegExp): Fact | null => {
    const entry = entries.findLast(({ key }) => property.test(plainName(key)));
    return isDatabase && entry !== undefined ? mapUnlessNull(entry.value(), toTextFact) : null;
  };
  const references = referencesAmong(declared);
  const byLink = Map.groupBy(references, ({ link }) => link);
  const links = linksOfKind(kind);
  return newDraft({
    ...{ kind, source, name, file, at, count },
    engine: textAt(/^(?:db)?engine$/),
    version: textAt(/^(?:target)?engineversion$/),
    settings: { ...outsideReferences(references, kind), ...settingsAmong(entries, kind) },
    links: links.flatMap((link) =>
      (byLink.get(link) ?? []).flatMap(({ targets }) =>
        targets.map((target) => ({ role: link.role, target })),
      ),
    ),
  });
}

/** An entry that names other drafts, for one link role. */
interface Reference {
  key: string;
  setting: string;
  link: Link;
  targets: readonly string[];
}

function referencesAmong<E extends Keyed>({ kind, entries, named }: DeclaredMap<E>): Reference[] {
  const links = linksOfKind(kind);
  return entries.flatMap((entry) => {
    const { key } = entry;
    const setting = linkingSetting(kind, key);
    if (setting === null) return [];
    const written = links.filter(({ settings }) => settings?.includes(setting) === true);
    return written.map((link) => ({ key, setting, link, targets: named(entry, link) }));
  });
}

/** Settings for references to resources that are not among the drafts: set, with an unknown value. */
function outsideReferences(references: readonly Reference[], kind: AssetKind): Record<string, SettingFact> {
  const open = references.filter(
    ({ key, targets }) => targets.length === 0 && settingNamed(kind, key) === null,
  );
  return Object.fromEntries(
    open.map(({ key, setting }) => {
      const reason = text('inventory.computed', { expression: key });
      return [setting, { state: 'unknown', reason }];
    }),
  );
}

function settingsAmong(entries: readonly Keyed[], kind: AssetKind): Record<string, SettingFact> {
  const isGroup = resourcesOfKind(kind).some(({ hasParameters }) => hasParameters);
  const settings: Record<string, SettingFact> = {};
  for (const { key, value } of entries) {
    const name = settingNamed(kind, key);
    const isParameters = isGroup && PARAMETER_PROPERTIES.has(plainName(key));
    const written = name === null && !isParameters ? null : value();
    if (written === null) continue;
    if (name !== null) settings[name] = isGroup ? toTextSettingFact(written) : toSettingFact(written);
    if (isParameters) Object.assign(settings, namedValues(written, OTHER_PARAMETERS));
  }
  return settings;
}

/** Setting for a link's key. Kubernetes also links by `dbClusterIdentifierRef` and `dbClusterParameterGroupSelector`. */
function linkingSetting(kind: AssetKind, key: string): string | null {
  const property = key.replace(/(?:Ref|Selector)$/, '');
  return settingNamed(kind, property) ?? (property === key ? null : settingNamed(kind, `${property}Name`));
}

/** An entry of a document with its value. */
export interface KeyedNode extends Keyed {
  entry: Entry;
}

/** Entries of several maps; the first map takes precedence. */
export function keyedNodes(maps: readonly (Node | null)[], read: (node: Node) => Value): KeyedNode[] {
  return maps
    .toReversed()
    .flatMap(entriesOf)
    .map((entry) => ({ key: entry.key, entry, value: () => read(entry.value) }));
}
