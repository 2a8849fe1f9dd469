import { text } from '../../../l10n/index.ts';
import { databaseSetting } from '../../resources/database-settings.ts';
import type { AssetDraft, Fact } from '../../resources/draft.ts';
import { computedHere, defaultIn, literalText, literalValue, valueOfNode } from '../../values/documents.ts';
import { toTextFact } from '../../values/facts.ts';
import { entriesOf, entryOf, itemsOf, locate, textOf, valueOf, type Node } from '../../../syntax/index.ts';
import { byNames, referencesOf, type NamedManifests } from './links.ts';
import type { Manifest } from './manifest.ts';
import { resourceKind, type ResourceKind } from './resource-kinds.ts';

/** The databases and parameter groups of a file, connected by their names in the cluster. */
export function databasesOf(manifests: readonly Manifest[], file: string): AssetDraft[] {
  const named = byNames(manifests);
  return manifests.flatMap((manifest) => {
    const kind = resourceKind(manifest);
    return kind === null ? [] : [draftOf(manifest, kind, named, file)];
  });
}

function draftOf(
  manifest: Manifest,
  { kind, fieldsAt }: ResourceKind,
  named: NamedManifests,
  file: string,
): AssetDraft {
  const places =
    fieldsAt === 'spec'
      ? [manifest.spec]
      : [valueOf(manifest.spec, 'forProvider'), valueOf(manifest.spec, 'initProvider')];
  const field = (name: string): Fact | null => {
    const entry = places.map((place) => entryOf(place, name)).find((found) => found !== null);
    return entry ? fieldText(entry.value) : patchedField(manifest, name);
  };
  return {
    kind,
    source: 'kubernetes',
    name: manifest.name,
    file,
    at: manifest.at,
    engine: field('engine'),
    version: field('engineVersion'),
    settings: isGroup(kind) ? groupSettings(places, field) : databaseSettings(places),
    links: referencesOf(kind, places, named),
    count: 1,
    environment: null,
    mayRunNewer: null,
  };
}

/** What tools put in before the manifest is applied: `${ENGINE_VERSION}`, `<< .config.version >>`. */
const PLACEHOLDER = /\$[{(]|\{\{|<<|__\w+__/;
/** What a chart's template writes where its values say nothing. */
const CHART_DEFAULT = /^\{\{.*\bdefault\s+(["`])(?<value>[^"`]+)\1.*\}\}$/s;

function fieldText(node: Node): Fact {
  return toTextFact(
    valueOfNode(node, (scalar) => {
      const fallback = CHART_DEFAULT.exec(scalar.text.trim())?.groups?.['value'];
      if (fallback !== undefined) return defaultIn(scalar, fallback);
      return scalar.isTemplated || !PLACEHOLDER.test(scalar.text) ? null : computedHere(scalar);
    }),
  );
}

/** A field that only the claim of a composition decides. */
function patchedField(manifest: Manifest, name: string): Fact | null {
  const source = manifest.patched.get(`spec.forProvider.${name}`);
  if (source === undefined) return null;
  return {
    state: 'unknown',
    reason: text('inventory.computed', { expression: textOf(source) ?? name }),
    at: locate(source),
  };
}

function databaseSettings(places: readonly (Node | null)[]): Record<string, Fact> {
  const settings: Record<string, Fact> = {};
  for (const entry of places.toReversed().flatMap(entriesOf)) {
    const name = databaseSetting(entry.key);
    if (name !== null) settings[name] = literalValue(entry.value);
  }
  return settings;
}

function isGroup(kind: AssetDraft['kind']): boolean {
  return kind === 'cluster-parameter-group' || kind === 'parameter-group';
}

/** The controllers write a map of parameters, Crossplane lists of `name` and `value` or of the API's fields. */
function groupSettings(
  places: readonly (Node | null)[],
  field: (name: string) => Fact | null,
): Record<string, Fact> {
  const family = field('family') ?? field('dbParameterGroupFamily') ?? field('dbClusterParameterGroupFamily');
  const settings: Record<string, Fact> = family === null ? {} : { dbParameterGroupFamily: family };
  for (const place of places) {
    for (const entry of entriesOf(valueOf(place, 'parameterOverrides')))
      settings[entry.key] = literalText(entry.value);
    for (const item of ['parameter', 'parameters'].flatMap((key) => itemsOf(valueOf(place, key)))) {
      const name = textOf(valueOf(item, 'name') ?? valueOf(item, 'parameterName'));
      const value = valueOf(item, 'value') ?? valueOf(item, 'parameterValue');
      if (name !== null && value !== null) settings[name] = literalText(value);
    }
  }
  return settings;
}
