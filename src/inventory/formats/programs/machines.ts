import {
  ancestorsOf,
  argumentsOf,
  calleeOf,
  callOf,
  CALLS,
  codeAt,
  codeOf,
  declarationOf,
  firstOfChain,
  isKeyed,
  isWithin,
  type Node,
  type Program,
} from '../../../syntax/programs/index.ts';
import { isGiven, resolve } from '../../../values/programs/index.ts';

/** Properties and setters that say which image a machine starts. */
export const IMAGE_PROPERTY = /(?<![A-Za-z_])(?:machine_?image|image_?id|ami)(?=["']?\s*[:=(])/gi;
/** Constructs that run machines. */
const MACHINE =
  /^(?:New)?(?:Cfn)?(?:Instance|BastionHostLinux|LaunchTemplate|LaunchConfiguration|AutoScalingGroup)$/;
/** Code that names an image, of whatever system. */
const NAMES_IMAGE = /["'`]|windows/i;
const maxMachines = 300;
/** Characters of an expression whose names are looked up. */
const maxImageLength = 2000;

/** Images of machines that code computes: no image that is known, and no text, stands where they come from. */
export function computedImages(program: Program, known: readonly Node[]): Node[] {
  return codeAt(IMAGE_PROPERTY, maxMachines, program).flatMap(({ node }) => {
    const value = imageGiven(node);
    const target = value && resolve(value).node;
    const written = value === null || target === null ? [] : [value, target, ...declaredAs(target)];
    const isAsked = target !== null && CALLS.has(target.type) && isGiven(target);
    const isKnown =
      !isAsked &&
      written.some(
        (each) =>
          NAMES_IMAGE.test(codeOf(each)) ||
          known.some((image) => image.tree === each.tree && isWithin(image, each)),
      );
    return value === null || isKnown ? [] : [value];
  });
}

/** The image that a construct of a machine is given under a name; null for any other use of the name. */
function imageGiven(name: Node): Node | null {
  const setter = callOf(name);
  const pair = ancestorsOf(name).slice(0, 2).find(isKeyed);
  const value = setter === null ? (pair?.lastNamedChild ?? null) : (argumentsOf(setter)[0] ?? null);
  if (value === null || isWithin(name, value)) return null;
  const call = setter ?? ancestorsOf(value).find(({ type }) => CALLS.has(type));
  if (call === undefined) return null;
  // `Instance.Builder.create(…)` of Java, `new ec2.Instance(…)`.
  const made = codeOf(firstOfChain(call).childForFieldName('object') ?? calleeOf(call) ?? call).replace(
    /\.[bB]uilder$/,
    '',
  );
  return MACHINE.test(made.slice(made.lastIndexOf('.') + 1).trim()) ? value : null;
}

/** The values of the names that an expression uses: of `found` in `found.id`. */
function declaredAs(expression: Node): Node[] {
  if (codeOf(expression).length > maxImageLength) return [];
  const parts = expression.namedChildren;
  const value = parts.length === 0 ? declarationOf(expression)?.value : null;
  return value ? [value] : parts.flatMap(declaredAs);
}
