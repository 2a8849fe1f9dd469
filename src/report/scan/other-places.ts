import { text } from '../../l10n/index.ts';
import type { Finding } from '../../model/index.ts';

/** Places of a finding after the first, and what each has in common with it. */
export function otherPlaces({ places = [] }: Pick<Finding, 'places'>): Finding['related'] {
  const [first, ...others] = places;
  return others.map(({ location, version }) => {
    // The message is not enough: a moving tag and a version without a release can have equal messages for different
    // versions.
    const isSame = version !== null && version === first?.version;
    return { location, message: text(isSame ? 'report.sameVersion' : 'report.sameHere') };
  });
}
