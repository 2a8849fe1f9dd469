import { text } from '../../l10n/index.ts';
import { isOfPast, type Release, type Text } from '../../model/index.ts';
import { productOf } from '../../products/index.ts';
import { supportOf, type SupportStatus } from '../findings/support.ts';
import { linesOf } from './upgrade-path.ts';
import { urgentAmong } from '../bugs/urgent-among.ts';
import {
  branchHere,
  candidatesOf,
  isOutOfSupport,
  isSettled,
  lineHere,
  LONG_NOTICE,
  SHORT_NOTICE,
  type Ground,
} from './ground.ts';
import { endOf, lastingLongest, leftBy, ltsAbove, outlasts, standingOf } from './support-left.ts';

/** One release to go to, to stay, or nothing that can be recommended; and the one reason. */
export interface Choice {
  recommended: Release | 'stay' | null;
  reason: Text;
  /** Where the way leads over a major version: the release of the present one that helps until then. */
  interim: Release | null;
  /** A release that would be chosen but for its age. */
  young: Release | null;
  /** A smaller step over a major version, which was passed over. */
  nearer: Release | null;
}

interface Decision {
  recommended: Choice['recommended'];
  reason: Text;
  nearer?: Release | null;
}

/**
 * The advice of a careful administrator, in this order: leave a major version whose standard support ends; keep to long-term
 * support; keep to a minor version in support, at its newest patch; else the supported minor version that lasts longest.
 */
export function choose(ground: Ground): Choice {
  const { wayless } = ground;
  if (wayless !== null) return nothing(text(`upgrade.why.${wayless}`, { version: ground.version }));
  const ahead = candidatesOf(ground).filter((release) => !isOutOfSupport(ground, release));
  const settled = decide(
    ground,
    ahead.filter((release) => isSettled(ground, release)),
  );
  const eager = decide(ground, ahead);
  const { recommended, reason, nearer = null } = settled.recommended === null ? eager : settled;
  const target = releaseIn(recommended);
  const young = eager.recommended === recommended ? null : releaseIn(eager.recommended);
  const { soakDays } = ground;
  const waits = recommended === 'stay' && young !== null;
  return {
    recommended,
    reason: waits ? text('upgrade.why.stay.young', { version: young.version, soakDays }) : reason,
    interim: target && interimOf(ground, target),
    young,
    nearer,
  };
}

function nothing(reason: Text): Choice {
  return { recommended: null, reason, interim: null, young: null, nearer: null };
}

/** The release that is recommended; null where none is. */
export function releaseIn(recommended: Choice['recommended']): Release | null {
  return recommended === 'stay' ? null : recommended;
}

function decide(ground: Ground, ahead: readonly Release[]): Decision {
  const { version } = ground;
  const line = lineHere(ground);
  const inLine = ahead.filter((release) => release.line === line);
  const lineEnd = endOf(ground, line);
  if (lineEnd !== null && lineEnd.days <= LONG_NOTICE) {
    const beyond = beyondLine(ground, ahead);
    if (beyond !== null) {
      return {
        recommended: beyond.release,
        nearer: beyond.nearer,
        reason: text('upgrade.why.line', {
          line,
          ...lineEnd,
          ...standingOf(ground, beyond.release),
          nearer: nearerThan(ground, beyond),
        }),
      };
    }
  }
  const own = supportOf(ground.catalogue, ground.product, version, ground.day);
  if (own?.phase === 'standard' && own.lts && (own.daysLeft ?? LONG_NOTICE + 1) > LONG_NOTICE) {
    return onOwnBranch(ground, inLine, own, 'lts');
  }
  const lts = ltsAbove(ground, inLine);
  if (lts !== null) {
    return {
      recommended: lts,
      reason: text('upgrade.why.lts', { ...standingOf(ground, lts), left: leftBy(own), line }),
    };
  }
  return own === null || own.phase === 'standard'
    ? withinSupport(ground, inLine, own)
    : outOfSupport(ground, ahead, inLine, own);
}

/** The release's branch is in support, and no long-term support release lies above it. */
function withinSupport(ground: Ground, inLine: readonly Release[], own: SupportStatus | null): Decision {
  const branch = branchHere(ground);
  const patch = inLine.findLast((release) => release.branch === branch) ?? null;
  const minor = lastingLongest(
    ground,
    inLine.filter((release) => release.branch !== branch),
  );
  if (minor === null) return onOwnBranch(ground, inLine, own, 'minor');
  const daysLeft = own?.daysLeft ?? null;
  if (own?.standardEnds && daysLeft !== null && daysLeft <= SHORT_NOTICE && outlasts(ground, minor, own)) {
    return {
      recommended: minor,
      reason: text('upgrade.why.ending', {
        scope: own.scope,
        ends: own.standardEnds,
        days: daysLeft,
        ...standingOf(ground, minor),
      }),
    };
  }
  const best = patch?.version ?? ground.version;
  const urgentAt = (version: string): number => urgentAmong(ground.reportedAt(version)).length;
  const fewer = urgentAt(best) - urgentAt(minor.version);
  if (fewer <= 0) return onOwnBranch(ground, inLine, own, 'minor', minor);
  return {
    recommended: minor,
    reason: text('upgrade.why.fewer', { version: minor.version, than: best, fewer }),
  };
}

