import type { SettingValue } from '../../../model/index.ts';
import { fieldOf, listOf, textOf } from '../reading/readings.ts';

// What documents of IAM allow: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html

/** Who wants to do what: a service of AWS by its principal, and an action. */
export interface Wish {
  action: string;
  /** `events.amazonaws.com`; null in a policy of a role, which names no principal. */
  service: string | null;
}

/** Whether a document lets a wish be done; null where a part of it is not known that could. */
export function allows(document: SettingValue | undefined, wish: Wish): boolean | null {
  if (document === undefined || document === null) return null;
  const statements = asList(fieldOf(document, 'Statement'));
  if (statements.length === 0) return false;
  const answers = statements.map((statement) => [statementEffect(statement), fits(statement, wish)] as const);
  // A denial under a condition is about other requests: without TLS, from another account.
  const isDenied = statements.some(
    (statement) =>
      statementEffect(statement) === 'Deny' &&
      fieldOf(statement, 'Condition') === undefined &&
      fits(statement, wish) === true,
  );
  if (isDenied) return false;
  const allowing = answers.filter(([effect]) => effect !== 'Deny').map(([, answer]) => answer);
  if (allowing.includes(true)) return true;
  return allowing.includes(null) ? null : false;
}

/** A statement of Terraform's data source allows where it does not say. */
function statementEffect(statement: SettingValue): string {
  return textOf(fieldOf(statement, 'Effect')) ?? 'Allow';
}

function fits(statement: SettingValue, { action, service }: Wish): boolean | null {
  if (statement === null) return null;
  const answers = [fitsAction(statement, action), service === null ? true : fitsService(statement, service)];
  if (answers.includes(false)) return false;
  return answers.includes(null) ? null : true;
}

function fitsAction(statement: SettingValue, action: string): boolean | null {
  const others = fieldOf(statement, 'NotAction');
  if (others !== undefined) return asList(others).every((each) => isLike(textOf(each), action) === false);
  return any(asList(fieldOf(statement, 'Action')).map((each) => isLike(textOf(each), action)));
}

/** A service is named, or everybody is; `AWS: "*"` with the account's own conditions is how SNS begins, and means services. */
function fitsService(statement: SettingValue, service: string): boolean | null {
  const principal = fieldOf(statement, 'Principal');
  if (principal === null) return null;
  if (textOf(principal) === '*') return true;
  const services = asList(fieldOf(principal, 'Service')).map((each) => isLike(textOf(each), service));
  const isEverybody = asList(fieldOf(principal, 'AWS')).some((each) => textOf(each) === '*');
  return isEverybody && fieldOf(statement, 'Condition') === undefined ? true : any(services);
}

/** Whether a pattern with `*` covers a text, however it is written; null for a pattern that is not known. */
function isLike(pattern: string | null, text: string): boolean | null {
  if (pattern === null || pattern.includes('${')) return null;
  return matchesWildcards(pattern.toLowerCase(), text.toLowerCase());
}

function any(answers: readonly (boolean | null)[]): boolean | null {
  if (answers.includes(true)) return true;
  return answers.includes(null) ? null : false;
}

/** One or several: documents write both. */
function asList(value: SettingValue | undefined): readonly SettingValue[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? listOf(value) : [value];
}

/**
 * Whether a pattern, in which `*` stands for any characters, stands for a text. Only the last `*` is made longer where the
 * rest does not fit: that takes the product of both lengths at most, where a pattern of an engine tries every way to part
 * the text.
 */
export function matchesWildcards(pattern: string, text: string): boolean {
  let [at, inText] = [0, 0];
  /** Where the last `*` stands, and up to where it reaches so far. */
  let [star, reach] = [-1, 0];
  while (inText < text.length) {
    if (pattern[at] === '*') {
      star = at++;
      reach = inText;
    } else if (at < pattern.length && pattern[at] === text[inText]) {
      at++;
      inText++;
    } else if (star >= 0) {
      at = star + 1;
      inText = ++reach;
    } else return false;
  }
  while (pattern[at] === '*') at++;
  return at === pattern.length;
}
