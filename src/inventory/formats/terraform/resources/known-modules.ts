import { OTHER_PARAMETERS, OTHER_SETTINGS } from '../../../../model/index.ts';
import type { Body } from '../../../../syntax/index.ts';
import { newDraft } from '../../../resources/draft.ts';
import {
  type Fact,
  mapUnlessNull,
  unlessNull,
  scalarOf,
  stringOf,
  toFact,
  type Value,
} from '../../../../values/index.ts';
import type { ModuleResource } from '../../../../vocabulary/index.ts';
import { type Context, valueInside, knownRowsOf, valueAtPath } from '../../../../values/hcl/index.ts';
import { settingsOf, type Properties } from '../../../resources/declared.ts';
import { namedValues } from '../../../resources/passes/named-values.ts';
import { type Declaration, draftOfDeclaration } from '../modules/instances.ts';
import { draftsOfBody } from './draft-resource.ts';
import type { DraftWithLinks, UnresolvedLink } from '../../../resources/links.ts';
import { propertiesIn, propertiesOf } from '../../../hcl/settings.ts';

/** A call of a known module; `declared.name` is the module's address. */
interface KnownCall {
  body: Body;
  context: Context;
  declared: Declaration;
}

/** Drafts of the resources that a known module creates, from the inputs of a call. */
export function draftsOfKnownModule(resources: readonly ModuleResource[], call: KnownCall): DraftWithLinks[] {
  const drafts = new Map(
    resources.map((created) => [created, isCreated(created, call) ? draftsOf(created, call) : []]),
  );
  return resources.flatMap((created) => {
    const owners = (created.owners ?? []).flatMap(({ role, address }) => {
      const owner = resources.find((each) => each.address === address);
      const own = owner === undefined ? [] : (drafts.get(owner) ?? []);
      return own.map(({ name, kind }): UnresolvedLink => {
        return { role, target: { kinds: [kind], addresses: [name], names: [] }, isReverse: false };
      });
    });
    const hidden = hiddenSettings(created, resources, call);
    return (drafts.get(created) ?? []).map((draft) => ({
      ...draft,
      settings: { ...draft.settings, ...hidden },
      refersTo: [...(draft.refersTo ?? []), ...owners],
    }));
  });
}

function isCreated({ onlyIf, unlessNot = [] }: ModuleResource, call: KnownCall): boolean {
  if (unlessNot.some((name) => isSwitchedOff(name, call))) return false;
  return onlyIf === undefined || switchOf(onlyIf, call)?.value === true;
}

/** True for a false that the code sets; a deployment can change a default. */
function isSwitchedOff(name: string, call: KnownCall): boolean {
  const written = switchOf(name, call);
  return written?.value === false && written.origin !== 'default';
}

function switchOf(name: string, call: KnownCall): ReturnType<typeof scalarOf> {
  return scalarOf(input(call, name));
}

function draftsOf(created: ModuleResource, call: KnownCall): DraftWithLinks[] {
  const { resource, address, object, rows } = created;
  if (object !== undefined) return draftsOfObject(created, object, call);
  if (rows !== undefined) return draftsOfRows(created, rows, call);
  return draftsOfBody(call.body, resource, call.context, {
    ...call.declared,
    name: `${call.declared.name}.${address}`,
  });
}

/** Newer versions of a module take one object; older ones take inputs with a common prefix. */
function draftsOfObject(
  created: ModuleResource,
  { input: name, older }: NonNullable<ModuleResource['object']>,
  call: KnownCall,
): DraftWithLinks[] {
  const object = input(call, name);
  const at: Properties['at'] = (path) =>
    (object === null ? null : unlessNull(valueInside(object, path.split('.')))) ?? input(call, older + path);
  const settings = settingsOf('terraform', created.resource, { at });
  const parameters = created.resource.hasParameters === true ? at('parameters') : null;
  if (Object.keys(settings).length === 0 && parameters === null) return [];
  const named = parameters === null ? {} : namedValues(parameters, OTHER_PARAMETERS);
  return [createdDraft(created, call, '', { ...settings, ...named })];
}

function draftsOfRows(
  created: ModuleResource,
  {
    input: name,
    key: keyed,
    shared,
    hidden,
    isNamedByKey,
    name: naming,
  }: NonNullable<ModuleResource['rows']>,
  call: KnownCall,
): DraftWithLinks[] {
  const written = input(call, name);
  if (written === null) return [];
  const common =
    shared === undefined ? {} : settingsOf('terraform', shared, propertiesOf(call.body, call.context));
  const { rows, rest } = knownRowsOf(written);
  if (rest !== null && hidden === 'one')
    return [
      { ...createdDraft(created, call, '', { ...common, [OTHER_SETTINGS]: toFact(written) }), count: null },
    ];
  if (rest !== null && hidden === undefined && naming === undefined) return [];
  return rows.flatMap(([key, row], i) => {
    const text = scalarOf(naming === undefined ? key : row)?.text ?? '';
    const index = keyed === 'index' ? `[${i}]` : `["${text}"]`;
    const own =
      naming === undefined
        ? settingsOf('terraform', created.resource, propertiesIn(row))
        : named(row, naming, call);
    if (own === null) return [];
    const draft = createdDraft(created, call, index, { ...common, ...own });
    return [
      isNamedByKey === true ? { ...draft, identifier: identifierOf(created, row) ?? stringOf(key) } : draft,
    ];
  });
}

/** Setting with the name of a row's resource: the prefix, an input of the module, and the row. Null if one is unknown. */
function named(
  row: Value,
  { setting, before, input: name }: NonNullable<NonNullable<ModuleResource['rows']>['name']>,
  call: KnownCall,
): Record<string, Fact> | null {
  const first = mapUnlessNull(input(call, name), stringOf);
  const end = scalarOf(row);
  return first === null || end === null
    ? null
    : { [setting]: { ...toFact(end), value: `${before}${first}/${end.text}` } as Fact };
}

function identifierOf({ resource }: ModuleResource, row: Value): string | null {
  return mapUnlessNull(valueInside(row, [resource.name ?? '']), stringOf);
}

/** Settings of a resource that rows with unknown contents may change. */
function hiddenSettings(
  { address }: ModuleResource,
  resources: readonly ModuleResource[],
  call: KnownCall,
): Record<string, Fact> {
  const settings: Record<string, Fact> = {};
  for (const { owners = [], rows } of resources) {
    if (typeof rows?.hidden !== 'object' || !owners.some((owner) => owner.address === address)) continue;
    const written = input(call, rows.input);
    const rest = written === null ? null : knownRowsOf(written).rest;
    if (rest !== null) settings[rows.hidden.setting] = toFact(rest);
  }
  return settings;
}

function input(call: KnownCall, name: string): Value | null {
  return unlessNull(valueAtPath(call.body, name.split('.'), call.context));
}

/** Draft of a resource that the module creates, declared at the call. */
function createdDraft(
  { resource: { kind }, address }: ModuleResource,
  { declared }: KnownCall,
  index: string,
  settings: DraftWithLinks['settings'],
): DraftWithLinks {
  const name = `${declared.name}.${address}${index}`;
  return newDraft({ kind, ...draftOfDeclaration(declared), name, settings });
}