function outOfSupport(
  ground: Ground,
  ahead: readonly Release[],
  inLine: readonly Release[],
  own: SupportStatus,
): Decision {
  const minor = lastingLongest(ground, inLine);
  const left = leftBy(own);
  if (minor !== null) {
    return {
      recommended: minor,
      reason: text('upgrade.why.ended', { left, ...standingOf(ground, minor) }),
    };
  }
  const beyond = beyondLine(ground, ahead);
  const line = lineHere(ground);
  if (beyond !== null) {
    return {
      recommended: beyond.release,
      nearer: beyond.nearer,
      reason: text('upgrade.why.lineExhausted', {
        left,
        line,
        ...standingOf(ground, beyond.release),
        nearer: nearerThan(ground, beyond),
      }),
    };
  }
  return {
    recommended: null,
    reason: text('upgrade.why.nothing', { left, isPast: isOfPast(ground.catalogue) }),
  };
}

/** The newest patch where it mends anything, else no move. */
function onOwnBranch(
  ground: Ground,
  inLine: readonly Release[],
  own: SupportStatus | null,
  kind: 'lts' | 'minor',
  other: Release | null = null,
): Decision {
  const branch = branchHere(ground);
  const scope = own?.scope ?? branch;
  const ends = own?.standardEnds ?? null;
  const patch = inLine.findLast((release) => release.branch === branch);
  if (patch !== undefined && (mends(ground, patch) || outlasts(ground, patch, own))) {
    const newest = candidatesOf(ground).findLast((release) => release.branch === branch);
    const soakDays = newest === patch ? null : ground.soakDays;
    const standing = { ...standingOf(ground, patch), soakDays };
    return { recommended: patch, reason: text(`upgrade.why.patch.${kind}`, standing) };
  }
  const args = { scope, ends, line: lineHere(ground), isNewest: inLine.length === 0 };
  return {
    recommended: 'stay',
    reason: text(`upgrade.why.stay.${kind}`, { ...args, other: other && comparedTo(ground, other, own) }),
  };
}

/** The release that the present one was compared with by urgent bugs, and what it has all the same. */
function comparedTo(ground: Ground, release: Release, own: SupportStatus | null): Text {
  const there = ground.idsAt(release.version);
  const fixes = ground.reportedAt(ground.version).filter(({ bug }) => !there.has(bug.id)).length;
  const { until } = standingOf(ground, release);
  const ends = outlasts(ground, release, own) ? until : null;
  return text('upgrade.why.stay.other', { version: release.version, fixes, ends });
}

/** A release of a later line, and the smaller step that was passed over for it. */
interface Beyond {
  release: Release;
  nearer: Release | null;
}

/**
 * On the nearest later line that is not about to end itself: long-term support before all else. Where one upgrade leads to
 * any line, the long-term support release that lasts longest: the downtime is the same, and the next upgrade is later.
 */
function beyondLine(ground: Ground, ahead: readonly Release[]): Beyond | null {
  const lines = linesOf(ground.product);
  const later = lines.slice(lines.indexOf(lineHere(ground)) + 1);
  const found = later.flatMap((line) => {
    const onLine = ahead.filter((release) => release.line === line);
    const lts = ltsAbove(ground, onLine);
    const release = lts ?? lastingLongest(ground, onLine);
    return release === null ? [] : [{ release, isLts: lts !== null, end: endOf(ground, line) }];
  });
  const nearest = found.find(({ end }) => end === null || end.days > LONG_NOTICE) ?? found.at(-1);
  if (nearest === undefined) return null;
  const mayPassOver = productOf(ground.product).advice?.mayPassOverLines === true;
  const reached = found.flatMap(({ release, isLts }) => (mayPassOver && isLts ? [release] : []));
  const lasting = lastingLongest(ground, reached) ?? nearest.release;
  return { release: lasting, nearer: lasting === nearest.release ? null : nearest.release };
}

function nearerThan(ground: Ground, { nearer }: Beyond): Text | null {
  return nearer === null ? null : text('upgrade.why.overNearer', standingOf(ground, nearer));
}

/** The release to use until a major upgrade is done: the newest patch of the present line, where it fixes anything. */
function interimOf(ground: Ground, recommended: Release): Release | null {
  const line = lineHere(ground);
  if (recommended.line === line) return null;
  const newest = candidatesOf(ground).findLast(
    (release) => release.line === line && isSettled(ground, release),
  );
  return newest !== undefined && mends(ground, newest) ? newest : null;
}

function mends({ version, idsAt }: Ground, { version: to }: Release): boolean {
  return !idsAt(version).isSubsetOf(idsAt(to));
}
