import type { SettingValue } from '../../model/index.ts';
import { withApiNames, type SettingType } from '../../vocabulary/index.ts';
import { text } from '../../l10n/index.ts';
import {
  areTooLarge,
  isGeneratedId,
  mapOptions,
  type Scalar,
  scalarAt,
  scalarOf,
  stringOf,
  type SettingFact,
  toSettingFact,
  toPartialSettingFact,
  toTextSettingFact,
  type Unknown,
  type Value,
  withValue,
} from '../../values/index.ts';

// Conversion of a tool's value to a setting in the API's shape.

/** Value of a field beside the setting. */
type FieldLookup = (field: string) => Value | null;
type Converter = (value: Value, beside: FieldLookup) => SettingFact;
type Tool = 'terraform' | 'cloudformation';
type Fields = Readonly<Record<string, SettingValue>>;

/** Interval at which a group's metrics are collected: the only possible one, so it may be omitted. */
const GRANULARITY = '1Minute';

const SHARED_CONVERTERS: Partial<Record<SettingType, Converter>> = {
  attribute: toTextSettingFact,
  part: toPartialSettingFact,
  verbatim: toDocument,
  content: toContent,
};
/** In JSON templates and parameters, all values are texts. */
const CONVERTERS: Record<Tool, Partial<Record<SettingType, Converter>>> = {
  terraform: {
    ...SHARED_CONVERTERS,
    pairs: (value) => withValue(toSettingFact(withReferences(value)), pairsOf),
    queries: (value) => toQueries(withReferences(value)),
    collections: toCollection,
  },
  cloudformation: {
    ...SHARED_CONVERTERS,
    text: toName,
    number: (value) => converted(value, (text) => (/^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : text)),
    boolean: (value) =>
      converted(value, (text) => (/^(?:true|false)$/i.test(text) ? text.toLowerCase() === 'true' : text)),
    structure: toStructure,
    pairs: (value) => withValue(toSettingFact(withReferences(value)), withApiNames),
    queries: (value) => withValue(toSettingFact(withReferences(value)), withApiNames),
    collections: toStructure,
  },
};

/** Setting of a type from a tool's value. */
export function settingFact(tool: Tool, type: SettingType, value: Value, beside: FieldLookup): SettingFact {
  return (CONVERTERS[tool][type] ?? toSettingFact)(value, beside);
}

function converted(value: Value, convert: (text: string) => SettingValue): SettingFact {
  return withValue(toSettingFact(value), (known) => (typeof known === 'string' ? convert(known) : known));
}

function toStructure(value: Value): SettingFact {
  return withValue(toSettingFact(value), withApiNames);
}

/** Value with references in place of generated values: `aws_lb.web.arn_suffix`, `Cluster`. */
function withReferences(value: Value): Value {
  if (areTooLarge([value])) return value;
  return eachPart(value, (part) => {
    const { attribute, span, resources } = part;
    if (part.kind === 'scalar' && !isGeneratedId(part)) return part;
    const [target, ...others] = resources;
    if (target === undefined || others.length > 0 || span === null) return part;
    if (attribute === undefined) return part.kind === 'unknown' ? (addressOf(part) ?? part) : part;
    return scalarAt(`${target}${attribute.startsWith('[') ? '' : '.'}${attribute}`, span, { resources });
  });
}

/** Address of the single resource that a generated value comes from; null for other values. */
function addressOf({ branches, partial, resources, span }: Unknown): Scalar | null {
  const [target, ...others] = resources;
  const isOne = others.length === 0 && partial === undefined && branches === undefined;
  if (target === undefined || !isOne || span === null) return null;
  return scalarAt(target, span, { resources });
}

/** A value with each scalar and unknown part mapped. */
function eachPart(value: Value, change: (part: Scalar | Unknown) => Value): Value {
  switch (value.kind) {
    case 'scalar':
    case 'unknown':
      return change(value);
    case 'list':
      return { ...value, items: value.items.map((item) => eachPart(item, change)) };
    case 'map': {
      const fields = [...value.fields].map(([name, field]) => [name, eachPart(field, change)] as const);
      return { ...value, fields: new Map(fields) };
    }
    case 'choice':
      return mapOptions(value, (option) => eachPart(option, change));
  }
}

