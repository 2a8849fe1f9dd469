import type { WorkspaceView } from '../format.ts';
import { readJson } from '../document/json.ts';
import { entryOf, itemsOf, textOf, valueOf } from '../document/node.ts';
import type { Node } from '../document/node.ts';
import { draftsOfBody } from './draft-resource.ts';
import { resourceBody } from './json-file.ts';
import type { LooseDraft } from './links.ts';
import { declarationsOf } from './module.ts';
import type { PlainValues } from './plain-values.ts';
import { RESOURCE_TYPES } from './resource-types.ts';
import { newSurroundings, Scope } from './scope.ts';

const DEEPEST = 20;
const SHOWN = /"(?:format_version|terraform_version)"/;

/** Whether a file can be what `terraform show -json` prints of a plan or a state. */
export function isJson(file: string): boolean {
  return /\.json$/i.test(file) && !/\.(?:tf|tofu|tfvars)\.json$/i.test(file);
}

/**
 * What `terraform show -json` prints: every value is known, and modules are taken apart. Its form: Terraform's
 * documentation, "JSON Output Format".
 */
export function readShown(name: string, view: WorkspaceView): PlainValues {
  const source = view.read(name);
  if (source === null || !SHOWN.test(source.text)) return { drafts: [], files: [] };
  const { root } = readJson(source);
  if (textOf(valueOf(root, 'format_version')) === null) return { drafts: [], files: [] };
  const values = valueOf(root, 'planned_values') ?? valueOf(root, 'values');
  return { drafts: draftsOfModule(valueOf(values, 'root_module'), name, 0), files: [] };
}

function draftsOfModule(module: Node | null, file: string, depth: number): LooseDraft[] {
  if (module === null || depth > DEEPEST) return [];
  return [
    ...itemsOf(valueOf(module, 'resources')).flatMap((resource) => draftsOfResource(resource, file)),
    ...itemsOf(valueOf(module, 'child_modules')).flatMap((child) => draftsOfModule(child, file, depth + 1)),
  ];
}

function draftsOfResource(resource: Node, file: string): LooseDraft[] {
  const type = RESOURCE_TYPES.get(textOf(valueOf(resource, 'type')) ?? '');
  const address = entryOf(resource, 'address');
  const name = textOf(address?.value ?? null);
  const values = valueOf(resource, 'values');
  const isManaged = textOf(valueOf(resource, 'mode')) === 'managed';
  if (type === undefined || address === null || name === null || values?.kind !== 'map' || !isManaged)
    return [];
  const module = declarationsOf('.', []);
  const surroundings = newSurroundings('.', () => null);
  const scope = new Scope({ module, prefix: '', calledFrom: null, surroundings }, () => undefined);
  return draftsOfBody(resourceBody(values), type, scope.context(name, 'literal'), {
    name,
    file,
    span: address.value,
    count: 1,
  });
}
