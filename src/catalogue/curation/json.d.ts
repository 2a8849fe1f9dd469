/** Rows by the digest of a bullet: its consequences, the worst first, and the reason. */
declare module '*/labels.json' {
  const rows: Readonly<Record<string, readonly [consequences: string, because: string]>>;
  export default rows;
}
