import {
  ancestorsOf,
  argumentsOf,
  calleeOf,
  CALLS,
  codeOf,
  type Declared,
  isFunction,
  isWithin,
  lastName,
  ownerOf,
  plainName,
  stringIn,
  unwrap,
  type Node,
} from '../../../syntax/programs/index.ts';

// Which branches of a program are taken, as far as what they ask is known.

/** Every text that an expression comes to; null where it can come to something else, too. */
export type TextsOf = (expression: Node) => readonly string[] | null;

const BRANCH = /^(?:if_statement|elif_clause)$/;
/** A choice of which the branches are statements, in C# and Java also expressions. */
const CASES = /^(?:(?:expression_)?switch_(?:statement|expression)|match_statement)$/;
const COMPARED = /^(?:binary_expression|comparison_operator)$/;
const EQUAL = /^={2,3}$/;
const UNEQUAL = /^!==?$/;
/** Methods that ask whether a text has a part, as {@link plainName} has them. */
const TESTS: ReadonlyMap<string, (text: string, part: string) => boolean> = new Map([
  ['startswith', (text, part) => text.startsWith(part)],
  ['endswith', (text, part) => text.endsWith(part)],
  ['includes', (text, part) => text.includes(part)],
  ['contains', (text, part) => text.includes(part)],
]);

const CHOICE = /^(?:ternary|conditional)_expression$/;
/** A choice that is an expression, of C# and Java, and what its arms are. */
const SWITCH = /^switch_expression$/;
const ARM = /^switch_(?:expression_arm|rule)$/;

/** What an expression chooses between, without what it leaves for certain; null for anything but a choice. */
export function choicesIn(node: Node, textsOf: TextsOf): readonly Node[] | null {
  if (SWITCH.test(node.type)) return answersOf(node);
  if (!CHOICE.test(node.type)) return null;
  const condition = node.childForFieldName('condition');
  const consequence = node.childForFieldName('consequence') ?? node.firstNamedChild;
  const alternative = node.childForFieldName('alternative') ?? node.lastNamedChild;
  const truth = condition === null ? null : conditionHolds(condition, textsOf);
  return [truth === false ? null : consequence, truth === true ? null : alternative].flatMap(
    (each) => each ?? [],
  );
}

