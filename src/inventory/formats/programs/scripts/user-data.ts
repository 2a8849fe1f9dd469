import {
  argumentsOf,
  callOf,
  calleeOf,
  matchesInCode,
  codeOf,
  isKeyed,
  lastName,
  parentOf,
  type Program,
  type Node,
} from '../../../../syntax/programs/index.ts';
import { scriptAt } from '../../../../syntax/shell/index.ts';
import { maxTextDepth } from '../../../../values/index.ts';
import { itemsIn, assembledText, resolve, spanAt } from '../../../../values/programs/index.ts';
import { imageWords } from '../../../../products/index.ts';
import type { AssetDraft } from '../../../resources/draft.ts';
import { draftsOfTexts, type TextPart } from '../../../embedded/texts.ts';
import type { Embedded } from '../../../reading/format.ts';
import { partOfPiece } from './commands.ts';
import { toolOf } from '../constructs/drafts.ts';

/** CDK methods for user data, and the property of machines in other tools. */
const USER_DATA = /(?<![a-z])(?:add_?commands|add_?user_?data|custom|user_?data(?:_?base_?64)?)(?!\w)/gi;
/** Image names of scripts that are not in {@link IMAGE_NAMES}: in options, files and documents. */
const IN_SCRIPTS = [
  ...[...imageWords('packages', 'alias'), 'ami-type', 'cloud9', 'release-?version'],
  String.raw`(?<=[\s/=])amazonlinux(?!\w)|ami[-_]?family["']?[\s:=]{1,3}["']?(?:AL2|Amazon|Bottle|\$)`,
];
/** Words of a program that adds commands to user data: both are present if only such a script names an image. */
export const START_SCRIPT = [/add_?commands|user_?data/i, new RegExp(IN_SCRIPTS.join('|'), 'i')];
const maxScripts = 100;

/** Images in the startup scripts of machines, unless reported on the same lines already. */
export function imagesOfStartScripts(
  program: Program,
  known: readonly AssetDraft[],
  embedded: Embedded,
): AssetDraft[] {
  const holder = { file: program.source.file, source: toolOf(program), prefix: 'userData.', embedded };
  const isReported = ({ version }: AssetDraft): boolean =>
    version?.state !== 'known' ||
    known.some(({ version: other }) => {
      const [at, own] = [other?.at, version.at];
      return at?.file === own.file && at.line <= own.endLine && own.line <= at.endLine;
    });
  return matchesInCode(USER_DATA, maxScripts, program)
    .flatMap(({ node }) =>
      draftsOfTexts(
        scriptsAt(node).flatMap((text) => partsIn(text, 0)),
        holder,
      ),
    )
    .filter((draft) => draft.kind === 'operating-system' && !isReported(draft));
}

/** Arguments of a method, or the value of a property. */
function scriptsAt(name: Node): Node[] {
  const call = callOf(name);
  const callee = call === null ? null : calleeOf(call);
  if (call !== null && callee !== null) {
    const isOther = /^custom$/i.test(lastName(callee)) && !/user_?data/i.test(codeOf(call).slice(0, 200));
    return isOther ? [] : argumentsOf(call);
  }
  const pair = parentOf(name);
  const value = pair !== null && isKeyed(pair) ? pair.lastNamedChild : null;
  return value === null ? [] : [value];
}

/** A text, or the texts of a list as lines. Encoded texts are not read. */
function partsIn(expression: Node, depth: number): TextPart[] {
  if (depth > maxTextDepth) return [];
  const items = itemsIn(expression);
  if (items !== null) return items.flatMap((item) => partsIn(item, depth + 1));
  const { node } = resolve(expression);
  const callee = calleeOf(node);
  if (callee !== null && /base_?64/i.test(lastName(callee)))
    return argumentsOf(node).flatMap((argument) => partsIn(argument, depth + 1));
  const parts = (assembledText(node)?.pieces ?? []).map(partOfPiece);
  return parts.length === 0 ? [] : [...parts, scriptAt('\n', spanAt(node))];
}
