import { text } from '../../l10n/index.ts';
import type { Text } from '../../model/index.ts';
import { productOf, serviceOf, type UpgradeDemand } from '../../products/index.ts';
import type { AdviceFacts } from '../advice/advice-facts.ts';
import type { UpgradeFacts } from '../advice/upgrade-path.ts';
import { supportMessage } from '../support/support-message.ts';
import { supportOf, type SupportStatus } from '../support/support.ts';

/** Support of the present version on that day. */
export interface SourceSupport {
  /** `ended` includes an end on an unknown day; `maintenance` is for operating systems only. */
  status: 'standard' | 'extended' | 'maintenance' | 'ended';
  scope: string;
  standardEnds: string | null;
  extended: SupportStatus['extended'];
  text: Text;
  url: string;
}

/**
 * Support of the present version; null if the calendar does not know it.
 * @param version or its beginning (`3`, `3.10`)
 */
export function sourceSupport(
  { catalogue, product, day }: UpgradeFacts,
  version: string,
): SourceSupport | null {
  const status = supportOf(catalogue, product, version, day);
  if (status === null) return null;
  const { phase, scope, standardEnds, extended, url } = status;
  return {
    status: phase === 'unlisted' ? 'ended' : phase,
    scope,
    standardEnds,
    extended,
    text: supportMessage(status, day),
    url,
  };
}

/** Billing of Extended Support. Prices differ by year and Region and are not kept here. */
export function costOf(
  { product, version, day }: AdviceFacts,
  source: SourceSupport | null,
): UpgradeDemand | null {
  if (source?.status !== 'extended' || source.extended === null) return null;
  const { year3Starts } = source.extended;
  const { versions, advice } = productOf(product);
  const rise = year3Starts === null ? null : riseText(year3Starts, day);
  return {
    id: 'extended-support',
    text: text('upgrade.cost', {
      line: versions.line(version),
      rise,
      hasServerless: serviceOf(product) === 'aurora',
    }),
    url: advice?.pages.extendedSupport ?? '',
  };
}

function riseText(year3Starts: string, day: string): Text {
  return day >= year3Starts ? text('upgrade.cost.year3') : text('upgrade.cost.rises', { year3Starts });
}
