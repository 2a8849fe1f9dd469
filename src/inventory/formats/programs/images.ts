import type { Node } from 'web-tree-sitter';
import { ancestorsOf } from './code/parents.ts';
import { text as say } from '../../../l10n/index.ts';
import { IMAGE_PARAMETER, readOsImage } from '../../../model/index.ts';
import { placeOf } from '../../../syntax/index.ts';
import type { AssetDraft, Value } from '../../resources/draft.ts';
import { isOtherKey } from '../image-settings/image-text.ts';
import { imageDraft, imageOfPieces, textOfPieces } from '../../resources/pieces.ts';
import { firstOfChain, idAmong } from './constructs/constructs.ts';
import {
  argumentsOf,
  calleeOf,
  CALLS,
  codeOf,
  isComment,
  isString,
  lastName,
  placeOfNode,
  type Program,
} from './code/program.ts';
import { putTogether, wholeText } from './code/texts.ts';
import { isEnumerated, isKey, isOneOfMany, isUse, namesOf } from './uses.ts';

/** Machine images of the CDK that name a generation. */
const CODE =
  /(?:MachineImage[._]latest_?amazon_?linux_?(?:2023|2)(?!\w)|AmazonLinuxGeneration[._]AMAZON_LINUX(?:_(?:2023|2))?(?!\w)|EcsOptimizedImage[._]amazon_?linux(?:_?(?:2023|2))?(?!\w)|AmazonLinux(?:2023|2)ImageSsmParameter(?!\w)|NodegroupAmiType[._]AL(?:2023|2)_\w+|(?:MachineImageType|(?<![A-Za-z])ImageId)[._]AMAZON_LINUX_(?:2023|2)(?!\w)|(?:(?<![A-Za-z_])|(?<=New))EksOptimizedImage(?=\(|\.Builder))/gi;
/** Those that are of the generation that they have by default unless their call names another one. */
const UNTOLD =
  /MachineImage[._]latest_?amazon_?linux(?=\()|(?:(?<![A-Za-z_])|(?<=New))(?:AmazonLinuxImage|EcsOptimizedAmi)(?=\()/gi;
/** Texts that name an image. */
const TEXT = new RegExp(
  /(?<=[iI]mage_?[iI]d["'`]?\s{0,9}[:=]\s{0,9}["'`])amazonlinux-\d+-x86_64|amzn2?-ami|al2023-ami|amazon-eks-(?:\w+-)?node-|amazonlinux[:@]|releasever=|64bit Amazon Linux|["'`]AL(?:2023|2)_[xA]|lambda\/provided:al2|["'`]al2(?:023)?@/
    .source + `|${IMAGE_PARAMETER}`,
  'g',
);
/** The release of a node group's image, in a call that says so. */
const RELEASE = valueOf('release_?version', String.raw`1\.\d{2}(?:\.\d{1,2})?-20\d{6}`);
/** The family of the images of a node group or of Karpenter's node class. */
const FAMILY = valueOf('ami_?family', '(?:AL|AmazonLinux)(?:2023|2)');
const NODE_GROUP = /node_?group|ami_?type/i;
const AMI_TYPE = /(?<![A-Za-z0-9])(?:AL2023|AL2|BOTTLEROCKET|WINDOWS)_\w+/i;
const FIXED = /MachineImage[._]generic_?linux(?!\w)/gi;
const OBJECT = /^(?:object|dictionary|argument_list|literal_value|initializer_expression)$/;
const MOST = 300;
const LONGEST_CALL = 5000;
const LONGEST_NAME = 300;

/** The operating system images that a program names. */
export function imagesIn(program: Program, source: AssetDraft['source']): AssetDraft[] {
  const taken = new Set<number>();
  const releases = nodeGroupReleases(program);
  const named = [...codeImages(program), ...untoldImages(program), ...textImages(program)];
  return [...releases, ...named, ...familyImages(program), ...fixedImages(program)]
    .filter((found) => !releases.some((release) => isTypeOf(found, release)))
    .slice(0, MOST)
    .flatMap((found) => {
      if (taken.has(found.at.startIndex)) return [];
      taken.add(found.at.startIndex);
      const { at, version, name, amiType = null, isFamily = false } = found;
      const file = program.source.file;
      const draft = imageDraft({ source, name, file, at: placeOfNode(at, program), version });
      if (isFamily) {
        const closer = named.find((other) => isBeside(other.at, at));
        const links = closer === undefined ? [] : [{ role: 'image' as const, target: closer.name }];
        return [{ ...draft, links, settings: { amiFamily: version } }];
      }
      if (amiType === null || version.state === 'unknown') return [draft];
      return [{ ...draft, settings: { amiType: { ...version, value: amiType } } }];
    });
}

interface Named {
  at: Node;
  name: string;
  version: Value;
  /** Of a node group's release: the call that makes the group, and the type that it names. */
  group?: Node;
  amiType?: string | null;
  isFamily?: boolean;
}

/** The type of the image whose release is named beside it says less. */
function isTypeOf({ at, group }: Named, release: Named): boolean {
  const around = release.group;
  if (group !== undefined || around === undefined) return false;
  return around.startIndex <= at.startIndex && at.endIndex <= around.endIndex;
}

function nodeGroupReleases(program: Program): Named[] {
  return nodesAt(RELEASE, program).flatMap(({ node, index, code }): Named[] => {
    const string = [node, ...ancestorsOf(node).slice(0, 2)].find(isString);
    const group = ancestorsOf(node).find(({ type }) => CALLS.has(type) && type !== 'argument_list');
    const call = group === undefined ? '' : codeOf(group, program).slice(0, LONGEST_CALL);
    if (string === undefined || group === undefined || !NODE_GROUP.test(call)) return [];
    const at = placeOf(program.lines, index, index + code.length);
    const version: Value = { state: 'known', value: code, at, how: 'literal', uses: [] };
    return [
      {
        at: string,
        name: nameOf(string, program),
        version,
        group,
        amiType: AMI_TYPE.exec(call)?.[0] ?? null,
      },
    ];
  });
}

function nodesAt(pattern: RegExp, program: Program): { node: Node; index: number; code: string }[] {
  return [...program.source.text.matchAll(pattern)].slice(0, MOST).flatMap(({ index, 0: code }) => {
    const node = program.root.descendantForIndex(index, index + code.length);
    return node === null || [node, ...ancestorsOf(node).slice(0, 3)].some(isComment)
      ? []
      : [{ node, index, code }];
  });
}

function codeImages(program: Program): Named[] {
  return constantsAt(CODE, program).map(({ named }) => named);
}

/** The generation is what the arguments say, or the default one; of arguments that are made elsewhere nothing can be told. */
function untoldImages(program: Program): Named[] {
  return constantsAt(UNTOLD, program).flatMap(({ node, named }) => {
    const call = [node, ...ancestorsOf(node)].find(({ type }) => CALLS.has(type));
    const list = call?.childForFieldName('arguments') ?? null;
    const written = list === null ? '()' : codeOf(list, program).slice(0, LONGEST_CALL);
    const isTold = /generation|windows|\.\.\.|\*\*/i.test(written);
    const isWritten = /^\(\s*(?:(?:nil|null)\s*)?\)$|[{=]|builder/.test(written);
    return isWritten && !isTold ? [named] : [];
  });
}

function constantsAt(pattern: RegExp, program: Program): { node: Node; named: Named }[] {
  return nodesAt(pattern, program)
    .filter(({ node }) => !node.type.includes('string') && !isImport(node))
    .map(({ node, index, code }) => {
      const at = placeOf(program.lines, index, index + code.length);
      const version: Value = { state: 'known', value: code, at, how: 'constant', uses: [] };
      return { node, named: { at: node, name: nameOf(node, program), version } };
    });
}

function isImport(node: Node): boolean {
  return ancestorsOf(node).some(({ type }) => type.startsWith('import') || type === 'using_directive');
}

/** Sentences and commands that only mention an image are no use of it. */
function isName(written: string): boolean {
  return !/\s/.test(written.trim()) || /releasever=|^64bit /.test(written);
}

function textImages(program: Program): Named[] {
  return nodesAt(TEXT, program).flatMap(({ node }): Named[] => {
    const string = [node, ...ancestorsOf(node).slice(0, 2)].find(isString);
    const whole = string === undefined ? null : wholeText(string);
    const text = whole === null ? null : putTogether(whole, program);
    if (whole === null || text === null) return [];
    const written = textOfPieces(text.pieces);
    if (written.length > LONGEST_NAME || readOsImage(written) === null || !isName(written)) return [];
    if (!isUsed(whole, written, program)) return [];
    const version = imageOfPieces(text.pieces, text.whole);
    return [{ at: whole, name: nameOf(whole, program), version }];
  });
}

function familyImages(program: Program): Named[] {
  return nodesAt(FAMILY, program).flatMap(({ node, index, code }): Named[] => {
    const string = [node, ...ancestorsOf(node).slice(0, 2)].find(isString);
    if (string === undefined || !isUsed(string, code, program)) return [];
    const at = placeOf(program.lines, index, index + code.length);
    const version: Value = { state: 'known', value: code, at, how: 'literal', uses: [] };
    return [{ at: string, name: nameOf(string, program), version, isFamily: true }];
  });
}

/** Whether one is somewhere in the object or the arguments that the other is a value of. */
function isBeside(other: Node, value: Node): boolean {
  const around = ancestorsOf(value).find(({ type }) => OBJECT.test(type));
  return around !== undefined && isAmong(other, [around]);
}

/** A text that is the value of a property, an argument or a setter of some name, in any language. */
function valueOf(name: string, text: string): RegExp {
  const before = `${name}\\)?["']?\\s*(?:[:=(]|:=)\\s*(?:\\w+(?:\\.\\w+)*\\()?["'\`]`;
  return new RegExp(`(?<=${before})${text}(?=["'\`])`, 'gi');
}

function isUsed(text: Node, written: string, program: Program): boolean {
  if (isImport(text) || isKey(text) || isTypeAmongOthers(text, written)) return false;
  return isUse(text, program) && !namesOf(text, program).some(isOtherKey);
}

/** A node group has one type: several are a choice, and an enumeration is none. */
function isTypeAmongOthers(string: Node, written: string): boolean {
  return AMI_TYPE.test(written) && (isOneOfMany(string) || isEnumerated(string));
}

/** Images by their id: which release they are no text tells. */
function fixedImages(program: Program): Named[] {
  return nodesAt(FIXED, program)
    .filter(({ node }) => !node.type.includes('string'))
    .map(({ node, code }) => ({
      at: node,
      name: nameOf(node, program),
      version: {
        state: 'unknown',
        reason: say('inventory.image.notUnderstood', { written: code }),
        at: placeOfNode(node, program),
      },
    }));
}

/** The construct that an image is for, or the name that keeps it. */
function nameOf(node: Node, program: Program): string {
  for (const ancestor of ancestorsOf(node)) {
    const declared = /declarator|_spec$|field_definition|^assignment$/.test(ancestor.type)
      ? (ancestor.childForFieldName('name') ?? ancestor.childForFieldName('left'))
      : null;
    if (declared !== null) return `${lastName(declared, program)}.image`;
    if (!CALLS.has(ancestor.type)) continue;
    const call = ancestor.type === 'method_invocation' ? firstOfChain(ancestor) : ancestor;
    const before = argumentsOf(call).filter((argument) => argument.endIndex <= node.startIndex);
    const id = isAmong(node, argumentsOf(ancestor)) ? idAmong(before, program) : null;
    const made = call.childForFieldName('object') ?? calleeOf(call);
    if (id !== null && made !== null && /^[\w-]{1,60}$/.test(id))
      return `${codeOf(made, program)
        .replace(/\.Builder$/, '')
        .replace(/^.*\W(?:New(?=[A-Z]))?/s, '')}.${id}.image`;
  }
  return 'image';
}

function isAmong(node: Node, args: readonly Node[]): boolean {
  return args.some(({ startIndex, endIndex }) => startIndex <= node.startIndex && node.endIndex <= endIndex);
}
