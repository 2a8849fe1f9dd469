/** Labels of a release-note bullet, by rules over its words. Entry point of classification. */
import type { Feature, Impact, Kind, Labels } from '../../model/index.ts';
import type { Lexicon, RawItem } from '../../products/index.ts';
import { consequencesOf } from './impact/consequences.ts';
import { featuresOf } from './features.ts';
import { impactOf } from './impact/impact.ts';
import { kindOf } from './kind.ts';
import { needsOf } from './needs.ts';
import type { FoundLabel } from './rules.ts';
import { isListOfCves, severityOf } from './impact/severity.ts';
import { traitsOf } from './traits.ts';
import { readItem, type Reading } from './words.ts';

/** Features that make a bare "replica" a binlog replica. */
const BINLOG: ReadonlySet<Feature> = new Set<Feature>(['binlog', 'enhanced-binlog']);

/** A reader's labels for a bullet that the rules misjudge. */
export interface Judgement {
  /** Everything that the bug does to its user, the worst first; empty if the bullet fixes no bug. */
  consequences: readonly Impact[];
  because: string;
}

/**
 * Labels of one bullet (kind, impact, severity, features and other inputs of the urgency) and the words that led to
 * each: `impact unavailability: "restart"`, `severity critical: heading "critical fixes"`. Pure: the same bullet always
 * gets the same labels. Impact and severity are null unless the kind is `fix`. The parts of a bullet count as its
 * words.
 * @param judged takes the place of the rules for kind and consequences
 */
export function classify(
  item: RawItem,
  lexicon: Lexicon | null = null,
  judged: Judgement | null = null,
): Labels {
  const parts = item.parts ?? [];
  const reading = readItem({ ...item, text: `${item.text} ${parts.join('; ')}` });
  if (isListOfCves(item.text)) {
    return labels(
      reading,
      { label: 'fix', because: '"CVE"' },
      { label: 'security', because: '"CVE"' },
      featuresOf(reading, lexicon),
      lexicon,
    );
  }
  const features = featuresOf(reading, lexicon);
  if (judged !== null) {
    const because = `a reader's judgement: ${judged.because}`;
    const [worst] = judged.consequences;
    const kind: FoundLabel<Kind> = { label: worst === undefined ? 'improvement' : 'fix', because };
    const impact = worst === undefined ? null : { label: worst, because };
    return { ...labels(reading, kind, impact, features, lexicon), consequences: judged.consequences };
  }
  const kind = kindOf(reading, lexicon);
  const impact = kind.label === 'fix' ? impactOf(reading, lexicon) : null;
  return labels(reading, kind, impact, features, lexicon);
}

function labels(
  reading: Reading,
  kind: FoundLabel<Kind>,
  impact: FoundLabel<Impact> | null,
  features: readonly FoundLabel<Feature>[],
  lexicon: Lexicon | null,
): Labels {
  const severity = impact === null ? null : severityOf(reading, impact.label, lexicon);
  const names = features.map(({ label }) => label);
  const traits =
    impact === null
      ? []
      : traitsOf(
          reading,
          names.some((name) => BINLOG.has(name)),
          lexicon,
        ).filter(({ label }) => label !== 'lasting' || impact.label === 'unavailability');
  return {
    kind: kind.label,
    impact: impact?.label ?? null,
    severity: severity?.label ?? null,
    consequences: impact === null ? [] : consequencesOf(reading, impact.label),
    features: names,
    needs: needsOf(reading.text, features, lexicon),
    traits: traits.map(({ label }) => label),
    why: [
      `kind ${kind.label}: ${kind.because}`,
      ...(impact === null ? [] : [`impact ${impact.label}: ${impact.because}`]),
      ...(severity === null ? [] : [`severity ${severity.label}: ${severity.because}`]),
      ...features.map(({ label, because }) => `feature ${label}: ${because}`),
    ],
  };
}
