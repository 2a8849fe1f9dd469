import { argumentsOf, calleeOf, codeOf, lastName, type Node } from '../../../syntax/programs/index.ts';

/** Functions that hand their only argument on. */
const HANDS_ON =
  /^(?:[sS]tring|Strings|StringPtr|Number|Float64|Int|IntPtr|Bool|BoolPtr|str|Ptr|freeze|output|of)$/;
/** Functions whose last argument is what they give when nothing is set. */
const WITH_DEFAULT =
  /^(?:get|getenv|getEnv|env|environ|getOrDefault|getOrElse|GetValueOrDefault|GetEnv|fromEnv|requireEnv)$/;
/** Expressions with a left and a right side. */
const OF_TWO_SIDES: ReadonlySet<string> = new Set(['binary_expression', 'boolean_operator']);

/** The argument of a call that it gives back, always or when nothing is set; null of other calls. */
export function handedOn(call: Node): { argument: Node; isDefault: boolean } | null {
  const callee = calleeOf(call);
  const args = argumentsOf(call);
  const argument = args.at(-1);
  if (callee === null || argument === undefined) return null;
  const name = lastName(callee);
  const isEnumeration = /EngineVersion/.test(codeOf(callee)) || isOfVersions(call);
  if (args.length === 1 && HANDS_ON.test(name) && !isEnumeration) return { argument, isDefault: false };
  return args.length >= 2 && WITH_DEFAULT.test(name) ? { argument, isDefault: true } : null;
}

function isOfVersions(call: Node): boolean {
  const owner = call.childForFieldName('object');
  return owner !== null && /EngineVersion$/.test(codeOf(owner));
}

/** `given ?? usual`: the right side is what stands for nothing on the left. */
export function isFallback(node: Node): boolean {
  const operator = hasTwoSides(node) ? node.childForFieldName('operator') : null;
  return /^(?:\|\||\?\?|or)$/.test(operator?.type ?? '');
}

export function hasTwoSides({ type }: Node): boolean {
  return OF_TWO_SIDES.has(type);
}
