import { text } from '../../l10n/index.ts';
import type { Asset, CheckAnswer, CheckLevel, Fix, Text } from '../../model/index.ts';
import type { Reading } from './reading/readings.ts';

/** Link of a chain that a check follows. */
export interface CheckLink {
  outcome: 'pass' | 'fail' | 'unknown';
  evidence: Text;
  /** Short name in the field's terms, the same in every answer: `target`. */
  name?: string;
  /** Set if a search of code that is only partly read found nothing: the fix is offered, and a person decides. */
  isUnfound?: true;
}

/** Answer of a check for an asset. */
export interface Answer {
  answer: CheckAnswer;
  evidence: Text;
  missing: readonly Text[];
  /** Fix of a failure, or of something not found in code that is only partly read. */
  fix: Fix | null;
  /** Level of this answer if it differs from the check's own. */
  level: CheckLevel | null;
  /** Asset that the evidence is about, if it is another. */
  about: Asset | null;
  /** Link that decides a failed or unknown chain; null for an answer without a chain. */
  link: string | null;
}

export type AnswerExtras = Partial<Pick<Answer, 'fix' | 'level' | 'about' | 'link'>>;

export function pass(evidence: Text, more: AnswerExtras = {}): Answer {
  return answer('pass', [evidence], [], more);
}

export function fail(evidence: Text, more: AnswerExtras = {}): Answer {
  return answer('fail', [evidence], [evidence], more);
}

export function unknown(evidence: Text, more: AnswerExtras = {}): Answer {
  return answer('unknown', [evidence], [evidence], more);
}

export function notApplicable(evidence: Text): Answer {
  return answer('not-applicable', [evidence], [], {});
}

/** Answer that passes if every link holds. A broken link fails even beside unknown ones; the fix belongs to the failure. */
export function allOf(links: readonly CheckLink[], more: AnswerExtras = {}): Answer {
  const broken = links.filter(({ outcome }) => outcome === 'fail');
  const undecided = links.filter(({ outcome }) => outcome === 'unknown');
  const shown = [...broken, ...undecided].map(({ evidence }) => evidence);
  const link = [...broken, ...undecided][0]?.name ?? null;
  if (broken.length > 0) return answer('fail', shown, shown, { ...more, link });
  if (undecided.length > 0) {
    const unclear = answer('unknown', shown, shown, { ...more, level: null, link });
    const isOffered =
      undecided.every(({ isUnfound }) => isUnfound === true) && more.fix?.changes.length !== 0;
    return isOffered ? { ...unclear, fix: more.fix ?? null } : unclear;
  }
  return answer(
    'pass',
    links.map(({ evidence }) => evidence),
    [],
    { ...more, level: null },
  );
}

/** Deciding link of alternatives: the first that holds, else an unknown one. */
export function anyOf(links: readonly [CheckLink, ...CheckLink[]]): CheckLink {
  return (
    links.find(({ outcome }) => outcome === 'pass') ??
    links.find(({ outcome }) => outcome === 'unknown') ??
    links[0]
  );
}

/** True if a link's target was looked for and not found, so that a fix creates it. */
export function isTargetMissing(link: CheckLink | undefined): boolean {
  return link?.outcome === 'fail' || link?.isUnfound === true;
}

/** Converts a reading to a link. */
export function linkOf(
  reading: Reading,
  isGood: (value: Known['value']) => boolean,
  evidence?: Text,
): CheckLink {
  if (reading.state === 'unknown') return { outcome: 'unknown', evidence: reading.evidence };
  const outcome = isGood(reading.value) ? 'pass' : 'fail';
  return { outcome, evidence: outcome === 'fail' ? (evidence ?? reading.evidence) : reading.evidence };
}

type Known = Extract<Reading, { state: 'known' }>;

export function passingLink(evidence: Text): CheckLink {
  return { outcome: 'pass', evidence };
}

export function failingLink(evidence: Text): CheckLink {
  return { outcome: 'fail', evidence };
}

export function unknownLink(evidence: Text): CheckLink {
  return { outcome: 'unknown', evidence };
}

/** Adds remarks to the evidence of an answer. */
export function withRemarks(given: Answer, ...remarks: readonly (Text | null)[]): Answer {
  const shown = remarks.filter((remark) => remark !== null);
  if (shown.length === 0) return given;
  return { ...given, evidence: text('evidence.list', { parts: [given.evidence, ...shown] }) };
}

function answer(
  kind: CheckAnswer,
  evidence: readonly Text[],
  missing: readonly Text[],
  { fix = null, level = null, about = null, link = null }: AnswerExtras,
): Answer {
  const [only] = evidence;
  const sentence =
    only !== undefined && evidence.length === 1 ? only : text('evidence.list', { parts: evidence });
  return { answer: kind, evidence: sentence, missing, fix: kind === 'fail' ? fix : null, level, about, link };
}
