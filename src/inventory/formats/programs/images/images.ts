import { text } from '../../../../l10n/index.ts';
import { readOsImage } from '../../../../products/index.ts';
import { placeOf } from '../../../../syntax/index.ts';
import type { AssetDraft } from '../../../resources/draft.ts';
import { type Fact, imageOfPieces, textOfFact, textOfPieces } from '../../../../values/index.ts';
import { isOtherKey } from '../../../resources/passes/image-text.ts';
import {
  assembledText,
  tableOf,
  unknownFactAt,
  useOf,
  outermostConcatenation,
} from '../../../../values/programs/index.ts';
import {
  ancestorsOf,
  argumentsOf,
  calleeOf,
  CALLS,
  matchesInCode,
  codeOf,
  firstOfChain,
  isComment,
  isString,
  isWithin,
  lastName,
  nameDeclaredBy,
  namesOnPath,
  placeOfNode,
  type Program,
  type Node,
} from '../../../../syntax/programs/index.ts';
import { identifierIn } from '../constructs/constructs.ts';
import { draftAt } from '../constructs/drafts.ts';
import { imagesOfComputedMachines } from './machines.ts';
import { uncertaintyOfNames } from '../../../resources/passes/images.ts';
import { writtenVersion } from '../constructs/versions.ts';
import {
  AMI_FAMILY,
  AMI_TYPE,
  HAS_GENERATION,
  IMAGE_TEXT,
  NAMES_GENERATION,
  NAMES_ID,
  NODE_RELEASE,
} from './image-names.ts';

const NODE_GROUP = /node_?group|ami_?type/i;
/** Node types that group related values. */
const OBJECT_NODE = /^(?:object|dictionary|argument_list|literal_value|initializer_expression)$/;
const maxImagesInFile = 300;
/** Maximum number of nodes between a name and the branch that selects it, such as a call and its arguments. */
const maxStepsToChoice = 6;
const maxCallLength = 5000;
const maxImageNameLength = 300;

interface NamedImageAt {
  at: Node;
  name: string;
  version: Fact;
  settings?: AssetDraft['settings'];
  /** Call that creates a node group of this release; more specific than the group's type. */
  group?: Node;
}

/** Operating system images in a program. */
export function imagesIn(program: Program): AssetDraft[] {
  const releases = nodeGroupReleases(program);
  const named = [...generationImages(program), ...imagesInTexts(program)];
  const families = imagesOfFamilies(program);
  const taken = new Set<number>();
  const choices = Map.groupBy([...releases, ...named], ({ at }) => choiceAround(at)?.id ?? -1);
  const byId = imagesById(program);
  const known: NamedImageAt[] = [...releases, ...named, ...families, ...byId];
  const computed: NamedImageAt[] = imagesOfComputedMachines(
    program,
    known.map(({ at }) => at),
  ).map((at) => ({ at, name: nameOf(at), version: unknownFactAt(at) }));
  return [...known, ...computed]
    .filter(
      (found) => found.group !== undefined || !releases.some(({ group }) => isAmongImages(found.at, group)),
    )
    .flatMap((found) => {
      const { at, version, name, settings = {} } = found;
      if (taken.has(at.startIndex)) return [];
      taken.add(at.startIndex);
      const closer = families.includes(found)
        ? named.find((other) => isInSameObject(other.at, at))
        : undefined;
      const links = closer === undefined ? [] : [{ role: 'image' as const, target: closer.name }];
      const alike = choices.get(choiceAround(at)?.id ?? NaN) ?? [];
      const isTaken = tableOf(at)?.isSelected === true;
      const isUnselected = isTaken
        ? undefined
        : uncertaintyOfNames(alike.map((each) => textOfFact(each.version)));
      const draft = draftAt('operating-system', name, at, { version, links, settings });
      return [{ ...draft, ...(isUnselected !== undefined && { isUnselected }) }];
    });
}

/** Conditional expression with the name in one branch, or table with it as a row. */
function choiceAround(node: Node): Node | null {
  const decided = ancestorsOf(node)
    .slice(0, maxStepsToChoice)
    .find(({ type }) => type === 'ternary_expression' || type === 'conditional_expression');
  return decided ?? tableOf(node)?.table ?? null;
}

/** Matches of a pattern in the code of a program, without comments. */
function codeFound(pattern: RegExp, program: Program): { node: Node; string: Node | null; version: Fact }[] {
  return matchesInCode(pattern, maxImagesInFile, program).flatMap(({ node, index, code }) => {
    const around = [node, ...ancestorsOf(node).slice(0, 3)];
    if (around.some(isComment)) return [];
    const string = around.slice(0, 3).find(isString) ?? null;
    const at = placeOf(program.lines, index, index + code.length);
    const origin = string === null ? 'constant' : 'literal';
    return [{ node, string, version: { state: 'known', value: code, at, origin, uses: [] } }];
  });
}

