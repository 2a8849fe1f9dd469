import { text } from '../../l10n/index.ts';
import type { Catalogue, VersionCoverage, Text } from '../../model/index.ts';
import { newClusterReleasesText, versionSpan } from '../support/new-cluster-releases.ts';
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

/** Advice for a written range (`3`, `3.10`), compared with the possible targets. */
export function rangeAdvice(
  catalogue: Catalogue,
  covered: VersionCoverage,
  written: string,
  options: UpgradeOptions,
): RangeAdvice {
  const { product, versions: all } = covered;
  const { counted, ...decision } = adviceForRange(catalogue, covered, written, options);
  const advice = adviceFrom(adviceFactsOf(catalogue, product, counted, options), decision);
  const unit = serviceWord(product, 'unit');
  const notes = [
    rangeNote(written, all, newClusterReleasesText(product, counted, all), unit),
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
