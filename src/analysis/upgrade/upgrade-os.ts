import { text } from '../../l10n/index.ts';
import { isOfPast, type Catalogue, type Text } from '../../model/index.ts';
import type { PinnedOs } from '../../products/index.ts';
import { osSupportMessage, osSupportOf } from '../findings/systems/support.ts';
import { osUpgradeTargets } from './system-targets.ts';
import { osReleases } from '../bugs/systems/releases.ts';
import { SOAK_DAYS, type UpgradeAdvice, type UpgradeOptions, type UpgradeTarget } from './advice.ts';
import type { SourceSupport } from './upgrade-source.ts';
import { daysBetween } from '../findings/support.ts';

/** Every system here has had a release each quarter. */
const MOST_DAYS_BETWEEN_RELEASES = 180;

/**
 * The advice for a release of an operating system: the newest of its generation, which holds every earlier fix; the next
 * generation once support of this one has ended.
 */
export function osAdvice(
  catalogue: Catalogue,
  pinned: PinnedOs,
  { day, soakDays = SOAK_DAYS }: UpgradeOptions,
): UpgradeAdvice {
  const all = osUpgradeTargets(catalogue, pinned, day);
  const isOwn = ({ reachable }: UpgradeTarget): boolean => reachable !== 'no';
  const dateOf = ({ version }: UpgradeTarget): string =>
    catalogue.releases.find((release) => release.version === version)?.date ?? '';
  const own = all.filter(isOwn).reverse();
  const next = all.filter((target) => !isOwn(target));
  const source = sourceOf(catalogue, pinned, day);
  const settled = own.find((target) => daysBetween(dateOf(target), day) >= soakDays);
  const isOver = source?.status === 'ended';
  const chosen = (isOver ? next[0] : undefined) ?? settled ?? own[0] ?? null;
  // What is chosen without an older choice, and what would be chosen but for its age.
  const young = own.slice(0, 1).filter((target) => target !== settled && !isOver);
  const interim = isOver ? (settled ?? own[0] ?? null) : null;
  const stay = isOver || chosen !== null ? null : stayOn(catalogue, pinned.product, day);
  const ordered = [chosen, interim, ...own, ...next].filter((target) => target !== null);
  return {
    recommended: chosen?.version ?? (stay?.isCurrent === true ? 'stay' : null),
    reason: chosen?.reason ?? stay?.reason ?? text('upgrade.none'),
    interim: interim?.version ?? null,
    notes: young.map((target) => youngNote(target.version, dateOf(target), day, soakDays)),
    sourceSupport: source,
    creatable: { answer: null, source: null },
    cost: null,
    targets: [...new Set(ordered)],
  };
}

/** To stay on the newest known release is advice only while no later one is likely. */
function stayOn(catalogue: Catalogue, product: PinnedOs['product'], day: string) {
  const date = osReleases(catalogue, product).at(-1)?.date ?? '';
  const isCurrent = daysBetween(date, day) <= MOST_DAYS_BETWEEN_RELEASES;
  const reason = isCurrent
    ? text('upgrade.why.stay.os', { date })
    : text('upgrade.why.oldNotes', { date, isPast: isOfPast(catalogue) });
  return { isCurrent, reason };
}

function sourceOf(catalogue: Catalogue, { product }: PinnedOs, day: string): SourceSupport | null {
  const support = osSupportOf(catalogue, product, day);
  if (support === null) return null;
  const { standardEnds, url, scope } = support.period;
  return {
    status: support.phase,
    scope,
    standardEnds,
    extended: null,
    text: osSupportMessage(support),
    url,
  };
}

function youngNote(version: string, date: string, day: string, soakDays: number): Text {
  return text('upgrade.caveat.young', { version, date, days: daysBetween(date, day), soakDays });
}
