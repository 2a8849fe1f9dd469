import type { TextHolder } from '../../reading/format.ts';
import type { ReadScript } from './read-script.ts';
import { IMAGE_PARAMETER, imageWords, readOsImage } from '../../../products/index.ts';
import type { OsImageContext } from '../../../model/index.ts';
import { locate } from '../../../syntax/index.ts';
import { imageDraft, type AssetDraft } from '../../resources/draft.ts';
import {
  QueryAnswers,
  partlyKnownImage,
  type KnownFact,
  maxChoices,
  writtenTextOf,
  toImageFact,
} from '../../../values/index.ts';
import { uncertaintyOf } from '../../resources/passes/images.ts';
import { ReportedPlaces } from '../../resources/reported-places.ts';
import {
  type Command,
  commandName,
  commandRange,
  plainText,
  withoutStart,
  type Word,
  textWithMarks,
} from '../../../syntax/shell/index.ts';

/** Beginnings of AMI names. */
const AMI_NAMES = [
  ...[String.raw`(?:amzn2?-ami|al2023-ami|fck-nat|aws-parallelcluster)[-*]`],
  ...[String.raw`amazon-eks-(?:\w+-)?node-`, 'bottlerocket-aws-'],
];
/** Image names that are unambiguous in any command: SSM parameters, AMI names, dnf's release. */
const UNAMBIGUOUS_NAME = new RegExp(
  [
    IMAGE_PARAMETER,
    String.raw`(?:^|[=,\s"'])\*?(?:${AMI_NAMES.join('|')})`,
    ...['releasever=', String.raw`system-release-\d`, '64bit Amazon Linux', 'aws/codebuild/amazonlinux'],
  ].join('|'),
);
const CODEBUILD_IMAGE = /aws\/codebuild\/amazonlinux[\w.:-]+/;
const CONTAINER_COMMANDS: ReadonlySet<string> = new Set([
  ...['docker', 'podman', 'nerdctl', 'finch', 'buildah', 'crane', 'skopeo'],
]);
const BUILT_ON = imageWords('builtOn').join('|');
const CONTAINER_IMAGE = new RegExp(`(?:^|[/=])amazonlinux(?::|@|$)|lambda/provided:|${BUILT_ON}`);
/** Full container name in a variable named after images: its use is not always visible. */
const FULL_CONTAINER_NAME = new RegExp(
  String.raw`^(?:[\w.-]+(?::\d+)?/)*(?:amazonlinux:|${BUILT_ON})[\w.:/-]+$`,
);
const NAMES_IMAGE = /image|container|distro|platform/i;
/** Length of the shortest unambiguous name: shorter words are not compared. */
const MIN_NAME_LENGTH = 'amzn-ami-'.length;
const FAMILY_NAME = /(?:^|_)ami_family$/i;
export const PRINTING_COMMANDS: ReadonlySet<string> = new Set(['echo', 'printf', 'log', 'info']);
/** Global AWS CLI options with a value, which may precede the service. */
const GLOBAL_OPTIONS = ['region', 'profile', 'output', 'endpoint-url', 'query', 'color', 'ca-bundle'];
const GLOBAL_OPTION = new RegExp(`^--(?:${GLOBAL_OPTIONS.join('|')})(?:=|$)`);
const RELEASEVER_FILE = /\/etc\/(?:dnf|yum)\/vars\/releasever$/;

/** A word that names an image, its user, and the settings implied by its place. */
interface NamedImage {
  word: Word;
  user: string;
  context: OsImageContext;
  /** All rows of the table from which one is selected. */
  rows?: readonly Word[];
  /** Pattern for the value of the word, if its written form does not match. */
  pattern?: RegExp;
}

/** Operating system images in the commands of a script. */
export function imagesOfCommands(
  { script, commands, variables }: ReadScript,
  { source, file, prefix }: Pick<TextHolder, 'source' | 'file' | 'prefix'>,
): AssetDraft[] {
  const reported = new ReportedPlaces();
  const answers = new QueryAnswers(commands, script.text);
  const branches = branchesOf(commands);
  return commands
    .flatMap((command, i) => imagesNamedInCommand(command, commands[i + 1], answers))
    .flatMap(({ word, user, context, pattern, rows }) => {
      const images = variables
        .resolve(word, user)
        .map((value) => partlyKnownImage(value, context))
        .filter((named) => isImage(writtenTextOf(named) ?? '', context, pattern));
      const isTable = rows !== undefined && !iteratesTable(user, script.text);
      const alike = isTable ? rows : (branches.get(user) ?? []);
      const others = alike.includes(word)
        ? alike.slice(0, maxChoices).flatMap((row) => variables.resolve(row, user))
        : images;
      const isUnselected = variables.takesAllValues(word) ? undefined : uncertaintyOf(others);
      return images.flatMap((named) => {
        const version = toImageFact(named, context);
        if (version.state === 'unknown' || !reported.add(version)) return [];
        const at = locate(script.span(word));
        const draft = imageDraft({ source, name: prefix + user, file, at, version });
        const settings = settingsOfPlace(context, version);
        return [{ ...draft, settings, ...(isUnselected !== undefined && { isUnselected }) }];
      });
    });
}

