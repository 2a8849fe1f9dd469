import path from 'node:path/posix';
import { EXAMPLE_FOLDERS, isInFolders } from '../../../../model/index.ts';
import type { WorkspaceView } from '../../../reading/format.ts';
import { environmentNamed } from '../../../resources/passes/environments.ts';
import { parsedFiles } from '../../../hcl/file.ts';
import { isModuleFile, isVariableFile, VARIABLES_FILE } from '../../../reading/file-names.ts';
import { passesVariablesFile, maxEnvironments } from '../../../../values/index.ts';
import { scriptsAround } from './script-values.ts';
import type { HclFile } from '../../../../syntax/index.ts';
import { variableFilesBelow } from '../../../hcl/variable-files.ts';

/** A variables file that Terraform loads only on request: an environment. */
export interface Environment {
  /** `prod` for `prod.tfvars`, `env/prod.tfvars` and `prod/terraform.tfvars`. */
  name: string;
  file: HclFile;
  /** True for an example of possible values, which deploys nothing. */
  isExample: boolean;
}

const EXAMPLE_FILE = /(?:^|[./_-])(?:example|sample|template)s?[./_-]/i;
const LOADED_FILE = /(?:^|\/)(?:terraform|[^/]*\.auto)\.tfvars(?:\.json)?$/;

/** Files that Terraform loads automatically, in its order: a later one overrides. */
export function loadedFiles(folder: string, view: WorkspaceView): HclFile[] {
  const names = view.list(folder).filter((name) => LOADED_FILE.test(name));
  const main = ['terraform.tfvars', 'terraform.tfvars.json'].map((name) => path.join(folder, name));
  const ordered = [
    ...main.filter((name) => names.includes(name)),
    ...names.filter((name) => !main.includes(name)),
  ];
  return parsedFiles(ordered, view);
}

/** Other variables files of a module: in its folder, in subfolders without code, and those that scripts name. */
export function environmentsOf(folder: string, view: WorkspaceView): Environment[] {
  const own = view.list(folder).filter((name) => isVariableFile(name) && !LOADED_FILE.test(name));
  const below = [...variableFilesBelow(folder, view), ...filesFromBelow(folder, view)];
  return [...own, ...below].slice(0, maxEnvironments).flatMap((name) => {
    const environment = environmentName(name) ?? nameOf(name);
    const isExample = EXAMPLE_FILE.test(name) || isInFolders(name, EXAMPLE_FOLDERS);
    return parsedFiles([name], view).map((file) => ({ name: environment, file, isExample }));
  });
}

/** True if every deployment of a module uses one of its variables files: there are several, or scripts pass one. */
export function usesFileAlways(
  environments: readonly Environment[],
  loaded: readonly HclFile[],
  folder: string,
  view: WorkspaceView,
): boolean {
  const deployed = environments.filter(({ isExample }) => !isExample);
  const isOneOfSeveral = deployed.length > 1 && loaded.length === 0;
  return isOneOfSeveral || scriptsAround(folder, view).some(({ text }) => text.includes('-var-file'));
}

/** Variables files in subfolders with code of their own, which scripts pass to this folder's code. */
function filesFromBelow(folder: string, view: WorkspaceView): string[] {
  const files = variableFilesBelow(folder, view, { isCode: () => false }).filter((file) =>
    view.list(path.dirname(file)).some(isModuleFile),
  );
  if (files.length === 0) return [];
  const scripts = scriptsAround(folder, view);
  return files.filter((file) =>
    scripts.some(({ file: script, text }) =>
      passesVariablesFile(text, file, [folder, path.dirname(script), '.']),
    ),
  );
}

/** Environment of a variables file, by its name or its folder's; null if neither names one. */
export function environmentName(file: string): string | null {
  // Automatically loaded files apply to everything in their folder.
  return environmentNamed(LOADED_FILE.test(file) ? null : nameOf(file), file);
}

function nameOf(file: string): string {
  return path.basename(file).replace(VARIABLES_FILE, '');
}
