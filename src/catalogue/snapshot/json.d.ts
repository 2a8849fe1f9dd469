// The snapshot is data with the type SnapshotFile; the compiler would infer a type from 250 KB of JSON.
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
