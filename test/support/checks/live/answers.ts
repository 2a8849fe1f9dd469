import type { CheckAnswer } from '../../../../src/model/index.ts';
import { impossibleReason } from '../examples/impossible.ts';
import type { SituationName } from './situations.ts';

/** Situation and asset for which a check gives an answer. */
export type Place = readonly [situation: SituationName, asset: string];
type Places = Partial<Record<CheckAnswer, Place>>;

const SOUND = ['sound', 'orders'] as const;
const NOISY = ['broken', 'noisy'] as const;
const OLD = ['broken', 'old'] as const;
const FIRST = ['beside', 'first'] as const;
const SMALL = ['beside', 'small'] as const;
const DENIED = ['refused', 'orders'] as const;
const BLIND = ['blind', 'orders'] as const;

/** A check of clusters, and of groups, template, target group and load balancer of the web tier. */
const cluster = (more: Places): Places => ({ pass: SOUND, fail: NOISY, unknown: DENIED, ...more });
const web = (more: Places): Places => ({
  pass: ['sound', 'web'],
  fail: ['broken', 'shop'],
  unknown: ['refused', 'web'],
  'not-applicable': ['beside', 'idle'],
  ...more,
});
const known = ({ pass, fail, 'not-applicable': none }: Places): Places => ({
  ...(pass && { pass }),
  ...(fail && { fail }),
  ...(none && { 'not-applicable': none }),
});
const template = (more: Places = {}): Places => web({ 'not-applicable': ['beside', 'plain'], ...more });

export const ANSWERS: Readonly<Record<string, Places>> = {
  'aurora-log-export-error': known(cluster({})),
  'aurora-slow-query-log-on': cluster({}),
  'aurora-slow-plans-logged': {
    pass: ['sound', 'ledger'],
    fail: ['broken', 'bare'],
    unknown: ['refused', 'ledger'],
    'not-applicable': SOUND,
  },
  'aurora-audit-connect-events': cluster({}),
  'aurora-audit-changes': cluster({}),
  'aurora-general-log-not-permanent': cluster({}),
  'aurora-deadlocks-to-error-log': cluster({}),
  'aurora-iam-auth-error-export': cluster({ unknown: ['recorded', 'shared'], 'not-applicable': OLD }),
  'aurora-log-group-retention': cluster({ 'not-applicable': OLD }),
  'aurora-log-export-names-valid': { pass: SOUND, 'not-applicable': OLD },
  'aurora-database-insights': cluster({ unknown: BLIND, 'not-applicable': SMALL }),
  'aurora-enhanced-monitoring': cluster({ unknown: BLIND, 'not-applicable': FIRST }),
  'aurora-alarm-connections': cluster({}),
  'aurora-alarm-aborted-clients': cluster({}),
  'aurora-alarm-cpu-memory-storage': cluster({}),
  'aurora-alarm-replica-lag': cluster({ 'not-applicable': OLD }),
  'aurora-alarm-restart': cluster({}),
  'aurora-max-connections-sized': cluster({ 'not-applicable': ['beside', 'elastic'] }),
  'aurora-connection-pooling': cluster({ 'not-applicable': FIRST }),
  'app-client-timeouts': { unknown: SOUND },
  'aurora-reconnection-limits': cluster({ 'not-applicable': ['sound', 'ledger'] }),
  'aurora-version-errata': cluster({ fail: OLD, unknown: SMALL }),
  'aurora-version-supported': cluster({ fail: OLD, unknown: SMALL }),
  'aurora-auto-minor-upgrade-consistent': cluster({ unknown: BLIND }),
  'aurora-pending-maintenance': cluster({ fail: OLD, 'not-applicable': FIRST }),
  'aurora-readers-multi-az': cluster({ fail: OLD, unknown: ['beside', 'headless'], 'not-applicable': FIRST }),
  'aurora-ca-certificate': cluster({ unknown: BLIND, 'not-applicable': FIRST }),
  'aurora-tls-required': cluster({}),
  'aurora-custom-parameter-group': cluster({ fail: OLD, unknown: BLIND, 'not-applicable': FIRST }),
  'asg-elb-health-grace': web({ unknown: ['recorded', 'fleet'], 'not-applicable': ['beside', 'plain'] }),
  'asg-unhealthy-loop-live': web({}),
  'asg-termination-hook': web({ unknown: ['blind', 'web'] }),
  'asg-retain-on-abandon': web({}),
  'asg-instance-maintenance-policy': web({ unknown: ['recorded', 'fleet'] }),
  'asg-emergency-brake-documented': {
    unknown: ['sound', 'web'],
    'not-applicable': ['beside', 'idle'],
  },
  'asg-no-forgotten-suspension': known(web({})),
  'asg-group-metrics': known(web({})),
  'asg-alarms': web({ unknown: ['blind', 'web'] }),
  'asg-alarm-replacements': web({}),
  'asg-reconnection-surge': known(web({ 'not-applicable': ['beside', 'plain'] })),
  'asg-notifications': web({}),
  'lt-log-shipping': template(),
  'lt-ssm-managed': template(),
  'lt-os-release-supported': template(),
  'tg-health-path-shallow': web({ unknown: ['beside', 'deep'], 'not-applicable': ['beside', 'plain'] }),
  'tg-health-thresholds': known(web({ 'not-applicable': ['beside', 'plain'] })),
  'tg-fail-open-policy': web({ 'not-applicable': ['beside', 'plain'] }),
  'alb-access-logs': web({ 'not-applicable': ['beside', 'inline'] }),
  'alb-health-check-logs': web({ 'not-applicable': ['beside', 'plain'] }),
  'rds-event-subscription': cluster({ 'not-applicable': FIRST }),
  'rds-storage-autoscaling': {
    pass: ['rds', 'growing'],
    fail: ['rds', 'full'],
    'not-applicable': ['rds', 'three'],
  },
  'alarm-actions': {
    pass: ['sound', 'DatabaseConnections'],
    fail: ['broken', 'Queries'],
    unknown: ['broken', 'Aurora_pq_request_attempted'],
  },
  'cloudtrail-rds-asg': {
    pass: ['sound', 'changes'],
    fail: NOISY,
    unknown: DENIED,
    'not-applicable': SOUND,
  },
};

const WHOLE = 'the API tells such a resource with this setting or not at all';
/** Answers that no scan of an account can give, by `check: answer`. */
const IMPOSSIBLE: Readonly<Record<string, string>> = {
  'aurora-log-export-error: unknown': WHOLE,
  'aurora-log-export-names-valid: unknown': WHOLE,
  'asg-no-forgotten-suspension: unknown': WHOLE,
  'asg-group-metrics: unknown': WHOLE,
  'asg-emergency-brake-documented: pass': 'only files of a workspace tell',
  'asg-emergency-brake-documented: fail': 'only files of a workspace tell',
  'app-client-timeouts: pass': 'only files of a workspace tell',
  'app-client-timeouts: fail': 'only files of a workspace tell',
  'asg-reconnection-surge: unknown': WHOLE,
  'topic-has-subscriber: pass': 'the scan does not read topics yet',
  'topic-has-subscriber: fail': 'the scan does not read topics yet',
  'topic-has-subscriber: unknown': 'the scan does not read topics yet',
  'rds-storage-autoscaling: unknown': WHOLE,
  'alarm-actions: not-applicable': 'the scan leaves out alarms of other services',
};

/** Reason why a scan cannot give an answer; null if it can. */
export function impossibleAnswerReason(id: string, answer: CheckAnswer): string | null {
  return IMPOSSIBLE[`${id}: ${answer}`] ?? impossibleReason(id, 'an account', answer);
}
