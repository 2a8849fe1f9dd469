import { text } from '../../l10n/index.ts';
import type { BugMatch, Catalogue, ProductId } from '../../model/index.ts';
import { isReported } from '../bugs/known-bugs.ts';
import { adviceFrom } from './upgrade.ts';
import { groundOf } from './ground-of.ts';
import type { UpgradeAdvice, UpgradeOptions } from './advice.ts';
import { choose } from './upgrade-choice.ts';
import type { Ground } from './ground.ts';
import { creatableOf } from './upgrade-source.ts';

/**
 * Of the releases under a partial version (`3`, `3.10`) those that it can become: of which clusters can still be made, and
 * where there is none, all.
 */
export function rangeOf(
  catalogue: Catalogue,
  product: ProductId,
  versions: readonly string[],
  options: UpgradeOptions,
): readonly string[] {
  const ground = groundOf(catalogue, product, versions[0] ?? '', options);
  const creatable = versions.filter((version) => creatableOf(ground, version).answer === true);
  return creatable.length > 0 ? creatable : versions;
}

/**
 * Advice for a written range: the release to pin. The lowest that it can become decides the way, and a bug counts that any
 * of them has.
 * @param written as the user wrote it
 */
export function rangeAdvice(
  catalogue: Catalogue,
  product: ProductId,
  written: string,
  versions: readonly string[],
  options: UpgradeOptions,
): UpgradeAdvice {
  const [lowest = written] = versions;
  const ground = groundOf(catalogue, product, lowest, options);
  const advice = adviceFrom(ground, choose(ground), bugsOfAny(ground, versions), versions);
  const isCreatable = versions.some((version) => creatableOf(ground, version).answer === true);
  return {
    ...advice,
    notes: [
      text('upgrade.note.range', { written, versions: [...versions], isCreatable }),
      ...advice.notes,
      text('upgrade.note.running'),
    ],
  };
}

/** Each bug once, as the lowest release that has it. */
function bugsOfAny({ bugsAt }: Ground, versions: readonly string[]): BugMatch[] {
  const found = new Map<string, BugMatch>();
  const all = versions.flatMap((version) => bugsAt(version));
  // What one of them is known to have counts before what is not known of another.
  for (const match of [...all.filter(isReported), ...all]) {
    if (!found.has(match.bug.id)) found.set(match.bug.id, match);
  }
  return [...found.values()];
}
