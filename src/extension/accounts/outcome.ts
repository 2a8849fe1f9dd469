import { text } from '../../l10n/index.ts';
import type { Text } from '../../model/index.ts';
import type { AssetRow } from '../worker/asset-rows.ts';

/** A scan in one sentence: `6 clusters: 5 with urgent bugs, 1 drifts`. */
export function accountOutcome(rows: readonly AssetRow[]): Text {
  const clusters = rows.filter(({ kind }) => kind === 'database');
  const drifts = clusters.filter(
    ({ versions: { declared, running } }) => declared !== null && running !== null && declared !== running,
  );
  if (clusters.length === 0) return text('accounts.outcome.none');
  return text('accounts.outcome', {
    clusters: clusters.length,
    urgent: clusters.filter(({ counts }) => (counts?.urgent ?? 0) > 0).length,
    drifts: drifts.length,
    // Nothing is counted of a version that the catalogue does not know: that is no all-clear.
    unknown: clusters.filter(({ counts, version }) => counts === null && version === null).length,
  });
}
