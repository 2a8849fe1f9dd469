/** A source of log lines on a host. */
export type LogInput =
  /** Files by a pattern (`*` within a folder, `**` across folders). */
  | { kind: 'file'; path: string; excluded?: readonly string[] }
  /** The journal. If units are named, only those. */
  | { kind: 'journal'; units: readonly string[] }
  /** Everything that programs send to syslog. */
  | { kind: 'syslog' };

/** Destination of an agent's log lines. */
export type LogOutput =
  | {
      kind: 'log-group';
      /** Name as written; null if the code computes it. */
      name: string | null;
      /** Days; null if the agent does not set it. */
      retention: number | null;
      /** False if the agent does not create a missing group. */
      creates: boolean;
    }
  | { kind: 'stream'; service: 'kinesis' | 'firehose'; name: string }
  /** A host or service outside CloudWatch and Kinesis. */
  | { kind: 'elsewhere'; name: string };

export interface Shipment {
  input: LogInput;
  output: LogOutput;
}

/** A file of a configuration, as an agent reads it. */
export interface ConfigFile {
  path: string;
  text: string;
}

/** Shipments of a configuration; `error` if the agent rejects it, or ships no logs with it. */
export interface Shipping {
  shipments: readonly Shipment[];
  error?: { kind: 'syntax'; line: number } | { kind: 'switched-off'; setting: string };
}

/** Retention in days; null if none is written. */
export function daysIn(text: string | null): number | null {
  const days = Number(text);
  return text !== null && Number.isInteger(days) && days > 0 ? days : null;
}
