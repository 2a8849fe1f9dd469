import type { AssetLink, ProductId } from '../../model/index.ts';
import type { AssetDraft } from './draft.ts';
import type { OTHER_ENGINE } from './versions/version-facts.ts';

/** A draft with its product and id, and the drafts that it links to. */
export interface Entry {
  draft: AssetDraft;
  product: ProductId | typeof OTHER_ENGINE | null;
  id: string;
  links: (Pick<AssetLink, 'role' | 'conditions'> & { entry: Entry })[];
}

/** Repeats an instance without a version for each environment of its cluster's version. */
export function repeatByEnvironment(drafts: readonly AssetDraft[]): AssetDraft[] {
  const clusters = Map.groupBy(
    drafts.filter(({ kind }) => kind === 'database'),
    ({ name }) => name,
  );
  return drafts.flatMap((draft) => {
    if (draft.kind !== 'db-instance' || draft.environment !== null || draft.version?.state === 'known')
      return [draft];
    const owners = draft.links.flatMap(({ role, target }) =>
      role === 'member-of' ? (clusters.get(target) ?? []) : [],
    );
    const environments = new Set(owners.map(({ environment }) => environment));
    if (environments.size === 0 || environments.has(null)) return [draft];
    return [...environments].map((environment) => ({ ...draft, environment }));
  });
}

/** Gives every draft a unique id, and resolves its links within the unit. */
export function connectDrafts(drafts: readonly AssetDraft[]): Entry[] {
  const taken = new Map<string, number>();
  const entries = drafts.map((draft): Entry => {
    const environment = draft.environment === null ? '' : `@${draft.environment}`;
    const wanted = `${draft.file}#${draft.name}${environment}`;
    const before = taken.get(wanted) ?? 0;
    taken.set(wanted, before + 1);
    const id = before === 0 ? wanted : `${wanted}~${before + 1}`;
    return { draft, product: null, id, links: [] };
  });
  const byName = Map.groupBy(entries, ({ draft }) => draft.name);
  for (const entry of entries) {
    entry.links = entry.draft.links.flatMap(({ target, ...link }) =>
      preferSameEnvironment(byName.get(target) ?? [], entry.draft.environment)
        .filter((found) => found !== entry)
        .map((found) => ({ ...link, entry: found })),
    );
  }
  for (const entry of entries) entry.links = throughSnapshots(entry);
  return entries;
}

/**
 * Links of an entry; those to a snapshot lead to the database that it was made of.
 * @param seen snapshots on the way
 */
function throughSnapshots(entry: Entry, seen: ReadonlySet<Entry> = new Set()): Entry['links'] {
  return entry.links.flatMap((link) => {
    if (link.entry.draft.kind !== 'db-snapshot' || seen.has(link.entry)) return [link];
    const sources = throughSnapshots(link.entry, new Set([...seen, link.entry]));
    return sources.length === 0 ? [link] : sources;
  });
}

/** Targets of a link: in the same environment, else those shared by all, else in every environment. */
function preferSameEnvironment(entries: readonly Entry[], environment: string | null): readonly Entry[] {
  const same = entries.filter((entry) => entry.draft.environment === environment);
  if (same.length > 0) return same;
  const shared = entries.filter((entry) => entry.draft.environment === null);
  return shared.length > 0 ? shared : entries;
}
