// The snapshot is data: its type is SnapshotFile, not what the compiler would infer from a quarter of a megabyte.
declare module '*.json' {
  const content: unknown;
  export default content;
}

/** Created by the bundler for browsers: the snapshot's files, each loaded on demand. */
declare module 'embedded-snapshot' {
  export const engines: readonly (() => Promise<{ default: unknown }>)[];
  export const systems: () => Promise<{ default: unknown }>;
  export const upstream: () => Promise<{ default: unknown }>;
}
