import type { ControlMappings, Text } from '../../model/index.ts';

/**
 * What tells afterwards what an engine did, by the engine's own names. The checklist and the incident ask it; where a part
 * is null, the engine has no such thing, and the questions about it are not applicable.
 */
export interface Observability {
  /** The logs that go to CloudWatch Logs (RDS API, EnableCloudwatchLogsExports), in the order in which they are told. */
  logs: readonly EngineLog[];
  /** Of restarts, refused logins and faults. */
  error: ErrorLog;
  slow: SlowLog | null;
  /** Of connections, and of who did what. */
  audit: AuditLog | null;
  /** Of every statement: wanted for an hour, not for good. */
  general: GeneralLog | null;
  deadlocks: LogSource | null;
  /** Of changes to schemas and permissions, and who made them. */
  changes: ChangeLog | null;
  /** Of how slow statements were carried out. */
  plans: LogSource | null;
  /** Refuses clients that do not use TLS. */
  tls: ParameterDemand | null;
  /** The parameter that collects statistics of statements, which Database Insights manage unless somebody sets it. */
  performanceSchema: ParameterDemand | null;
  /** Values of parameters that no group sets. One that is not here has a value that nobody tells. */
  defaults: Readonly<Record<string, string>>;
  /** Those that differ from one major version to another; without it none does. */
  readonly defaultsOf?: (line: string) => Readonly<Record<string, string>>;
  /**
   * Where the settings of instances stand: on instances `beside` their cluster, or on what the database is declared as, its `own`:
   * an instance by itself, or a cluster that makes its instances and takes over in another zone.
   */
  instances: 'beside' | 'own';
  /** Its storage is allocated, and full some day; else the service lets it grow. */
  isStorageAllocated: boolean;
  connections: ConnectionLimits;
  metrics: EngineMetrics;
  /** Whether a class is too small for Database Insights. */
  readonly isTooSmallForInsights: (instanceClass: string) => boolean;
  /** Shows counters, sessions and locks, which a restart resets. */
  inspectCommand: string;
  /** What in a message tells that it is this engine's, although no engine of another kind would say so; null for nothing. */
  ownWords: RegExp | null;
  pages: EnginePages;
  /** Controls elsewhere that ask the same, for this engine alone. */
  controls: Readonly<Record<'audit' | 'version', Partial<ControlMappings>>>;
}

export interface EngineLog {
  /** As the API calls it: `slowquery`. */
  type: string;
  /** How long its file stays on the host; null where nobody says. */
  onHost: HostTime | null;
  /** Whether a version writes it; without this every one does. */
  readonly isOffered?: (version: string | null) => boolean;
  /** Only a serverless instance writes it. */
  isServerless?: boolean;
  /** Only an instance by itself can export it, no cluster. */
  isOfInstances?: boolean;
}

export interface HostTime {
  days: number;
  /** Less, when the disk fills. */
  isAtMost: boolean;
  text: Text;
}

/** A parameter, which of its values are good, and one to set. */
export interface ParameterDemand {
  name: string;
  readonly isGood: (value: string) => boolean;
  good: string;
  /** Only the cluster's group holds it. */
  isOfCluster?: boolean;
  /** The value is a list of what a server loads when it starts; `good` is added to it, and in force after a restart. */
  isLoaded?: boolean;
}

/** A parameter that can leave records out of a log that is switched on. Set in no group, it leaves out nothing. */
export interface RecordFilter extends ParameterDemand {
  /** The records that a bad value leaves out. */
  omits: Text;
  /** Page of the vendor that describes the parameter. */
  page: string;
}

/** Something that is written to a log, and what it needs to be written, the switch first; nothing where it always is. */
export interface LogSource {
  type: string;
  needs: readonly ParameterDemand[];
  /** An option of an option group that writes it, in place of parameters. */
  option?: string;
  /** Parameters that undo the switches. */
  filters?: readonly RecordFilter[];
}

export interface ErrorLog extends LogSource {
  /** The parameter that can leave out lines of a major version; null where none can. */
  readonly completeness: (line: string) => ParameterDemand | null;
  /** Parameters that people set for it and that the engine does not document. */
  misleading: readonly string[];
}

export interface SlowLog extends LogSource {
  threshold: {
    name: string;
    /** How long a statement takes that is written; infinite where none is. */
    readonly seconds: (value: string) => number;
    good: string;
  };
}

export interface AuditLog extends LogSource {
  /** Another way out of the host, and the role that it needs. */
  upload: { switch: ParameterDemand; role: ParameterDemand } | null;
}

export interface ChangeLog extends LogSource {
  /** A parameter that has them written as well, whatever the others say. */
  instead: ParameterDemand | null;
}

export interface GeneralLog extends LogSource {
  needs: readonly [ParameterDemand, ...ParameterDemand[]];
  /** The value of the switch that stops it. */
  off: string;
}

export interface ConnectionLimits {
  parameter: string;
  /** What a class of instances takes by default; null where it is not known. */
  readonly byClass: (instanceClass: string) => number | null;
  /** How the engine takes many new connections at once, and keeps dead ones; empty where no parameter decides it. */
  surge: readonly ParameterDemand[];
  /** The most that the parameter can be. */
  readonly most: (version: string | null) => number;
}

export interface EngineMetrics {
  /** Counts connections that broke off. */
  aborted: string | null;
  /** What else tells of trouble with connections. */
  besideAborted: readonly string[];
  /** Falls to zero in a restart, and is missing while the engine is down; null where nothing tells it. */
  uptime: string | null;
  /** What else tells of trouble around a restart. */
  besideRestart: readonly string[];
  /** What is left of the disk that fills first, and from how many bytes on somebody has to know. */
  freeStorage: { metric: string; least: number };
  /** What can run out beside CPU, memory and that disk, far from where a night begins. */
  exhaustible: readonly string[];
  /** How far readers are behind, one of these, and from how much on somebody has to know. */
  replicaLag: { metrics: readonly [string, ...string[]]; most: number };
  /** Whether the metrics of a cluster are there for its writer and for its readers. */
  hasRoles: boolean;
  /** How far a cluster is behind another one that it follows by the engine's own replication. */
  followerLag: string | null;
}

/** Pages of the vendor's guide. */
export interface EnginePages {
  /** What the addresses of all its pages begin with. */
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
