import path from 'node:path/posix';
import { EXAMPLE_FOLDERS, isInFolders } from '../../../../model/index.ts';
import type { WorkspaceView } from '../../../reading/format.ts';
import { environmentNamed } from '../../../resources/passes/environments.ts';
import { parsedFiles } from '../../../hcl/file.ts';
import { isModuleFile, isVariableFile, VARIABLES } from '../../../reading/file-names.ts';
import { givesFile, maxEnvironments } from '../../../../values/index.ts';
import { givingFiles } from './outside-values.ts';
import type { HclFile } from '../../../../syntax/index.ts';
import { variableFilesBelow } from '../../../hcl/variable-files.ts';

/** A variables file that Terraform loads only when it is told to: an environment. */
export interface Environment {
  /** `prod` for `prod.tfvars`, `env/prod.tfvars` and `prod/terraform.tfvars`. */
  name: string;
  file: HclFile;
  /** It shows what can be given, and deploys nothing. */
  isExample: boolean;
}

const EXAMPLE = /(?:^|[./_-])(?:example|sample|template)s?[./_-]/i;
const LOADED = /(?:^|\/)(?:terraform|[^/]*\.auto)\.tfvars(?:\.json)?$/;

/** The files that Terraform loads by itself, in its order: a later one wins. */
export function loadedFiles(folder: string, view: WorkspaceView): HclFile[] {
  const names = view.list(folder).filter((name) => LOADED.test(name));
  const main = ['terraform.tfvars', 'terraform.tfvars.json'].map((name) => path.join(folder, name));
  const ordered = [
    ...main.filter((name) => names.includes(name)),
    ...names.filter((name) => !main.includes(name)),
  ];
  return parsedFiles(ordered, view);
}

/** The other variables files of a module: in its folder, in folders below it that have no code, and what scripts name. */
export function environmentsOf(folder: string, view: WorkspaceView): Environment[] {
  const own = view.list(folder).filter((name) => isVariableFile(name) && !LOADED.test(name));
  const below = [...variableFilesBelow(folder, view), ...givenFromBelow(folder, view)];
  return [...own, ...below].slice(0, maxEnvironments).flatMap((name) => {
    const environment = environmentName(name) ?? nameOf(name);
    const isExample = EXAMPLE.test(name) || isInFolders(name, EXAMPLE_FOLDERS);
    return parsedFiles([name], view).map((file) => ({ name: environment, file, isExample }));
  });
}

/** Whether who deploys a module always gives it one of its variables files: there are several, or scripts give one. */
export function isAlwaysGiven(
  environments: readonly Environment[],
  loaded: readonly HclFile[],
  folder: string,
  view: WorkspaceView,
): boolean {
  const deployed = environments.filter(({ isExample }) => !isExample);
  const isOneOfSeveral = deployed.length > 1 && loaded.length === 0;
  return isOneOfSeveral || givingFiles(folder, view).some(({ text }) => text.includes('-var-file'));
}

/** In folders below one that have code of their own, where scripts give them to the code of this one. */
function givenFromBelow(folder: string, view: WorkspaceView): string[] {
  const files = variableFilesBelow(folder, view, { isCode: () => false }).filter((file) =>
    view.list(path.dirname(file)).some(isModuleFile),
  );
  if (files.length === 0) return [];
  const scripts = givingFiles(folder, view);
  return files.filter((file) =>
    scripts.some(({ file: script, text }) => givesFile(text, file, [folder, path.dirname(script), '.'])),
  );
}

/** The environment that a variables file stands for, by its name or its folder's; null when neither says. */
export function environmentName(file: string): string | null {
  // What Terraform loads by itself is for everything in its folder.
  return environmentNamed(LOADED.test(file) ? null : nameOf(file), file);
}

function nameOf(file: string): string {
  return path.basename(file).replace(VARIABLES, '');
}
