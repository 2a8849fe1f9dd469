import { text } from '../../l10n/index.ts';
import { lastDayOf, type Release, type Text, type TextArg } from '../../model/index.ts';
import { daysBetween, supportedLtsBranches, supportOf, type SupportStatus } from '../findings/support.ts';
import { SHORT_NOTICE, type Ground } from './ground.ts';

/** The newest patch of the newest long-term support version in support above. */
export function ltsAbove({ catalogue, product, day }: Ground, inLine: readonly Release[]): Release | null {
  for (const branch of supportedLtsBranches(catalogue, product, day)) {
    const newest = inLine.findLast((release) => release.branch === branch);
    if (newest !== undefined) return newest;
  }
  return null;
}

/** The one whose support ends last, of those the newest. */
export function lastingLongest(ground: Ground, releases: readonly Release[]): Release | null {
  let best: Release | null = null;
  for (const release of releases) {
    if (best === null || endsOf(ground, release) >= endsOf(ground, best)) best = release;
  }
  return best;
}

export function outlasts(ground: Ground, release: Release, own: SupportStatus | null): boolean {
  const ends = endsOf(ground, release);
  const ownEnds = own?.standardEnds ?? null;
  return ends !== '' && ownEnds !== null && ends > lastDayOf(ownEnds);
}

/** The last day of standard support; empty where it is not known. */
function endsOf({ catalogue, product, day }: Ground, { version }: Release): string {
  const ends = supportOf(catalogue, product, version, day)?.standardEnds ?? null;
  return ends === null ? '' : lastDayOf(ends);
}

/** When standard support of a major version ends. */
export function endOf(
  { catalogue, product, day }: Ground,
  line: string,
): { ended: string; days: number } | null {
  const period = catalogue.support.find((each) => each.product === product && each.scope === line);
  const ends = period?.standardEnds ?? null;
  return ends === null ? null : { ended: ends, days: daysBetween(day, lastDayOf(ends)) };
}

/** What a reason says of the release that it is about. */
interface Standing extends Record<string, TextArg> {
  version: string;
  /** `3.10`, or `8.4.7` where every release is a minor version. */
  branch: string;
  lts: boolean;
  /** Last day of its standard support. */
  until: string | null;
}

export function standingOf({ catalogue, product, day }: Ground, { version, branch, lts }: Release): Standing {
  const support = supportOf(catalogue, product, version, day);
  return {
    version,
    branch: support?.scope ?? branch,
    lts: support?.lts ?? lts,
    until: support?.standardEnds ?? null,
  };
}

/** A sentence about support that is about to end; null where it is not, or has ended. */
export function endsSoon({ phase, scope, standardEnds: date, daysLeft }: SupportStatus): Text | null {
  if (phase !== 'standard' || date === null || daysLeft === null || daysLeft > SHORT_NOTICE) return null;
  return text('upgrade.note.endsSoon', { scope, date, days: daysLeft });
}

/** A sentence about support that has ended; null where it has not. */
export function leftBy(own: SupportStatus | null): Text | null {
  if (own === null || own.phase === 'standard') return null;
  return own.standardEnds === null
    ? text('upgrade.left.unlisted', { scope: own.scope })
    : text('upgrade.left.ended', { scope: own.scope, date: own.standardEnds });
}
