import type { LinkRole, Text } from '../../../model/index.ts';
import { text } from '../../../l10n/index.ts';
import { locate } from '../document/node.ts';
import type { AssetDraft, Value } from '../draft.ts';
import { readAuroraVersion } from '../../../model/index.ts';
import { evaluate } from './evaluate.ts';
import type { ResourceDeclaration } from './module.ts';
import { rowsOf } from './operations.ts';
import { optionsOf, resourcesIn, scalarOf, stringOf, toValue, toVersionValue, unknown } from './result.ts';
import type { Option, Result } from './result.ts';
import { RESOURCE_TYPES } from './resource-types.ts';
import type { ResourceType } from './resource-types.ts';
import type { Scope } from './scope.ts';
import { readSettings } from './settings.ts';
import { attributeOf, blocksOf } from './syntax.ts';
import type { Body } from './syntax.ts';

/** A draft whose links are not yet followed: by address, or by the name that the other resource gives itself. */
export interface LooseDraft {
  draft: Omit<AssetDraft, 'links'>;
  targets: readonly { role: LinkRole; addresses: readonly string[]; name: string | null }[];
  /** The name that others use for it. */
  identifier: string | null;
}

/** One instance of a resource: a key of `for_each`, or all that `count` makes. */
export interface Instance {
  /** `` or `["key"]`. */
  suffix: string;
  bindings: ReadonlyMap<string, Result>;
  count: number | null;
}

const MOST_INSTANCES = 100;

/** The drafts of one resource block; several for the keys of `for_each` and for versions by environment. */
export function draftsOfResource(
  resource: ResourceDeclaration,
  scope: Scope,
  rootFile: string | null,
): LooseDraft[] {
  const type = RESOURCE_TYPES[resource.isData ? `data.${resource.type}` : resource.type];
  if (type === undefined) return [];
  return instancesOf(resource.block.body, scope, resource.address).flatMap((instance) =>
    draftsOfInstance(resource, type, instance, scope, rootFile),
  );
}

/** What `count` and `for_each` make of a block. */
export function instancesOf(body: Body, scope: Scope, owner: string): Instance[] {
  const context = scope.context(owner, 'literal');
  const count = attributeOf(body, 'count');
  if (count !== undefined) {
    const value = scalarOf(evaluate(count.value, context))?.value;
    const index = unknown(text('inventory.severalValues'), null);
    const bindings = new Map([['count', objectOf({ index }, count.value)]]);
    return [{ suffix: '', bindings, count: typeof value === 'number' ? value : null }];
  }
  const forEach = attributeOf(body, 'for_each');
  if (forEach === undefined) return [{ suffix: '', bindings: new Map(), count: 1 }];
  const collection = evaluate(forEach.value, context);
  const rows = rowsOf(collection);
  if (rows === null || rows.length > MOST_INSTANCES) {
    const reason = collection.kind === 'unknown' ? collection.reason : text('inventory.severalValues');
    const value = unknown(reason, forEach.value);
    return [
      {
        suffix: '',
        bindings: new Map([['each', objectOf({ key: value, value }, forEach.value)]]),
        count: null,
      },
    ];
  }
  return rows.map(([key, value]) => ({
    suffix: `["${scalarOf(key)?.text ?? ''}"]`,
    bindings: new Map([['each', objectOf({ key, value }, forEach.value)]]),
    count: 1,
  }));
}

function objectOf(fields: Record<string, Result>, span: Body['attributes'][number]['value']): Result {
  return { kind: 'object', fields: new Map(Object.entries(fields)), isComplete: true, span };
}

function draftsOfInstance(
  resource: ResourceDeclaration,
  type: ResourceType,
  instance: Instance,
  scope: Scope,
  rootFile: string | null,
): LooseDraft[] {
  const { body, labels, typeSpan } = resource.block;
  const context = scope.context(resource.address, 'literal', instance.bindings);
  const argument = (name: string | undefined): Result | null => {
    const attribute = name === undefined ? undefined : attributeOf(body, name);
    return attribute === undefined ? null : evaluate(attribute.value, context);
  };
  const settings = readSettings(body, type, context);
  const engine = argument(type.engine);
  const shared = {
    kind: type.kind,
    source: 'terraform',
    name: `${scope.prefix}${resource.address}${instance.suffix}`,
    file: rootFile ?? resource.file,
    at: locate(labels[1] ?? typeSpan),
    engine: engine === null ? null : toValue(engine),
    settings,
    count: instance.count,
    mayRunNewer: ignoredVersion(body, type),
  } as const;
  const loose = {
    identifier: type.identifier === undefined ? null : knownText(settings[type.identifier]),
    targets: Object.entries(type.links ?? {}).flatMap(([name, role]) => {
      const result = argument(name);
      return result === null ? [] : [{ role, addresses: [...resourcesIn(result)], name: stringOf(result) }];
    }),
  };
  const version = argument(type.version);
  return versionsOf(version).map((option) => ({
    ...loose,
    draft: {
      ...shared,
      version: option === null || isNull(option.result) ? null : toVersionValue(option.result),
      environment: option?.label ?? null,
    },
  }));
}

function isNull(result: Result): boolean {
  return result.kind === 'scalar' && result.value === null;
}

/** The versions that are possible. Where some are known, those that are not tell nothing; nor do other engines'. */
export function versionsOf(version: Result | null): readonly (Option | null)[] {
  if (version === null) return [null];
  const options = optionsOf(version);
  const known = options.filter((option) => option.result.kind === 'scalar' && option.result.value !== null);
  const ours = known.filter(
    (option) => option.result.kind === 'scalar' && readAuroraVersion(option.result.text).form !== 'unknown',
  );
  if (ours.length > 0) return ours;
  return (known.length > 0 ? known : options).slice(0, 1);
}

function knownText(value: Value | undefined): string | null {
  return value?.state === 'known' && typeof value.value === 'string' ? value.value : null;
}

/** `ignore_changes = [engine_version]` means that upgrades are made elsewhere. */
function ignoredVersion(body: Body, type: ResourceType): Text | null {
  if (type.version === undefined) return null;
  for (const lifecycle of blocksOf(body, 'lifecycle')) {
    const ignored = attributeOf(lifecycle.body, 'ignore_changes')?.value;
    const names = ignored?.kind === 'list' ? ignored.items : ignored === undefined ? [] : [ignored];
    for (const name of names) {
      const word = name.kind === 'reference' ? name.root : name.kind === 'literal' ? name.text : null;
      if (word === type.version || word === 'all') return text('inventory.ignoreChanges', { argument: word });
    }
  }
  return null;
}
