import type { SettingValue } from '../../model/index.ts';
import { withApiNames, type SettingType } from '../../vocabulary/index.ts';
import { text } from '../../l10n/index.ts';
import {
  areTooLarge,
  isMadeUp,
  mapValue,
  type Scalar,
  scalarAt,
  scalarOf,
  stringOf,
  type Stated,
  toStated,
  toStatedPart,
  toStatedText,
  type Unknown,
  type Value,
  withValue,
} from '../../values/index.ts';

// How a value that a tool writes states a setting of a type, as the API has it.

/** What is written of a field beside the setting itself. */
type Beside = (field: string) => Value | null;
type Statement = (value: Value, beside: Beside) => Stated;
type Tool = 'terraform' | 'cloudformation';
type Fields = Readonly<Record<string, SettingValue>>;

/** How often the metrics of a group are collected where nothing is written: there is no other way. */
const GRANULARITY = '1Minute';

const SHARED: Partial<Record<SettingType, Statement>> = {
  attribute: toStatedText,
  part: toStatedPart,
  verbatim: toDocument,
  content: toContent,
};
/** JSON templates and parameters write everything as text. */
const STATED: Record<Tool, Partial<Record<SettingType, Statement>>> = {
  terraform: {
    ...SHARED,
    pairs: (value) => withValue(toStated(referring(value)), pairsOf),
    queries: (value) => toQueries(referring(value)),
    collections: toCollection,
  },
  cloudformation: {
    ...SHARED,
    text: toName,
    number: (value) => converted(value, (text) => (/^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : text)),
    boolean: (value) =>
      converted(value, (text) => (/^(?:true|false)$/i.test(text) ? text.toLowerCase() === 'true' : text)),
    structure: toStructure,
    pairs: (value) => withValue(toStated(referring(value)), withApiNames),
    queries: (value) => withValue(toStated(referring(value)), withApiNames),
    collections: toStructure,
  },
};

/** What a value states of a setting. */
export function stated(tool: Tool, type: SettingType, value: Value, beside: Beside): Stated {
  return (STATED[tool][type] ?? toStated)(value, beside);
}

function converted(value: Value, convert: (text: string) => SettingValue): Stated {
  return withValue(toStated(value), (known) => (typeof known === 'string' ? convert(known) : known));
}

function toStructure(value: Value): Stated {
  return withValue(toStated(value), withApiNames);
}

/** With references as they are written in place of what AWS makes up: `aws_lb.web.arn_suffix`, `Cluster`. */
function referring(value: Value): Value {
  if (areTooLarge([value])) return value;
  return eachPart(value, (part) => {
    const { attribute, span, resources } = part;
    if (part.kind === 'scalar' && !isMadeUp(part)) return part;
    const [target, ...others] = resources;
    if (target === undefined || others.length > 0 || span === null) return part;
    if (attribute === undefined) return part.kind === 'unknown' ? (addressOf(part) ?? part) : part;
    return scalarAt(`${target}${attribute.startsWith('[') ? '' : '.'}${attribute}`, span, { resources });
  });
}

/** The address of the one resource that a value which AWS makes up comes from; null for what is no such value. */
function addressOf({ branches, partial, resources, span }: Unknown): Scalar | null {
  const [target, ...others] = resources;
  const isOne = others.length === 0 && partial === undefined && branches === undefined;
  if (target === undefined || !isOne || span === null) return null;
  return scalarAt(target, span, { resources });
}

/** A value with each scalar and each unknown in it replaced. */
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
      return mapValue(value, (option) => eachPart(option, change));
  }
}

/** A document as far as it is known: what is not known of it is null, so that the rest still says something. */
function toDocument(value: Value): Stated {
  const known = areTooLarge([value]) ? null : asFarAsStated(value);
  if (known !== null && typeof known !== 'string') return { state: 'known', value: known };
  const document = typeof known === 'string' ? parsedJson(known) : null;
  return document === null || typeof document === 'string'
    ? toUnknown(value)
    : { state: 'known', value: document };
}

/** A text as far as it is known, or what it is made of. */
function toContent(value: Value): Stated {
  const known = areTooLarge([value]) ? null : asFarAsStated(value);
  return known === null ? toUnknown(value) : { state: 'known', value: known };
}

function toUnknown(value: Value): Stated {
  const stated = toStated(value);
  return stated.state === 'unknown' ? stated : { state: 'unknown', reason: text('inventory.severalValues') };
}

function asFarAsStated(value: Value): SettingValue {
  const scalar = scalarOf(value);
  if (scalar !== null) return scalar.value;
  switch (value.kind) {
    case 'list':
      return [...value.items.map(asFarAsStated), ...(value.rest === undefined ? [] : [null])];
    case 'map':
      return Object.fromEntries([...value.fields].map(([name, field]) => [name, asFarAsStated(field)]));
    case 'unknown':
      return value.partial ?? addressOf(value)?.value ?? null;
    default:
      return null;
  }
}

/** A resource of the template is known by its address where AWS makes up its name. */
function toName(value: Value): Stated {
  return toStatedText(value.kind === 'unknown' ? (addressOf(value) ?? value) : value);
}

/** A map for Terraform, a list of name and value for the API. */
function pairsOf(value: SettingValue): SettingValue {
  return isMap(value) ? Object.entries(value).map(([name, inner]) => ({ name, value: inner })) : value;
}

/** What is in a text of JSON; any other text, and what is none, as it is. */
export function parsedJson(value: SettingValue): SettingValue {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value) as SettingValue;
  } catch {
    return value;
  }
}

/** The names of the metrics for Terraform, a list of collections for the API. */
function toCollection(value: Value, beside: Beside): Stated {
  const metrics = toStated(value);
  if (metrics.state === 'unknown' || !Array.isArray(metrics.value) || metrics.value.length === 0)
    return metrics;
  const granularity = stringOf(beside('granularity') ?? value) ?? GRANULARITY;
  return { ...metrics, value: [{ granularity, metrics: metrics.value }] };
}

/** The metric of a query is the API's `metricStat`, with the metric itself inside. */
function toQueries(value: Value): Stated {
  const whole = toStated(value);
  if (value.kind !== 'list' && value.kind !== 'map') return whole;
  // How many there are is not known.
  if (value.kind === 'list' && (value.rest !== undefined || value.items.length === 0)) return whole;
  const queries = (value.kind === 'list' ? value.items : [value]).map(toStated);
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
