import { folderOf } from '../../../files/index.ts';
import { EXAMPLE_FOLDERS, isInFolders } from '../../../model/index.ts';
import { TERRAFORM_CLAIM } from '../../formats/terraform/modules/names.ts';
import type { UnitReading, WantedUnit } from '../read-unit.ts';
import type { ScannedFiles } from '../files.ts';

// Modules that nothing uses, if this is evident: they have no caller, and their siblings do. A folder's name is no
// evidence.

type Unit = WantedUnit & Pick<UnitReading, 'assets'>;

/** Terraform blocks of a folder that is meant to be deployed by itself. */
const DEPLOYED_BLOCK = /^[ \t]*(?:provider|backend|cloud)\b[^\n{=]*\{/m;

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
    if (format.id !== TERRAFORM_CLAIM.id) continue;
    const folder = folderOf(unit);
    const isEnvironment = (caller: T): boolean =>
      !callers.has(caller) &&
      !isWithin(caller.unit, folder) &&
      !isInFolders(`${caller.unit}/`, EXAMPLE_FOLDERS);
    if (own.some(isEnvironment)) called.add(folder);
  }
  const isUncalled = (each: T): boolean =>
    each.format.id === TERRAFORM_CLAIM.id &&
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
    files.every((file) => !file.endsWith('.tf') || !DEPLOYED_BLOCK.test(scanned.read(file)?.text ?? ''))
  );
}
