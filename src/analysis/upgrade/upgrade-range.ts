import { text } from '../../l10n/index.ts';
import type { BugMatch, Catalogue, Covered } from '../../model/index.ts';
import { isReported } from '../bugs/known-bugs.ts';
import { creatableText, forNewClusters, spanOf } from '../bugs/range.ts';
import { adviceFrom } from './upgrade.ts';
import { groundOf } from './ground-of.ts';
import type { UpgradeAdvice, UpgradeOptions } from './advice.ts';
import { choose } from './upgrade-choice.ts';
import type { Ground } from './ground.ts';

/** Advice for a range, and the releases that it is for. */
export interface RangeAdvice {
  advice: UpgradeAdvice;
  counted: readonly string[];
}

/**
 * Advice for a written range (`3`, `3.10`): the release to pin. It is for the releases of which clusters can still be made,
 * where there is none for all; the lowest decides the way, and a bug counts that any of them has.
 * @param written as the user wrote it
 */
export function rangeAdvice(
  catalogue: Catalogue,
  { product, versions: all }: Covered,
  written: string,
  options: UpgradeOptions,
): RangeAdvice {
  const creatable = forNewClusters(catalogue, product, all, options.day, options.offers);
  const counted = creatable.length > 0 ? creatable : all;
  const [lowest = written] = counted;
  const ground = groundOf(catalogue, product, lowest, options);
  const advice = adviceFrom(ground, choose(ground), bugsOfAny(ground, counted), counted);
  const range = { written, ...spanOf(all), creatable: creatableText(creatable, all) };
  const notes = [text('upgrade.note.range', range), ...advice.notes, text('upgrade.note.running')];
  return { advice: { ...advice, notes }, counted };
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
