import { madeOnce } from '../../../model/index.ts';
import {
  ancestorsOf,
  argumentsOf,
  CALLS,
  callsFollowed,
  codeOf,
  declarationsOf,
  type Declared,
  find,
  type Given,
  givenTo,
  inCall,
  importedDeclarations,
  isName,
  isSame,
  isSelf,
  isString,
  itemsInTurn,
  lastName,
  type Lookup,
  lookupIn,
  mayGoOn,
  type Meaning,
  ownerOf,
  placeOfNode,
  plainName,
  programOf,
  propertiesOf,
  type Property,
  returnedBy,
  type Row,
  rowsOf,
  stringIn,
  unwrap,
  type Node,
} from '../../../syntax/programs/index.ts';
import { answersGiven, areOfEnvironments, choicesIn, isOfEnvironments, withoutLeft } from './branches.ts';
import { isOption } from '../known-functions.ts';
import { handedOn, hasTwoSides, isFallback } from './handed-on.ts';
import { contextAsked, settingsRead } from './settings.ts';
import {
  asConstant,
  asFallback,
  asOption,
  inEnvironment,
  isEnumerated,
  isWritten,
  asOptions,
  type Target,
  writtenFirst,
} from './target.ts';

const maxNamesInARow = 12;
const maxValuesOfName = 20;
/** What has parts that belong together. */
const GROUP =
  /^(?:object|dictionary|literal_value|initializer_expression|array|list|tuple|arguments|argument_list)$/;
const OBJECT = /^(?:object|dictionary)$/;
/** What expressions came to while the same calls are followed: the same is asked many times, and by itself. */
const answers = new WeakMap<readonly Node[], Map<string, readonly Target[]>>();

/** Follows an expression through constants, fields and defaults of its file to what is written. `user` uses it. */
export function resolve(expression: Node, user: string, depth = 0): readonly Target[] {
  const node = unwrap(expression);
  if (depth > maxNamesInARow || !mayGoOn(node) || isKeyOfObject(node)) return asWritten(node);
  const known = madeOnce(answers, callsFollowed(programOf(node)), () => new Map<string, readonly Target[]>());
  return madeOnce(known, `${node.id} ${depth} ${user}`, () => {
    const found = follow(node, user, depth);
    return found.length > 0 ? found.slice(0, maxValuesOfName) : asWritten(node);
  });
}

function asWritten(node: Node): Target[] {
  return [{ node, how: 'literal', uses: [] }];
}

/** What a loop goes through can be the keys of an object: these are no names of anything else. */
function isKeyOfObject({ type }: Node): boolean {
  return type === 'property_identifier';
}

/** A property, of a row of a table with the environment that selects it. */
type Found = Property & Pick<Target, 'environment'>;

/** The properties of an expression, also of an object that has a name, and of objects that it spreads. */
export function resolvedProperties(expression: Node, depth = 0): Found[] {
  const node = unwrap(expression);
  const own = propertiesOf(node);
  if (depth > maxNamesInARow || !mayGoOn(node)) return own;
  if (OBJECT.test(node.type)) {
    const spread = node.namedChildren
      .filter((child) => /^(?:spread_element|dictionary_splat)$/.test(child.type))
      .flatMap((child) => child.firstNamedChild ?? [])
      .flatMap((child) => resolvedProperties(child, depth + 1));
    return [...spread, ...own];
  }
  const isFollowed = isName(node) || CALLS.has(node.type) || lookupIn(node) !== null;
  if (own.length > 0 || isString(node) || !isFollowed) return own;
  return resolve(node, '', depth + 1)
    .filter((target) => !isSame(target.node, node))
    .flatMap((target) => {
      const found = OBJECT.test(target.node.type) ? resolvedProperties(target.node, depth + 1) : null;
      return (found ?? propertiesOf(target.node)).map((property) => inEnvironment(target, property));
    });
}

function follow(node: Node, user: string, depth: number): readonly Target[] {
  const inner = (next: Node): readonly Target[] => resolve(next, user, depth + 1);
  const choices = choicesIn(node, (asked) => textsGiven(asked, depth));
  if (choices !== null) {
    if (isOfEnvironments(node)) return choices.flatMap(inner);
    return chosen(choices, choicesIn(node, (asked) => textsWritten(asked, depth)) ?? [], inner);
  }
  if (hasTwoSides(node)) {
    if (!isFallback(node)) return [];
    const [left, right] = [node.childForFieldName('left'), node.childForFieldName('right')];
    const found = left === null ? [] : inner(left);
    const known = found.filter((target) => isWritten(target.node));
    if (left !== null && known.length === found.length && isAlwaysGiven(left, depth)) return known;
    return [...known, ...(right === null ? [] : inner(right).map(asFallback))];
  }
  const lookup = lookupIn(node);
  const rows = lookup === null ? followContext(node, user, depth) : followLookup(lookup, user, depth);
  if (rows.length > 0) return rows;
  if (CALLS.has(node.type)) {
    const settings = settingsRead(node, (asked) => resolve(asked, '', depth + 1).map((each) => each.node));
    if (settings.length > 0) return settings.map((each) => ({ node: each, how: 'constant', uses: [] }));
    const answers = returnedBy(node);
    const returned = inCall(node, () => {
      const given = answersTo(node, depth);
      if (areOfEnvironments(given, (asked) => textsGiven(asked, depth))) return given.flatMap(inner);
      return chosen(
        given,
        answersGiven(answers, (asked) => textsWritten(asked, depth)),
        inner,
      );
    });
    if (returned.length > 0) return returned.map(asConstant);
    const handed = handedOn(node);
    if (handed === null) return [];
    return handed.isDefault ? inner(handed.argument).map(asFallback) : inner(handed.argument);
  }
  if (!isName(node)) return [];
  const use = { location: placeOfNode(node), name: user };
  return followName(node, depth).map((target) => ({ ...target, uses: [...target.uses, use] }));
}

