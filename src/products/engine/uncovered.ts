import { isEngine } from './engines.ts';

/** Engines of Amazon RDS whose release notes nobody reads yet, as the API names them. */
const UNCOVERED: ReadonlyMap<string, string> = new Map([
  ['mariadb', 'RDS for MariaDB'],
  ['docdb', 'Amazon DocumentDB'],
  ['neptune', 'Amazon Neptune'],
]);

/** Engines that the API names by edition: `oracle-ee-cdb`, `custom-sqlserver-se`. */
const BY_EDITION: readonly (readonly [name: RegExp, display: string])[] = [
  [/^oracle(?:-|$)/, 'RDS for Oracle'],
  [/^custom-oracle(?:-|$)/, 'RDS Custom for Oracle'],
  [/^sqlserver(?:-|$)/, 'RDS for SQL Server'],
  [/^custom-sqlserver(?:-|$)/, 'RDS Custom for SQL Server'],
  [/^db2(?:-|$)/, 'RDS for Db2'],
];

/** The display name of an engine that is recognised and not covered; null of any other. */
export function uncoveredEngine(name: string): string | null {
  if (isEngine(name)) return null;
  const written = name.trim().toLowerCase();
  return UNCOVERED.get(written) ?? BY_EDITION.find(([edition]) => edition.test(written))?.[1] ?? null;
}
