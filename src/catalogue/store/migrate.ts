/** First field of our catalogue files. */
export const FILE_MARK = 'errata-lens/catalogue';

/** Converts one format's content to the next. */
export type Migration = (old: unknown) => unknown;

interface OldBug {
  impact?: unknown;
  features?: unknown;
}

/** Format 1 had one impact per bug, and any of its features sufficed; the next refresh reads more. */
function withConsequencesAndNeeds(old: unknown): unknown {
  if (typeof old !== 'object' || old === null || !('bugs' in old) || !Array.isArray(old.bugs)) return old;
  const bugs = (old.bugs as readonly (OldBug | null)[]).map((bug) => {
    const features = Array.isArray(bug?.features) ? (bug.features as readonly unknown[]) : [];
    const needs = features.length === 0 ? [] : [features];
    return { ...bug, consequences: [bug?.impact], needs, traits: [] };
  });
  return { ...old, bugs };
}

/** Fields of format 2 that contained the name of its only open-source engine, and their new names. */
const COMMUNITY_NAMES: ReadonlyMap<string, string> = new Map([
  ['mysqlBugs', 'communityBugs'],
  ['mysqlVersion', 'communityVersion'],
  ['introducedInMysql', 'introducedInCommunity'],
]);

function withCommunity(old: unknown): unknown {
  const bug = changed(renamed, new Map([['bounds', renamed]]));
  const release = changed(renamed, new Map([['items', each(renamed)]]));
  return changed(
    (catalogue) => catalogue,
    new Map([
      ['bugs', each(bug)],
      ['releases', each(release)],
    ]),
  )(old);
}

function renamed(old: unknown): unknown {
  if (!isRecord(old)) return old;
  return Object.fromEntries(
    Object.entries(old).map(([name, value]) => [COMMUNITY_NAMES.get(name) ?? name, value]),
  );
}

/** Migration of an entry whose fields have migrations of their own. */
function changed(whole: Migration, fields: ReadonlyMap<string, Migration>): Migration {
  return (old) => {
    const own = whole(old);
    if (!isRecord(own)) return own;
    return Object.fromEntries(
      Object.entries(own).map(([name, value]) => [name, fields.get(name)?.(value) ?? value]),
    );
  };
}

function each(step: Migration): Migration {
  return (list) => (Array.isArray(list) ? list.map(step) : list);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Migration from format n to n + 1 at index n - 1. Released migrations never change. */
export const CATALOGUE_MIGRATIONS: readonly Migration[] = [withConsequencesAndNeeds, withCommunity];

/** Format after all migrations. */
export function currentFormat(migrations: readonly Migration[]): number {
  return migrations.length + 1;
}

/** Stored value in today's format. `format` is at least 1 and not above today's. */
export function migrate(value: unknown, format: number, migrations: readonly Migration[]): unknown {
  return migrations.slice(format - 1).reduce((old, step) => step(old), value);
}
