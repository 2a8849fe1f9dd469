import {
  argumentsOf,
  calleeOf,
  CALLS,
  codeOf,
  isName,
  lastName,
  type Node,
  ownerOf,
} from '../../syntax/programs/index.ts';

/** CDK names and calls for a version. */
const VERSION_NAME = /EngineVersion\s*[._]\s*(?:VER_\w+|[oO]f(?!\w))/;
/** Functions that return their only argument. */
const PASS_THROUGH: ReadonlySet<string> = new Set(
  'String string Strings StringPtr Number Float64 Int IntPtr Bool BoolPtr str Ptr freeze output of'.split(
    ' ',
  ),
);
const ENVIRONMENT_WORD = /environ|getenv|(?<![A-Za-z])env(?![A-Za-z])/i;
const WITH_DEFAULT = ['get', 'getenv', 'getEnv', 'GetEnv', 'env', 'getOrDefault', 'get_or_default'];
/** Methods that read from an environment, a configuration or the context. */
const READS_INPUT = /^(?:get|require|getenv|getEnv|env|(?:try_?)?get_?context)/i;
const FALLBACK_OPERATOR = /^(?:\|\||\?\?|or)$/;
const SUBSCRIPT_NODE = /^(?:subscript_expression|subscript|index_expression|element_access_expression)$/;

/** True for a CDK name of a version, and its qualified name. */
export function isEnumerated(name: Node): boolean {
  return VERSION_NAME.test(codeOf(name).slice(-200));
}

/** Fallback in `given ?? usual`, `os.environ.get('VERSION', usual)`: an expression, and the one used if it is empty. */
export function fallbackIn(node: Node): { first: Node | null; otherwise: Node } | null {
  if (node.type === 'binary_expression' || node.type === 'boolean_operator') {
    const isFallback = FALLBACK_OPERATOR.test(node.childForFieldName('operator')?.type ?? '');
    const otherwise = isFallback ? node.childForFieldName('right') : null;
    return otherwise && { first: node.childForFieldName('left'), otherwise };
  }
  const callee = CALLS.has(node.type) ? calleeOf(node) : null;
  const [, otherwise, another] = argumentsOf(node);
  if (callee === null || otherwise === undefined || another !== undefined) return null;
  const isOfEnvironment =
    WITH_DEFAULT.includes(lastName(callee)) && ENVIRONMENT_WORD.test(codeOf(node).slice(0, 80));
  return isOfEnvironment ? { first: null, otherwise } : null;
}

/** True for an optional input of a deployment: a parameter or a part of one, the environment, a configuration. */
export function isDeploymentInput(node: Node | null): boolean {
  const callee = node !== null && CALLS.has(node.type) ? calleeOf(node) : null;
  return node === null || isName(node) || (callee !== null && READS_INPUT.test(lastName(callee)));
}

/** Argument of a call that returns it: `jsii.String(version)`. Null for any other call. */
export function passThroughArgument(call: Node): Node | null {
  const callee = CALLS.has(call.type) ? calleeOf(call) : null;
  const [argument, another] = argumentsOf(call);
  if (callee === null || argument === undefined || another !== undefined) return null;
  const owner = call.childForFieldName('object');
  const isOfVersions = owner !== null && /EngineVersion$/.test(codeOf(owner));
  return PASS_THROUGH.has(lastName(callee)) && !isOfVersions ? argument : null;
}

/** Object and key of `settings['version']`, `settings.get('version')`. */
export function lookupIn(node: Node): { table: Node; key: Node } | null {
  const [first] = node.namedChildren;
  const last = node.lastNamedChild;
  if (SUBSCRIPT_NODE.test(node.type) && first !== undefined && last !== null && first !== last)
    return { table: first, key: last.type.endsWith('argument_list') ? (last.firstNamedChild ?? last) : last };
  const callee = node.type === 'call' ? calleeOf(node) : null;
  const [key, another] = argumentsOf(node);
  const table = callee === null || lastName(callee) !== 'get' ? null : ownerOf(callee);
  return table === null || key === undefined || another !== undefined ? null : { table, key };
}
