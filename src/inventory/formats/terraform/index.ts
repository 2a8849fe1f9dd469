import path from 'node:path/posix';
import { readGitAddress } from '../../../syntax/index.ts';
import { engineWords, imageWords } from '../../../products/index.ts';
import { terraformWords } from '../../../vocabulary/index.ts';
import type { Format, Reading, WorkspaceView } from '../../reading/format.ts';
import { localFolder, moduleAt, type Reader } from './modules/module-tree.ts';
import { isJson, isTerragrunt, TERRAFORM_CLAIM } from './modules/names.ts';
import { isModuleFile, isVariableFile } from '../../reading/file-names.ts';
import { readLoneVariables } from './lone-variables.ts';
import { surroundingsOf } from '../../hcl/surroundings.ts';
import { readModule } from './read-module.ts';
import { readPlan } from './plans/read-plan.ts';
import { readTerragrunt } from './terragrunt.ts';
import { folderOfVariables } from '../../hcl/variable-files.ts';

/** Terraform and OpenTofu: a folder at a time, with its local modules and variables files. */
export const terraform: Format = {
  ...TERRAFORM_CLAIM,
  needles: [
    ...terraformWords(),
    ...imageWords(),
    ...engineWords(),
    ...['aurora', 'aws_ami', 'Amazon Linux', 'user_data', 'release_version', 'os_release_label', 'k8s.aws/'],
  ],
  unitOf,
  refersTo: localSources,
  read: readFolder,
};

/** A Terragrunt file or a plan is a unit of its own; any other file is part of its module. */
function unitOf(file: string, list: WorkspaceView['list']): string {
  if (isTerragrunt(file) || isJson(file)) return file;
  return isVariableFile(file) ? folderOfVariables(file, list) : path.dirname(file);
}

/** A local folder, or a repository address that may be this repository: a double slash precedes the folder in it. */
const MODULE_SOURCE = /"(\.{1,2}\/[^"\s$]*)"|source\s*=\s*"(?=[^"\s$]*[\w.-]\/\/)([^."\s$][^"\s$]*)"/g;
/** Few files contain either. */
const MAY_NAME_SOURCE = /"\.{1,2}\/|[\w.-]\/\//;
/** A path after a function that returns the folder of the file or the root of the repository. */
const TERRAGRUNT_SOURCE = /"(?:\$\{(get_\w+)\(\)\}|(?=\.{1,2}\/))([^"\s$:]*)"/g;

/** Folders in the strings of a file: sources of local modules, found without parsing. */
function localSources(file: string, latin1: string): string[] {
  if (isTerragrunt(file)) return terragruntSources(file, latin1);
  if (!isModuleFile(file) || !MAY_NAME_SOURCE.test(latin1)) return [];
  const folders = [...latin1.matchAll(MODULE_SOURCE)].flatMap(([, local, address = '']) =>
    local === undefined
      ? (readGitAddress(address)?.folder ?? [])
      : (localFolder(path.dirname(file), Buffer.from(local, 'latin1').toString('utf8')) ?? []),
  );
  return [...new Set(folders)];
}

function terragruntSources(file: string, latin1: string): string[] {
  return [...latin1.matchAll(TERRAGRUNT_SOURCE)].flatMap(([, from, source = '']) => {
    const base = from === 'get_repo_root' ? '.' : path.dirname(file);
    return localFolder(base, `./${Buffer.from(source, 'latin1').toString('utf8')}`) ?? [];
  });
}

function readFolder(unit: string, view: WorkspaceView): Reading {
  if (isTerragrunt(unit)) return readTerragrunt(unit, view);
  if (isJson(unit)) return readPlan(unit, view);
  const reader: Reader = {
    view,
    surroundings: surroundingsOf(unit, view),
    modules: new Map(),
    problems: [],
  };
  const module = moduleAt(unit, reader);
  return module === null ? readLoneVariables(unit, view) : readModule(module, reader);
}
