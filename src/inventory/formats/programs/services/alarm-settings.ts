import type { Node } from 'web-tree-sitter';
import type { SettingValue } from '../../../../model/index.ts';
import type { Fact } from '../../../../values/index.ts';
import {
  argumentsOf,
  calleeOf,
  codeOf,
  find,
  lastName,
  plainName,
  type Property,
  stringIn,
  unwrap,
} from '../../../../syntax/programs/index.ts';
import { givenProperties, resolve, resolvedProperties } from '../../../../values/programs/index.ts';
import { knownAt, settingOf, unknownAt } from '../constructs/values.ts';

/** Metrics that constructs of the CDK have methods for, by the method's name. */
const METRICS: ReadonlyMap<string, string> = new Map(
  [
    ...['DatabaseConnections', 'CPUUtilization', 'FreeableMemory', 'FreeLocalStorage', 'Deadlocks'],
    ...['EngineUptime', 'HealthyHostCount', 'UnHealthyHostCount', 'TargetConnectionErrorCount'],
  ].map((name) => [`metric${name.toLowerCase()}`, name]),
);

/** What an alarm of the CDK looks at: a metric of a construct, or one that is written out. */
export function metricSettings(metric: Node): Record<string, Fact> {
  const targets = resolve(metric, '');
  const node = unwrap(targets[0]?.node ?? metric);
  const callee = targets.length > 1 ? null : calleeOf(node);
  const unknown = unknownAt(metric);
  if (callee === null) return { metricName: unknown, dimensions: unknown };
  if (/(?<!\w)(?:New)?Metric$/.test(codeOf(callee))) return writtenMetric(givenProperties(node), unknown);
  const method = plainName(lastName(callee));
  const [first] = argumentsOf(node);
  const named = method === 'metric' && first !== undefined ? stringIn(unwrap(first))?.text : undefined;
  const name = named ?? METRICS.get(method);
  // Its dimensions are those of the construct: the link says which one that is.
  return { metricName: name === undefined ? unknown : knownAt(name, node), dimensions: unknown };
}

function writtenMetric(properties: readonly Property[], unknown: Fact): Record<string, Fact> {
  const settings: Record<string, Fact> = {};
  const names = {
    namespace: 'namespace',
    metricname: 'metricName',
    statistic: 'statistic',
    period: 'period',
  };
  for (const [property, setting] of Object.entries(names)) {
    const value = find(properties, property);
    if (value !== null) settings[setting] = settingOf(value);
  }
  settings['metricName'] ??= unknown;
  const dimensions = find(properties, 'dimensionsmap') ?? find(properties, 'dimensions');
  if (dimensions === null) return settings;
  const pairs = resolvedProperties(dimensions).map(({ key, value }): SettingValue => {
    const known = settingOf(value);
    const name = stringIn(unwrap(key))?.text ?? lastName(key);
    return { name, value: known.state === 'known' ? known.value : null };
  });
  settings['dimensions'] = pairs.length === 0 ? unknownAt(dimensions) : knownAt(pairs, dimensions);
  return settings;
}