/** CDK constants and calls, and enum members where they are used. */
function generationImages(program: Program): NamedImageAt[] {
  const byDefault = codeFound(HAS_GENERATION, program).filter(({ node }) => isOfDefaultGeneration(node));
  return [...codeFound(NAMES_GENERATION, program), ...byDefault]
    .filter(({ node }) => !node.type.includes('string') && !isImport(node))
    .filter(({ node }) => useOf(node) !== 'unused')
    .map(({ node, version }) => ({ at: node, name: nameOf(node), version }));
}

function isImport(node: Node): boolean {
  return ancestorsOf(node).some(({ type }) => type.startsWith('import') || type === 'using_directive');
}

/** True if the arguments do not change the default generation; arguments from elsewhere are undecidable. */
function isOfDefaultGeneration(node: Node): boolean {
  const call = [node, ...ancestorsOf(node)].find(({ type }) => CALLS.has(type));
  const list = call?.childForFieldName('arguments') ?? null;
  const written = list === null ? '()' : codeOf(list).slice(0, maxCallLength);
  const isChanged = /generation|windows|\.\.\.|\*\*/i.test(written);
  return !isChanged && /^\(\s*(?:(?:nil|null)\s*)?\)$|[{=]|builder/.test(written);
}

function nodeGroupReleases(program: Program): NamedImageAt[] {
  return codeFound(NODE_RELEASE, program).flatMap(({ node, string, version }): NamedImageAt[] => {
    const group = ancestorsOf(node).find(({ type }) => CALLS.has(type));
    const call = group === undefined ? '' : codeOf(group).slice(0, maxCallLength);
    if (string === null || group === undefined || !NODE_GROUP.test(call)) return [];
    const type = AMI_TYPE.exec(call)?.[0];
    const settings = type === undefined ? {} : { amiType: { ...version, value: type } };
    return [{ at: string, name: nameOf(string), version, group, settings }];
  });
}

/** False for sentences and commands that only mention an image. */
function isImageName(written: string): boolean {
  if (written.length > maxImageNameLength || readOsImage(written) === null) return false;
  return !/\s/.test(written.trim()) || /releasever=|^64bit /.test(written);
}

function imagesInTexts(program: Program): NamedImageAt[] {
  return codeFound(IMAGE_TEXT, program).flatMap(({ string }): NamedImageAt[] => {
    const whole = string === null ? null : outermostConcatenation(string);
    const text = whole === null ? null : assembledText(whole);
    if (whole === null || text === null || !isImageName(textOfPieces(text.pieces)) || !isUsed(whole))
      return [];
    return [{ at: whole, name: nameOf(whole), version: imageOfPieces(text.pieces, text.whole) }];
  });
}

function imagesOfFamilies(program: Program): NamedImageAt[] {
  return codeFound(AMI_FAMILY, program).flatMap(({ string, version }): NamedImageAt[] => {
    if (string === null || !isUsed(string)) return [];
    return [{ at: string, name: nameOf(string), version, settings: { amiFamily: version } }];
  });
}

/** True for a text that the program uses, and does not only return, report or search for. */
function isUsed(text: Node): boolean {
  return useOf(text) === 'given' && !namesOnPath(text).some(isOtherKey);
}

function imagesById(program: Program): NamedImageAt[] {
  return codeFound(NAMES_ID, program)
    .filter(({ node }) => !node.type.includes('string'))
    .map(({ node, version }) => {
      const reason = text('inventory.image.notUnderstood', { written: writtenVersion(version) });
      const name = nameOf(node);
      return { at: node, name, version: { state: 'unknown', reason, at: placeOfNode(node) } };
    });
}

/** True if a node is inside the object or arguments that a value belongs to. */
function isInSameObject(other: Node, value: Node): boolean {
  return isAmongImages(
    other,
    ancestorsOf(value).find(({ type }) => OBJECT_NODE.test(type)),
  );
}

function isAmongImages(node: Node, around: Node | undefined): boolean {
  return around !== undefined && isWithin(node, around);
}

/** Name of the asset for an image, after the construct that uses it or the variable that holds it. */
function nameOf(node: Node): string {
  for (const ancestor of ancestorsOf(node)) {
    const isDeclared = /declarator|_spec$|field_definition|^assignment$/.test(ancestor.type);
    const declared = isDeclared ? nameDeclaredBy(ancestor) : null;
    if (declared !== null) return `${lastName(declared)}.image`;
    if (!CALLS.has(ancestor.type)) continue;
    const call = ancestor.type === 'method_invocation' ? firstOfChain(ancestor) : ancestor;
    const before = argumentsOf(call).filter((argument) => argument.endIndex <= node.startIndex);
    const isArgument = argumentsOf(ancestor).some((argument) => isAmongImages(node, argument));
    const id = isArgument ? identifierIn(before) : null;
    const creating = call.childForFieldName('object') ?? calleeOf(call);
    if (id === null || creating === null || !/^[\w-]{1,60}$/.test(id)) continue;
    const type = codeOf(creating).replace(/\.Builder$/, '');
    return `${type.replace(/^.*\W(?:New(?=[A-Z]))?/s, '')}.${id}.image`;
  }
  return 'image';
}
