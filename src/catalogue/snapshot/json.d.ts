// The snapshot is data: its type is SnapshotFile, not what the compiler would infer from a quarter of a megabyte.
declare module '*.json' {
  const content: unknown;
  export default content;
}
