import path from 'node:path/posix';
import { EXAMPLE_FOLDERS, isFileLocation, isInFolders, type Asset } from '../../../model/index.ts';
import { PROGRAMS_CLAIM } from '../../formats/programs/language-of.ts';
import { isNamedTest } from '../../formats/programs/unit-tests.ts';
import type { UnitReading, WantedUnit } from '../read-unit.ts';
import type { ScannedFiles } from '../files.ts';

// CDK constructs that are never created as written: their class is never instantiated, or every caller passes another
// version.

type Unit = WantedUnit & Pick<UnitReading, 'assets'>;

/** Maximum of programs in which uses of a class are searched; with more, nothing is claimed. */
const MAX_PROGRAMS = 400;
const CLASS_DEFINITION = /\bclass[ \t]+([A-Z]\w*)[ \t]*(?:extends\b|[(:<])/g;
const APP_CREATION = /\b(?:new[ \t]+)?(?:\w+\.)?App\(/;
/** Creation of classes by computed names. */
const COMPUTED_CREATION =
  /\bnew[ \t]+\(?[\w.]+\[|\bgetattr\(|\bimportlib\b|\b(?:require|import)\([^'")]|\bClass\.forName\(/;

/** An asset whose version is written in a class. */
interface AssetInClass {
  asset: Asset;
  name: string;
  file: string;
  /** Text of the file up to the version. */
  before: string;
}

interface Program {
  file: string;
  text: string;
}

/**
 * Assets of constructs that are not made: no scanned program uses their class beside an app that uses others
 * (`uncalled`), or every program that creates the class replaces its default (`replaced`).
 */
export function unusedConstructs(
  units: Iterable<Unit>,
  files: ScannedFiles,
): ReadonlyMap<Asset, 'uncalled' | 'replaced'> {
  const inClasses = [...units].flatMap((unit) =>
    unit.format.id === PROGRAMS_CLAIM.id
      ? unit.assets.flatMap((asset) => assetInClass(asset, unit.unit, files))
      : [],
  );
  const programs = inClasses.length === 0 ? null : programsLike(inClasses, files);
  if (programs === null) return new Map();
  const uncalled = uncalledAmong(inClasses, programs);
  return new Map(
    inClasses.flatMap((each): [Asset, 'uncalled' | 'replaced'][] => {
      if (uncalled.has(each)) return [[each.asset, 'uncalled']];
      return isReplacedDefault(each, programs) ? [[each.asset, 'replaced']] : [];
    }),
  );
}

/** Programs in the languages of some classes, without unit tests; null if there are too many. */
function programsLike(inClasses: readonly AssetInClass[], files: ScannedFiles): Program[] | null {
  const extensions = new Set(inClasses.map(({ file }) => path.extname(file)));
  const programs: string[] = [];
  files.forEach((_, file) => {
    if (extensions.has(path.extname(file)) && !isNamedTest(file)) programs.push(file);
  });
  if (programs.length > MAX_PROGRAMS) return null;
  return programs.map((file) => ({ file, text: files.read(file)?.text ?? '' }));
}

/** Assets in classes that no program names. None without an app, or if a class is created by a computed name. */
function uncalledAmong(
  inClasses: readonly AssetInClass[],
  programs: readonly Program[],
): ReadonlySet<AssetInClass> {
  if (
    !programs.some(({ text }) => APP_CREATION.test(text)) ||
    programs.some(({ text }) => COMPUTED_CREATION.test(text))
  )
    return new Set();
  const isNamed = (name: string, declaredIn: string): boolean => {
    const word = new RegExp(String.raw`\b${name}\b`, 'g');
    return programs.some(({ file, text }) => [...text.matchAll(word)].length > (file === declaredIn ? 1 : 0));
  };
  const apps = new Set(programs.flatMap(({ file, text }) => (APP_CREATION.test(text) ? [file] : [])));
  return new Set(inClasses.filter(({ name, file }) => !apps.has(file) && !isNamed(name, file)));
}

/** Class around an asset whose version is written in the program itself. */
function assetInClass(asset: Asset, file: string, files: ScannedFiles): AssetInClass[] {
  const { location, source } = asset;
  if (source !== 'cdk' || !isFileLocation(location) || location.file !== file) return [];
  const lines = (files.read(file)?.text ?? '').split('\n').slice(0, location.line);
  const last = lines.pop() ?? '';
  const before = [...lines, last.slice(0, location.column - 1)].join('\n');
  const name = [...before.matchAll(CLASS_DEFINITION)].at(-1)?.[1];
  return name === undefined ? [] : [{ asset, name, file, before }];
}

/** Maximum number of characters before a version in which the name of its property is searched. */
const MAX_TEXT_BEFORE = 500;
/** `props.version ?? VERSION`, `version or VERSION`. */
const FALLBACK_VALUE = /(?<!\w)(\w+)\s*(?:\?\?|\|\||\bor\b)\s*[\w.]*$/;
/** `version = VERSION` or `version: Type = VERSION`, to be found among parameters. */
const DEFAULT_VALUE = /(?<!\w)(\w+)\s*(?::[^=,(){}]*)?=\s*[\w.]*$/;
const CONSTRUCTOR_START = /(?:\bconstructor|\bdef[ \t]+__init__)[ \t]*\(/g;
const DESTRUCTURING_START = /\b(?:const|let)\s*\{[^{}]*$/;

/** True if a version is the default of a property that every creation of the class sets. */
function isReplacedDefault({ name, before }: AssetInClass, programs: readonly Program[]): boolean {
  const near = before.slice(-MAX_TEXT_BEFORE);
  const property =
    FALLBACK_VALUE.exec(near)?.[1] ?? (isOfParameter(before) ? DEFAULT_VALUE.exec(near)?.[1] : undefined);
  if (property === undefined) return false;
  const creation = new RegExp(String.raw`(?<!\bclass[ \t]+)\b${name}\(`, 'g');
  const inherited = new RegExp(String.raw`\bextends[ \t]+${name}\b|\bclass[ \t]+\w+\([^)]*\b${name}\b`);
  if (programs.some(({ text }) => inherited.test(text))) return false;
  const creations = programs
    .filter(({ file }) => !isInFolders(file, EXAMPLE_FOLDERS))
    .flatMap(({ text }) =>
      [...text.matchAll(creation)].map((found) => argumentsAt(text, found.index + found[0].length)),
    );
  return creations.length > 0 && creations.every((given) => setsProperty(given, property));
}

/** True if a text ends among the parameters of a constructor, or among the names that it destructures. */
function isOfParameter(before: string): boolean {
  if (DESTRUCTURING_START.test(before.slice(-MAX_TEXT_BEFORE))) return true;
  const found = [...before.matchAll(CONSTRUCTOR_START)].at(-1);
  return found !== undefined && depthOf(before.slice(found.index + found[0].length)) >= 0;
}

/** Number of open parentheses minus closed ones. */
function depthOf(text: string): number {
  return text.split('(').length - text.split(')').length;
}

/** Maximum length of the arguments of one call. */
const MAX_ARGUMENTS_LENGTH = 10_000;

/** Text of a call's arguments, from after its opening parenthesis; all that may be them if it is not closed. */
function argumentsAt(text: string, start: number): string {
  const given = text.slice(start, start + MAX_ARGUMENTS_LENGTH);
  let depth = 1;
  for (let at = 0; at < given.length; at++) {
    if (given[at] === '(') depth++;
    else if (given[at] === ')' && --depth === 0) return given.slice(0, at);
  }
  return given;
}

function setsProperty(given: string, property: string): boolean {
  const value = new RegExp(
    String.raw`\b${property}\s*[:=](?!=|\s*(?:undefined|None)\b)|[{,]\s*${property}\s*[,}]`,
  );
  return value.test(given);
}
