import { text } from '../l10n/index.ts';
import type { Fact, KnownFact } from './value/fact.ts';
import { Budget } from './budget.ts';
import { toTextFact } from './value/facts.ts';
import { maxOfDocumentValue } from './limits.ts';
import {
  mapAt,
  scalarAt,
  TOO_COMPLEX,
  unknown,
  withUse,
  type Scalar,
  type Unknown,
  type Value,
} from './value/value.ts';
import { entryOf, itemsOf, locate, textOf, valueOf, type Node, type ScalarNode } from '../syntax/index.ts';

/** Schemas of Crossplane's composite resources, by kind. */
export type Definitions = ReadonlyMap<string, Node>;

const CHART_VALUE = new RegExp(
  String.raw`^\s*\{\{-?\s*(?:quote\s+|required\s+"[^"]*"\s+)?\.Values\.(?<path>[\w.]+)\s*` +
    String.raw`(?:\|\s*(?:s?quote|toString|default\s+\S+)\s*)*-?\}\}\s*$`,
);
const CHART_DEFAULT = /^\{\{.*\bdefault\s+(["`])(?<value>[^"`]+)\1.*\}\}$/s;

/** Value of a scalar that is not plain data: a reference, a function. Null for plain data. */
export type Compute = (scalar: ScalarNode, follow: (node: Node) => Value) => Value | null;

/** Value of a document's node. Unknown if a text template or a custom tag decides it. */
export function valueOfNode(node: Node, compute: Compute = () => null): Value {
  const budget = new Budget(maxOfDocumentValue);
  const follow = (inner: Node): Value => {
    if (!budget.enter()) return unknown(TOO_COMPLEX, inner);
    const value = dataOf(inner);
    budget.leave();
    return value;
  };
  const dataOf = (inner: Node): Value => {
    switch (inner.kind) {
      case 'scalar':
        return compute(inner, follow) ?? scalarOfNode(inner);
      case 'list':
        return { kind: 'list', items: inner.items.map(follow), span: inner };
      case 'map':
        return mapAt(new Map(inner.entries.map(({ key, value }) => [key, follow(value)])), inner);
    }
  };
  return follow(node);
}

function scalarOfNode(scalar: ScalarNode): Value {
  if (scalar.isTemplated) return unknown(text('inventory.templated'), scalar);
  if (scalar.tag !== null) return computedValue(scalar, `${scalar.tag} ${scalar.text}`);
  return scalarAt(scalar.value, scalar, { text: scalar.text });
}

/** Unknown value of an expression that another program evaluates. */
export function computedValue(scalar: ScalarNode, code = scalar.text): Unknown {
  return unknown(text('inventory.computed', { expression: code.trim().slice(0, 80) }), scalar);
}

/** Fact for a node, with scalars as written: an unquoted `5.70` is `5.70`. */
export function literalText(node: Node): Fact {
  return toTextFact(valueOfNode(node));
}

/** Fact for a scalar as written, even with a template expression or a tag, for texts that are useful in part. */
export function writtenText(node: ScalarNode): KnownFact {
  return { state: 'known', value: node.text, at: locate(node), origin: 'literal', uses: [] };
}

/** Default inside a template expression, at its own place if the text is written without escapes. */
export function defaultIn(expression: ScalarNode, value: string): Scalar {
  const { start: from, end, lines, text: written } = expression;
  const isVerbatim = end - from === written.length;
  const start = isVerbatim ? from + written.lastIndexOf(value) : from;
  return scalarAt(
    value,
    { lines, start, end: isVerbatim ? start + value.length : end },
    { origin: 'default' },
  );
}

/** Default of a chart's template for missing values: `{{ .engine | default "x" }}`; null for any other text. */
export function chartDefault(scalar: ScalarNode): Scalar | null {
  const fallback = CHART_DEFAULT.exec(scalar.text.trim())?.groups?.['value'];
  return fallback === undefined ? null : defaultIn(scalar, fallback);
}

/**
 * Value that an expression reads from the first chart values file with its key: `{{ .Values.db.version | quote }}`;
 * null for any other text.
 */
export function chartValue(scalar: ScalarNode, values: readonly Node[]): Scalar | null {
  const path = CHART_VALUE.exec(scalar.text)?.groups?.['path'];
  const written = path === undefined ? [] : values.map((each) => valueOf(each, ...path.split('.')));
  const found = written.find((each) => each !== null);
  if (found?.kind !== 'scalar' || found.value === null) return null;
  const { value, text, lines, start, end } = found;
  const use = { location: locate(scalar), name: `.Values.${path ?? ''}` };
  return withUse(scalarAt(value, { lines, start, end }, { text }), use, 'variable');
}

/** Field of the schema of a group of resources (kro). */
const SCHEMA_FIELD = /^\s*\$\{\s*schema\.(?<path>[\w.]+)\s*\}\s*$/;
const FIELD_DEFAULT = /\bdefault\s*=\s*(?:"(?<quoted>[^"]*)"|(?<bare>[^\s|"]+))/;

/**
 * Default of the schema's field that an expression names: `${schema.spec.version}`, whose field is
 * `string | default="16.6"`; null for any other text.
 */
export function groupDefault(scalar: ScalarNode, schema: Node | null): Scalar | null {
  const path = SCHEMA_FIELD.exec(scalar.text)?.groups?.['path'];
  const field = path === undefined ? null : valueOf(schema, ...path.split('.'));
  if (field?.kind !== 'scalar') return null;
  const { quoted, bare } = FIELD_DEFAULT.exec(field.text)?.groups ?? {};
  const written = quoted ?? bare;
  const use = { location: locate(scalar), name: scalar.text.trim() };
  return written === undefined ? null : withUse(defaultIn(field, written), use);
}

/** Schemas that documents define; the first version of each kind. */
export function definitionsIn(roots: readonly (Node | null)[]): Definitions {
  const schemas = roots.flatMap((root) => {
    const kind = textOf(valueOf(root, 'spec', 'names', 'kind'));
    const [version] = itemsOf(valueOf(root, 'spec', 'versions'));
    const schema = valueOf(version ?? null, 'schema', 'openAPIV3Schema');
    return kind === null || schema === null ? [] : [[kind, schema] as const];
  });
  return new Map(schemas);
}

/**
 * Default of a field in an OpenAPI schema; null if there is none.
 * @param field `spec.parameters.engineVersion`
 */
export function schemaDefault(schema: Node | undefined, field: string): ScalarNode | null {
  const path = field.split('.').flatMap((step) => ['properties', step]);
  const node = valueOf(schema ?? null, ...path, 'default');
  return node?.kind === 'scalar' ? node : null;
}

// Parts of a schema that describe an API: their defaults only describe other people's input. Defaults of a form
// (parameters of a bundle, of a software template) apply if the user chooses nothing, like those of CloudFormation
// parameters.

const IN_API_SCHEMA = /(?:^|\.)(?:openAPIV3Schema|definitions|\$defs|schema\.types)(?:\.|$)/;

/** True for a document that describes an API or a type of resource. */
export function isDefinition(root: Node | null): boolean {
  const kind = textOf(valueOf(root, 'kind')) ?? '';
  const has = (key: string): boolean => entryOf(root, key) !== null;
  return (
    /Definition$/.test(kind) || has('openapi') || has('swagger') || (has('$schema') && has('properties'))
  );
}

/** True if the path of a value leads through the description of an API. */
export function isInsideDefinition(path: readonly string[]): boolean {
  return IN_API_SCHEMA.test(path.join('.'));
}

/** Last key of a path; for the default of a form's property (`properties.version.default`), the property's name. */
export function propertyName(path: readonly string[]): string {
  const isDefault = path.at(-1) === 'default' && path.at(-3) === 'properties';
  return path.at(isDefault ? -2 : -1) ?? '';
}
