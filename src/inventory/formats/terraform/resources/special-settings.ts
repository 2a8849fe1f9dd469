import type { AssetKind, SettingValue } from '../../../../model/index.ts';
import { type Fact, mapAt, scalarOf, stringOf, toFact } from '../../../../values/index.ts';
import type { Context } from '../../../../values/hcl/index.ts';
import { nestedBlocks, parametersIn, resultAt } from './settings.ts';
import { camelCase } from '../../../../vocabulary/index.ts';
import type { Block, Body } from '../../../../syntax/index.ts';

type Known = Extract<Fact, { state: 'known' }>;

/** Settings that Terraform writes in another shape than the API; each returns what takes the place of what was read. */
const SPECIAL: Partial<
  Record<AssetKind, (settings: Record<string, Fact>, body: Body, context: Context) => Record<string, Fact>>
> = {
  'cluster-parameter-group': (_, body, context) => parametersIn(body, 'parameter', context),
  'parameter-group': (_, body, context) => parametersIn(body, 'parameter', context),
  'auto-scaling-group': (_, body, context) => metricsCollection(body, context),
  alarm: (settings, body, context) => ({ ...dimensions(settings), ...metrics(body, context) }),
  'event-rule': (settings) => ({ ...eventPattern(settings), ...ruleState(settings) }),
};

export function specialSettings(
  kind: AssetKind,
  settings: Record<string, Fact>,
  body: Body,
  context: Context,
): Record<string, Fact> {
  return SPECIAL[kind]?.(settings, body, context) ?? {};
}

/** `enabled_metrics` and `metrics_granularity` as the API takes them. */
function metricsCollection(body: Body, context: Context): Record<string, Fact> {
  const enabled = resultAt(body, ['enabled_metrics'], context);
  if (enabled === null || scalarOf(enabled)?.value === null) return {};
  const metrics = toFact(enabled);
  if (metrics.state === 'unknown') return { metricsCollection: metrics };
  if (!Array.isArray(metrics.value) || metrics.value.length === 0) return {};
  const granularity = stringOf(resultAt(body, ['metrics_granularity'], context) ?? enabled) ?? '1Minute';
  return { metricsCollection: { ...metrics, value: [{ granularity, metrics: metrics.value }] } };
}

/** A map for Terraform, a list of name and value for the API. */
function dimensions(settings: Record<string, Fact>): Record<string, Fact> {
  const written = settings.dimensions;
  if (written?.state !== 'known') return {};
  return { dimensions: { ...written, value: namesAndValues(written.value) } };
}

function namesAndValues(value: SettingValue): SettingValue {
  if (!isMap(value)) return value;
  return Object.entries(value).map(([name, inner]) => ({ name, value: inner }));
}

function isMap(value: SettingValue): value is Readonly<Record<string, SettingValue>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The metric of a query is the API's `metricStat`, with the metric itself inside. */
function metrics(body: Body, context: Context): Record<string, Fact> {
  const queries = nestedBlocks(body, 'metric_query', context);
  // How many there are is not known: that is read with the other settings.
  if (queries.rest !== null || queries.known.length === 0) return {};
  const values: SettingValue[] = [];
  let first: Known | null = null;
  for (const { block, context: inner } of queries.known) {
    const query = toFact(queryOf(block, inner));
    if (query.state === 'unknown') return { metrics: query };
    first ??= query;
    values.push(isMap(query.value) ? withMetricStat(query.value) : query.value);
  }
  return first === null ? {} : { metrics: { ...first, value: values } };
}

function queryOf(block: Block, context: Context) {
  const { body } = block;
  const fields = new Map(
    [...body.attributes.map((attribute) => attribute.name), 'metric'].flatMap((name) => {
      const result = resultAt(body, [name], context);
      return result === null || scalarOf(result)?.value === null ? [] : [[camelCase(name), result] as const];
    }),
  );
  return mapAt(fields, block.typeSpan);
}

function withMetricStat({ metric, ...query }: Readonly<Record<string, SettingValue>>): SettingValue {
  if (metric === undefined || !isMap(metric)) return query;
  const { metricName = null, namespace = null, dimensions: names = {}, ...stat } = metric;
  return {
    ...query,
    metricStat: { ...stat, metric: { metricName, namespace, dimensions: namesAndValues(names) } },
  };
}

/** A JSON text for Terraform, what is in it for everybody else. */
function eventPattern(settings: Record<string, Fact>): Record<string, Fact> {
  const written = settings.eventPattern;
  if (written?.state !== 'known' || typeof written.value !== 'string') return {};
  try {
    return { eventPattern: { ...written, value: JSON.parse(written.value) as SettingValue } };
  } catch {
    return {};
  }
}

/** `is_enabled` is the older form of `state`. */
function ruleState(settings: Record<string, Fact>): Record<string, Fact> {
  const enabled = settings.isEnabled;
  if (enabled?.state !== 'known' || settings.state !== undefined) return {};
  return { state: { ...enabled, value: enabled.value === false ? 'DISABLED' : 'ENABLED' } };
}
