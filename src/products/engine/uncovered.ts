import { isEngine } from './engines.ts';

/** Engines of Amazon RDS whose release notes are not read yet, by their API names. */
const UNCOVERED: ReadonlyMap<string, string> = new Map([
  ['mariadb', 'RDS for MariaDB'],
  ['docdb', 'Amazon DocumentDB'],
  ['neptune', 'Amazon Neptune'],
]);

/** Engines whose API name includes the edition: `oracle-ee-cdb`, `custom-sqlserver-se`. */
const BY_EDITION: readonly (readonly [name: RegExp, display: string])[] = [
  [/^oracle(?:-|$)/, 'RDS for Oracle'],
  [/^custom-oracle(?:-|$)/, 'RDS Custom for Oracle'],
  [/^sqlserver(?:-|$)/, 'RDS for SQL Server'],
  [/^custom-sqlserver(?:-|$)/, 'RDS Custom for SQL Server'],
  [/^db2(?:-|$)/, 'RDS for Db2'],
];

/** Display name of a recognised engine without coverage; null for any other. */
export function uncoveredEngine(name: string): string | null {
  if (isEngine(name)) return null;
  const written = name.trim().toLowerCase();
  return UNCOVERED.get(written) ?? BY_EDITION.find(([edition]) => edition.test(written))?.[1] ?? null;
}
