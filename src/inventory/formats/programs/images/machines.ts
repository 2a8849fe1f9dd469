import {
  ancestorsOf,
  argumentsOf,
  calleeOf,
  callOf,
  CALLS,
  matchesInCode,
  codeOf,
  declarationOf,
  firstOfChain,
  isKeyed,
  isWithin,
  type Node,
  type Program,
} from '../../../../syntax/programs/index.ts';
import { isDeploymentInput, resolve } from '../../../../values/programs/index.ts';

/** Properties and setters for the image of a machine. */
export const IMAGE_PROPERTY = /(?<![A-Za-z_])(?:machine_?image|image_?id|ami)(?=["']?\s*[:=(])/gi;
/** Constructs that create machines. */
const MACHINE_IMAGE =
  /^(?:New)?(?:Cfn)?(?:Instance|BastionHostLinux|LaunchTemplate|LaunchConfiguration|AutoScalingGroup)$/;
/** Code that names an image of any system. */
const NAMES_IMAGE = /["'`]|windows/i;
const maxMachines = 300;
/** Maximum length of an expression in which names are resolved. */
const maxImageLength = 2000;

/** Machine images that code computes from neither a known image nor a text. */
export function imagesOfComputedMachines(program: Program, known: readonly Node[]): Node[] {
  return matchesInCode(IMAGE_PROPERTY, maxMachines, program).flatMap(({ node }) => {
    const value = imageArgument(node);
    const target = value && resolve(value).node;
    const written = value === null || target === null ? [] : [value, target, ...declaredValues(target)];
    const isAsked = target !== null && CALLS.has(target.type) && isDeploymentInput(target);
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

/** Image argument of a machine construct, by its name; null for other uses of the name. */
function imageArgument(name: Node): Node | null {
  const setter = callOf(name);
  const pair = ancestorsOf(name).slice(0, 2).find(isKeyed);
  const value = setter === null ? (pair?.lastNamedChild ?? null) : (argumentsOf(setter)[0] ?? null);
  if (value === null || isWithin(name, value)) return null;
  const call = setter ?? ancestorsOf(value).find(({ type }) => CALLS.has(type));
  if (call === undefined) return null;
  // `Instance.Builder.create(…)` of Java, `new ec2.Instance(…)`.
  const className = codeOf(firstOfChain(call).childForFieldName('object') ?? calleeOf(call) ?? call).replace(
    /\.[bB]uilder$/,
    '',
  );
  return MACHINE_IMAGE.test(className.slice(className.lastIndexOf('.') + 1).trim()) ? value : null;
}

/** Values of the names in an expression: of `found` in `found.id`. */
function declaredValues(expression: Node): Node[] {
  if (codeOf(expression).length > maxImageLength) return [];
  const parts = expression.namedChildren;
  const value = parts.length === 0 ? declarationOf(expression)?.value : null;
  return value ? [value] : parts.flatMap(declaredValues);
}
