/** Turns what one format held into what the next one holds. */
export type Migration = (old: unknown) => unknown;

/** The step from format n to format n + 1 is entry n - 1. Released steps never change. */
export const CATALOGUE_MIGRATIONS: readonly Migration[] = [];

/** The format that a list of steps leads to. */
export function currentFormat(migrations: readonly Migration[]): number {
  return migrations.length + 1;
}

/** What a stored value is in today's format. `format` is at least 1 and not above today's. */
export function migrate(value: unknown, format: number, migrations: readonly Migration[]): unknown {
  return migrations.slice(format - 1).reduce((old, step) => step(old), value);
}
