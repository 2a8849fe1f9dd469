/** Labels of a release-note bullet, by rules over its words. The front door of classification. */
import type { Feature, Impact, Kind, Labels } from '../../model/index.ts';
import type { RawItem } from '../sources/source.ts';
import { featuresOf } from './features.ts';
import { impactOf } from './impact.ts';
import { kindOf } from './kind.ts';
import type { Found } from './rules.ts';
import { severityOf } from './severity.ts';
import { readItem, type Reading } from './words.ts';

const CVE_BULLET = /^\W*CVE-\d{4}-\d{4,}\b/i;

/**
 * Kind, impact, severity and features of one bullet, and the words that led to each: `impact unavailability: "restart"`,
 * `severity critical: heading "critical fixes"`. Pure: the same bullet always gets the same labels. Impact and severity
 * are null unless the kind is `fix`.
 */
export function classify(item: RawItem): Labels {
  const reading = readItem(item);
  if (CVE_BULLET.test(item.text)) {
    return labels(reading, { label: 'fix', because: '"CVE"' }, { label: 'security', because: '"CVE"' }, []);
  }
  const kind = kindOf(reading);
  const impact = kind.label === 'fix' ? impactOf(reading) : null;
  return labels(reading, kind, impact, featuresOf(reading));
}

function labels(
  reading: Reading,
  kind: Found<Kind>,
  impact: Found<Impact> | null,
  features: readonly Found<Feature>[],
): Labels {
  const severity = impact === null ? null : severityOf(reading, impact.label);
  return {
    kind: kind.label,
    impact: impact?.label ?? null,
    severity: severity?.label ?? null,
    features: features.map(({ label }) => label),
    why: [
      `kind ${kind.label}: ${kind.because}`,
      ...(impact === null ? [] : [`impact ${impact.label}: ${impact.because}`]),
      ...(severity === null ? [] : [`severity ${severity.label}: ${severity.because}`]),
      ...features.map(({ label, because }) => `feature ${label}: ${because}`),
    ],
  };
}
