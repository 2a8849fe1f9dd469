import { CONFIG_FILE, type Config } from '../../config/index.ts';
import { text } from '../../l10n/index.ts';
import type { Problem } from '../../model/index.ts';
import { comparableEntries, MAX_COMPARED_ENTRIES } from '../suppress/resource-pattern.ts';
import { CHECKS } from './checks.ts';

/** Thresholds that a team can set, by check; docs/reference/thresholds.md describes each. */
export const THRESHOLDS: Readonly<Record<string, readonly string[]>> = {
  'asg-elb-health-grace': ['grace'],
  'asg-unhealthy-loop-live': ['inHalfAnHour'],
  'aurora-ca-certificate': ['days'],
  'aurora-log-group-retention': ['days'],
  'aurora-max-connections-sized': ['percent'],
  'aurora-pending-maintenance': ['days', 'patchDays'],
  'aurora-slow-query-log-on': ['long_query_time'],
  'aurora-version-supported': ['days'],
  'lt-os-release-supported': ['days'],
  'tg-health-thresholds': ['seconds'],
};

/** Problems with checks and thresholds in `.errata-lens.yaml` that do not exist and so have no effect. */
export function overrideProblems({ checks, accepted }: Pick<Config, 'checks' | 'accepted'>): Problem[] {
  const isCheck = (id: string): boolean => CHECKS.some((check) => check.id === id);
  const unknownCheck = (id: string, line: number): Problem => ({
    source: CONFIG_FILE,
    text: text('config.unknownCheck', { id, line }),
  });
  const [first, ...others] = comparableEntries(accepted).leftOut;
  const tooMany =
    first === undefined
      ? []
      : [
          text('suppression.tooMany', {
            most: MAX_COMPARED_ENTRIES,
            left: others.length + 1,
            line: first.line,
          }),
        ];
  return [
    ...tooMany.map((message) => ({ source: CONFIG_FILE, text: message })),
    ...Object.entries(checks).flatMap(([id, { line, thresholds = {} }]) => {
      if (!isCheck(id)) return [unknownCheck(id, line)];
      const known = THRESHOLDS[id] ?? [];
      return Object.keys(thresholds)
        .filter((name) => !known.includes(name))
        .map((name) => ({
          source: CONFIG_FILE,
          text: text(known.length === 0 ? 'config.unknownThreshold.none' : 'config.unknownThreshold', {
            id,
            name,
            known,
            line,
          }),
        }));
    }),
    ...accepted
      .map(({ check, line }) => ({ id: check.replace(/^check\//, ''), line }))
      .filter(({ id }) => id !== 'replacement-loop' && !isCheck(id))
      .map(({ id, line }) => unknownCheck(id, line)),
  ];
}
