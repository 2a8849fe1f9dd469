import path from 'node:path/posix';
import { readGitAddress } from '../../../syntax/index.ts';
import { engineWords, imageWords } from '../../../products/index.ts';
import { terraformWords } from '../../../vocabulary/index.ts';
import type { AssetDraft } from '../../resources/draft.ts';
import { decidedByFile } from '../../resources/passes/environments.ts';
import type { Format, Reading, WorkspaceView } from '../../reading/format.ts';
import { problemsOf } from '../../hcl/file.ts';
import { draftsOfModule } from './module-drafts.ts';
import { draftsOfVariants } from './modules/variants.ts';
import { localFolder, moduleAt, type Reader } from './modules/module-tree.ts';
import type { ModuleFolder } from '../../hcl/module.ts';
import { isJson, isTerragrunt, TERRAFORM_CLAIM } from './modules/names.ts';
import { isModuleFile, isVariableFile } from '../../reading/file-names.ts';
import { valuesOfScripts } from './modules/script-values.ts';
import { readLoneVariables } from './lone-variables.ts';
import { surroundingsOf } from '../../hcl/surroundings.ts';
import { readPlan } from './plans/read-plan.ts';
import { readTerragrunt } from './terragrunt.ts';
import { environmentsOf, usesFileAlways, loadedFiles } from './modules/environments.ts';
import { folderOfVariables, valuesOfFiles } from '../../hcl/variable-files.ts';

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
const SOURCE = /"(\.{1,2}\/[^"\s$]*)"|source\s*=\s*"(?=[^"\s$]*[\w.-]\/\/)([^."\s$][^"\s$]*)"/g;
/** Few files contain either. */
const MAY_NAME_SOURCE = /"\.{1,2}\/|[\w.-]\/\//;
/** A path after a function that returns the folder of the file or the root of the repository. */
const TERRAGRUNT_SOURCE = /"(?:\$\{(get_\w+)\(\)\}|(?=\.{1,2}\/))([^"\s$:]*)"/g;

/** Folders in the strings of a file: sources of local modules, found without parsing. */
function localSources(file: string, latin1: string): string[] {
  if (isTerragrunt(file)) return terragruntSources(file, latin1);
  if (!isModuleFile(file) || !MAY_NAME_SOURCE.test(latin1)) return [];
  const folders = [...latin1.matchAll(SOURCE)].flatMap(([, local, address = '']) =>
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

function readModule(module: ModuleFolder, reader: Reader): Reading {
  const { folder } = module;
  const { view } = reader;
  const loaded = loadedFiles(folder, view);
  const base = draftsOfModule(module, valuesOfFiles(loaded), reader);
  const environments = environmentsOf(folder, view);
  const withFiles = environments.map(({ file, isExample }) => {
    const drafts = draftsOfModule(module, valuesOfFiles([...loaded, file]), {
      ...reader,
      surroundings: surroundingsOf(folder, view),
    });
    return { file: file.file, drafts, isExample };
  });
  const decided = environments.map(({ name, file }, nth) =>
    decidedByFile(withFiles[nth]?.drafts ?? [], name, file.file, base),
  );
  const pinned = decided.flat();
  pinned.push(
    ...valuesOfScripts(module, base, valuesOfFiles(loaded), view, (given) =>
      draftsOfModule(module, given, { ...reader, surroundings: surroundingsOf(folder, view) }),
    ),
  );
  const known = new Set(
    pinned.filter(({ version }) => version?.state === 'known').map((draft) => draft.name),
  );
  const open = new Set(
    base.flatMap(({ name, version }) => (version?.state === 'unknown' && known.has(name) ? [name] : [])),
  );
  const isOpen = ({ name, links }: AssetDraft): boolean =>
    open.has(name) || links.some(({ role, target }) => role === 'member-of' && open.has(target));
  const deployed = decided.filter((_, nth) => environments[nth]?.isExample === false);
  const isReplaced = ({ name, version }: AssetDraft): boolean =>
    version?.state === 'known' &&
    version.how === 'default' &&
    deployed.length > 0 &&
    deployed.every((drafts) => drafts.some((each) => each.name === name && each.version?.state === 'known'));
  const isGiven = base.some(isReplaced) && usesFileAlways(environments, loaded, folder, view);
  const shared = base
    .filter((draft) => !isOpen(draft))
    .map((draft) => (isGiven && isReplaced(draft) ? { ...draft, isUnselected: 'replaced' as const } : draft));
  const files = [...loaded, ...environments.map(({ file }) => file), ...module.files];
  const includes = [...reader.modules.keys()].filter((inner) => inner !== folder);
  const made = draftsOfVariants(
    shared,
    withFiles.filter(({ isExample }) => !isExample),
  );
  return { drafts: [...made, ...pinned], problems: [...problemsOf(files), ...reader.problems], includes };
}
