import {
  ancestorsOf,
  argumentsOf,
  calleeOf,
  callOf,
  CALLS,
  codeOf,
  DECLARES,
  functionsNamed,
  isFunction,
  isKeyed,
  isSame,
  isSelf,
  isWithin,
  keyOf,
  lastName,
  mayGoOn,
  MEMBERS,
  nameDeclaredBy,
  nameOfFunction,
  namesOfItems,
  nodesNamed,
  ownerOf,
  parameterNames,
  type Program,
  programOf,
  returnedBy,
  usesOf,
  type Node,
} from '../../syntax/programs/index.ts';
import {
  isAnswer,
  isCondition,
  isMemberOfOwnType,
  isOfEnumeration,
  isOneOfAlike,
  selectedFrom,
} from './around.ts';
import { answersTo, isNeverTaken } from './resolve/resolve.ts';
import { CHECKS, HANDS_ON, isOption, looksUp, plainly, TELLS } from './known-functions.ts';

// Where a value goes that a program writes: outwards through the expressions around it, and from each name that keeps it to
// where that name is used, until something takes it. Only what reaches a consumer runs.

/**
 * The best end of all ways that a value goes: taken by a call (a construct, a method of an SDK, a command); kept under
 * a name that this file does not use, for files that are not seen; given back by a function that this file does not
 * call; or nowhere: compared, told, expected, a member of an enumeration, a row that nothing selects.
 */
export type End = 'consumed' | 'kept' | 'returned' | 'nowhere';

const BEST_FIRST: readonly End[] = ['consumed', 'kept', 'returned', 'nowhere'];
const maxNamesFollowed = 8;
const maxUsesOfName = 60;

/** What names a type or a member of one, or another module's. */
const NAMES_ONLY = new RegExp(
  `^(?:${[
    ...['import', 'using_directive', 'decorator$', 'annotation', 'attribute_list'],
    ...['literal_type', 'enum_', 'comparison_operator', 'member_access_comparison'],
  ].join('|')})`,
);
const BINARY = /^(?:binary_|boolean_operator)/;
/** Of other operators the result is no longer the value. */
const HANDING_ON: ReadonlySet<string> = new Set(['+', '%', '||', '??', 'or', '&&', 'and']);
/** What has a condition, or a value to choose by. */
const DECIDES = /if_|while|conditional|ternary|switch|case|match|elif/;
const OBJECT = /^(?:object|dictionary)$/;
const LIST = /^(?:array|list|set|tuple|array_initializer|initializer_expression|literal_value)$/;
const LOOP = /^(?:for_|enhanced_for|foreach_|range_clause)/;
const STATEMENT = /block|body|program|module|source_file|_statement$/;

/** A key of a map, or `[0]` of a list, that leads to the value. */
interface Key {
  name: string;
  /** One of several rows that are named after what they are: somebody must select it. */
  isChoice: boolean;
}

interface Flow {
  program: Program;
  /** The outermost first. */
  keys: readonly Key[];
  names: number;
  /** What came of the names that were followed, by where they are declared and what is selected of them. */
  known: Map<string, { end: End; names: number }>;
}

/** Where the value of an expression goes. */
export function endOf(expression: Node): End {
  return endFrom(expression, { program: programOf(expression), keys: [], names: 0, known: new Map() });
}

function endFrom(from: Node, start: Flow): End {
  if (start.names > maxNamesFollowed || !mayGoOn(from)) return 'kept';
  let [inner, flow] = [from, start];
  for (const around of ancestorsOf(from)) {
    const next = stepOut(around, inner, from, flow);
    if (typeof next === 'string') return next;
    [inner, flow] = [around, next];
  }
  return 'nowhere';
}

/** What the expression around makes of the value: the end of its way, or how it goes on. */
function stepOut(around: Node, inner: Node, from: Node, flow: Flow): End | Flow {
  const { type } = around;
  if (type.endsWith('comment') || NAMES_ONLY.test(type)) return 'nowhere';
  if (DECIDES.test(type) && isCondition(around, inner)) return 'nowhere';
  if (BINARY.test(type)) {
    const operator = around.childForFieldName('operator')?.type ?? '';
    return HANDING_ON.has(operator) && !isNeverTaken(inner, around) ? flow : 'nowhere';
  }
  if (isKeyed(around)) {
    if (isSame(around.firstNamedChild, inner)) return 'nowhere';
    const name = keyOf(around.firstNamedChild);
    return withKey(flow, name, isOption(name) && isOneOfAlike(around));
  }
  if (OBJECT.test(type) && isAnswer(around)) return 'nowhere';
  if (LIST.test(type) && !isKeyed(inner)) {
    const index = around.namedChildren.findIndex((item) => isSame(item, inner));
    return withKey(flow, `[${index}]`, isOneOfAlike(inner));
  }
  const names = namesOfItems(around, inner);
  const item = { ...flow, keys: flow.keys.slice(1) };
  if (names.length > 0) return bestOf(names.map((name) => endOfName(name, name, item))) ?? 'kept';
  if (CALLS.has(type)) return takenBy(around, inner, from, flow);
  if (MEMBERS.has(type)) return plainly(lastName(around)) === 'enginetype' ? 'nowhere' : flow;
  if (isFunction(around) || /^(?:return_statement|arrow_expression_clause)$/.test(type))
    return givenBack(around, flow);
  if (DECLARES.test(type)) return keptBy(around, inner, flow);
  if (type === 'export_statement' || LOOP.test(type)) return selected('kept', flow);
  return STATEMENT.test(type) ? 'nowhere' : flow;
}

/** Of a row that is one to choose, somebody must have chosen it. */
function selected(end: End, flow: Flow): End {
  return flow.keys.some(({ isChoice }) => isChoice) ? 'nowhere' : end;
}

