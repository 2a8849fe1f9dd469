import type { SettingValue } from '../../../model/index.ts';
import {
  attachmentOf,
  withApiNames,
  type AssetReference,
  type SettingType,
} from '../../../vocabulary/index.ts';
import { type SettingFact, resourcesIn, withValue } from '../../../values/index.ts';
import type { DeclaredResource } from '../declared.ts';
import { settingFact } from '../setting-values.ts';
import { targetsIn, withoutKey, type Attachment, type Target } from '../links.ts';

/** Load balancers by the addresses of their listeners. */
type Listeners = ReadonlyMap<string, readonly Target[]>;

/** Attachments of the resources between assets: listeners, associations, policies. */
export function attachmentsOf(all: readonly DeclaredResource[]): Attachment[] {
  const known = all.filter(({ type }) => attachmentOf(type) !== null);
  const listeners = new Map(
    known.flatMap((each) => {
      const balancers = (attachmentOf(each.type)?.links ?? [])
        .filter(({ role, to }) => role === 'load-balancer' && to.isThroughListener === undefined)
        .flatMap(({ to }) => targetsAt(to, each, new Map()));
      return [each.name, withoutKey(each.name)].map((address) => [address, balancers] as const);
    }),
  );
  return known.flatMap((each) =>
    attachmentsBy(each, listeners).map((attachment) => ({
      ...attachment,
      ...(each.conditions !== undefined && { conditions: each.conditions }),
      ...(each.deployedTo !== undefined && { deployedTo: each.deployedTo }),
    })),
  );
}

function attachmentsBy(attaching: DeclaredResource, listeners: Listeners): Attachment[] {
  const row = attachmentOf(attaching.type);
  if (row === null) return [];
  const { links = [], settings = [], item, state } = row;
  const value = (path: string | undefined, type: SettingType = 'structure'): SettingFact | null => {
    const written = path === undefined ? null : attaching.properties.at(path);
    if (written === null) return null;
    const known = settingFact(attaching.tool, type, written, () => null);
    return type === 'verbatim' ? known : withValue(known, withApiNames);
  };
  const itemFields =
    (attaching.tool === 'cloudformation' ? item?.cloudformation : undefined) ?? item?.fields ?? {};
  return targetsAt(row.of, attaching, listeners).flatMap((of): Attachment[] => {
    const others = links.flatMap(({ role, to }) =>
      targetsAt(to, attaching, listeners).map(
        (target) => ({ kind: 'link', from: of, role, to: target }) as const,
      ),
    );
    const set = settings.flatMap(({ name, type, ...paths }) => {
      const written = value(paths[attaching.tool], type);
      return written === null ? [] : [{ kind: 'setting', of, name, value: written } as const];
    });
    const fields = Object.entries(itemFields).map(([name, path]) => [name, value(path)] as const);
    const main = fields[0]?.[1] ?? null;
    const because = value(state?.terraform);
    return [
      ...others,
      ...set,
      ...(item === undefined || main === null
        ? []
        : [{ kind: 'item', of, name: item.list, value: withFields(main, fields) } as const]),
      ...(state === undefined || because?.state !== 'known'
        ? []
        : [{ kind: 'setting', of, name: state.name, value: { ...because, value: state.value } } as const]),
    ];
  });
}

function targetsAt(
  naming: AssetReference,
  { tool, properties }: DeclaredResource,
  listeners: Listeners,
): readonly Target[] {
  const values = (naming[tool] ?? []).map(properties.at).filter((value) => value !== null);
  if (naming.isThroughListener === undefined)
    return values.flatMap((value) => targetsIn(value, naming.kinds));
  return values
    .flatMap((value) => resourcesIn(value))
    .flatMap((address) => listeners.get(address) ?? listeners.get(withoutKey(address)) ?? []);
}

/** An object with the place of its first field. Unknown fields are left out, except the first. */
function withFields(
  main: SettingFact,
  fields: readonly (readonly [string, SettingFact | null])[],
): SettingFact {
  if (main.state === 'unknown') return main;
  const known: Record<string, SettingValue> = {};
  for (const [name, field] of fields) if (field?.state === 'known') known[name] = field.value;
  return { ...main, value: known };
}
