import { text } from '../../l10n/index.ts';
import type { Release, Text } from '../../model/index.ts';
import { refreshText } from '../notes-days.ts';
import { osUpgradeText } from '../support/os-upgrade-text.ts';
import { productOf } from '../../products/index.ts';
import { daysBetween, supportOf, type SupportStatus } from '../support/support.ts';
import { fixesAt, type Candidate } from './engine-rows.ts';
import { candidatesOf, type AdviceFacts } from './advice-facts.ts';
import {
  isHeldByLongTerm,
  NOTICE_DAYS,
  type AdviceRow,
  type LaterRow,
  type NowChoice,
  type AdviceQuestion,
} from './rule.ts';

import { unreleasedFix } from './unreleased-fix.ts';

/** Sentences that give the reasons of an advice. They claim only what the rule compared. */

/** Joins sentences into one reason. */
export function sentences(parts: readonly (Text | null)[]): Text {
  const [first, ...others] = parts.filter((part) => part !== null);
  return first !== undefined && others.length === 0
    ? first
    : text('advice.sentences', { parts: parts.filter((part) => part !== null) });
}

/** Keys of sentences about support that has ended. */
const ENDED_SUPPORT = [
  'upgrade.left.unlisted',
  'upgrade.left.ended',
  'upgrade.left.over',
  'advice.left.version',
];

/** Reason without the sentence that support has ended, for a place that has said so already. */
export function withoutEndedSupport(reason: Text): Text {
  const { parts } = reason.args;
  if (reason.key !== 'advice.sentences' || !Array.isArray(parts)) return reason;
  const others = (parts as readonly Text[]).filter(({ key }) => !ENDED_SUPPORT.includes(key));
  return sentences(others.map(withoutEndedSupport));
}

/** Reason of the step within the major version. */
export function nowReason(
  facts: AdviceFacts,
  choice: NowChoice,
  young: AdviceRow | null,
  now: Release,
): Text {
  const own = supportOf(facts.catalogue, facts.product, facts.version, facts.day);
  const { osUpgrade = false, osUpgradeClasses = [], version } = now;
  return sentences([
    endedSupportText(own) ?? nearEndText(own),
    fixesText(facts, now),
    supportText(facts, now),
    unreleasedFix(facts)?.text ?? null,
    osUpgrade ? osUpgradeText(version, osUpgradeClasses) : null,
    ...passedOverTexts(facts, choice),
    youngText(facts, young),
  ]);
}

/** Reason of the move to a later major version. */
export function destinationReason(
  facts: AdviceFacts,
  { here, major, day }: AdviceQuestion,
  now: Release | null,
  destination: Release,
  pathStatus: LaterRow['pathStatus'],
): Text {
  const { catalogue, product, version } = facts;
  const line = productOf(product).versions.line(version);
  const date = catalogue.support.find(
    (each) => each.product === product && each.scope === line,
  )?.standardEnds;
  const daysLeft = major.standardEnds === null ? Infinity : daysBetween(day, major.standardEnds);
  const why =
    date === undefined || date === null || daysLeft > NOTICE_DAYS
      ? endedSupportText(supportOf(catalogue, product, version, day))
      : leavingText(line, date, daysLeft);
  const until = now?.version ?? version;
  const isOver = now === null && here.phase === 'ended';
  const askKey = isOver ? 'advice.ask.ended' : 'advice.ask';
  return sentences([
    why,
    supportText(facts, destination),
    pathStatus === 'ask' ? text(askKey, { from: until, to: destination.version }) : null,
  ]);
}

/** @param days until standard support ends; negative if it has ended */
function leavingText(line: string, date: string, days: number): Text {
  return days < 0
    ? text('advice.left.version', { line, date })
    : text('advice.leaving.version', { line, date, days });
}

/** Reason to stay. */
export function stayReason(
  facts: AdviceFacts,
  question: AdviceQuestion,
  choice: NowChoice,
  young: AdviceRow | null,
  inLine: readonly Candidate[],
): Text {
  const { product, version, lineage, catalogue, day } = facts;
  const { versions } = productOf(product);
  const line = versions.line(version);
  const own = supportOf(catalogue, product, version, day);
  const release = lineage.release(version);
  const stayed = isHeldByLongTerm(question.here, day)
    ? text('advice.stay.patch', { scope: question.here.minor })
    : text('advice.stay.best', { line });
  const isNewest = newestAhead(facts) === undefined;
  const alone = text(isNewest ? 'advice.stay.newest' : 'advice.stay.unsupported', { line });
  const known = inLine.length === 0 ? alone : stayed;
  const first = youngText(facts, young) ?? known;
  return sentences([
    endedSupportText(own),
    first,
    release === undefined ? null : supportText(facts, release),
    unreleasedFix(facts)?.text ?? null,
    ...passedOverTexts(facts, choice),
  ]);
}