/** What a condition is called that tells environments apart. */
const ENVIRONMENT = /prod|stag(?:e|ing)|\benv|environment/i;
/** The case of one, whatever the choice calls what it asks. */
const ENVIRONMENT_CASE = /["'`.](?:prod|staging)\w*["'`]?\s*(?::|=>|->|,)/i;

/** Whether a choice is between environments, each of which somebody deploys: all its options are in use. */
export function isOfEnvironments(choice: Node): boolean {
  const condition = choice.childForFieldName('condition') ?? choice.firstNamedChild;
  const isAsked = condition !== null && ENVIRONMENT.test(codeOf(condition));
  return isAsked || (CASES.test(choice.type) && ENVIRONMENT_CASE.test(codeOf(choice)));
}

/** What the arms of a choice come to: their last expressions. */
function answersOf(choice: Node): Node[] {
  return [...choice.namedChildren, ...(choice.childForFieldName('body')?.namedChildren ?? [])]
    .filter(({ type }) => ARM.test(type))
    .flatMap((arm) => arm.lastNamedChild ?? [])
    .flatMap((answer) => (answer.type === 'expression_statement' ? (answer.firstNamedChild ?? []) : answer));
}

/** What a name can mean, and whether a condition that is not known chooses between it. */
interface Meant {
  declarations: readonly Declared[];
  isOpen: boolean;
}

/** The declarations of a name without those in branches that are left, and those before one in a branch that is taken. */
export function withoutLeft(all: readonly Declared[], textsOf: TextsOf): Meant {
  if (all.length < 2) return { declarations: all, isOpen: false };
  const branches = all.map(({ name }) => branchOf(name, textsOf));
  const anew = Math.max(0, branches.lastIndexOf('taken'));
  const isMeant = (i: number): boolean => i >= anew && branches[i] !== 'left';
  return {
    declarations: all.filter((_, i) => isMeant(i)),
    isOpen: branches.some((branch, i) => branch === 'open' && isMeant(i)),
  };
}

/** Whether the environment chooses between expressions, and nothing else that is not known. */
export function areOfEnvironments(answers: readonly Node[], textsOf: TextsOf): boolean {
  const branches = answers.map((answer) => branchOf(answer, textsOf));
  return branches.includes('each') && !branches.includes('open');
}

/**
 * What a function gives back of several answers: none that a condition leaves, and none after one that it certainly comes to.
 */
export function answersGiven(answers: readonly Node[], textsOf: TextsOf): readonly Node[] {
  const branches = answers.map((answer) => branchOf(answer, textsOf));
  const isOne = new Set(answers.map((answer) => ancestorsOf(answer).find(isFunction)?.id)).size === 1;
  const last = isOne ? branches.findIndex((branch) => branch === 'taken' || branch === 'always') : -1;
  return answers.filter((_, i) => branches[i] !== 'left' && (last < 0 || i <= last));
}

/** `each`: in some environment. `open`: a condition asks about anything but known texts. */
type Branch = 'taken' | 'left' | 'open' | 'each' | 'always';

/** Whether code runs, as the conditions around it say. */
function branchOf(node: Node, textsOf: TextsOf): Branch {
  let branch: Branch = 'always';
  for (const around of ancestorsOf(node)) {
    if (isFunction(around)) break;
    const condition = BRANCH.test(around.type) ? around.childForFieldName('condition') : null;
    const consequence = around.childForFieldName('consequence');
    const isAsked = condition !== null && consequence !== null;
    if (!isAsked && !CASES.test(around.type)) continue;
    const truth = isAsked ? conditionHolds(condition, textsOf) : isCaseOf(around, node, textsOf);
    if (truth !== null && truth !== (!isAsked || isWithin(node, consequence))) return 'left';
    if (truth === null && !isOfEnvironments(around)) branch = 'open';
    else if (branch !== 'open' && branch !== 'each') branch = truth === null ? 'each' : 'taken';
  }
  return branch;
}

/** A case of a statement, and the one that is left. */
const CASE = /^(?:switch_case|case_clause)$/;
const OTHERWISE = /^switch_default$/;
const ENDS = /\b(?:return|break|throw|continue)\b/;

/** Whether the case that a node stands in is that of every text that is asked; null where that is not known. */
function isCaseOf(choice: Node, node: Node, textsOf: TextsOf): boolean | null {
  const asked = choice.childForFieldName('value') ?? choice.childForFieldName('subject');
  const inside = choice.childForFieldName('body')?.namedChildren ?? [];
  const cases = inside.filter(({ type }) => CASE.test(type) || OTHERWISE.test(type));
  const labels = cases.map(labelOf);
  const texts = asked === null || labels.includes(undefined) ? null : textsOf(unwrap(asked));
  if (texts === null || texts.length === 0 || cases.length === 0) return null;
  const own = cases.findIndex((each) => isWithin(node, each));
  const answers = new Set(texts.map((text) => runningCase(labels, text, cases) === own));
  return answers.size > 1 ? null : answers.has(true);
}

/** The text that a case is for: null for all that is left, undefined for what is no text. */
function labelOf(of: Node): string | null | undefined {
  const label = of.childForFieldName('value') ?? of.firstNamedChild;
  if (label === null || OTHERWISE.test(of.type) || codeOf(label) === '_') return null;
  const written = label.type === 'case_pattern' ? (label.firstNamedChild ?? label) : label;
  return stringIn(unwrap(written))?.text;
}

/** The case that a text comes to: one that does not end by itself runs the next. */
function runningCase(
  labels: readonly (string | null | undefined)[],
  text: string,
  cases: readonly Node[],
): number {
  const first = labels.includes(text) ? labels.indexOf(text) : labels.indexOf(null);
  const ends = (each: Node): boolean => each.type !== 'switch_case' || ENDS.test(codeOf(each));
  return first < 0 ? first : cases.findIndex((each, i) => i >= first && ends(each));
}

/** What a condition asks of a text. */
interface Question {
  asked: Node;
  holds: (text: string) => boolean;
}

/** Whether a condition holds of every text that it asks about; null where that is not known. */
function conditionHolds(condition: Node, textsOf: TextsOf): boolean | null {
  const node = unwrap(condition);
  const question = comparisonIn(node) ?? testIn(node);
  const texts = question === null ? null : textsOf(question.asked);
  if (question === null || texts === null || texts.length === 0) return null;
  const answers = new Set(texts.map(question.holds));
  return answers.size > 1 ? null : answers.has(true);
}

/** `kind === 'new'`, `'new' != kind`. */
function comparisonIn(node: Node): Question | null {
  const [left, right, another] = COMPARED.test(node.type) ? node.namedChildren.map(unwrap) : [];
  if (left === undefined || right === undefined || another !== undefined) return null;
  const operator = node.children
    .map(({ type }) => type)
    .find((type) => EQUAL.test(type) || UNEQUAL.test(type));
  const [wanted, asked] = stringIn(left) === null ? [stringIn(right), left] : [stringIn(left), right];
  if (operator === undefined || wanted === null) return null;
  return { asked, holds: (text) => (text === wanted.text) === EQUAL.test(operator) };
}

/** `version.startsWith('17')`. */
function testIn(node: Node): Question | null {
  const callee = CALLS.has(node.type) ? calleeOf(node) : null;
  const asked = callee === null ? null : ownerOf(callee);
  const [argument, another] = argumentsOf(node);
  if (callee === null || asked === null || argument === undefined || another !== undefined) return null;
  const holds = TESTS.get(plainName(lastName(callee)));
  const part = stringIn(unwrap(argument));
  return holds === undefined || part === null ? null : { asked, holds: (text) => holds(text, part.text) };
}