function withKey(flow: Flow, name: string, isChoice: boolean): Flow {
  return { ...flow, keys: [{ name, isChoice }, ...flow.keys] };
}

/** A call takes a value as an argument; of a method of the value the result goes on. */
function takenBy(call: Node, inner: Node, from: Node, flow: Flow): End | Flow {
  const { program } = flow;
  const callee = calleeOf(call);
  const name = callee === null ? '' : lastName(callee);
  const isCheck = callee !== null && CHECKS.test(codeOf(callee).slice(0, 200));
  if (isCheck || TELLS.has(plainly(name))) return 'nowhere';
  if (!/argument/.test(inner.type)) return flow;
  if (looksUp(plainly(name)) && !flow.keys.some(({ isChoice }) => isChoice)) return { ...flow, keys: [] };
  const owner = call.childForFieldName('object') ?? (callee === null ? null : ownerOf(callee));
  const withType = owner === null ? name : lastName(owner) + name;
  if (HANDS_ON.has(plainly(name)) || HANDS_ON.has(plainly(withType))) return flow;
  if (call.type === 'method_invocation' && /^[\w.]*\.builder\(/.test(codeOf(call)))
    return withKey(flow, name, false);
  if (isMemberOfOwnType(call, name)) return 'nowhere';
  const own = owner === null || isSelf(owner) ? functionsNamed(name, program) : [];
  const [key] = flow.keys;
  const index = argumentsOf(call).findIndex((argument) => isWithin(from, argument));
  const isNamed = argumentsOf(call)[index]?.type === 'keyword_argument';
  const parameters = own.flatMap((of) => {
    const names = parameterNames(of);
    return (isNamed ? names.find((each) => codeOf(each) === key?.name) : names[index]) ?? [];
  });
  const rest = isNamed ? { ...flow, keys: flow.keys.slice(1) } : flow;
  return (
    bestOf(parameters.map((parameter) => endOfName(parameter, parameter, rest))) ?? selected('consumed', flow)
  );
}

/** A function gives a value to those who call it. */
function givenBack(around: Node, flow: Flow): End {
  const { program } = flow;
  const of = [around, ...ancestorsOf(around)].find(isFunction);
  const name = of === undefined ? null : nameOfFunction(of);
  if (of === undefined) return selected('returned', flow);
  const applied = applying(of);
  if (applied !== null) return endFrom(applied, { ...flow, names: flow.names + 1 });
  if (name === null) return selected('returned', flow);
  return followedOnce(around, flow, () => {
    const calls = nodesNamed(name, program).flatMap((node) => callOf(node) ?? []);
    const isAmong = (answers: readonly Node[]): boolean => answers.some((each) => isWithin(each, around));
    const asking = calls.filter((call) => !isAmong(returnedBy(call)) || isAmong(answersTo(call)));
    if (calls.length > 0 && asking.length === 0) return 'nowhere';
    const ends = asking.map((call) => endFrom(call, { ...flow, names: flow.names + 1 }));
    return bestOf(ends) ?? selected('returned', flow);
  });
}

/** `output.apply(lambda version: f"…{version}")`: the call whose result is what a function without a name gives back. */
function applying(of: Node): Node | null {
  const call = ancestorsOf(of).find(({ type }) => CALLS.has(type)) ?? null;
  const callee = call === null ? null : calleeOf(call);
  const isGiven = call !== null && argumentsOf(call).some((argument) => isSame(argument, of));
  return isGiven && callee !== null && /^(?:apply|then|ApplyT|applyValue)$/.test(lastName(callee))
    ? call
    : null;
}

/**
 * Names that lead to each other are many ways to few places: what a name comes to is found once, and again only when fewer
 * names led to it. On a way that comes back to it, it is kept.
 */
function followedOnce({ startIndex, endIndex }: Node, { keys, names, known }: Flow, follow: () => End): End {
  const place = JSON.stringify([startIndex, endIndex, keys]);
  const found = known.get(place);
  if (found !== undefined && found.names <= names) return found.end;
  known.set(place, { end: 'kept', names });
  const end = follow();
  known.set(place, { end, names });
  return end;
}

/** A variable, field or parameter keeps a value. */
function keptBy(declaring: Node, inner: Node, flow: Flow): End {
  if (isOfEnumeration(declaring)) return 'nowhere';
  const left = nameDeclaredBy(declaring);
  const name = left?.type === 'expression_list' ? left.firstNamedChild : left;
  if (name === null || isWithin(inner, name)) return 'nowhere';
  return endOfName(name, declaring, flow);
}

function endOfName(name: Node, declaring: Node, flow: Flow): End {
  return followedOnce(name, flow, () => {
    const uses = usesOf(name, declaring, flow.program).slice(0, maxUsesOfName);
    return bestOf(uses.map((use) => endOfUse(use, flow))) ?? selected('kept', flow);
  });
}

/**
 * Where a value goes from a use of the name that keeps it, if its row is selected there: `versions.prod`,
 * `versions[stage]`.
 */
function endOfUse(use: Node, flow: Flow): End {
  let [at, keys] = [use, flow.keys];
  for (let [key] = keys; key !== undefined; [key] = keys) {
    const row = selectedFrom(at, flow.program);
    if (row === null) break;
    const isOurs =
      row.key === null
        ? !key.isChoice && !isOption(key.name)
        : key.name === `[${row.key}]` || plainly(row.key) === plainly(key.name);
    if (!isOurs) return 'nowhere';
    [at, keys] = [row.by, keys.slice(1)];
  }
  return endFrom(at, { ...flow, keys, names: flow.names + 1 });
}

function bestOf(ends: readonly End[]): End | undefined {
  return BEST_FIRST.find((end) => ends.includes(end));
}
