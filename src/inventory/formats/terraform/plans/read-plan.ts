import { EMPTY_READING } from '../../../reading/file-format.ts';
import {
  itemsOf,
  readJson,
  bodyOfPlannedValues,
  textOf,
  valueOf,
  type MapNode,
  type Node,
  type SourceFile,
} from '../../../../syntax/index.ts';
import type { Reading, WorkspaceView } from '../../../reading/format.ts';
import { draftsOfBody } from '../resources/draft-resource.ts';
import type { Declaration } from '../modules/instances.ts';
import { resolveLinks, type DraftWithLinks } from '../../../resources/links.ts';
import { isData } from '../../../hcl/module.ts';
import { imagePlaces, resourceOf } from '../../../../vocabulary/index.ts';
import { loneScope } from '../../../hcl/scope.ts';
import { newSurroundings } from '../../../hcl/surroundings.ts';
import { imageIdsFound, planImages } from './plan-images.ts';
import { expressionsOfPlan, withPlannedReferences, type Expressions } from './references.ts';
import { maxShownDepth } from '../../../../values/index.ts';

const PLAN_OR_STATE = /"(?:format_version|terraform_version)"/;

/**
 * Reads the output of `terraform show -json`: all values are known, and modules are expanded. Format: Terraform's
 * documentation, "JSON Output Format". A raw state file contains the same values in another form.
 */
export function readPlan(name: string, view: WorkspaceView): Reading {
  const source = view.read(name);
  if (source === null || !PLAN_OR_STATE.test(source.text)) return EMPTY_READING;
  const { root } = readJson(source);
  const resources = resourcesOfPlan(root, name);
  const ids = imageIdsFound(resources);
  const read = { ids, expressions: expressionsOfPlan(root), source, view };
  const drafts = resources.flatMap((resource) => draftsOfResources(resource, read));
  return { ...EMPTY_READING, drafts: resolveLinks(drafts, []) };
}

/** A resource or data source with its values. */
interface PlanResource {
  /** Type; data sources have the prefix `data.`. */
  type: string;
  declared: Declaration;
  values: MapNode;
}

/** Data sources read before a plan are in its prior state; planned resources are in the planned values. */
function resourcesOfPlan(root: Node | null, file: string): PlanResource[] {
  if (textOf(valueOf(root, 'format_version')) !== null) {
    const planned = valueOf(root, 'planned_values');
    const now = resourcesOfModule(valueOf(planned ?? valueOf(root, 'values'), 'root_module'), file, 0);
    const before = resourcesOfModule(valueOf(root, 'prior_state', 'values', 'root_module'), file, 0);
    const names = new Set(now.map(({ declared }) => declared.name));
    return [...now, ...before.filter((each) => isData(each) && !names.has(each.declared.name))];
  }
  const isState = textOf(valueOf(root, 'lineage')) !== null || /\.tfstate$/i.test(file);
  return isState
    ? itemsOf(valueOf(root, 'resources')).flatMap((resource) => stateResource(resource, file))
    : [];
}

function resourcesOfModule(module: Node | null, file: string, depth: number): PlanResource[] {
  if (module === null || depth > maxShownDepth) return [];
  return [
    ...itemsOf(valueOf(module, 'resources')).flatMap((resource) => plannedResource(resource, file)),
    ...itemsOf(valueOf(module, 'child_modules')).flatMap((child) =>
      resourcesOfModule(child, file, depth + 1),
    ),
  ];
}

function plannedResource(resource: Node, file: string): PlanResource[] {
  const address = valueOf(resource, 'address');
  const name = textOf(address);
  if (address === null || name === null) return [];
  return planResource(resource, { name, file, span: address, count: 1 }, valueOf(resource, 'values'));
}

/** A resource of a state file, which splits the address into parts. */
function stateResource(resource: Node, file: string): PlanResource[] {
  const label = valueOf(resource, 'name');
  if (label === null) return [];
  const data = textOf(valueOf(resource, 'mode')) === 'data' ? ['data'] : [];
  const [module, type, name] = ['module', 'type', 'name'].map((key) => textOf(valueOf(resource, key)) ?? []);
  const address = [module ?? [], data, type ?? [], name ?? []].flat().join('.');
  return itemsOf(valueOf(resource, 'instances')).flatMap((instance) => {
    const index = valueOf(instance, 'index_key');
    const key = index?.kind === 'scalar' ? `[${JSON.stringify(index.value)}]` : '';
    const declared = { name: address + key, file, span: label, count: 1 };
    return planResource(resource, declared, valueOf(instance, 'attributes'));
  });
}

function planResource(resource: Node, declared: Declaration, values: Node | null): PlanResource[] {
  const mode = textOf(valueOf(resource, 'mode'));
  if ((mode !== 'managed' && mode !== 'data') || values?.kind !== 'map') return [];
  const type = textOf(valueOf(resource, 'type')) ?? '';
  return [{ type: mode === 'data' ? `data.${type}` : type, declared, values }];
}

/** A plan or state as a whole. */
interface ReadPlan {
  /** Ids of images that data sources found. */
  ids: ReadonlySet<string>;
  expressions: Expressions;
  source: SourceFile;
  view: WorkspaceView;
}

function draftsOfResources(
  { type, declared, values }: PlanResource,
  { ids, expressions, source, view }: ReadPlan,
): DraftWithLinks[] {
  const ofType = resourceOf('terraform', type);
  const hasImages = imagePlaces('terraform', type) !== null;
  if (ofType === null && !hasImages) return [];
  const scope = loneScope('.', [], newSurroundings('.', view));
  const context = scope.context(declared.name, 'literal');
  const body = bodyOfPlannedValues(values);
  return [
    ...(ofType === null
      ? []
      : draftsOfBody(body, ofType, context, declared).map((draft) =>
          withPlannedReferences(draft, ofType, { values, expressions }),
        )),
    ...(hasImages ? planImages({ type, body, values, declared, context, source, view }, ids) : []),
  ];
}
