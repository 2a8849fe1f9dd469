import { text } from '../../../../l10n/index.ts';
import { isUnknownSetting, type Asset, type SettingValue } from '../../../../model/index.ts';
import { failingLink, passingLink, unknownLink, type CheckLink } from '../../answers.ts';
import { fieldOf, isUnknownField, listOf, numberOf, textOf } from '../../reading/readings.ts';
import { dimensionsIn, type Series } from './dimensions.ts';
import { metricOfBand, valueOfExpression } from './metric-math.ts';
import type { MetricRange, MetricFacts } from './metrics.ts';

// Decides if an alarm rings when its metric is at its worst, and stays quiet in normal operation.

/** Series of an alarm, and the query that combines them. */
export interface Rule {
  series: readonly Series[];
  /** Query that decides; null for an alarm on a single metric. */
  deciding: string | null;
}

/** Series of an alarm: its own, or those of its metric math. */
export function ruleOf(alarm: Asset): Rule {
  const { metricName, metrics, dimensions, statistic, extendedStatistic, period } = alarm.settings;
  const queries = listOf(metrics);
  if (queries.length === 0) {
    const own: Series = {
      metric: textOf(metricName) ?? '',
      dimensions: isUnknownSetting(alarm, 'dimensions') ? null : dimensionsIn(dimensions),
      statistic: textOf(statistic) ?? textOf(extendedStatistic),
      period: numberOf(period),
    };
    return { series: [own], deciding: null };
  }
  return { series: queries.map(seriesOf), deciding: decidingOf(alarm, queries) };
}

function seriesOf(query: SettingValue): Series {
  const at = (...path: string[]): SettingValue | undefined => fieldOf(query, 'metricStat', ...path);
  return {
    metric: textOf(at('metric', 'metricName')) ?? '',
    dimensions: isUnknownField(query, 'metricStat', 'metric', 'dimensions')
      ? null
      : dimensionsIn(at('metric', 'dimensions')),
    statistic: textOf(at('stat')),
    period: numberOf(at('period')) ?? numberOf(fieldOf(query, 'period')),
  };
}

/** Query whose data the alarm compares: it returns data and is not the band of anomaly detection. */
function decidingOf({ settings, source }: Asset, queries: readonly SettingValue[]): string {
  const band = textOf(settings.thresholdMetricId);
  // If not set, the API returns the data of a query, but Terraform's provider does not.
  const isSilent = source === 'terraform' || source === 'pulumi';
  const returning = queries.filter((query) => {
    const written = textOf(fieldOf(query, 'returnData'));
    return written === null ? !isSilent : written === 'true';
  });
  const [query] = [...returning, ...queries].filter((each) => textOf(fieldOf(each, 'id')) !== band);
  return textOf(fieldOf(query, 'id')) ?? '';
}

/** Statistics of one metric, with the alarm's rule. */
interface JudgedAlarm {
  alarm: Asset;
  rule: Rule;
  series: Series;
  facts: MetricFacts;
  extent: MetricRange;
  /** Number of series that are combined. */
  together: number;
}

/** Link that holds if the statistic shows trouble. */
export function statisticLink({ alarm, series, facts, together }: JudgedAlarm): CheckLink {
  const about = { alarm: alarm.name, metric: series.metric, statistic: series.statistic ?? '' };
  const isGood = showsTrouble(series, facts, together);
  if (isGood === null) return unknownLink(text('evidence.alarmStatisticUnknown', about));
  return isGood
    ? passingLink(text('evidence.alarmStatistic', about))
    : failingLink(text('evidence.alarmStatisticWrong', about));
}

function showsTrouble({ statistic, period }: Series, facts: MetricFacts, together: number): boolean | null {
  // The CDK's constructs choose a suitable one.
  if (statistic === null) return null;
  const percentile = /^(?:p|tm|wm|tc|ts)(\d+(?:\.\d+)?)$/i.exec(statistic)?.[1];
  if (facts.counts === 'each') return statistic === 'Sum' || /^ts/i.test(statistic);
  const isMany = together > 1 || (period ?? 60) > 60;
  switch (statistic) {
    case 'SampleCount':
      return false;
    case 'Sum':
      return facts.worse === 'high' ? true : null;
    case 'Average':
      return true;
    case 'Maximum':
      return facts.worse === 'high' || !isMany;
    case 'Minimum':
      return facts.worse === 'low';
    default:
      if (percentile === undefined) return null;
      return facts.worse === 'high' ? Number(percentile) >= 50 : Number(percentile) <= 50;
  }
}

