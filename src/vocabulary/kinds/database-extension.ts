import type { Resource } from '../words.ts';

/** An extension of PostgreSQL that code creates in a database. */
export const DATABASE_EXTENSION: Resource = {
  kind: 'database-extension',
  page: 'https://www.postgresql.org/docs/current/sql-createextension.html',
  types: { terraform: ['postgresql_extension'] },
  name: 'extensionName',
  settings: { extensionName: { type: 'text', terraform: 'name' } },
};
