import type { SettingValue } from '../../model/index.ts';
import { withApiNames, type SettingType } from '../../vocabulary/index.ts';
import {
  resourcesIn,
  stringOf,
  type Stated,
  toStated,
  toStatedPart,
  toStatedText,
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

const SHARED: Partial<Record<SettingType, Statement>> = { attribute: toStatedText, part: toStatedPart };
/** JSON templates and parameters write everything as text. */
const STATED: Record<Tool, Partial<Record<SettingType, Statement>>> = {
  terraform: {
    ...SHARED,
    pairs: (value) => withValue(toStated(value), pairsOf),
    queries: toQueries,
    collections: toCollection,
    verbatim: (value) => withValue(toStated(value), parsedJson),
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
export function stated(tool: Tool, type: SettingType, value: Value, beside: Beside): Stated {
  return (STATED[tool][type] ?? toStated)(value, beside);
}

function converted(value: Value, convert: (text: string) => SettingValue): Stated {
  return withValue(toStated(value), (known) => (typeof known === 'string' ? convert(known) : known));
}

function toStructure(value: Value): Stated {
  return withValue(toStated(value), withApiNames);
}

/** A resource of the template is known by its address where AWS makes up its name. */
function toName(value: Value): Stated {
  const [target, ...others] = resourcesIn(value);
  const isOne = value.kind === 'unknown' && value.branches === undefined;
  const isMadeUp = isOne && value.partial === undefined && others.length === 0;
  if (!isMadeUp || target === undefined || value.span === null) return toStatedText(value);
  return { state: 'known', value: target };
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
