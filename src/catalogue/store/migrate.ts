/** Turns what one format held into what the next one holds. */
export type Migration = (old: unknown) => unknown;

interface OldBug {
  impact?: unknown;
  features?: unknown;
}

/** Bugs of format 1 had one impact, and any of their features was enough; the next refresh reads more. */
function withConsequencesAndNeeds(old: unknown): unknown {
  if (typeof old !== 'object' || old === null || !('bugs' in old) || !Array.isArray(old.bugs)) return old;
  const bugs = (old.bugs as readonly (OldBug | null)[]).map((bug) => {
    const features = Array.isArray(bug?.features) ? (bug.features as readonly unknown[]) : [];
    const needs = features.length === 0 ? [] : [features];
    return { ...bug, consequences: [bug?.impact], needs, traits: [] };
  });
  return { ...old, bugs };
}

/** The step from format n to format n + 1 is entry n - 1. Released steps never change. */
export const CATALOGUE_MIGRATIONS: readonly Migration[] = [withConsequencesAndNeeds];

/** The format that a list of steps leads to. */
export function currentFormat(migrations: readonly Migration[]): number {
  return migrations.length + 1;
}

/** What a stored value is in today's format. `format` is at least 1 and not above today's. */
export function migrate(value: unknown, format: number, migrations: readonly Migration[]): unknown {
  return migrations.slice(format - 1).reduce((old, step) => step(old), value);
}