/** Reason why there is no advice: the catalogue has no supported release. */
export function noAdviceReason({ catalogue, product, version, day }: AdviceFacts): Text {
  const left = endedSupportText(supportOf(catalogue, product, version, day));
  return text('upgrade.why.nothing', { left, refresh: refreshText(catalogue) });
}

/** A newer release of the major version that was left out because the calendar does not list it. */
export function unlistedNote(facts: AdviceFacts, chosen: Release | null): Text[] {
  const { catalogue, product, day } = facts;
  const { compare } = productOf(product).versions;
  const newest = newestAhead(facts);
  if (newest === undefined || chosen === null || compare(newest.version, chosen.version) <= 0) return [];
  return supportOf(catalogue, product, newest.version, day) === null
    ? [text('advice.note.unlisted', { version: newest.version })]
    : [];
}

/** Newest release of the present major version, supported or not; undefined if nothing is above the present one. */
function newestAhead(facts: AdviceFacts): Release | undefined {
  const own = productOf(facts.product).versions.line(facts.version);
  return candidatesOf(facts).findLast(({ line }) => line === own);
}

/** Release that is too young to be chosen, as a sentence. */
function youngText({ soakDays }: AdviceFacts, young: AdviceRow | null): Text | null {
  return young && text('advice.stay.young', { version: young.version, soakDays });
}

/** The best release that was not chosen because the present minor version has long-term support. */
function passedOverTexts(facts: AdviceFacts, { passedOver }: NowChoice): Text[] {
  if (passedOver === null) return [];
  const release = facts.lineage.release(passedOver.version);
  if (release === undefined) return [];
  return [comparedText(facts, release), supportText(facts, release)].filter((part) => part !== null);
}

function fixesText(facts: AdviceFacts, { version }: Release): Text {
  const { urgent, all, of } = fixesAt(facts, version);
  if (urgent > 0) return text('advice.fixes.urgent', { version, part: urgent, whole: of.urgent });
  if (of.all > 0) return text('advice.fixes.all', { version, part: all, whole: of.all });
  return text('advice.fixes.none', { version });
}

function comparedText(facts: AdviceFacts, { version }: Release): Text {
  const { urgent, all, of } = fixesAt(facts, version);
  return of.urgent > 0
    ? text('advice.compared.urgent', { version, part: urgent, whole: of.urgent })
    : text('advice.compared.all', { version, part: all, whole: of.all });
}

/** Kind and end of a release's support, as a sentence; null if the calendar does not state it. */
function supportText({ catalogue, product, day }: AdviceFacts, { version }: Release): Text | null {
  const status = supportOf(catalogue, product, version, day);
  if (status === null || status.standardEnds === null) return null;
  const { scope, standardEnds: until, phase, lts, extended } = status;
  if (phase === 'standard')
    return text(lts ? 'advice.support.lts' : 'advice.support.standard', { scope, until });
  if (phase === 'extended') return text('advice.support.extended', { scope, until: extended?.ends ?? null });
  return text('advice.support.ended', { scope, until });
}

/** Sentence about support that has ended; null if it has not. */
function endedSupportText(own: SupportStatus | null): Text | null {
  if (own === null || own.phase === 'standard') return null;
  const { scope, phase, standardEnds: date, extended } = own;
  if (date === null) return text('upgrade.left.unlisted', { scope });
  const ends = extended?.ends ?? null;
  return phase === 'ended' && ends !== null
    ? text('upgrade.left.over', { scope, date, ends })
    : text('upgrade.left.ended', { scope, date });
}

/** A sentence about support that ends within 180 days. */
function nearEndText(own: SupportStatus | null): Text | null {
  const { scope = '', standardEnds: date = null, daysLeft: days = null } = own ?? {};
  return date === null || days === null || days > NOTICE_DAYS
    ? null
    : text('advice.leaving.minor', { scope, date, days });
}
