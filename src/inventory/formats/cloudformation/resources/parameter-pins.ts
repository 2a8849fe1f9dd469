import path from 'node:path';
import { environmentNamed } from '../../../resources/passes/environments.ts';
import type { AssetDraft } from '../../../resources/draft.ts';
import { draftOfImage } from '../../../resources/passes/images.ts';
import { imagesAmong } from '../../../resources/passes/images-among.ts';
import { valueOfNode } from '../../../../values/index.ts';
import {
  entriesOf,
  itemsOf,
  locate,
  textOf,
  valueOf,
  type Node,
  type Span,
} from '../../../../syntax/index.ts';
import { DATABASE_NAME, draftOfPin, type Keyed, pinsAmong } from '../../../resources/passes/version-pin.ts';
import { resolve, type Resource, scopeFor, type Stack } from '../../../../values/cloudformation/index.ts';

// Versions that parameter files and stacks pass to templates outside the workspace.

/** A parameter and its value. */
interface Parameter extends Keyed {
  keySpan: Span;
}

/**
 * Versions in a parameter file: for `aws cloudformation deploy --parameter-overrides file://…`, or as template
 * configuration of CodePipeline. Null if the file is none.
 */
export function pinsOfParameterFile(root: Node | null, file: string): AssetDraft[] | null {
  const given = parametersOfFile(root);
  return given === null ? null : draftsOfParameters(given, 'parameters', file, environmentOf(file));
}

/** Parameters that a file sets; null if it is no parameter file. */
export function parametersOfFile(root: Node | null): Parameter[] | null {
  if (root?.kind === 'list') {
    const pairs = root.items.flatMap((item) => {
      const key = valueOf(item, 'ParameterKey');
      const name = textOf(key);
      const value = valueOf(item, 'ParameterValue');
      return key === null || name === null || value === null ? [] : [parameterAt(name, key, value)];
    });
    return pairs.length > 0 && pairs.length === itemsOf(root).length ? pairs : null;
  }
  const parameters = valueOf(root, 'Parameters');
  const isTemplate =
    valueOf(root, 'Resources') !== null || valueOf(root, 'AWSTemplateFormatVersion') !== null;
  if (parameters?.kind !== 'map' || isTemplate) return null;
  return parameters.entries
    .filter(({ value }) => value.kind === 'scalar')
    .map(({ key, keySpan, value }) => parameterAt(key, keySpan, value));
}

function parameterAt(key: string, keySpan: Span, value: Node): Parameter {
  return { key, keySpan, value: () => valueOfNode(value) };
}

/** `parameters/prod.json`, `prod-parameters.json`, `prod/parameters.json`: `prod`. */
export function environmentOf(file: string): string | null {
  const [name = ''] = path.posix.basename(file).split('.');
  const own = name.replace(/[-_]?(?:param(?:eter)?s?|config(?:uration)?)[-_]?/gi, '');
  return environmentNamed(own, file);
}

/** Versions and images that a stack passes to a nested stack whose template is not in the workspace. */
export function pinsOfNestedStack(resource: Resource, stack: Stack, file: string): AssetDraft[] {
  const { logicalId, properties } = resource;
  if (stack.children.has(logicalId)) return [];
  const name = stack.prefix + logicalId;
  const given = entriesOf(valueOf(properties, 'Parameters')).map(({ key, keySpan, value }) => {
    const resolved = resolve(value, scopeFor(stack, name));
    return { key, keySpan, value: () => resolved };
  });
  const images = imagesAmong(given).map(({ entry: { key, keySpan }, ...found }) => {
    const of = { source: 'cloudformation', name: `${name}.${key}`, file, at: locate(keySpan) } as const;
    return draftOfImage(found, { ...of, count: 1 });
  });
  return [...draftsOfParameters(given, name, file, null), ...images];
}

function draftsOfParameters(
  given: readonly Parameter[],
  name: string,
  file: string,
  environment: string | null,
): AssetDraft[] {
  return pinsAmong(given, [DATABASE_NAME])
    .filter(({ version }) => version.kind === 'scalar')
    .map((pin) => {
      const { key, keySpan } = pin.entry;
      const of = { source: 'cloudformation', name: `${name}.${key}`, file, environment } as const;
      return draftOfPin(pin, { ...of, at: locate(keySpan) });
    });
}