/** What the function that is called can give back to this call. */
export function answersTo(call: Node, depth = 0): readonly Node[] {
  return inCall(call, () => answersGiven(returnedBy(call), (asked) => textsGiven(asked, depth)));
}

/** What some choices come to: that which the defaults of the texts decide, and as options what other texts would. */
function chosen(
  choices: readonly Node[],
  usual: readonly Node[],
  inner: (next: Node) => readonly Target[],
): readonly Target[] {
  const [only, another] = usual;
  if (only === undefined || another !== undefined) return asOptions(choices.map(inner));
  return choices.flatMap((each) => (isSame(each, only) ? inner(each) : inner(each).map(asOption)));
}

/** What the context of the app has; of a key that is only known later every group of settings. */
function followContext(call: Node, user: string, depth: number): Target[] {
  const isGroup = ({ value }: Row): boolean => propertiesOf(value).length > 0;
  return contextAsked(call).flatMap((lookup) => followLookup(lookup, user, depth, isGroup));
}

/**
 * The row that a key selects; where the key is only known later, every row of a table that is one of environments, as far
 * as it can be meant then.
 */
function followLookup(
  { table, key }: Lookup,
  user: string,
  depth: number,
  isPossible: (row: Row) => boolean = () => true,
): Target[] {
  const rows = resolve(table, '', depth + 1).flatMap(({ node }) => rowsOf(node));
  const keys = resolve(key, '', depth + 1).map(({ node }) => stringIn(node)?.text ?? codeOf(node));
  const selected = rows.filter((row) => keys.includes(row.key));
  const valuesOf = (row: Row): Target[] => resolve(row.value, user, depth + 1).map(asConstant);
  if (selected.length > 0) return selected.flatMap(valuesOf);
  const possible = rows.filter(isPossible);
  if (possible.some((row) => isOption(row.key))) return [];
  return possible.flatMap((row) => valuesOf(row).map((target) => ({ environment: row.key, ...target })));
}

function followName(node: Node, depth: number): Target[] {
  if (isEnumerated(node)) return [];
  const name = lastName(node);
  const owner = ownerOf(node);
  if (owner !== null && !isSelf(owner)) {
    const fields = fieldsOf(owner, name, depth);
    if (fields.length > 0) return fields;
    if (name === 'value')
      return resolve(owner, '', depth + 1).filter(({ node: found }) => !isSame(found, owner));
  }
  const own = declarationsOf(name, node);
  const declarations = own.length > 0 ? own : importedDeclarations(name, node);
  const meant = withoutLeft(declarations, (asked) => textsGiven(asked, depth));
  const found = writtenFirst(meantBy(meant.declarations, depth));
  return meant.isOpen ? found.map(asOption) : found;
}

function fieldsOf(owner: Node, name: string, depth: number): Target[] {
  return ownerProperties(owner, depth + 1)
    .filter((property) => property.name === plainName(name))
    .flatMap((property) =>
      targetsOfPart(property.value, name, depth).map((target) => inEnvironment(property, target)),
    )
    .map(asConstant);
}

/** What a part of an object or a list comes to. */
function targetsOfPart(part: Node, user: string, depth: number): Target[] {
  const within = ancestorsOf(part).find(({ type }) => GROUP.test(type));
  return resolve(part, user, depth + 1).map((target) => (within ? { ...target, within } : target));
}

/** Whether an expression is only taken where another one gives nothing, and that one always gives something. */
export function isNeverTaken(expression: Node, around: Node): boolean {
  const left = isFallback(around) ? around.childForFieldName('left') : null;
  if (left === null || isSame(left, expression)) return false;
  return resolve(left, '').every(({ node }) => isWritten(node)) && isAlwaysGiven(left, 0);
}

/**
 * Whether an expression always comes to something: the context has what it asks, what it is a member of is known and has it
 * each time, or so it is with what it falls back to, or with all that its function gives back.
 */
