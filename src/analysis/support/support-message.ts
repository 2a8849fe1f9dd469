import { text } from '../../l10n/index.ts';
import { firstDayOf, memoize, type Asset, type Catalogue, type Text } from '../../model/index.ts';
import { productName } from '../../products/index.ts';
import { daysBetween, supportOf, type SupportStatus } from './support.ts';

/** Support that every release of a written range has lost, with its sentence. */
export function partialSupportLost(
  catalogue: Catalogue,
  { product, engineVersion, versionPrefix }: Asset,
  today: string,
): { status: SupportStatus; message: Text } | null {
  // The calendar lists major versions, too, so a range has a status like a release.
  const status =
    versionPrefix === null || product === null ? null : supportOf(catalogue, product, versionPrefix, today);
  if (status === null || status.phase === 'standard') return null;
  const { scope } = status;
  const written = engineVersion ?? scope;
  return {
    status,
    message: text('support.partial', {
      name: productName(status.product),
      written,
      scope,
      status: supportMessage(status, today),
    }),
  };
}

/**
 * One sentence about a status: the end of support, and the start of charges. Dates only, no prices. Memoized, because
 * thousands of assets share a few dozen statuses.
 */
export const supportMessage = memoize((status: SupportStatus, today: string): Text => {
  const { product, scope, phase, standardEnds, daysLeft, extended } = status;
  const whole = productName(product);
  // Systems have the scope in their name: Amazon Linux 2.
  const name = whole.endsWith(` ${scope}`) ? whole.slice(0, -scope.length - 1) : whole;
  if (standardEnds === null || daysLeft === null) return text('support.unlisted', { name, scope });
  if (daysLeft >= 0) return text('support.ends', { name, scope, date: standardEnds, days: daysLeft });
  if (extended === null) return text('support.ended', { name, scope, date: standardEnds });
  const { starts, year3Starts, ends } = extended;
  if (phase === 'ended' && ends !== null)
    return text('support.over', { name, scope, date: standardEnds, ends });
  return text('support.extended', {
    name,
    scope,
    date: standardEnds,
    since: text(firstDayOf(starts) <= today ? 'support.extended.since' : 'support.extended.from', {
      date: starts,
    }),
    year3: year3Starts === null ? null : yearThreeText(year3Starts, today),
    ends,
  });
});

function yearThreeText(date: string, today: string): Text {
  const days = daysBetween(today, firstDayOf(date));
  return days > 0 ? text('support.year3.from', { date, days }) : text('support.year3.since', { date });
}
