import path from 'node:path/posix';
import { foldersAbove } from '../../../../model/index.ts';
import {
  mapsIn,
  readDocuments,
  type SourceFile,
  withoutUnrelatedDocuments,
} from '../../../../syntax/index.ts';
import { asShell, scriptOf } from '../../../../syntax/shell/index.ts';
import {
  maxPassingFiles,
  optionsOf,
  sourcedVariables,
  TERRAFORM_VARIABLE,
  TerraformValues,
  type Value,
} from '../../../../values/index.ts';
import type { AssetDraft } from '../../../resources/draft.ts';
import { decidedByFile } from '../../../resources/passes/environments.ts';
import type { WorkspaceView } from '../../../reading/format.ts';
import { isScript, isWorkflow, isYamlOfCommands, isModuleFile } from '../../../reading/file-names.ts';
import { commandsIn } from '../../../embedded/commands.ts';
import type { ModuleFolder } from '../../../hcl/module.ts';
import type { VariableLookup } from '../../../hcl/scope.ts';

const SETS_VARIABLES = new RegExp(String.raw`${TERRAFORM_VARIABLE}|-var\b`);
const ENVIRONMENT_FILE = /\.env(?:\.[\w-]+|rc)?$/;
/** Module folders: others call them with their own values. */
const MODULE_FOLDER = /(?:^|\/)modules?(?:\/|$)/;
const WORKFLOW_FOLDER = '.github/workflows';

/** Values that scripts and pipelines set for a module: `TF_VAR_version=…`, `terraform apply -var version=…`. */
export function valuesOfScripts(
  module: ModuleFolder,
  base: readonly AssetDraft[],
  loaded: VariableLookup,
  view: WorkspaceView,
  draftsWith: (given: VariableLookup) => readonly AssetDraft[],
): AssetDraft[] {
  if (MODULE_FOLDER.test(module.folder) || module.variables.size === 0 || !base.some(hasUndecidedVersion))
    return [];
  return scriptsAround(module.folder, view).flatMap((source) => {
    if (!deploysFolder(module.folder, source)) return [];
    const { environment, command } = variablesSetIn(source, view);
    const names = [...environment.keys(), ...command.keys()].filter((name) => module.variables.has(name));
    const given: VariableLookup = (name) => command.get(name) ?? loaded(name) ?? environment.get(name);
    const count = Math.max(0, ...names.map((name) => optionsIn(given(name)).length));
    return Array.from({ length: count }, (_, nth) => {
      const drafts = draftsWith((name) => optionsIn(given(name))[nth]?.result ?? given(name));
      return decidedByFile(drafts, null, source.file);
    }).flat();
  });
}

/** True for a database whose version is unknown, or comes from a variable. */
function hasUndecidedVersion({ kind, version }: AssetDraft): boolean {
  return (
    kind !== 'operating-system' &&
    version !== null &&
    (version.state === 'unknown' || version.origin !== 'literal')
  );
}

function optionsIn(value: Value | undefined): ReturnType<typeof optionsOf> {
  return value === undefined ? [] : optionsOf(value);
}

/** Scripts and pipelines in a module's folder, its parent folders, and their direct subfolders. */
export function scriptsAround(folder: string, view: WorkspaceView): SourceFile[] {
  const above = foldersAbove(folder);
  const beside = above
    .flatMap((each) => view.folders(each))
    .filter((each) => !view.list(each).some(isModuleFile));
  return [...new Set([...above, ...beside, WORKFLOW_FOLDER])]
    .flatMap((each) => view.list(each))
    .filter((file) => isScript(file) || isWorkflow(file))
    .slice(0, maxPassingFiles)
    .flatMap((file) => view.read(file) ?? [])
    .filter(({ text }) => SETS_VARIABLES.test(text));
}

/** True if a file deploys a folder: it is inside, names the folder, or sets variables for everything below. */
function deploysFolder(folder: string, { file, text }: SourceFile): boolean {
  const isWithin = folder === '.' || file.startsWith(`${folder}/`);
  return isWithin || ENVIRONMENT_FILE.test(file) || text.split(/[^\w.-]+/).includes(path.basename(folder));
}

function variablesSetIn(source: SourceFile, view: WorkspaceView): TerraformValues {
  const given = new TerraformValues();
  if (!isYamlOfCommands(source.file)) {
    const outside = sourcedVariables(source, (name) => view.readNamed(name));
    given.addScript(scriptOf(asShell(source)), outside);
    return given;
  }
  const documents = readDocuments(source, withoutUnrelatedDocuments(source));
  for (const place of documents.flatMap(({ root }) => mapsIn(root))) {
    given.addMap(place.map);
    for (const { scripts, outside } of commandsIn(place, source))
      for (const script of scripts) given.addScript(script, outside);
  }
  return given;
}
