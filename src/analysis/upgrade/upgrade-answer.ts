import {
  notesDay,
  type Catalogue,
  type VersionCoverage,
  type Text,
  type ProductId,
} from '../../model/index.ts';
import { readPin, isSystem } from '../../products/index.ts';
import { upstreamFixesText, upstreamScope } from '../bugs/upstream/community-scope.ts';
import { coverageMessage, coverageOf, laterPerhapsOutText } from '../bugs/coverage.ts';
import { missingAdvisories } from '../bugs/systems/missing-advisories.ts';
import { osStandingText } from '../bugs/systems/messages.ts';
import { osReleaseGap } from '../bugs/systems/release-gap.ts';
import { notInApiText } from '../support/not-in-api.ts';
import { supportOf } from '../support/support.ts';
import { supportMessage } from '../support/support-message.ts';
import { upstreamAnswer } from '../bugs/upstream/upstream.ts';
import { upgradeAdvice } from './upgrade.ts';
import type { UpgradeAdvice } from './advice.ts';
import type { UpgradeOptions } from '../advice/options.ts';
import { osAdvice } from './upgrade-os.ts';
import { rangeAdvice } from './upgrade-range.ts';

/** Answer to `upgrade PRODUCT VERSION`. */
export interface UpgradeAnswer {
  covered: VersionCoverage;
  /** Version as the user wrote it. */
  written: string;
  /** Releases of a range that the advice is for; else none. */
  counted: readonly string[];
  /** Sentences before the advice, or instead of it. */
  standing: readonly Text[];
  /** Null for a version outside the catalogue: it has no target and no count. */
  advice: UpgradeAdvice | null;
  /**
   * Sentence on fixes that are not counted: those of the open-source engine, unknown advisories. Null if there are
   * none.
   */
  scope: Text | null;
  /** Day of the catalogue. */
  asOf: string;
}

/** Upgrade advice for a version as the user wrote it. */
export function upgradeAnswer(
  catalogue: Catalogue,
  product: ProductId,
  written: string,
  options: UpgradeOptions,
): UpgradeAnswer {
  const covered = coverageOf(catalogue, product, written);
  const asOf = notesDay(catalogue, product);
  const scopeOf = (versions: readonly string[]): Text | null => {
    const contained = upstreamAnswer(catalogue, product, versions, options.states ?? new Map());
    return contained === null
      ? upstreamFixesText(catalogue, product, versions)
      : upstreamScope(product, contained);
  };
  const base = { covered, written: written.trim(), counted: [], scope: scopeOf(covered.versions), asOf };
  if (isSystem(product)) {
    const pinned = readPin(product, written, options.sharesHost);
    if (pinned === null)
      return { ...base, standing: withoutNull(coverageMessage(catalogue, covered)), advice: null };
    const behind = osReleaseGap(catalogue, pinned);
    const [standing] = osStandingText(catalogue, pinned, options.day);
    // A release above everything known has a sentence of its own: it has a target only after the end of its support.
    const isAbove = standing !== undefined && (behind === null || behind.isNewer);
    const advice = osAdvice(catalogue, pinned, options);
    const isKnown = !isAbove || (advice.advice?.destination ?? null) !== null;
    return {
      ...base,
      scope: missingAdvisories(catalogue, [product]),
      standing: isAbove ? [standing] : [],
      advice: isKnown ? advice : null,
    };
  }
  switch (covered.coverage) {
    case 'known': {
      const standing = [
        ...withoutNull(notInApiText(product, covered.version, base.written)),
        ...withoutNull(laterPerhapsOutText(catalogue, covered)),
      ];
      return { ...base, standing, advice: upgradeAdvice(catalogue, product, covered.version, options) };
    }
    case 'partial': {
      const { advice, counted } = rangeAdvice(catalogue, covered, written.trim(), options);
      return {
        ...base,
        counted,
        scope: scopeOf(counted),
        standing: withoutNull(laterPerhapsOutText(catalogue, covered)),
        advice,
      };
    }
    default: {
      const message = coverageMessage(catalogue, covered);
      const isOld = covered.coverage === 'not-covered';
      const status = isOld ? supportOf(catalogue, product, covered.version, options.day) : null;
      const support = status === null ? null : supportMessage(status, options.day);
      return { ...base, standing: [...withoutNull(message), ...withoutNull(support)], advice: null };
    }
  }
}

function withoutNull(sentence: Text | null): Text[] {
  return sentence === null ? [] : [sentence];
}
