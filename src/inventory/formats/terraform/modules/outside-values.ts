import path from 'node:path/posix';
import { mapsIn, readDocuments, type SourceFile, withoutOtherDocuments } from '../../../../syntax/index.ts';
import {
  asShell,
  givenValues,
  parseShell,
  plainText,
  type Script,
  scriptOf,
  type Word,
} from '../../../../syntax/shell/index.ts';
import { foldersAbove } from '../../../../values/hcl/index.ts';
import {
  choice,
  maxGivingFiles,
  optionsOf,
  type Outside,
  sourcedBy,
  textAt,
  type Value,
  Variables,
  writtenIn,
} from '../../../../values/index.ts';
import type { AssetDraft } from '../../../resources/draft.ts';
import { decidedByFile } from '../../../resources/passes/environments.ts';
import type { WorkspaceView } from '../../format.ts';
import { isScript, isWorkflow, isYamlOfCommands } from '../../shell/names.ts';
import { commandsIn } from '../../shell/workflow.ts';
import type { ModuleFolder } from './module.ts';
import { isModuleFile } from './names.ts';
import type { Given } from './scope.ts';

const VARIABLE = 'TF_VAR_';
const GIVES = new RegExp(String.raw`${VARIABLE}|-var\b`);
const PROGRAM = /^(?:terraform|tofu)$/;
const ENVIRONMENT_FILE = /\.env(?:\.[\w-]+|rc)?$/;
/** Others call what lies there, with values of their own. */
const CALLED = /(?:^|\/)modules?(?:\/|$)/;
const WORKFLOWS = '.github/workflows';

/** Values for the variables of a module, by name: those of an environment give way to files, those of a command do not. */
interface OutsideValues {
  environment: Map<string, Value>;
  command: Map<string, Value>;
}

/** What scripts and pipelines decide about a module that they deploy: `TF_VAR_version=…`, `terraform apply -var version=…`. */
export function decidedOutside(
  module: ModuleFolder,
  base: readonly AssetDraft[],
  loaded: Given,
  view: WorkspaceView,
  draftsWith: (given: Given) => readonly AssetDraft[],
): AssetDraft[] {
  if (CALLED.test(module.folder) || module.variables.size === 0 || !base.some(isOpen)) return [];
  return givingFiles(module.folder, view).flatMap((source) => {
    const { environment, command } = valuesIn(source, view);
    const names = [...environment.keys(), ...command.keys()].filter((name) => module.variables.has(name));
    if (names.length === 0 || !isFor(module.folder, source)) return [];
    const given: Given = (name) => command.get(name) ?? loaded(name) ?? environment.get(name);
    const ways = Math.max(...names.map((name) => optionsIn(given(name)).length));
    return Array.from({ length: ways }, (_, way) => {
      const drafts = draftsWith((name) => optionsIn(given(name))[way]?.result ?? given(name));
      return decidedByFile(drafts, null, source.file);
    }).flat();
  });
}

/** Whether a database has no version yet, or one that a variable stands in for. */
function isOpen({ kind, version }: AssetDraft): boolean {
  return (
    kind !== 'os-image' && version !== null && (version.state === 'unknown' || version.how !== 'literal')
  );
}

function optionsIn(value: Value | undefined): ReturnType<typeof optionsOf> {
  return value === undefined ? [] : optionsOf(value);
}

/** Scripts and pipelines in the folder of a module, in those above it and directly below these. */
function givingFiles(folder: string, view: WorkspaceView): SourceFile[] {
  const above = foldersAbove(folder);
  const beside = above
    .flatMap((each) => view.folders(each))
    .filter((each) => !view.list(each).some(isModuleFile));
  return [...new Set([...above, ...beside, WORKFLOWS])]
    .flatMap((each) => view.list(each))
    .filter((file) => isScript(file) || isWorkflow(file))
    .slice(0, maxGivingFiles)
    .flatMap((file) => view.read(file) ?? [])
    .filter(({ text }) => GIVES.test(text));
}

/** Whether a file deploys what is in a folder: it lies there, names the folder, or sets variables for all that is below. */
function isFor(folder: string, { file, text }: SourceFile): boolean {
  const isWithin = folder === '.' || file.startsWith(`${folder}/`);
  return isWithin || ENVIRONMENT_FILE.test(file) || text.split(/[^\w.-]+/).includes(path.basename(folder));
}

function valuesIn(source: SourceFile, view: WorkspaceView): OutsideValues {
  const values: OutsideValues = { environment: new Map(), command: new Map() };
  if (!isYamlOfCommands(source.file)) {
    addFromScript(
      scriptOf(asShell(source)),
      sourcedBy(source, (name) => view.readNamed(name)),
      values,
    );
    return values;
  }
  const documents = readDocuments(source, withoutOtherDocuments(source));
  for (const place of documents.flatMap(({ root }) => mapsIn(root))) {
    for (const { key, value } of place.map.entries) {
      if (key.startsWith(VARIABLE) && value.kind === 'scalar')
        values.environment.set(key.slice(VARIABLE.length), textAt([writtenIn(value)], value));
    }
    for (const { scripts, outside } of commandsIn(place, source))
      for (const script of scripts) addFromScript(script, outside, values);
  }
  return values;
}

function addFromScript(script: Script, outside: Outside, { environment, command }: OutsideValues): void {
  const commands = parseShell(script.text);
  const variables = new Variables(script, commands, outside);
  const add = (to: Map<string, Value>, name: string, value: Word): void => {
    const found = variables.resolve(value, name).map((result) => ({ label: null, result }));
    to.set(name, choice([...optionsIn(to.get(name)), ...found]));
  };
  for (const { words, assignments } of commands) {
    for (const { name, values } of assignments) {
      const [value, another] = values;
      if (name.startsWith(VARIABLE) && value !== undefined && another === undefined)
        add(environment, name.slice(VARIABLE.length), value);
    }
    const deployments = words.length === 0 ? [] : variables.commandsOf(words).filter(isDeployment);
    for (const given of deployments.flatMap((way) => givenValues({ words: way })))
      add(command, given.name, given.value);
  }
}

function isDeployment(words: readonly Word[]): boolean {
  return words.some((word) => PROGRAM.test(plainText(word) ?? ''));
}
