import type { SettingValue } from './asset.ts';
import type { Location } from './location.ts';
import type { Severity } from './taxonomy.ts';
import type { Text } from './basics/text.ts';

/** Levels of a check, the most important first. */
export const CHECK_LEVELS = ['must', 'should', 'could'] as const;
export type CheckLevel = (typeof CHECK_LEVELS)[number];

/** Severity of a failed check, for results that weigh bugs and checks together. */
export const SEVERITY_OF_CHECK: Readonly<Record<CheckLevel, Severity>> = {
  must: 'high',
  should: 'medium',
  could: 'low',
};

export const CHECK_ANSWERS = ['pass', 'fail', 'unknown', 'not-applicable'] as const;
export type CheckAnswer = (typeof CHECK_ANSWERS)[number];

/** Equivalent or opposite controls in other catalogues. */
export interface ControlMappings {
  /** AWS Security Hub CSPM controls: `RDS.9`. */
  securityHub: readonly string[];
  /** AWS Config rules. */
  config: readonly string[];
  prowler: readonly string[];
  checkov: readonly string[];
  /** AWS Well-Architected best practices: `REL06-BP01`. */
  wellArchitected: readonly string[];
}

/** Condition of an alarm. */
export interface AlarmRule {
  statistic: 'Average' | 'Maximum' | 'Minimum' | 'Sum';
  comparison: 'GreaterThanThreshold' | 'LessThanThreshold' | 'LessThanOrEqualToThreshold';
  threshold: number;
  /** Length of the evaluated period in minutes. */
  evaluationPeriods: number;
  /** Number of those minutes over the threshold; all if absent. */
  datapointsToAlarm?: number;
  /** Dead resources send no data: an alarm on their metrics has to treat that as breaching. */
  treatMissingData?: 'breaching';
}

/** Dimension of a metric: a literal, or the name of an asset. */
export interface MetricDimension {
  name: string;
  value: string | { assetId: string };
}

export interface ParameterValues {
  parameters: Readonly<Record<string, string>>;
  /** Parameters that are lists of libraries to load at the server's start, so that a change needs a restart. */
  lists?: readonly string[];
}

/** A log file for an agent, and the last part of its stream's name. */
export interface CollectedLog {
  path: string;
  stream: string;
}

/** One intended change of the code. Only the room `edits` knows how to make it in a file. */
export type ChangeRequest =
  /** A setting of an asset; `add` appends the values to a list that may exist. */
  | { kind: 'setting'; assetId: string; setting: string; value: SettingValue; mode: 'set' | 'add' }
  /** An engine's parameters in a parameter group. */
  | ({ kind: 'parameters'; assetId: string } & ParameterValues)
  /** A termination hook of an Auto Scaling group, and the handler that saves the logs while it pauses the instance. */
  | { kind: 'termination-hook'; assetId: string; defaultResult?: 'ABANDON' }
  /** A log group for one log type of a cluster, created before the export creates it. */
  | { kind: 'log-group'; assetId: string; logType: string; days: number }
  /** A new parameter group for a cluster with these parameters. */
  | ({ kind: 'parameter-group'; assetId: string; family: string } & ParameterValues)
  /** An alarm on a metric of an asset. */
  | {
      kind: 'alarm';
      assetId: string;
      namespace: string;
      metric: string;
      dimensions: readonly MetricDimension[];
      rule: AlarmRule;
    }
  /** A subscription to events of every source of a type. */
  | {
      kind: 'event-subscription';
      assetId: string;
      sourceType: string;
      categories: readonly string[];
    }
  /** Notifications of an Auto Scaling group. */
  | { kind: 'notification'; assetId: string; types: readonly string[] }
  /** A second instance of a cluster, like this one; in a CDK program the cluster lists its instances. */
  | { kind: 'second-instance'; assetId: string }
  /** A role for the instances of a launch template that has none. */
  | { kind: 'instance-role'; assetId: string; policies: readonly string[] }
  /** The log agent on the instances of the groups that use a launch template, with a log group to write to. */
  | { kind: 'log-agent'; assetId: string; groups: readonly string[]; logs: readonly CollectedLog[] }
  /** Logs of a load balancer, `access_logs` or others, in a bucket that allows writing. */
  | { kind: 'balancer-logs'; assetId: string; logs: readonly string[] }
  /** Enhanced Monitoring of a cluster at an interval in seconds, with the role that it needs. */
  | { kind: 'enhanced-monitoring'; assetId: string; seconds: number };

/** Fix of a failed check: a change of the code, and a command for code that cannot be edited. */
export interface Fix {
  title: Text;
  changes: readonly ChangeRequest[];
  /** AWS CLI command, with real names if they are known. */
  command: string;
}

/** A sub-rule of a check, which informs and never changes the check's result. */
export interface CheckNote {
  id: string;
  level: CheckLevel;
  answer: CheckAnswer;
  title: Text;
  evidence: Text;
}

/** One check of one asset. */
export interface CheckRow {
  id: string;
  title: Text;
  why: Text;
  level: CheckLevel;
  answer: CheckAnswer;
  assetId: string;
  /** Evidence in one sentence. */
  evidence: Text;
  /** Each broken or unknown link of a failed or unknown check, separately. */
  missing: readonly Text[];
  /** Deciding link of a chain: `target`. Null if the check has no chain, or its chain is complete. */
  link: string | null;
  notes: readonly CheckNote[];
  /** Cost or risk of the fix. */
  care: Text | null;
  /** Present for failed checks, and for unknown ones in code that was read only in part. */
  fix: Fix | null;
  mappings: ControlMappings;
  accepted: { reason: string; date: string } | null;
  /** Present in folders of examples or tests: never counts for `--fail-on`. */
  isExample?: true;
  location: Location;
  helpUri: string;
}
