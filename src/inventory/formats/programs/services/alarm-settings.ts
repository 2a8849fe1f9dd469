import { ALARM, constructSetting, metricOfMethod } from '../../../../vocabulary/index.ts';
import type { Fact } from '../../../../values/index.ts';
import {
  argumentsOf,
  calleeOf,
  codeOf,
  lastName,
  normalizedName,
  stringIn,
  unwrap,
  type Node,
} from '../../../../syntax/programs/index.ts';
import { passedProperties, knownFactAt, resolve, unknownFactAt } from '../../../../values/programs/index.ts';
import { namedSettings } from '../constructs/named-settings.ts';

/** Prefix of the metric's properties. */
const METRIC_PREFIX = 'metric.';

/** Settings of an alarm's metric: a construct's metric method, or a metric that is spelled out. */
export function metricSettings(metric: Node): Record<string, Fact> {
  const { node } = resolve(metric);
  const callee = calleeOf(node);
  const unknown = unknownFactAt(metric);
  if (callee === null)
    return { ...settingOfMetric('metricName', unknown), ...settingOfMetric('dimensions', unknown) };
  if (/(?<!\w)(?:New)?Metric$/.test(codeOf(callee)))
    return {
      ...settingOfMetric('metricName', unknown),
      ...namedSettings(ALARM, passedProperties(node), METRIC_PREFIX),
    };
  const method = normalizedName(lastName(callee));
  const [first] = argumentsOf(node);
  const named = method === 'metric' && first !== undefined ? stringIn(unwrap(first))?.text : undefined;
  const name = named ?? metricOfMethod(method);
  return {
    ...namedSettings(ALARM, passedProperties(node), METRIC_PREFIX),
    ...settingOfMetric('metricName', name === null ? unknown : knownFactAt(name, node)),
    // The dimensions are those of the construct, which the link names.
    ...settingOfMetric('dimensions', unknown),
  };
}

/** A property of the metric, under its CDK name. */
function settingOfMetric(property: string, fact: Fact): Record<string, Fact> {
  const [setting] = constructSetting(ALARM, METRIC_PREFIX + normalizedName(property)) ?? [];
  return setting === undefined ? {} : { [setting]: fact };
}
