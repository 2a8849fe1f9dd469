import type { SettingValue } from '../../model/index.ts';
import { withApiNames, type SettingType } from '../../vocabulary/index.ts';
import {
  type Fact,
  resourcesIn,
  scalarAt,
  stringOf,
  toFact,
  toPartialFact,
  toTextFact,
  type Value,
  withValue,
} from '../../values/index.ts';

// How a value that a tool writes states a setting of a type, as the API has it.

/** What is written of a field beside the setting itself. */
type Beside = (field: string) => Value | null;
type Statement = (value: Value, beside: Beside) => Fact;
type Tool = 'terraform' | 'cloudformation';
type Fields = Readonly<Record<string, SettingValue>>;

/** How often the metrics of a group are collected where nothing is written: there is no other way. */
const GRANULARITY = '1Minute';

const SHARED: Partial<Record<SettingType, Statement>> = { attribute: toTextFact, part: toPartialFact };
/** JSON templates and parameters write everything as text. */
const STATED: Record<Tool, Partial<Record<SettingType, Statement>>> = {
  terraform: {
    ...SHARED,
    pairs: (value) => withValue(toFact(value), pairsOf),
    queries: toQueries,
    collections: toCollection,
    verbatim: (value) => withValue(toFact(value), parsedJson),
  },
  cloudformation: {
    ...SHARED,
    text: toName,
    number: (value) => converted(value, (text) => (/^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : text)),
    boolean: (value) =>
      converted(value, (text) => (/^(?:true|false)$/i.test(text) ? text.toLowerCase() === 'true' : text)),
    structure: toStructure,
    pairs: toStructure,
    queries: toStructure,
    collections: toStructure,
  },
};

/** What a value states of a setting. */
export function stated(tool: Tool, type: SettingType, value: Value, beside: Beside): Fact {
  return (STATED[tool][type] ?? toFact)(value, beside);
}

function converted(value: Value, convert: (text: string) => SettingValue): Fact {
  return withValue(toFact(value), (known) => (typeof known === 'string' ? convert(known) : known));
}

function toStructure(value: Value): Fact {
  return withValue(toFact(value), withApiNames);
}

/** A resource of the template is known by its address where AWS makes up its name. */
function toName(value: Value): Fact {
  const [target, ...others] = resourcesIn(value);
  const isMadeUp = value.kind === 'unknown' && value.partial === undefined && others.length === 0;
  if (!isMadeUp || target === undefined || value.span === null) return toTextFact(value);
  return toFact(scalarAt(target, value.span));
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
function toCollection(value: Value, beside: Beside): Fact {
  const metrics = toFact(value);
  if (metrics.state === 'unknown' || !Array.isArray(metrics.value) || metrics.value.length === 0)
    return metrics;
  const granularity = stringOf(beside('granularity') ?? value) ?? GRANULARITY;
  return { ...metrics, value: [{ granularity, metrics: metrics.value }] };
}

/** The metric of a query is the API's `metricStat`, with the metric itself inside. */
function toQueries(value: Value): Fact {
  const whole = toFact(value);
  if (value.kind !== 'list' && value.kind !== 'map') return whole;
  // How many there are is not known.
  if (value.kind === 'list' && (value.rest !== undefined || value.items.length === 0)) return whole;
  const queries = (value.kind === 'list' ? value.items : [value]).map(toFact);
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
