import type { WorkspaceView } from '../format.ts';
import { readJson } from '../document/json.ts';
import { itemsOf, textOf, valueOf } from '../document/node.ts';
import type { Node } from '../document/node.ts';
import { draftsOfBody } from './draft-resource.ts';
import type { Declared } from './draft-resource.ts';
import { resourceBody } from './json-file.ts';
import type { LooseDraft } from './links.ts';
import { declarationsOf } from './module.ts';
import type { PlainValues } from './plain-values.ts';
import { RESOURCE_TYPES } from './resource-types.ts';
import { newSurroundings, Scope } from './scope.ts';

const DEEPEST = 20;
const SHOWN = /"(?:format_version|terraform_version)"/;

/** Whether a file can be a state, or what `terraform show -json` prints of a plan or a state. */
export function isJson(file: string): boolean {
  return /\.(?:json|tfstate)$/i.test(file) && !/\.(?:tf|tofu|tfvars)\.json$/i.test(file);
}

/**
 * What `terraform show -json` prints: every value is known, and modules are taken apart. Its form: Terraform's
 * documentation, "JSON Output Format". A state file as Terraform keeps it holds the same values in another form.
 */
export function readShown(name: string, view: WorkspaceView): PlainValues {
  const source = view.read(name);
  if (source === null || !SHOWN.test(source.text)) return { drafts: [], files: [] };
  const { root } = readJson(source);
  if (textOf(valueOf(root, 'format_version')) !== null) {
    const values = valueOf(root, 'planned_values') ?? valueOf(root, 'values');
    return { drafts: draftsOfModule(valueOf(values, 'root_module'), name, 0), files: [] };
  }
  const isState = textOf(valueOf(root, 'lineage')) !== null || /\.tfstate$/i.test(name);
  const resources = isState ? itemsOf(valueOf(root, 'resources')) : [];
  return { drafts: resources.flatMap((resource) => draftsOfState(resource, name)), files: [] };
}

function draftsOfModule(module: Node | null, file: string, depth: number): LooseDraft[] {
  if (module === null || depth > DEEPEST) return [];
  return [
    ...itemsOf(valueOf(module, 'resources')).flatMap((resource) => draftsOfResource(resource, file)),
    ...itemsOf(valueOf(module, 'child_modules')).flatMap((child) => draftsOfModule(child, file, depth + 1)),
  ];
}

function draftsOfResource(resource: Node, file: string): LooseDraft[] {
  const address = valueOf(resource, 'address');
  const name = textOf(address);
  if (address === null || name === null) return [];
  return draftsOfValues(resource, { name, file, span: address, count: 1 }, valueOf(resource, 'values'));
}

/** A resource of a state file, which writes its address in parts. */
function draftsOfState(resource: Node, file: string): LooseDraft[] {
  const label = valueOf(resource, 'name');
  if (label === null) return [];
  const parts = ['module', 'type', 'name'].flatMap((key) => textOf(valueOf(resource, key)) ?? []);
  return itemsOf(valueOf(resource, 'instances')).flatMap((instance) => {
    const index = valueOf(instance, 'index_key');
    const key = index?.kind === 'scalar' ? `[${JSON.stringify(index.value)}]` : '';
    const declared = { name: parts.join('.') + key, file, span: label, count: 1 };
    return draftsOfValues(resource, declared, valueOf(instance, 'attributes'));
  });
}

function draftsOfValues(resource: Node, declared: Declared, values: Node | null): LooseDraft[] {
  const type = RESOURCE_TYPES.get(textOf(valueOf(resource, 'type')) ?? '');
  const isManaged = textOf(valueOf(resource, 'mode')) === 'managed';
  if (type === undefined || values?.kind !== 'map' || !isManaged) return [];
  const module = declarationsOf('.', []);
  const surroundings = newSurroundings('.', () => null);
  const scope = new Scope({ module, prefix: '', calledFrom: null, surroundings }, () => undefined);
  return draftsOfBody(resourceBody(values), type, scope.context(declared.name, 'literal'), declared);
}