/** Link that holds if the threshold is reached at the metric's worst, and not in normal operation. */
export function thresholdLink(judged: JudgedAlarm): CheckLink {
  const { alarm, series, facts, extent } = judged;
  const { comparisonOperator, threshold, thresholdMetricId } = alarm.settings;
  const operator = textOf(comparisonOperator);
  const limit = numberOf(threshold);
  const about = {
    alarm: alarm.name,
    metric: series.metric,
    threshold: `${signOf(operator)} ${limit ?? '?'}`,
  };
  if (operator === null) return unknownLink(text('evidence.alarmThresholdUnknown', about));
  if (textOf(thresholdMetricId) !== null) return bandLink(judged, operator);
  if (limit === null) return unknownLink(text('evidence.alarmThresholdUnknown', about));
  const rings = (value: number): boolean | null => {
    const compared = comparedValue(judged, value);
    return compared === null ? null : compare(operator, compared, limit);
  };
  const [leastWorst, mostWorst] = extent.worst.map(rings);
  const [leastCalm, mostCalm] = extent.calm.map(rings);
  const atWorst = leastWorst === true || (mostWorst === false ? false : null);
  const whenCalm = leastCalm !== false && (mostCalm === true ? true : null);
  const most = facts.worse === 'high' ? extent.worst[1] : extent.worst[0];
  if (atWorst === false && whenCalm === true)
    return failingLink(text('evidence.alarmOtherWay', { alarm: alarm.name, metrics: [series.metric] }));
  if (atWorst === false)
    return failingLink(
      text(judged.rule.deciding !== null ? 'evidence.alarmUnreachable.math' : 'evidence.alarmUnreachable', {
        ...about,
        most: judged.rule.deciding === null ? most : null,
      }),
    );
  if (whenCalm === true) return failingLink(text('evidence.alarmAlways', about));
  if (atWorst === null || whenCalm === null) return unknownLink(text('evidence.alarmReachUnknown', about));
  return passingLink(text('evidence.alarmReached', about));
}

/** Value that the alarm compares, for values of its metrics; null if its metric math is not supported. */
function comparedValue({ alarm, rule, series, facts, together }: JudgedAlarm, value: number): number | null {
  const scaled = value * factorOf(series, facts, together);
  if (rule.deciding === null) return scaled;
  const queries = new Map(
    listOf(alarm.settings.metrics).map((query) => [textOf(fieldOf(query, 'id')) ?? '', query]),
  );
  const valueOf = (id: string, depth: number): number | null => {
    const query = queries.get(id);
    const expression = textOf(fieldOf(query, 'expression'));
    if (query === undefined || depth > queries.size) return null;
    if (expression !== null) return valueOfExpression(expression, (other) => valueOf(other, depth + 1));
    return textOf(fieldOf(query, 'metricStat', 'metric', 'metricName')) === series.metric ? scaled : null;
  };
  return valueOf(rule.deciding, 0);
}

/** Factor by which a sum exceeds a data point: the minutes of its period, times the series that it adds up. */
function factorOf({ statistic, period }: Series, { counts }: MetricFacts, together: number): number {
  if (statistic !== 'Sum') return 1;
  return Math.max((period ?? 60) / 60, 1) * (counts === 'each' ? 1 : together);
}

const COMPARE: Readonly<Record<string, (value: number, limit: number) => boolean>> = {
  GreaterThanThreshold: (value, limit) => value > limit,
  GreaterThanOrEqualToThreshold: (value, limit) => value >= limit,
  LessThanThreshold: (value, limit) => value < limit,
  LessThanOrEqualToThreshold: (value, limit) => value <= limit,
};
const SIGNS: Readonly<Record<string, string>> = {
  GreaterThanThreshold: '>',
  GreaterThanOrEqualToThreshold: '>=',
  LessThanThreshold: '<',
  LessThanOrEqualToThreshold: '<=',
};

function compare(operator: string, value: number, limit: number): boolean | null {
  return COMPARE[operator]?.(value, limit) ?? null;
}

function signOf(operator: string | null): string {
  return SIGNS[operator ?? ''] ?? operator ?? '';
}

/** Link that holds if the alarm rings on the bad side of its band, which adapts to usual values. */
function bandLink({ alarm, series, facts }: JudgedAlarm, operator: string): CheckLink {
  const about = { alarm: alarm.name, metric: series.metric, threshold: operator };
  const bands = listOf(alarm.settings.metrics).flatMap(
    (query) => metricOfBand(textOf(fieldOf(query, 'expression')) ?? '') ?? [],
  );
  if (bands.length === 0) return unknownLink(text('evidence.alarmReachUnknown', about));
  const side = facts.worse === 'high' ? /GreaterThanUpper/ : /LessThanLower/;
  return side.test(operator)
    ? passingLink(text('evidence.alarmReached', about))
    : failingLink(text('evidence.alarmOtherWay', { alarm: alarm.name, metrics: [series.metric] }));
}

/** Link that holds if the alarm rings within `within` seconds: its period times the breaching points that it needs. */
export function timeLink(alarm: Asset, { period }: Series, within: number): CheckLink {
  const periods = numberOf(alarm.settings.evaluationPeriods);
  const points = numberOf(alarm.settings.datapointsToAlarm);
  const isOpen = ['evaluationPeriods', 'datapointsToAlarm', 'period'].some((name) =>
    isUnknownSetting(alarm, name),
  );
  if (isOpen || period === null || periods === null)
    return unknownLink(text('evidence.alarmTimeUnknown', { alarm: alarm.name }));
  const minutes = Math.ceil((period * (points ?? periods)) / 60);
  const about = { alarm: alarm.name, minutes, most: within / 60 };
  if (points !== null && points > periods)
    return failingLink(text('evidence.alarmPoints', { alarm: alarm.name, points, periods }));
  return minutes * 60 > within
    ? failingLink(text('evidence.alarmLate', about))
    : passingLink(text('evidence.alarmSoon', about));
}