/** Known part of a document: unknown parts are null, so that the rest still counts. */
function toDocument(value: Value): SettingFact {
  const known = areTooLarge([value]) ? null : knownPartOf(value);
  if (known !== null && typeof known !== 'string') return { state: 'known', value: known };
  const document = typeof known === 'string' ? parsedJson(known) : null;
  return document === null || typeof document === 'string'
    ? toUnknown(value)
    : { state: 'known', value: document };
}

/** Known part of a text, or the source of its parts. */
function toContent(value: Value): SettingFact {
  const known = areTooLarge([value]) ? null : knownPartOf(value);
  return known === null ? toUnknown(value) : { state: 'known', value: known };
}

function toUnknown(value: Value): SettingFact {
  const stated = toSettingFact(value);
  return stated.state === 'unknown' ? stated : { state: 'unknown', reason: text('inventory.severalValues') };
}

function knownPartOf(value: Value): SettingValue {
  const scalar = scalarOf(value);
  if (scalar !== null) return scalar.value;
  switch (value.kind) {
    case 'list':
      return [...value.items.map(knownPartOf), ...(value.rest === undefined ? [] : [null])];
    case 'map':
      return Object.fromEntries([...value.fields].map(([name, field]) => [name, knownPartOf(field)]));
    case 'unknown':
      return value.partial ?? addressOf(value)?.value ?? null;
    default:
      return null;
  }
}

/** A resource of the template is identified by its address if AWS generates its name. */
function toName(value: Value): SettingFact {
  return toTextSettingFact(value.kind === 'unknown' ? (addressOf(value) ?? value) : value);
}

/** Name-value list of the API from a map of Terraform. */
function pairsOf(value: SettingValue): SettingValue {
  return isMap(value) ? Object.entries(value).map(([name, inner]) => ({ name, value: inner })) : value;
}

/** Parsed content of a JSON text; any other value as it is. */
export function parsedJson(value: SettingValue): SettingValue {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value) as SettingValue;
  } catch {
    return value;
  }
}

/** Collections of the API from Terraform's names of metrics. */
function toCollection(value: Value, beside: FieldLookup): SettingFact {
  const metrics = toSettingFact(value);
  if (metrics.state === 'unknown' || !Array.isArray(metrics.value) || metrics.value.length === 0)
    return metrics;
  const granularity = stringOf(beside('granularity') ?? value) ?? GRANULARITY;
  return { ...metrics, value: [{ granularity, metrics: metrics.value }] };
}

/** Metric queries in the form of the API, with the metric inside `metricStat`. */
function toQueries(value: Value): SettingFact {
  const whole = toSettingFact(value);
  if (value.kind !== 'list' && value.kind !== 'map') return whole;
  // The number of queries is unknown.
  if (value.kind === 'list' && (value.rest !== undefined || value.items.length === 0)) return whole;
  const queries = (value.kind === 'list' ? value.items : [value]).map(toSettingFact);
  const [first] = queries;
  const hidden = queries.find(({ state }) => state === 'unknown');
  if (hidden !== undefined) return hidden;
  if (first?.state !== 'known') return whole;
  return {
    ...first,
    value: queries.flatMap((query) => (query.state === 'known' ? [queryOf(query.value)] : [])),
  };
}

function queryOf(value: SettingValue): SettingValue {
  if (!isMap(value)) return value;
  const { metric, ...query } = value;
  if (metric === undefined || !isMap(metric)) return query;
  const { metricName = null, namespace = null, dimensions = {}, ...stat } = metric;
  return {
    ...query,
    metricStat: { ...stat, metric: { metricName, namespace, dimensions: pairsOf(dimensions) } },
  };
}

function isMap(value: SettingValue): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
