import path from 'node:path/posix';
import type { AssetDraft } from '../../../resources/draft.ts';

/** Drafts of a module with one variables file. */
export interface EnvironmentVariant {
  file: string;
  drafts: readonly AssetDraft[];
}

/**
 * Drafts of a module by its variables files: unconditional if all of them create something, else under the condition
 * that one of those files is used.
 */
export function draftsOfVariants(
  drafts: readonly AssetDraft[],
  files: readonly EnvironmentVariant[],
): readonly AssetDraft[] {
  if (files.length === 0) return drafts;
  const byName = files.map(({ file, drafts: own }) => ({
    file,
    made: new Map(own.filter(isCertain).map((draft) => [draft.name, draft])),
  }));
  const known = new Set(drafts.map(({ name }) => name));
  // A default of 0 leaves no draft that a file could enable.
  const others = byName.flatMap(({ made }) =>
    [...made.values()].filter(({ name, version }) => {
      const isNew = version === null && !known.has(name);
      known.add(name);
      return isNew;
    }),
  );
  return [...drafts, ...others].map((draft) => {
    const making = byName.filter(({ made }) => made.has(draft.name));
    const [first] = making;
    if (first === undefined || (making.length === files.length && isCertain(draft))) return draft;
    const { conditions, ...certain } = { ...draft, count: first.made.get(draft.name)?.count ?? draft.count };
    if (making.length === files.length) return certain;
    const name = making.map(({ file }) => path.basename(file)).join(', ');
    const key = `${path.dirname(first.file)}#${name}`;
    return { ...certain, conditions: conditions ?? [{ key, name, holds: true }] };
  });
}

function isCertain({ count, conditions = [] }: AssetDraft): boolean {
  return count !== 0 && conditions.length === 0;
}