/** Values of a variable in the branches of a script, of which one applies. */
function branchesOf(commands: readonly Command[]): ReadonlyMap<string, readonly Word[]> {
  const conditional = commands
    .flatMap(({ assignments }) => assignments)
    .filter(
      ({ isConditional, isLooped, values }) => isConditional && isLooped !== true && values.length === 1,
    );
  const byName = Map.groupBy(conditional, ({ name }) => name);
  return new Map([...byName].map(([name, group]) => [name, group.flatMap(({ values }) => values)]));
}

/** True if a script iterates over all rows of a table, by key or value. */
function iteratesTable(name: string, text: string): boolean {
  return text.includes(`{!${name}[@]}`) || text.includes(`{${name}[@]}`);
}

/** Settings that the place of a name implies; they decide how the name is interpreted. */
function settingsOfPlace(
  { place, amiType = null }: OsImageContext,
  version: KnownFact,
): AssetDraft['settings'] {
  if (place === 'releasever') return { releasever: version };
  if (place === 'ami-family') return { amiFamily: version };
  return amiType === null ? {} : { amiType: { ...version, value: amiType } };
}

function imagesNamedInCommand(
  command: Command,
  next: Command | undefined,
  answers: QueryAnswers,
): NamedImage[] {
  const { words, assignments } = command;
  const tool = commandName(words);
  if (PRINTING_COMMANDS.has(tool))
    return [...imagesAssigned(assignments, () => true), ...writtenRelease(command, next)];
  const isInUse = (word: Word, name: string): boolean =>
    isImageReference(word, name) && commandRange(word) === null && !answers.isOnlyPrinted(name);
  const named = namedByWords(tool, words);
  if (assignments.length > 0) named.unshift(...imagesAssigned(assignments, isInUse));
  if (tool === 'aws' || tool === 'eksctl') named.push(...nodeGroup(tool, words), ...cloud9(tool, words));
  return named.length === 0 || answers.isUnusedQuery(command, next) ? [] : named;
}

function imagesAssigned(
  assignments: Command['assignments'],
  isWanted: (word: Word, name: string) => boolean,
): NamedImage[] {
  return assignments.flatMap(({ name, values }) =>
    values
      .filter((word) => isWanted(word, name))
      .map((word) => ({
        ...{ word, user: name, context: FAMILY_NAME.test(name) ? { place: 'ami-family' as const } : {} },
        ...(word.key !== undefined && { rows: values }),
      })),
  );
}

function namedByWords(tool: string, words: readonly Word[]): NamedImage[] {
  const isContainer = CONTAINER_COMMANDS.has(tool);
  const named: NamedImage[] = [];
  words.forEach((word, i) => {
    const isRelease = i > 0 && plainText(words[i - 1]) === '--releasever';
    const isLong = word.end - word.start >= MIN_NAME_LENGTH;
    const isImage =
      isLong && (mayName(word, UNAMBIGUOUS_NAME) || (isContainer && mayName(word, CONTAINER_IMAGE)));
    const isOpen = isContainer && word.parts.some(({ kind }) => kind === 'variable');
    if (!isRelease && !isImage && !isOpen) return;
    if (isQuery(word, words[i - 1]) || commandRange(word) !== null) return;
    const of = { user: userOf(tool, words), context: {} };
    if (isRelease) named.push({ ...of, word, context: { place: 'releasever' } });
    else if (isImage) named.push({ ...of, word: filterValue(word) });
    else named.push({ ...of, word, pattern: CONTAINER_IMAGE });
  });
  return named;
}

function isImageReference(word: Word, name: string): boolean {
  return (
    mayName(word, UNAMBIGUOUS_NAME) ||
    FAMILY_NAME.test(name) ||
    (NAMES_IMAGE.test(name) && FULL_CONTAINER_NAME.test(plainText(word) ?? ''))
  );
}