function isAlwaysGiven(name: Node, depth: number): boolean {
  const node = unwrap(name);
  if (depth > maxNamesInARow || !mayGoOn(node)) return false;
  if (followContext(node, '', depth + 1).length > 0) return true;
  const last = isFallback(node) ? node.childForFieldName('right') : null;
  const isGivenBy = (other: Node): boolean => isWritten(unwrap(other)) || isAlwaysGiven(other, depth + 1);
  if (last !== null) return isGivenBy(last);
  const answers = CALLS.has(node.type) ? returnedBy(node) : [];
  if (answers.length > 0) return inCall(node, () => answers.every(isGivenBy));
  const [declared, another] = node.type === 'identifier' ? declarationsOf(codeOf(node), node) : [];
  if (declared !== undefined && another === undefined) return valuesAlways(declared).some(isGivenBy);
  const owner = ownerOf(name);
  const wholes = owner === null || isSelf(owner) ? [] : resolve(owner, '', depth + 1);
  const isGiven = ({ node }: Target): boolean => find(propertiesOf(node), plainName(lastName(name))) !== null;
  return wholes.length > 0 && wholes.every(isGiven);
}

/** What a name always stands for: a constant, or what the call that is followed gives a parameter. */
function valuesAlways({ meaning }: Declared): readonly Node[] {
  if (meaning.kind === 'value') return meaning.isDefault ? [] : [meaning.value];
  const { values, isFollowed } =
    meaning.kind === 'parameter' ? givenTo(meaning) : { values: [], isFollowed: false };
  return isFollowed ? values : [];
}

/** Every text that a member is given; null where it can be something else. */
function textsGiven(member: Node, depth: number): readonly string[] | null {
  if (depth > maxNamesInARow || !isAlwaysGiven(member, depth)) return null;
  const texts = resolve(member, '', depth + 1).map(({ node, how }) =>
    how === 'default' ? undefined : stringIn(node)?.text,
  );
  return texts.includes(undefined) ? null : texts.filter((each) => each !== undefined);
}

/** The texts that a name comes to as far as they are written, a default among them; null where one is no text. */
function textsWritten(name: Node, depth: number): readonly string[] | null {
  if (depth > maxNamesInARow) return null;
  const texts = resolve(name, '', depth + 1).map(({ node }) => stringIn(node)?.text);
  return texts.includes(undefined) ? null : texts.filter((each) => each !== undefined);
}

/** What declarations come to; a default only where nothing always stands in its place. */
function meantBy(declarations: readonly Declared[], depth: number): Target[] {
  const defaults: Target[] = [];
  const given: Target[] = [];
  let isAlwaysGiven = false;
  for (const { meaning, name } of declarations) {
    const user = codeOf(name);
    if (meaning.kind === 'value') {
      const found = resolve(meaning.value, user, depth + 1);
      if (meaning.isDefault) defaults.push(...found.map(asFallback));
      else given.push(...found.map(asConstant));
      continue;
    }
    const { targets, isAlways } = meantByUse(meaning, user, depth);
    given.push(...targets.map(asConstant));
    isAlwaysGiven ||= isAlways;
  }
  return isAlwaysGiven ? given : [...given, ...defaults];
}

function meantByUse(
  meaning: Exclude<Meaning, { kind: 'value' }>,
  user: string,
  depth: number,
): { targets: Target[]; isAlways: boolean } {
  if (meaning.kind !== 'part') {
    const { values, isAlways } = wholesOf(meaning, depth);
    const isPart = meaning.kind === 'each' && meaning.at !== null;
    const follow = isPart ? targetsOfPart : resolve;
    return { targets: values.flatMap((value) => follow(value, user, depth + 1)), isAlways };
  }
  const { whole, key } = meaning;
  const wholes = 'kind' in whole ? wholesOf(whole, depth).values : [whole];
  const targets = wholes.flatMap((value) => fieldsOf(value, key, depth + 1));
  return { targets, isAlways: targets.length > 0 };
}

/** The expressions that a parameter is given, or that a name stands for in turn. */
function wholesOf(
  meaning: Exclude<Meaning, { kind: 'value' | 'part' }>,
  depth: number,
): Pick<Given, 'values' | 'isAlways'> {
  if (meaning.kind === 'parameter') return givenTo(meaning);
  const values = itemsInTurn(meaning, (asked) => resolve(asked, '', depth + 1).map(({ node }) => node));
  return { values, isAlways: values.length > 0 };
}

/** The properties of an object, or those that made a resource: `cluster.engine` is what the cluster was given. */
function ownerProperties(owner: Node, depth: number): Found[] {
  const own = resolvedProperties(owner, depth);
  if (own.length > 0 || !isName(owner)) return own;
  return resolve(owner, '', depth)
    .filter(({ node }) => CALLS.has(node.type))
    .flatMap(({ node }) => givenProperties(node, depth + 1));
}

/** The properties that a call is given, in whatever form. */
export function givenProperties(call: Node, depth = 0): Property[] {
  const own = call.type === 'method_invocation' ? [] : propertiesOf(call);
  return [
    ...own,
    ...argumentsOf(call).flatMap((argument) =>
      argument.type === 'keyword_argument' ? [] : resolvedProperties(argument, depth),
    ),
  ];
}
