import type { ControlMappings, Text } from '../../model/index.ts';

/**
 * Logs, parameters and metrics that show afterwards what an engine did, by the engine's own names, for the checklist
 * and the incident card. Null parts do not exist in the engine, and their checks do not apply.
 */
export interface Observability {
  /** Logs that go to CloudWatch Logs (RDS API, EnableCloudwatchLogsExports), in display order. */
  logs: readonly EngineLog[];
  /** Restarts, refused logins and faults. */
  error: ErrorLog;
  slow: SlowLog | null;
  /** Log of connections and of each user's actions. */
  audit: AuditLog | null;
  /** Every statement: useful for an hour, not permanently. */
  general: GeneralLog | null;
  deadlocks: LogSource | null;
  /** Changes of schemas and permissions, and who made them. */
  changes: ChangeRecordLog | null;
  /** Execution plans of slow statements. */
  plans: LogSource | null;
  /** Refuses clients that do not use TLS. */
  tls: ParameterDemand | null;
  /** Parameter that collects statement statistics. Database Insights manage it unless it is set explicitly. */
  performanceSchema: ParameterDemand | null;
  /** Defaults of parameters. A parameter missing here has an unknown default. */
  defaults: Readonly<Record<string, string>>;
  /** Defaults that depend on the major version, if any do. */
  readonly defaultsOf?: (line: string) => Readonly<Record<string, string>>;
  /**
   * Resource with the settings of instances: instances `beside` their cluster, or the database's `own` declaration, which
   * is a single instance or a Multi-AZ cluster that creates its instances.
   */
  instances: 'beside' | 'own';
  /** True if its storage is allocated and can fill up; otherwise it grows by itself. */
  isStorageAllocated: boolean;
  connections: ConnectionLimits;
  metrics: EngineMetrics;
  /** True for an instance class too small for Database Insights. */
  readonly isTooSmallForInsights: (instanceClass: string) => boolean;
  /** Command that shows counters, sessions and locks, which a restart resets. */
  inspectCommand: string;
  /** Words that identify this engine in a message, although other kinds of engine never use them; null for none. */
  ownWords: RegExp | null;
  pages: EnginePages;
  /** Equivalent controls elsewhere, for this engine alone. */
  controls: Readonly<Record<'audit' | 'version', Partial<ControlMappings>>>;
}

export interface EngineLog {
  /** Name in the API: `slowquery`. */
  type: string;
  /** Retention of its file on the host; null if undocumented. */
  onHost: HostTime | null;
  /** True if a version writes it; if absent, all versions do. */
  readonly isOffered?: (version: string | null) => boolean;
  /** True if only a serverless instance writes it. */
  isServerless?: boolean;
  /** True if only a standalone instance can export it, and no cluster. */
  isOfInstances?: boolean;
}

export interface HostTime {
  days: number;
  /** True if the time is shorter when the disk fills up. */
  isAtMost: boolean;
  text: Text;
}

/** A parameter, its good values, and one to set. */
export interface ParameterDemand {
  name: string;
  readonly isGood: (value: string) => boolean;
  good: string;
  /** True if it exists only in the cluster's group. */
  isOfCluster?: boolean;
  /**
   * True if the value is a list of libraries loaded at the server's start; `good` is appended and takes effect after a
   * restart.
   */
  isLoaded?: boolean;
}

/** A parameter that can omit records from an enabled log. If no group sets it, it omits nothing. */
export interface RecordFilter extends ParameterDemand {
  /** Records that a bad value omits. */
  omits: Text;
  /** Page of the vendor that describes the parameter. */
  page: string;
}

/** A record in a log, and the parameters that it needs, the switch first; none if it is always written. */
export interface LogSource {
  type: string;
  needs: readonly ParameterDemand[];
  /** An option of an option group that writes it, in place of parameters. */
  option?: string;
  /** Parameters that undo the switches. */
  filters?: readonly RecordFilter[];
}

export interface ErrorLog extends LogSource {
  /** Parameter that can omit lines on a major version; null if none can. */
  readonly completeness: (line: string) => ParameterDemand | null;
  /** Parameters that people set for it but the engine does not document. */
  misleading: readonly string[];
}

export interface SlowLog extends LogSource {
  threshold: {
    name: string;
    /** Duration in seconds above which a statement is logged; infinite if none is. */
    readonly seconds: (value: string) => number;
    good: string;
  };
}

export interface AuditLog extends LogSource {
  /** Another destination outside the host, and the role that it needs. */
  upload: { switch: ParameterDemand; role: ParameterDemand } | null;
}

export interface ChangeRecordLog extends LogSource {
  /** Parameter that also enables these records, regardless of the others. */
  instead: ParameterDemand | null;
}

export interface GeneralLog extends LogSource {
  needs: readonly [ParameterDemand, ...ParameterDemand[]];
  /** Value of the switch that turns it off. */
  off: string;
}

export interface ConnectionLimits {
  parameter: string;
  /** Default for an instance class; null if unknown. */
  readonly byClass: (instanceClass: string) => number | null;
  /** Parameters for surges of connections and for dead ones; empty if no parameter decides it. */
  surge: readonly ParameterDemand[];
  /** Upper limit of the parameter. */
  readonly most: (version: string | null) => number;
}

export interface EngineMetrics {
  /** Metric that counts aborted connections. */
  aborted: string | null;
  /** Metrics of connection problems, apart from aborted clients. */
  besideAborted: readonly string[];
  /** Falls to zero in a restart, and is missing while the engine is down; null if no metric shows it. */
  uptime: string | null;
  /** Further signs of trouble around a restart. */
  besideRestart: readonly string[];
  /** Free space of the disk that fills first, and the number of bytes below which an alarm should ring. */
  freeStorage: { metric: string; least: number };
  /** Other resources that can run out, besides CPU, memory and that disk. */
  exhaustible: readonly string[];
  /** Metrics of replica lag, one of which needs an alarm, and the lag at which it should ring. */
  replicaLag: { metrics: readonly [string, ...string[]]; most: number };
  /** True if a cluster has metrics for its writer and for its readers. */
  hasRoles: boolean;
  /** Delay of a cluster behind another one that it follows by the engine's own replication. */
  followerLag: string | null;
}

/** Pages of the vendor's guide. */
export interface EnginePages {
  /** Beginning of the addresses of all its pages. */
  guide: string;
  audit: string;
  availability: string;
  connections: string;
  exports: string;
  logFiles: string;
  minorUpgrades: string;
  notes: string;
  parameters: string;
  tls: string;
  upgrades: string;
}
