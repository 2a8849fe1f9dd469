import { ALARM, constructSetting, metricOfMethod } from '../../../../vocabulary/index.ts';
import type { Fact } from '../../../../values/index.ts';
import {
  argumentsOf,
  calleeOf,
  codeOf,
  lastName,
  plainName,
  stringIn,
  unwrap,
  type Node,
} from '../../../../syntax/programs/index.ts';
import { givenProperties, knownAt, resolve, unknownAt } from '../../../../values/programs/index.ts';
import { namedSettings } from '../constructs/named-settings.ts';

/** The property that holds the metric, with all that is said of that. */
const METRIC = 'metric.';

/** What an alarm of the CDK looks at: a metric of a construct, or one that is written out. */
export function metricSettings(metric: Node): Record<string, Fact> {
  const { node } = resolve(metric);
  const callee = calleeOf(node);
  const unknown = unknownAt(metric);
  if (callee === null) return { ...ofMetric('metricName', unknown), ...ofMetric('dimensions', unknown) };
  if (/(?<!\w)(?:New)?Metric$/.test(codeOf(callee)))
    return { ...ofMetric('metricName', unknown), ...namedSettings(ALARM, givenProperties(node), METRIC) };
  const method = plainName(lastName(callee));
  const [first] = argumentsOf(node);
  const named = method === 'metric' && first !== undefined ? stringIn(unwrap(first))?.text : undefined;
  const name = named ?? metricOfMethod(method);
  return {
    ...namedSettings(ALARM, givenProperties(node), METRIC),
    ...ofMetric('metricName', name === null ? unknown : knownAt(name, node)),
    // Those of the construct: the link says which one that is.
    ...ofMetric('dimensions', unknown),
  };
}

/** A fact about the metric, by the name that the CDK has for it. */
function ofMetric(property: string, fact: Fact): Record<string, Fact> {
  const [setting] = constructSetting(ALARM, METRIC + plainName(property)) ?? [];
  return setting === undefined ? {} : { [setting]: fact };
}
