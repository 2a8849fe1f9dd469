import { isEngine } from './engines.ts';

/** Engines of Amazon RDS that nobody reads the release notes of yet, as the API names them. */
const UNCOVERED: ReadonlyMap<string, string> = new Map([
  ['postgres', 'RDS for PostgreSQL'],
  ['mysql', 'RDS for MySQL'],
  ['mariadb', 'RDS for MariaDB'],
]);

/** The display name of an engine that is recognised and not covered; null of any other. */
export function uncoveredEngine(name: string): string | null {
  if (isEngine(name)) return null;
  return UNCOVERED.get(name.trim().toLowerCase()) ?? null;
}
