import path from 'node:path';
import type { AssetDraft } from '../../../resources/draft.ts';
import { type Fact, ifWritten, literalText, toTextFact } from '../../../../values/index.ts';
import {
  entriesOf,
  itemsOf,
  locate,
  textOf,
  valueOf,
  type Node,
  type Span,
} from '../../../../syntax/index.ts';
import { engineBeside, pinDraft, isVersionPin } from '../../../resources/version-pin.ts';
import { resolve, type Resource, scopeFor, type Stack } from '../../../../values/cloudformation/index.ts';

// Versions that are handed to templates which are not here: by files of parameters, and by stacks to nested ones.

/** A parameter and what it is set to. */
interface Given {
  key: string;
  keySpan: Span;
  value: Fact | null;
}

/** A template may be of any database: its parameters need not say more than `EngineVersion`. */
const SUBJECT = 'database';
/** Names that leave it to the folder to say what a file is for. */
const NO_ENVIRONMENT = /^(?:param(?:eter)?s?|config(?:uration)?|template|cfn|inputs?|default)$/i;

/**
 * The versions in a file of parameters: what `aws cloudformation deploy --parameter-overrides file://…` takes, or
 * CodePipeline's template configuration. Null when the file is none.
 */
export function pinsOfParameterFile(root: Node | null, file: string): AssetDraft[] | null {
  const given = parametersIn(root);
  return given === null ? null : pinsAmong(given, 'parameters', file, environmentOf(file));
}

/** The parameters that a file sets; null when it is no file of parameters. */
export function parametersIn(root: Node | null): Given[] | null {
  if (root?.kind === 'list') {
    const pairs = root.items.flatMap((item) => {
      const key = valueOf(item, 'ParameterKey');
      const name = textOf(key);
      const value = valueOf(item, 'ParameterValue');
      return key === null || name === null || value === null ? [] : [givenBy(name, key, value)];
    });
    return pairs.length > 0 && pairs.length === itemsOf(root).length ? pairs : null;
  }
  const parameters = valueOf(root, 'Parameters');
  const isTemplate =
    valueOf(root, 'Resources') !== null || valueOf(root, 'AWSTemplateFormatVersion') !== null;
  if (parameters?.kind !== 'map' || isTemplate) return null;
  return parameters.entries
    .filter(({ value }) => value.kind === 'scalar')
    .map(({ key, keySpan, value }) => givenBy(key, keySpan, value));
}

function givenBy(key: string, keySpan: Span, value: Node): Given {
  return { key, keySpan, value: literalText(value) };
}

/** `parameters/prod.json`, `prod-parameters.json`, `prod/parameters.json`: `prod`. */
export function environmentOf(file: string): string | null {
  const [name = ''] = path.posix.basename(file).split('.');
  const own = name.replace(/[-_]?(?:param(?:eter)?s?|config(?:uration)?)[-_]?/gi, '');
  if (own !== '' && !NO_ENVIRONMENT.test(own)) return own;
  const folder = path.posix.basename(path.posix.dirname(file));
  return folder === '.' || NO_ENVIRONMENT.test(folder) ? null : folder;
}

/** The versions that a stack gives to a nested one whose template is not in the workspace. */
export function pinsOfNestedStack(resource: Resource, stack: Stack, file: string): AssetDraft[] {
  const { logicalId, type, properties } = resource;
  const isNested = type === 'AWS::CloudFormation::Stack' || type === 'AWS::Serverless::Application';
  if (!isNested || stack.children.has(logicalId)) return [];
  const name = stack.prefix + logicalId;
  const given = entriesOf(valueOf(properties, 'Parameters')).map(({ key, keySpan, value }) => ({
    key,
    keySpan,
    value: ifWritten(resolve(value, scopeFor(stack, name)), toTextFact),
  }));
  return pinsAmong(given, name, file, null);
}

function pinsAmong(
  given: readonly Given[],
  name: string,
  file: string,
  environment: string | null,
): AssetDraft[] {
  return given.flatMap(({ key, keySpan, value }): AssetDraft[] => {
    if (value?.state !== 'known' || typeof value.value !== 'string') return [];
    const engine = engineBeside(key, given)?.value ?? null;
    const engineName = engine?.state === 'known' && typeof engine.value === 'string' ? engine.value : null;
    if (!isVersionPin([SUBJECT, key], value.value, engineName)) return [];
    const of = { source: 'cloudformation', name: `${name}.${key}`, file, environment } as const;
    return [pinDraft({ ...of, at: locate(keySpan), engine, version: value })];
  });
}
