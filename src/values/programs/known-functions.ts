import { isOptionKey } from '../../vocabulary/index.ts';

// What functions do with a value that they are given, and rows with theirs, by their names alone.

/** What compares in scripts, checks and policies. */
export const CHECKS = new RegExp(
  [
    '(?<![a-z])(?:assert(?!ion)|expect|should|require(?!env)[a-z])',
    ...['(?:has|have)Resource', 'approved', 'allowed', 'supported', 'deprecated'],
  ].join('|'),
  'i',
);
/** Functions that tell a text, or ask about it. */
export const TELLS =
  words(`log warn warning info debug print println printf writeline error errorf fatalf wrap exception valueerror
  runtimeerror includes contains has equals test startswith endswith indexof hasprefix hassuffix containskey match search
  compile mustcompile regexp enginetype`);
/** Functions that find what they are told to look for: nothing of how it is told is in the answer. */
const LOOKS_UP = words('getparameter getparameters getparametercommand describeimages describeimagescommand');
const LOOKS_UP_NEWEST = /^(?:get|find|fetch|lookup)(?:mostrecent|latest|newest)\w*(?:ami|image)/;

/** @param plain a name as {@link plainly} writes it */
export function looksUp(plain: string): boolean {
  return LOOKS_UP.has(plain) || LOOKS_UP_NEWEST.test(plain);
}

/**
 * Functions whose result is, has in it, or is found by what they are given: what a look-up finds can be for others, and an
 * engine of the CDK is what a cluster is given. A function of a type stands behind its type where others have its name.
 */
export const HANDS_ON = new Set([
  ...LOOKS_UP,
  ...words(`sprintf format string str strings stringptr toptr ptr join concat of freeze interpolate ofentries entry
  map set list dict tuple frozenset aslist ternary output get getenv getordefault env getorelse getvalueordefault fromenv
  coalesce objectentries objectvalues enumerate databaseclusterengineaurora databaseclusterengineauroramysql send promise sorted`),
]);

/** A name however its language spells it. */
export function plainly(name: string): string {
  return name
    .replaceAll('_', '')
    .toLowerCase()
    .replace(/^get(?=enginetype)/, '');
}

/** Whether a row of a table is one to choose by what it is, or by its number. */
export function isOption(key: string): boolean {
  return /^\d+$/.test(key) || isOptionKey(key);
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/));
}
