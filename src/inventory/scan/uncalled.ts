import path from 'node:path/posix';
import { folderOf } from '../../files/index.ts';
import { EXAMPLE_FOLDERS, isFileLocation, isInFolders, type Asset } from '../../model/index.ts';
import { PROGRAMS } from '../formats/programs/language-of.ts';
import { isNamedTest } from '../formats/programs/unit-tests.ts';
import { TERRAFORM } from '../formats/terraform/modules/names.ts';
import type { UnitReading, WantedUnit } from './read-unit.ts';
import type { ScannedFiles } from './files.ts';

// Code that nothing uses, if this is evident: it has no caller, and its siblings of the same kind do. A folder's name
// is no evidence.

type Unit = WantedUnit & Pick<UnitReading, 'assets'>;

/** Terraform blocks of a folder that is meant to be deployed by itself. */
const DEPLOYED = /^[ \t]*(?:provider|backend|cloud)\b[^\n{=]*\{/m;

/**
 * Modules that no scanned environment calls, beside modules in the same folder that environments elsewhere call.
 * @param callers units that call a unit; empty if none does
 */
export function uncalledModules<T extends Unit>(
  units: Iterable<T>,
  callers: ReadonlyMap<T, readonly T[]>,
  files: Pick<ScannedFiles, 'list' | 'read'>,
): ReadonlySet<T> {
  const called = new Set<string>();
  for (const [{ format, unit }, own] of callers) {
    if (format.id !== TERRAFORM.id) continue;
    const folder = folderOf(unit);
    const isEnvironment = (caller: T): boolean =>
      !callers.has(caller) &&
      !isWithin(caller.unit, folder) &&
      !isInFolders(`${caller.unit}/`, EXAMPLE_FOLDERS);
    if (own.some(isEnvironment)) called.add(folder);
  }
  const isUncalled = (each: T): boolean =>
    each.format.id === TERRAFORM.id &&
    !callers.has(each) &&
    each.assets.length > 0 &&
    called.has(folderOf(each.unit)) &&
    isModule(each.unit, files);
  return new Set([...units].filter(isUncalled));
}

function isWithin(inner: string, folder: string): boolean {
  return folder === '.' || inner === folder || inner.startsWith(`${folder}/`);
}

/** True for a folder without signs of its own deployment: no provider, no state, no values. */
function isModule(folder: string, scanned: Pick<ScannedFiles, 'list' | 'read'>): boolean {
  const files = scanned.list(folder);
  return (
    files.some((file) => file.endsWith('.tf')) &&
    !files.some((file) => /\.(?:tfvars|tfstate)(?:\.json)?$|\.hcl$/.test(file)) &&
    files.every((file) => !file.endsWith('.tf') || !DEPLOYED.test(scanned.read(file)?.text ?? ''))
  );
}

/** Maximum of programs in which uses of a class are searched; with more, nothing is claimed. */
const MOST_PROGRAMS = 400;
const CLASS = /\bclass[ \t]+([A-Z]\w*)[ \t]*(?:extends\b|[(:<])/g;
const APP = /\b(?:new[ \t]+)?(?:\w+\.)?App\(/;
/** Creation of classes by computed names. */
const COMPUTED =
  /\bnew[ \t]+\(?[\w.]+\[|\bgetattr\(|\bimportlib\b|\b(?:require|import)\([^'")]|\bClass\.forName\(/;

/** Assets of constructs whose class no scanned program uses, beside an app that uses others. */
export function uncalledConstructs(units: Iterable<Unit>, files: ScannedFiles): ReadonlySet<Asset> {
  const inClasses = [...units].flatMap((unit) =>
    unit.format.id === PROGRAMS.id ? unit.assets.flatMap((asset) => inClass(asset, unit.unit, files)) : [],
  );
  if (inClasses.length === 0) return new Set();
  const extensions = new Set(inClasses.map(({ file }) => path.extname(file)));
  const programs: string[] = [];
  files.forEach((_, file) => {
    if (extensions.has(path.extname(file)) && !isNamedTest(file)) programs.push(file);
  });
  if (programs.length > MOST_PROGRAMS) return new Set();
  const texts = programs.map((file) => ({ file, text: files.read(file)?.text ?? '' }));
  if (!texts.some(({ text }) => APP.test(text)) || texts.some(({ text }) => COMPUTED.test(text)))
    return new Set();
  const isNamed = (name: string, declaredIn: string): boolean => {
    const word = new RegExp(String.raw`\b${name}\b`, 'g');
    return texts.some(({ file, text }) => [...text.matchAll(word)].length > (file === declaredIn ? 1 : 0));
  };
  const apps = new Set(texts.flatMap(({ file, text }) => (APP.test(text) ? [file] : [])));
  return new Set(
    inClasses.flatMap(({ asset, name, file }) => (apps.has(file) || isNamed(name, file) ? [] : [asset])),
  );
}

/** Class around an asset whose version is written in the program itself. */
function inClass(
  asset: Asset,
  file: string,
  files: ScannedFiles,
): { asset: Asset; name: string; file: string }[] {
  const { location, source } = asset;
  if (source !== 'cdk' || !isFileLocation(location) || location.file !== file) return [];
  const text = files.read(file)?.text ?? '';
  const before = text.split('\n').slice(0, location.line).join('\n');
  const name = [...before.matchAll(CLASS)].at(-1)?.[1];
  return name === undefined ? [] : [{ asset, name, file }];
}
