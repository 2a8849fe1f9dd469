/** A source of log lines on a host. */
export type LogInput =
  /** Files by a pattern (`*` within a folder, `**` across folders). */
  | { kind: 'file'; path: string; excluded?: readonly string[] }
  /** The journal; of some units only where these are named. */
  | { kind: 'journal'; units: readonly string[] }
  /** All that programs hand to syslog. */
  | { kind: 'syslog' };

/** Where an agent sends log lines. */
export type LogOutput =
  | {
      kind: 'log-group';
      /** Null where it is computed. */
      name: string | null;
      /** Days; null where the agent does not set it. */
      retention: number | null;
      /** False where the agent does not create a group that is missing. */
      creates: boolean;
    }
  | { kind: 'stream'; service: 'kinesis' | 'firehose'; name: string }
  /** A host or service outside of CloudWatch and Kinesis. */
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

/** What a configuration ships; `error` where the agent refuses it, or ships no logs at all by it. */
export interface Shipping {
  shipments: readonly Shipment[];
  error?: { kind: 'syntax'; line: number } | { kind: 'switched-off'; setting: string };
}

/** A retention in days, where one is written. */
export function daysIn(text: string | null): number | null {
  const days = Number(text);
  return text !== null && Number.isInteger(days) && days > 0 ? days : null;
}
