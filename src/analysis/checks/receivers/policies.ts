import type { SettingValue } from '../../../model/index.ts';
import { fieldOf, listOf, textOf } from '../reading/readings.ts';

// Permissions in IAM documents: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html

/** Request to check: an AWS service by its principal, and an action. */
export interface AccessRequest {
  action: string;
  /** `events.amazonaws.com`; null in a policy of a role, which names no principal. */
  service: string | null;
}

/** True if a document allows a request; null if an unknown part could allow it. */
export function allows(document: SettingValue | undefined, request: AccessRequest): boolean | null {
  if (document === undefined || document === null) return null;
  const statements = asList(fieldOf(document, 'Statement'));
  if (statements.length === 0) return false;
  const answers = statements.map(
    (statement) => [statementEffect(statement), fitsRequest(statement, request)] as const,
  );
  // A conditional denial is about other requests: without TLS, from another account.
  const isDenied = statements.some(
    (statement) =>
      statementEffect(statement) === 'Deny' &&
      fieldOf(statement, 'Condition') === undefined &&
      fitsRequest(statement, request) === true,
  );
  if (isDenied) return false;
  const allowing = answers.filter(([effect]) => effect !== 'Deny').map(([, answer]) => answer);
  if (allowing.includes(true)) return true;
  return allowing.includes(null) ? null : false;
}

/** The effect of a statement in Terraform's data source is Allow by default. */
function statementEffect(statement: SettingValue): string {
  return textOf(fieldOf(statement, 'Effect')) ?? 'Allow';
}

function fitsRequest(statement: SettingValue, { action, service }: AccessRequest): boolean | null {
  if (statement === null) return null;
  const answers = [fitsAction(statement, action), service === null ? true : fitsService(statement, service)];
  if (answers.includes(false)) return false;
  return answers.includes(null) ? null : true;
}

function fitsAction(statement: SettingValue, action: string): boolean | null {
  const others = fieldOf(statement, 'NotAction');
  if (others !== undefined) return asList(others).every((each) => isLike(textOf(each), action) === false);
  return anyTrue(asList(fieldOf(statement, 'Action')).map((each) => isLike(textOf(each), action)));
}

/**
 * True if a principal is the service or everybody; `AWS: "*"` with a condition on the own account is SNS's default, and
 * includes services.
 */
function fitsService(statement: SettingValue, service: string): boolean | null {
  const principal = fieldOf(statement, 'Principal');
  if (principal === null) return null;
  if (textOf(principal) === '*') return true;
  const services = asList(fieldOf(principal, 'Service')).map((each) => isLike(textOf(each), service));
  const isEverybody = asList(fieldOf(principal, 'AWS')).some((each) => textOf(each) === '*');
  return isEverybody && fieldOf(statement, 'Condition') === undefined ? true : anyTrue(services);
}

/** True if a pattern with `*` covers a text, regardless of case; null for an unknown pattern. */
function isLike(pattern: string | null, text: string): boolean | null {
  if (pattern === null || pattern.includes('${')) return null;
  return matchesWildcards(pattern.toLowerCase(), text.toLowerCase());
}

function anyTrue(answers: readonly (boolean | null)[]): boolean | null {
  if (answers.includes(true)) return true;
  return answers.includes(null) ? null : false;
}

/** A single value counts as a list of one: documents use both. */
function asList(value: SettingValue | undefined): readonly SettingValue[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? listOf(value) : [value];
}

/**
 * True if a pattern matches a text, with `*` for any characters. Only the last `*` is extended on a mismatch, which is
 * bounded by the product of both lengths; a regular expression could try exponentially many ways.
 */
export function matchesWildcards(pattern: string, text: string): boolean {
  let [at, inText] = [0, 0];
  /** Position of the last `*`, and the end of its match so far. */
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
