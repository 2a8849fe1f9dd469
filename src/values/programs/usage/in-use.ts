import { memoize } from '../../../model/index.ts';
import { isApiResponseKey, isOptionKey } from '../../../vocabulary/index.ts';
import {
  ancestorsOf,
  calleeOf,
  callOf,
  CALLS,
  codeOf,
  declares,
  isClass,
  isFunction,
  isKeyed,
  isName,
  isSameNode,
  isWithin,
  keyOf,
  lastName,
  MEMBERS,
  nameDeclaredBy,
  nodesNamed,
  parentOf,
  normalizedName,
  programOf,
  type Node,
} from '../../../syntax/programs/index.ts';

// Detection of versions and images that a program mentions without using them, by the code around them.

/**
 * `given`: passed to a call, or assigned to a name. `returned`: returned by a function. `unused`: compared, logged, one
 * of several choices.
 */
export type Use = 'given' | 'returned' | 'unused';

/** Imports, types and comparisons, which only mention a name. */
const MENTIONS_ONLY =
  /comment$|^(?:import|using_directive|decorator$|annotation|attribute_list|literal_type|enum_|comparison_operator)/;
const DECISION_NODE = /if_|while|conditional|ternary|switch|case|match|elif/;
/** Parts of a decision that are executed, not compared. */
const EXECUTED_PART = /statement|block|body|clause|declaration|case|default|section|group|rule|arm$/;
const PASSES_ON: ReadonlySet<string> = new Set(['+', '%', '||', '??', 'or', '&&', 'and']);
/** Functions that compare or validate. */
const CHECKING_CALL = new RegExp(
  [
    '(?<![a-z])(?:assert(?!ion)|expect|should|require(?!env)[a-z])|(?:has|have)Resource',
    'approved|allowed|supported|deprecated',
  ].join('|'),
  'i',
);
/** Functions that log a text, or query it. */
const LOGGING_FUNCTIONS = [
  'log|warn|warning|info|debug|print|println|printf|writeline',
  String.raw`errorf?|fatalf|wrap|exception|\w+error`,
];
const QUERYING_FUNCTIONS = [
  'includes|contains|has|equals|test|startswith|endswith|indexof|hasprefix|hassuffix|containskey',
  'match|search|compile|mustcompile|regexp',
];
const LOGGING_OR_QUERYING = new RegExp(`^(?:${[...LOGGING_FUNCTIONS, ...QUERYING_FUNCTIONS].join('|')})$`);
/** Functions whose result contains their argument, such as CDK engines, or is looked up by it. */
const CONTAINING_FUNCTIONS = [
  'sprintf|format|string|strings|str|stringptr|ptr|join|concat|freeze',
  'map|set|list|dict|tuple|frozenset|aslist|entry|of|ofentries',
  String.raw`aurora(?:mysql|postgres)?|databaseclusterengineaurora\w*`,
];
const LOOKUP_FUNCTIONS = [
  String.raw`getparameters?|describeimages|(?:get|find|fetch|lookup)(?:mostrecent|latest|newest)\w*`,
];
const RETURNS_ARGUMENT = new RegExp(
  `^(?:${[...CONTAINING_FUNCTIONS, ...LOOKUP_FUNCTIONS].join('|')})(?:command)?$`,
);
/** List or table of texts of one category, one of which is chosen. */
const OF_ONE_CATEGORY = /^[\w./:@*"'`-]*(?:amzn|al2|amazon-?linux|bottlerocket|VER_\d|mysql_aurora)\S*$/i;
const STRONGEST_FIRST: readonly Use[] = ['given', 'returned', 'unused'];
const LIST_NODE = /^(?:array|list|set|tuple|array_initializer|initializer_expression|literal_value)$/;
const TABLE_NODE = /^(?:object|dictionary|literal_value|initializer_expression)$/;
const CASE_NODE =
  /^(?:switch_case|case_clause|expression_case|switch_block_statement_group|switch_rule|switch_section)$/;
const STATEMENT_NODE = /block|body|program|module|source_file|_statement$/;
const maxUses = 20;
const maxNames = 3;

/** Use of an expression, by the code around it and around the uses of a name that stores it. */
export function useOf(expression: Node, names = 0): Use {
  let inner = expression;
  for (const around of ancestorsOf(expression)) {
    const { type } = around;
    if (MENTIONS_ONLY.test(type) || isCondition(around, inner) || isUnselectedOption(around, inner))
      return 'unused';
    if (type.startsWith('binary_') && !PASSES_ON.has(around.childForFieldName('operator')?.type ?? ''))
      return 'unused';
    if (CALLS.has(type)) {
      const taken = useAsArgument(around, inner);
      if (taken !== null) return taken;
    } else if (MEMBERS.has(type)) {
      if (/^(?:get)?engine_?type$/i.test(lastName(around))) return 'unused';
    } else if (type === 'return_statement' || isFunction(around))
      return isResultOfOption(around) ? 'unused' : useOfReturned(around);
    else if (declares(around))
      return isInEnumeration(around) ? 'unused' : useOfDeclared(around, inner, names);
    else if (STATEMENT_NODE.test(type) && !isCaseResult(around))
      return type === 'export_statement' ? 'given' : 'unused';
    inner = around;
  }
  return 'unused';
}

/** True for the result of one case in a switch expression. */
function isCaseResult({ type, around }: Node): boolean {
  return type === 'switch_block' || (type === 'expression_statement' && around?.type === 'switch_rule');
}

/** True for the result of a case among several that are versions, engines or systems. The caller selects one of them. */
function isResultOfOption(returning: Node): boolean {
  const around = ancestorsOf(returning);
  const of = around.slice(0, around.findIndex(isFunction)).find(({ type }) => CASE_NODE.test(type));
  const isOfOption = (each: Node): boolean =>
    CASE_NODE.test(each.type) && isOptionName(keyOf(labelOf(each.firstNamedChild)));
  return (
    of !== undefined && isOfOption(of) && (parentOf(of)?.namedChildren ?? []).filter(isOfOption).length > 1
  );
}

/** Compared value of a case, without what some grammars put around it. */
function labelOf(node: Node | null): Node | null {
  return node !== null && /label|pattern|list/.test(node.type) ? labelOf(node.firstNamedChild) : node;
}

/** Use of a returned value by the callers of its function. */
function useOfReturned(around: Node): Use {
  const of = [around, ...ancestorsOf(around)].find(isFunction);
  const name = of?.childForFieldName('name') ?? null;
  const isCalled =
    name !== null && nodesNamed(codeOf(name), programOf(name)).some((use) => callOf(use) !== null);
  return isCalled ? 'given' : 'returned';
}

/** Use of an argument; null if the call's result contains it, or if the call is a method of the expression. */
function useAsArgument(call: Node, inner: Node): Use | null {
  const callee = calleeOf(call);
  const name = callee === null ? '' : normalizedName(lastName(callee));
  const code = callee === null ? '' : codeOf(callee).slice(0, 200);
  if (LOGGING_OR_QUERYING.test(name) || CHECKING_CALL.test(code) || isEnumerationMember(call, name))
    return 'unused';
  if (/^(?:get)?enginetype$/.test(name)) return 'unused';
  const isOfBuilder = call.type === 'method_invocation' && /^[\w.]*\.builder\(/.test(codeOf(call));
  return !/argument/.test(inner.type) || RETURNS_ARGUMENT.test(name) || isOfBuilder ? null : 'given';
}

/** Use of a declared value: the strongest use of the name that declares it. */
function useOfDeclared(declaring: Node, inner: Node, names: number): Use {
  const name = nameDeclaredBy(declaring);
  if (name === null || isSameNode(name, inner)) return 'unused';
  // A row of a table: the code that reads the row is unknown.
  const isRow = /subscript|access|index/.test(name.type) && !isName(name);
  return isRow || names === maxNames ? 'given' : useOfName(name, declaring, names);
}

/** Strongest use of a name in the function or file that declares it; without any, another file may use it. */
const useOfName = memoize(
  (name: Node, declaring: Node, names: number): Use => {
    const program = programOf(declaring);
    const scope = ancestorsOf(declaring).find(isFunction) ?? program.root;
    const uses = nodesNamed(lastName(name), program).filter((use) => {
      const isGivenAnew = ancestorsOf(use)
        .slice(0, 2)
        .some((each) => declares(each) && nameDeclaredBy(each)?.endIndex === use.endIndex);
      return use.type.endsWith('identifier') && isWithin(use, scope) && !isGivenAnew;
    });
    const found = new Set(uses.slice(0, maxUses).map((use) => useOf(use, names + 1)));
    return STRONGEST_FIRST.find((use) => found.has(use)) ?? 'given';
  },
  (_name, declaring, names) => [declaring, names],
);

/** True for the tested part of a decision, false for its results. */
function isCondition(around: Node, inner: Node): boolean {
  if (isSameNode(around.childForFieldName('condition'), inner)) return true;
  // In Python the condition is between the two results.
  if (around.type === 'conditional_expression' && around.childForFieldName('condition') === null)
    return isSameNode(around.namedChildren[1] ?? null, inner);
  if (
    !DECISION_NODE.test(around.type) ||
    !/switch|case|match/.test(around.type) ||
    EXECUTED_PART.test(inner.type)
  )
    return false;
  return !(around.type.endsWith('_arm') && !isSameNode(around.firstNamedChild, inner));
}

/** True for keys, for parts of an API answer, and for one of several options if nothing selects it. */
function isUnselectedOption(around: Node, inner: Node): boolean {
  if (isKeyed(around)) {
    if (isSameNode(around.firstNamedChild, inner)) return true;
    const key = keyOf(around.firstNamedChild);
    return isOptionRow(around) && !isSelected(key, around);
  }
  if (around.type === 'object' || around.type === 'dictionary')
    return around.namedChildren.some(
      (child) => child.type === 'pair' && isApiResponseKey(keyOf(child.firstNamedChild)),
    );
  return LIST_NODE.test(around.type) && !isKeyed(inner) && isOneOfCategory(inner);
}

/** True for one of several table rows keyed by versions, engines or systems. */
function isOptionRow(row: Node): boolean {
  const isKeyedSo = (each: Node): boolean => isKeyed(each) && isOptionName(keyOf(each.firstNamedChild));
  return isKeyedSo(row) && (parentOf(row)?.namedChildren ?? []).filter(isKeyedSo).length > 1;
}

/** Named table with a row for a value, and whether the program reads that row by its key; null for any other value. */
export function tableOf(value: Node): { table: Node; isSelected: boolean } | null {
  let key = '';
  let table: Node | null = null;
  for (const around of ancestorsOf(value)) {
    if (isKeyed(around)) key = keyOf(around.firstNamedChild);
    else if (TABLE_NODE.test(around.type)) table = around;
    else if (declares(around)) return table && { table, isSelected: isSelected(key, table) };
    else if (CALLS.has(around.type) || isFunction(around)) return null;
  }
  return null;
}

function isOptionName(key: string): boolean {
  return /^\d+$/.test(key) || isOptionKey(key);
}

/** True if the program reads a table's row by its key: `images.al2023`, `images['al2023']`. */
function isSelected(key: string, row: Node): boolean {
  const declaring = ancestorsOf(row).find(declares);
  const name = declaring === undefined ? null : nameDeclaredBy(declaring);
  if (name === null || !/^[\w.]+$/.test(key)) return false;
  const { text } = programOf(row).source;
  return new RegExp(`(?<![\\w$])${lastName(name)}(?:\\.${key}(?!\\w)|\\[["'\`]${key}["'\`]\\])`).test(text);
}

function isOneOfCategory(item: Node): boolean {
  const isAlike = (each: Node): boolean =>
    OF_ONE_CATEGORY.test(codeOf(isKeyed(each) ? (each.lastNamedChild ?? each) : each));
  return isAlike(item) && (parentOf(item)?.namedChildren ?? []).filter(isAlike).length > 1;
}

/**
 * True for an enumeration: `static readonly NEW = new Version('…')` in `class Version`, `const VersionNew =
 * Version("…")`.
 */
function isEnumerationMember(call: Node, type: string): boolean {
  const by = ancestorsOf(call).find(
    (each) => isFunction(each) || isClass(each) || each.type === 'const_spec',
  );
  const name = by?.childForFieldName('name') ?? null;
  if (by === undefined || name === null || isFunction(by)) return false;
  const declared = normalizedName(codeOf(name));
  return by.type === 'const_spec' ? declared.startsWith(type) : declared === type;
}

/** True for a field of an enumeration class in Python, or a constant of a declared type in Go. */
function isInEnumeration(declaring: Node): boolean {
  const own = declaring.type === 'const_spec' ? declaring.childForFieldName('type') : null;
  if (own !== null) return codeOf(own) !== 'string';
  const bases = ancestorsOf(declaring).find(isClass)?.childForFieldName('superclasses') ?? null;
  return bases !== null && /Enum\b/.test(codeOf(bases));
}