/** Filter on an answer: `--query "SolutionStacks[?starts_with(@, '64bit Amazon Linux 2 v')]"`. */
function isQuery(word: Word, before: Word | undefined): boolean {
  return plainText(before) === '--query' || plainText(word)?.startsWith('--query=') === true;
}

/** Release of a node group's image, else its type, in `aws eks` and `eksctl`. */
function nodeGroup(tool: string, words: readonly Word[]): NamedImage[] {
  const isOwn = tool === 'eksctl' || (tool === 'aws' && words.some((word) => plainText(word) === 'eks'));
  if (!isOwn) return [];
  const user = userOf(tool, words);
  const amiType = optionOf(words, '--ami-type');
  const release = optionOf(words, '--release-version');
  if (release !== null)
    return [{ word: release, user, context: { amiType: plainText(amiType ?? undefined) } }];
  const family = optionOf(words, '--node-ami-family');
  return [
    ...(amiType === null ? [] : [{ word: amiType, user, context: {} }]),
    ...(family === null ? [] : [{ word: family, user, context: { place: 'ami-family' as const } }]),
  ];
}

/** Image of a Cloud9 environment; its names have no meaning elsewhere. */
function cloud9(tool: string, words: readonly Word[]): NamedImage[] {
  if (tool !== 'aws' || !words.some((word) => plainText(word) === 'cloud9')) return [];
  const word = optionOf(words, '--image-id');
  return word === null ? [] : [{ word, user: userOf(tool, words), context: {} }];
}

/** Word after an option, or the part after its equals sign. */
function optionOf(words: readonly Word[], option: string): Word | null {
  const at = words.findIndex((word) => plainText(word) === option);
  if (at >= 0) return words[at + 1] ?? null;
  const joined = words.find((word) => plainText(word)?.startsWith(`${option}=`));
  return joined === undefined ? null : withoutStart(joined, option.length + 1);
}

/** `echo 2023.4.20240416 > /etc/dnf/vars/releasever`, or the same through `tee`. */
function writtenRelease({ words, targets }: Command, next: Command | undefined): NamedImage[] {
  const through = next?.words.some((word) => plainText(word) === 'tee') === true ? next.words : [];
  const isRelease = [...targets, ...through].some((target) => RELEASEVER_FILE.test(plainText(target) ?? ''));
  if (!isRelease) return [];
  return words.slice(1, 2).map((word) => ({ word, user: 'releasever', context: { place: 'releasever' } }));
}

/**
 * Part of an option of `aws` that names an image: the value of a search filter (`Name=name,Values=amzn2-ami-hvm-*`), a
 * CodeBuild image in settings.
 */
function filterValue(word: Word): Word {
  const [first, ...others] = word.parts;
  if (first?.kind !== 'text') return word;
  const build = others.length === 0 ? CODEBUILD_IMAGE.exec(first.text) : null;
  if (build !== null && first.end - first.start === first.text.length) {
    const start = first.start + build.index;
    const part = { ...first, text: build[0], start, end: start + build[0].length };
    return { parts: [part], start, end: part.end };
  }
  return withoutStart(word, /^Name=[\w-]+,Values=/.exec(first.text)?.[0].length ?? 0);
}

/** True if the literal parts and defaults of a word match. A value that is known only later does not count. */
function mayName({ parts }: Pick<Word, 'parts'>, pattern: RegExp): boolean {
  if (pattern.test(textWithMarks(parts))) return true;
  return parts.some(
    (part) =>
      part.kind === 'variable' && part.fallback !== null && mayName({ parts: part.fallback }, pattern),
  );
}

/** Tool and subcommand without the tool's own options: `dnf upgrade`, `aws ec2 describe-images`. */
function userOf(tool: string, words: readonly Word[]): string {
  const plain = words.slice(1).map((word) => plainText(word) ?? '-');
  let at = 0;
  while (tool === 'aws' && GLOBAL_OPTION.test(plain[at] ?? ''))
    at += plain[at]?.includes('=') === true ? 1 : 2;
  const verbs = plain.slice(at, at + 2).filter((text) => /^[a-z][a-z0-9-]*$/.test(text));
  return [tool, ...verbs].join(' ');
}

function isImage(written: string, context: OsImageContext, pattern: RegExp | undefined): boolean {
  return pattern?.test(written) !== false && readOsImage(written, context) !== null;
}
