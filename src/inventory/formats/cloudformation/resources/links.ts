import type { AssetKind, LinkRole, SettingValue } from '../../../../model/index.ts';
import type { AssetDraft } from '../../../resources/draft.ts';
import { toFact } from '../../../values/facts.ts';
import { resourcesIn, type Value } from '../../../values/value.ts';
import { settingName } from './api-names.ts';
import { PHYSICAL_NAMES } from './physical-names.ts';
import { propertyOf } from './properties.ts';
import { RESOURCE_RULES } from './resource-rules.ts';
import { scopeFor, type Stack } from '../values/scope.ts';
import type { Resource } from '../templates/template.ts';

/** One asset belongs to another, by the names of their drafts. */
export interface Link {
  from: string;
  role: LinkRole;
  target: string;
}

/** Settings in which assets of a kind have their own name. */
const NAME_SETTINGS: ReadonlyMap<string, string> = new Map(
  [...PHYSICAL_NAMES].flatMap(([type, property]) => {
    const kind = RESOURCE_RULES.get(type)?.kind;
    return kind === undefined ? [] : [[kind, settingName(property)] as const];
  }),
);

/** Drafts by the names that their resources give themselves. */
export type NamedDrafts = ReadonlyMap<string, readonly AssetDraft[]>;

export function byOwnName(drafts: readonly AssetDraft[]): NamedDrafts {
  return Map.groupBy(drafts, (draft) => ownName(draft) ?? '');
}

function ownName(draft: AssetDraft): string | null {
  const value = draft.settings[NAME_SETTINGS.get(draft.kind) ?? ''];
  return value?.state === 'known' && typeof value.value === 'string' ? value.value : null;
}

/** The links that a resource's properties write, by reference or by name. */
export function linksOf(resource: Resource, stack: Stack, named: NamedDrafts): Link[] {
  const name = stack.prefix + resource.logicalId;
  const rules = RESOURCE_RULES.get(resource.type)?.links ?? [];
  return rules.flatMap((rule) => {
    const resolved = propertyOf(resource.properties, rule.property, scopeFor(stack, name));
    return targetNames(resolved, rule.kinds, named).map((target) =>
      rule.isReversed
        ? { from: target, role: rule.role, target: name }
        : { from: name, role: rule.role, target },
    );
  });
}

/** The drafts that a value speaks of: those that it refers to, else those whose names it writes. */
export function targetNames(
  resolved: Value | null,
  kinds: readonly AssetKind[],
  named: NamedDrafts,
): readonly string[] {
  const targets = resourcesIn(resolved);
  const fact = resolved === null || targets.length > 0 ? null : toFact(resolved);
  if (fact?.state !== 'known') return targets;
  return [...new Set(stringsIn(fact.value))]
    .flatMap((written) => named.get(written) ?? [])
    .filter((draft) => kinds.includes(draft.kind))
    .map((draft) => draft.name);
}

function stringsIn(value: SettingValue): string[] {
  if (typeof value === 'string') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(stringsIn) : [];
}
