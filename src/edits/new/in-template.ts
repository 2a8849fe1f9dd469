import type { Asset } from '../../model/index.ts';
import type { TemplateObject, TemplateValue } from '../cloudformation.ts';
import { pascalCase } from '../fixes/names.ts';
import { templatePropertyOf } from './types.ts';
import {
  isList,
  isNewResource,
  isTagged,
  InexpressibleError,
  type JoinedText,
  type NewResource,
  type Reference,
  type NewValue,
} from './values.ts';

/** Names that the new resources of a template refer to. */
export interface TemplateNames {
  /** Logical id of the asset that the resources are for. */
  id: string;
  /** Reference to an attribute of an asset; null if the template cannot express it. */
  ofAsset: (asset: Asset, what: Reference['what']) => Ref | null;
}

/** `Ref` or `Fn::GetAtt` of a resource. */
export type Ref = { id: string } & { attribute?: string };

/** Logical id of a new resource. */
export function templateId({ type, words }: NewResource, { id }: TemplateNames): string {
  return `${id}${pascalCase(words)}${type.suffix}`;
}

/**
 * A new resource in the notation of a template.
 * @throws {InexpressibleError}
 */
export function resourceInTemplate({ type, settings }: NewResource, names: TemplateNames): TemplateObject {
  const properties = Object.entries(settings).flatMap(([setting, value]) => {
    const name = templatePropertyOf(type, setting);
    if (name === null) return [];
    const written = templateValue(value, names);
    return [[name, type.listed?.includes(setting) === true ? [written] : written] as const];
  });
  return {
    Type: type.template ?? '',
    ...(properties.length === 0 ? {} : { Properties: Object.fromEntries(properties) }),
  };
}

/**
 * Value in the notation of a template.
 * @throws {InexpressibleError}
 */
export function templateValue(value: NewValue, names: TemplateNames): TemplateValue {
  if (typeof value !== 'object') return value;
  if (isList(value)) return value.map((each) => templateValue(each, names));
  const all = (entries: readonly (readonly [string, NewValue])[]): TemplateObject =>
    Object.fromEntries(entries.map(([name, each]) => [name, templateValue(each, names)]));
  if (!isTagged(value)) return all(Object.entries(value));
  switch (value.is) {
    case 'reference': {
      const given = isNewResource(value.to) ? value.to.type.attributes?.[value.what]?.template : undefined;
      if (typeof given === 'function') return templateValue(given(value), names);
      const { id, attribute } = refOf(value, names);
      return attribute === undefined ? { Ref: id } : { 'Fn::GetAtt': [id, attribute] };
    }
    case 'joined':
      return { 'Fn::Sub': subText(value, names) };
    case 'pseudo':
      return { Ref: `AWS::${value.name}` };
    case 'document':
      return templateValue(value.content, names);
    case 'pairs':
      return value.rows.map(([name, each]) => ({ Name: name, Value: templateValue(each, names) }));
    case 'struct':
      return all(Object.entries(value.fields).map(([name, each]) => [pascalCase(name), each]));
    case 'parameters':
      return { ...value.parameters };
    case 'script':
      return templateValue(value.lines, names);
    case 'made':
      throw new InexpressibleError(value.of);
    case 'written':
      return { Ref: value.code };
  }
}

function subText({ parts }: JoinedText, names: TemplateNames): string {
  return parts
    .map((part) => {
      if (typeof part === 'string') return part.replace(/\$\{/g, '${!');
      if (part.is === 'pseudo') return `\${AWS::${part.name}}`;
      const { id, attribute } = refOf(part, names);
      return `\${${id}${attribute === undefined ? '' : `.${attribute}`}}`;
    })
    .join('');
}

function refOf({ to, what }: Reference, names: TemplateNames): Ref {
  if (!isNewResource(to)) {
    const found = names.ofAsset(to, what);
    if (found === null) throw new InexpressibleError(to.name);
    return found;
  }
  const given = to.type.attributes?.[what]?.template;
  const id = templateId(to, names);
  return given === 'Arn' ? { id, attribute: 'Arn' } : { id };
}
