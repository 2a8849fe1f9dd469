import type { CheckAnswer } from '../../../../src/model/index.ts';
import type { Format } from './example.ts';

/** Checks that do not apply only where a declaration makes none (`count = var.is_on ? 1 : 0`) or a team switches them off. */
const ALWAYS_APPLY = [
  'aurora-log-export-error',
  'aurora-slow-query-log-on',
  'aurora-audit-connect-events',
  'aurora-audit-changes',
  'aurora-general-log-not-permanent',
  'aurora-deadlocks-to-error-log',
  'aurora-alarm-connections',
  'aurora-alarm-aborted-clients',
  'aurora-alarm-cpu-memory-storage',
  'aurora-alarm-restart',
  'aurora-version-errata',
  'aurora-version-supported',
  'aurora-auto-minor-upgrade-consistent',
  'aurora-tls-required',
  'app-client-timeouts',
  'topic-has-subscriber',
];
const OF_TEMPLATES = ['lt-log-shipping', 'lt-ssm-managed', 'lt-os-release-supported'];
/** Checks that only an account can answer. */
const LIVE = ['aurora-pending-maintenance', 'asg-unhealthy-loop-live'];

/** Answers that one format cannot give, by `check: answer`. */
const OTHERS: Partial<Record<Format, Readonly<Record<string, string>>>> = {
  Terraform: {
    'topic-has-subscriber: not-applicable': 'a topic that is not made is no resource',
  },
  CloudFormation: {
    'asg-no-forgotten-suspension: fail': 'a template has no property for suspended processes',
    'asg-no-forgotten-suspension: unknown': 'a template has no property for suspended processes',
  },
  'an account': {
    'aurora-log-export-names-valid: fail': 'the API refuses other names',
    'tg-health-thresholds: unknown': 'the API tells a target group with its thresholds or not at all',
  },
};

/** Reason why a check cannot give an answer for a format; null if it can. */
export function impossibleReason(id: string, format: Format, answer: CheckAnswer): string | null {
  const isNone = answer === 'not-applicable' && format !== 'Terraform';
  if (isNone && ALWAYS_APPLY.includes(id))
    return format === 'CloudFormation' ? 'a template makes each of its resources' : 'what runs is there';
  if (answer === 'not-applicable' && format !== 'an account' && OF_TEMPLATES.includes(id))
    return 'no format of code reads images of Bottlerocket, to which they do not apply';
  if (LIVE.includes(id) && format !== 'an account' && answer !== 'not-applicable')
    return 'only an account tells';
  return OTHERS[format]?.[`${id}: ${answer}`] ?? null;
}
