import { text } from '../../l10n/index.ts';
import type { Release, Text } from '../../model/index.ts';
import { refreshText } from '../notes-days.ts';
import { osUpgradeText } from '../support/os-upgrade-text.ts';
import { productOf } from '../../products/index.ts';
import { daysBetween, supportOf, type SupportStatus } from '../support/support.ts';
import { candidatesInLine, fixesAt, type Candidate } from './engine-rows.ts';
import { candidatesOf, isSettled, type Ground } from './ground.ts';
import {
  chooseNow,
  isHeldByLongTerm,
  NOTICE_DAYS,
  type LaterRow,
  type NowChoice,
  type Question,
} from './rule.ts';

/** Sentences for an advice. They claim only what the rule compared. */

/** Joins sentences into one reason. */
export function sentences(parts: readonly (Text | null)[]): Text {
  const [first, ...others] = parts.filter((part) => part !== null);
  return first !== undefined && others.length === 0
    ? first
    : text('advice.sentences', { parts: parts.filter((part) => part !== null) });
}

/** Reason of the step within the major version. */
export function nowReason(ground: Ground, question: Question, choice: NowChoice, now: Release): Text {
  const own = supportOf(ground.catalogue, ground.product, ground.version, ground.day);
  const { osUpgrade = false, osUpgradeClasses = [], version } = now;
  return sentences([
    leftBy(own) ?? endsSoon(own),
    fixesText(ground, now),
    standingText(ground, now),
    osUpgrade ? osUpgradeText(version, osUpgradeClasses) : null,
    ...passedOverTexts(ground, choice),
    youngText(ground, question, choice),
  ]);
}

/** Reason of the move to a later major version. */
export function destinationReason(
  ground: Ground,
  { major, day }: Question,
  now: Release | null,
  destination: Release,
  way: LaterRow['way'],
): Text {
  const { catalogue, product, version } = ground;
  const line = productOf(product).versions.line(version);
  const date = catalogue.support.find(
    (each) => each.product === product && each.scope === line,
  )?.standardEnds;
  const isLeaving = major.standardEnds !== null && daysBetween(day, major.standardEnds) <= NOTICE_DAYS;
  const why =
    date === undefined || date === null || !isLeaving || major.standardEnds === null
      ? leftBy(supportOf(catalogue, product, version, day))
      : major.standardEnds < day
        ? text('advice.left.version', { line, date })
        : text('advice.leaving.version', { line, date, days: daysBetween(day, major.standardEnds) });
  const until = now?.version ?? version;
  return sentences([
    why,
    standingText(ground, destination),
    way === 'ask' ? text('advice.ask', { from: until, to: destination.version, until }) : null,
  ]);
}

/** Reason to stay. */
export function stayReason(
  ground: Ground,
  question: Question,
  choice: NowChoice,
  inLine: readonly Candidate[],
): Text {
  const { product, version, lineage, catalogue, day } = ground;
  const { versions } = productOf(product);
  const line = versions.line(version);
  const own = supportOf(catalogue, product, version, day);
  const release = lineage.release(version);
  const young = youngText(ground, question, choice);
  const first =
    young ??
    (inLine.length === 0
      ? text('advice.stay.newest', { line })
      : isHeldByLongTerm(question.here, day)
        ? text('advice.stay.patch', { scope: question.here.minor })
        : text('advice.stay.best', { line }));
  return sentences([
    leftBy(own),
    first,
    release === undefined ? null : standingText(ground, release),
    ...passedOverTexts(ground, choice),
  ]);
}

/** Reason why there is no advice: the catalogue has no supported release. */
export function noWayReason({ catalogue, product, version, day }: Ground): Text {
  const left = leftBy(supportOf(catalogue, product, version, day));
  return text('upgrade.why.nothing', { left, refresh: refreshText(catalogue) });
}

/** A newer release of the major version that was left out because the calendar does not list it. */
export function unlistedNote(ground: Ground, chosen: Release | null): Text[] {
  const { catalogue, product, day } = ground;
  const { compare, line } = productOf(product).versions;
  const own = line(ground.version);
  const newest = candidatesOf(ground).findLast(
    (release) => release.line === own && isSettled(ground, release),
  );
  if (newest === undefined || chosen === null || compare(newest.version, chosen.version) <= 0) return [];
  return supportOf(catalogue, product, newest.version, day) === null
    ? [text('advice.note.unlisted', { version: newest.version })]
    : [];
}

/** Release that is too young to be chosen, as a sentence. */
function youngText(ground: Ground, question: Question, { row }: NowChoice): Text | null {
  const { soakDays } = ground;
  const eager = chooseNow(
    question,
    candidatesInLine(ground, 0).map((each) => each.row),
  ).row;
  return eager === null || eager.version === row?.version
    ? null
    : text('advice.stay.young', { version: eager.version, soakDays });
}

/** The best release that was not chosen because the present minor version has long-term support. */
function passedOverTexts(ground: Ground, { passedOver }: NowChoice): Text[] {
  if (passedOver === null) return [];
  const release = ground.lineage.release(passedOver.version);
  if (release === undefined) return [];
  return [comparedText(ground, release), standingText(ground, release)].filter((part) => part !== null);
}

function fixesText(ground: Ground, { version }: Release): Text {
  const { urgent, all, of } = fixesAt(ground, version);
  if (urgent > 0) return text('advice.fixes.urgent', { version, part: urgent, whole: of.urgent });
  if (of.all > 0) return text('advice.fixes.all', { version, part: all, whole: of.all });
  return text('advice.newer', { version });
}

function comparedText(ground: Ground, { version }: Release): Text {
  const { urgent, all, of } = fixesAt(ground, version);
  return of.urgent > 0
    ? text('advice.compared.urgent', { version, part: urgent, whole: of.urgent })
    : text('advice.compared.all', { version, part: all, whole: of.all });
}

/** Kind and end of a release's support, as a sentence; null if the calendar does not state it. */
function standingText({ catalogue, product, day }: Ground, { version }: Release): Text | null {
  const status = supportOf(catalogue, product, version, day);
  if (status === null || status.standardEnds === null) return null;
  const { scope, standardEnds: until, phase, lts, extended } = status;
  if (phase === 'standard')
    return text(lts ? 'advice.support.lts' : 'advice.support.standard', { scope, until });
  if (phase === 'extended' && extended?.ends)
    return text('advice.support.extended', { scope, until: extended.ends });
  return text('advice.support.ended', { scope, until });
}

/** Sentence about support that has ended; null if it has not. */
function leftBy(own: SupportStatus | null): Text | null {
  if (own === null || own.phase === 'standard') return null;
  return own.standardEnds === null
    ? text('upgrade.left.unlisted', { scope: own.scope })
    : text('upgrade.left.ended', { scope: own.scope, date: own.standardEnds });
}

/** A sentence about support that ends within 180 days. */
function endsSoon(own: SupportStatus | null): Text | null {
  const { scope = '', standardEnds: date = null, daysLeft: days = null } = own ?? {};
  return date === null || days === null || days > NOTICE_DAYS
    ? null
    : text('advice.leaving.minor', { scope, date, days });
}
