import { text } from '../../l10n/index.ts';
import type { Catalogue, VersionCoverage, Text } from '../../model/index.ts';
import { bugsOfAny } from '../bugs/bugs-of-any.ts';
import {
  newClusterReleasesText,
  releasesForNewClusters,
  versionSpan,
} from '../support/new-cluster-releases.ts';
import { serviceWord } from '../../products/index.ts';
import { adviceFrom } from './upgrade.ts';
import { adviceFactsOf } from '../advice/collect-facts.ts';
import type { UpgradeAdvice } from './advice.ts';
import type { UpgradeOptions } from '../advice/options.ts';
import { adviceForRange } from '../advice/advice-for.ts';

/** Advice for a range, with the releases that it is for. */
export interface RangeAdvice {
  advice: UpgradeAdvice;
  counted: readonly string[];
}

/**
 * Advice for a written range (`3`, `3.10`): that of its oldest release if the newest leads to the same; else none.
 * Without advice for all, counts are for the releases that new clusters can use: a bug counts if any of them has it.
 * @param written as the user wrote it
 */
export function rangeAdvice(
  catalogue: Catalogue,
  covered: VersionCoverage,
  written: string,
  options: UpgradeOptions,
): RangeAdvice {
  const { product, versions: all } = covered;
  const creatable = releasesForNewClusters(catalogue, product, all, options.day, options.offers);
  const counted = creatable.length > 0 ? creatable : all;
  const [lowest = written] = counted;
  const facts = adviceFactsOf(catalogue, product, lowest, options);
  const decision = adviceForRange(catalogue, covered, written, options);
  const advice = adviceFrom(facts, decision, bugsOfAny(counted, facts.bugsAt), counted);
  const unit = serviceWord(product, 'unit');
  const notes = [
    rangeNote(written, all, newClusterReleasesText(product, creatable, all), unit),
    ...advice.notes,
    text('upgrade.note.running', { unit }),
  ];
  return { advice: { ...advice, notes }, counted };
}

function rangeNote(written: string, all: readonly string[], creatable: Text | null, unit: Text): Text {
  const { count, first, last } = versionSpan(all);
  if (count === 1) return text('upgrade.note.range.one', { written, first });
  return creatable === null
    ? text('upgrade.note.range', { written, count, first, last })
    : text('upgrade.note.range.creatable', { written, count, first, last, creatable, unit });
}
