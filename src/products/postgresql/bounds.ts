import { EARLIER_RELEASE, PREVIOUS_RELEASE, type BugBounds } from '../../model/index.ts';
import { featureMajor } from './feature-majors.ts';

const NAMED_VERSION = String.raw`(?:PostgreSQL )?(?:version |v)?(1\d)(?:\.(\d+))?`;
/** Wordings about the major version or change that introduced a bug. */
const INTRODUCED_IN: readonly RegExp[] = [
  String.raw`\b(?:refactoring|changes?|optimi[sz]ations?|code|logic) (?:added |made |introduced )?in ${NAMED_VERSION}\b(?!\.\d)`,
  String.raw`\b(?:introduced|added|new|broken) (?:in|by|with) ${NAMED_VERSION}\b(?!\.\d)`,
  String.raw`\b(?:as of|starting (?:in|with)|because|reverts? an?) ${NAMED_VERSION}\b`,
  String.raw`\b${NAMED_VERSION} (?:failed to|accidentally|unintentionally|tightened|changed)\b`,
  String.raw`\b(?:accidentally|unintentionally) \w+ in ${NAMED_VERSION}\b`,
  String.raw`\b(?:way|accepted it) (?:for a long time )?before ${NAMED_VERSION}\b`,
  String.raw`\b(?:prevent|new-in-)(?: )?${NAMED_VERSION} ?(?:from\b|feature\b)`,
  String.raw`\bonly ${NAMED_VERSION}(?:–|-| to | through )v?1\d are affected\b`,
  String.raw`\b${NAMED_VERSION} and later will use\b`,
].map((words) => new RegExp(words, 'i'));

const LAST_RELEASES = String.raw`(?:previous|last|last week's|latest|most recent|prior) (?:(?:set|round|batch) of )?(?:(?:minor|quarterly|security|update) )+(?:releases?|versions?)\b`;
const HARM = String.raw`\b(?:introduced|broke|broken|caused|copied|added|created|disabled|accidentally|unintentionally|inadvertently|turn(?:s|ed) out)\b`;
/** Part of a sentence; "TLSv1.3" does not end one. */
const NEAR = String.raw`(?:[^.]|\.(?=\S)){0,110}`;
const CVE = String.raw`(CVE-\d{4}-\d{4,7})`;
const NUMBERS: ReadonlyMap<string, number> = new Map([
  ['two', 2],
  ['three', 3],
  ['four', 4],
]);
const MONTHS = [
  ...['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september'],
  ...['october', 'november', 'december'],
];

/**
 * Wordings about the change that brought a bug, and that change; the first one that matches counts. A fix that was
 * incomplete brought nothing.
 */
const BROUGHT_BY: readonly (readonly [words: string, change: (found: string, more: string) => string])[] = [
  [String.raw`\bin the fix for ${CVE}, but the code\b${NEAR}\bbefore\b`, earlier],
  [
    String.raw`\b(?:oversight|error|mistake|bug|defect)s? in the (?:fix|changes?|patch)(?: made)? for ${CVE}`,
    named,
  ],
  [
    String.raw`\bthe (?:fix|changes?|patch)(?: made)? for ${CVE}(?! (?:was|were|is) (?:incomplete|insufficient|inadequate))[^.]{0,40}\b(?:caused?|too aggressive|accidentally|broke|had one serious|overlooked|failed|introduced)\b`,
    named,
  ],
  [String.raw`\b(?:after|(?:created|caused|introduced|broken) by) the fix for ${CVE}`, named],
  [String.raw`\bincluded in the (\w+) (\d{4}) releases\b`, monthNamed],
  [
    String.raw`\b(two|three|four) (?:minor )?releases ago\b`,
    (count) => `${PREVIOUS_RELEASE} ${NUMBERS.get(count)}`,
  ],
  [String.raw`${HARM}[^.]{0,60}\b${LAST_RELEASES}`, previous],
  [String.raw`\b${LAST_RELEASES}${NEAR}${HARM}`, previous],
  [
    String.raw`\b${LAST_RELEASES} (?:included|contained|made)\b[^]{0,300}?\.\s+(?:However|But|Unfortunately)\b${NEAR}${HARM}`,
    previous,
  ],
  [
    String.raw`\b(?:fix|change|patch) (?:applied|made|included) in (?:${MONTHS.join('|')})'s (?:minor )?releases?\b`,
    previous,
  ],
  [String.raw`\b(?:server|standby|replica) of the (?:latest|newest) minor (?:release|version)\b`, previous],
  [String.raw`\bthe previous (?:bug )?(?:fix|change|patch)\b${NEAR}${HARM}`, previous],
  [
    String.raw`\b(?:a|an|another|some) (?:previous|recent|earlier|prior) (?:bug )?(?:fix|change|patch)\b${NEAR}${HARM}`,
    earlier,
  ],
  [String.raw`\brecently-introduced (?:race|bug|error|problem|regression)`, earlier],
  [String.raw`\b(?:server|standby|replica) of a newer minor (?:release|version)\b`, earlier],
  [String.raw`\b(?:primary|server|publisher) of an older minor (?:release|version)\b`, earlier],
];
const BROUGHT = BROUGHT_BY.map(([words, change]) => [new RegExp(words, 'i'), change] as const);

function named(cve: string): string {
  return cve.toUpperCase();
}

function previous(): string {
  return PREVIOUS_RELEASE;
}

function earlier(): string {
  return EARLIER_RELEASE;
}

/** `2026-05` of May 2026. */
function monthNamed(month: string, year: string): string {
  return `${year}-${String(MONTHS.indexOf(month.toLowerCase()) + 1).padStart(2, '0')}`;
}

/** First versions of a bug, as far as the words of one item name them. */
export function boundsIn(words: string): BugBounds {
  const broughtBy = changeIn(words);
  return {
    introducedIn: introducingMajor(words) ?? featureMajor(words),
    introducedInCommunity: null,
    names: [],
    upgradeOnly: false,
    ...(broughtBy !== null && { broughtBy }),
  };
}

/** Change that brought the bug, by its words; null if they name none. */
function changeIn(words: string): string | null {
  for (const [pattern, change] of BROUGHT) {
    const found = pattern.exec(words);
    if (found !== null) return change(found[1] ?? '', found[2] ?? '');
  }
  return null;
}

function introducingMajor(words: string): string | null {
  for (const pattern of INTRODUCED_IN) {
    const [, major, minor = '0'] = pattern.exec(words) ?? [];
    if (major !== undefined) return `${major}.${minor}`;
  }
  return null;
}
