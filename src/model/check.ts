import type { SettingValue } from './asset.ts';
import type { Location } from './location.ts';
import type { Severity } from './taxonomy.ts';
import type { Text } from './basics/text.ts';

/** How much a check matters, the most first. */
export const CHECK_LEVELS = ['must', 'should', 'could'] as const;
export type CheckLevel = (typeof CHECK_LEVELS)[number];

/** How a failed check counts where bugs and checks are weighed together. */
export const CHECK_WEIGHT: Readonly<Record<CheckLevel, Severity>> = {
  must: 'high',
  should: 'medium',
  could: 'low',
};

export const CHECK_ANSWERS = ['pass', 'fail', 'unknown', 'not-applicable'] as const;
export type CheckAnswer = (typeof CHECK_ANSWERS)[number];

/** Where other catalogues of controls ask the same, or demand the opposite. */
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

/** When an alarm rings. */
export interface AlarmRule {
  statistic: 'Average' | 'Maximum' | 'Minimum' | 'Sum';
  comparison: 'GreaterThanThreshold' | 'LessThanThreshold' | 'LessThanOrEqualToThreshold';
  threshold: number;
  /** Minutes that are looked at. */
  evaluationPeriods: number;
  /** How many of them must be over the threshold; all where it is left out. */
  datapointsToAlarm?: number;
  /** What is dead sends no data: an alarm on life rings then, too. */
  treatMissingData?: 'breaching';
}

/** What a metric is of: a word, or what an asset is called. */
export interface MetricDimension {
  name: string;
  value: string | { assetId: string };
}

export interface ParameterValues {
  parameters: Readonly<Record<string, string>>;
  /** Which of them are lists of what a server loads when it starts: in force after a restart. */
  lists?: readonly string[];
}

/** A file that an agent is to collect, and the last part of the name of the stream that it goes to. */
export interface CollectedLog {
  path: string;
  stream: string;
}

/** One wish for how the code should say it. Only the room `edits` knows how a file changes. */
export type Change =
  /** A setting of an asset; `add` puts the values into a list that may exist. */
  | { kind: 'setting'; assetId: string; setting: string; value: SettingValue; mode: 'set' | 'add' }
  /** An engine's parameters in a parameter group. */
  | ({ kind: 'parameters'; assetId: string } & ParameterValues)
  /** A termination hook of an Auto Scaling group, and what saves the logs while it holds the instance. */
  | { kind: 'termination-hook'; assetId: string; defaultResult?: 'ABANDON' }
  /** A log group of one log type of a cluster, made before the export makes it. */
  | { kind: 'log-group'; assetId: string; logType: string; days: number }
  /** A parameter group of a cluster's own with these parameters, which the cluster uses from then on. */
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
  /** Messages about what an Auto Scaling group does. */
  | { kind: 'notification'; assetId: string; types: readonly string[] }
  /** A second instance of a cluster, like this one; in a program of the CDK the cluster says its instances. */
  | { kind: 'second-instance'; assetId: string }
  /** A role for the instances of a launch template that has none. */
  | { kind: 'instance-role'; assetId: string; policies: readonly string[] }
  /** The log agent on the instances of the groups that start from a launch template, with a log group to write to. */
  | { kind: 'log-agent'; assetId: string; groups: readonly string[]; logs: readonly CollectedLog[] }
  /** Logs of a load balancer, `access_logs` or others, in a bucket that may be written. */
  | { kind: 'balancer-logs'; assetId: string; logs: readonly string[] }
  /** Enhanced Monitoring of a cluster every so many seconds, with the role that it needs. */
  | { kind: 'enhanced-monitoring'; assetId: string; seconds: number };

/** How a failed check can be mended: by code, and by a command where the code cannot be edited. */
export interface Fix {
  title: Text;
  changes: readonly Change[];
  /** AWS CLI, with real names where they are known. */
  command: string;
}

/** A sub-rule of a check: it informs and never changes the check's answer. */
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
  /** What was looked at and what it says, in one sentence. */
  evidence: Text;
  /** Each broken or unknown link of a failed or unknown check, by itself. */
  missing: readonly Text[];
  /** The link of a chain that decides: `target`. Null where the answer is no chain's, or it holds. */
  link: string | null;
  notes: readonly CheckNote[];
  /** What the fix costs or can break. */
  care: Text | null;
  /** For failed checks, and where something was not found in code of which a part is read. */
  fix: Fix | null;
  mappings: ControlMappings;
  accepted: { reason: string; date: string } | null;
  /** Stands in a folder of examples or tests: never counts for `--fail-on`. */
  isExample?: true;
  location: Location;
  helpUri: string;
}
