import { EMPTY_READING } from '../../reading/file-format.ts';
import { foldersAbove, textBefore } from '../../../model/index.ts';
import path from 'node:path/posix';
import type { Reading, WorkspaceView } from '../../reading/format.ts';
import { draftsOfInputs } from './resources/draft-call.ts';
import { evaluate, fileAt, sourceOfText } from '../../../values/hcl/index.ts';
import { parseFile, problemsOf } from '../../hcl/file.ts';
import { resolveLinks, type DraftWithLinks } from '../../resources/links.ts';
import { draftsOfModule, unattachedIn } from './module-drafts.ts';
import { moduleAt, type Reader } from './modules/module-tree.ts';
import { declarationsOf, type ModuleFolder } from '../../hcl/module.ts';
import { isTerragrunt } from './modules/names.ts';
import { mapAt, optionsOf, stringOf, type Value } from '../../../values/index.ts';
import { newSurroundings } from '../../hcl/surroundings.ts';
import type { FolderContext, Scope } from '../../hcl/scope.ts';
import { attributeOf, blocksOf, type HclFile } from '../../../syntax/index.ts';
import { type Config, configOf, extraVariables, fileSpan } from '../../hcl/terragrunt-config.ts';

/** A Terragrunt file: the module that it deploys with its `inputs`, and locals for other files. */
export function readTerragrunt(name: string, view: WorkspaceView): Reading {
  const source = view.read(name);
  if (source === null) return EMPTY_READING;
  const file = parseFile(source);
  const others = new Set<string>();
  const surroundings = newSurroundings(path.dirname(name), view, (wanted) => {
    const found = view.readNamed(wanted);
    if (found !== null && wanted !== name && isTerragrunt(wanted)) others.add(wanted);
    return found;
  });
  const reader: Reader = { view, surroundings, modules: new Map(), problems: [] };
  const deployment = deploymentOf(file, surroundings);
  const module = deployedModule(deployment, reader);
  const { inputs, scope } = deployment;
  const deployed =
    module === null ? [] : draftsOfModule(module, (variable) => inputs.get(variable), reader, name);
  const given = module === null ? inputsOfExternal(file, deployment) : [];
  // Values of other files only count here if this file uses them.
  const rest = unattachedIn(scope, [...given, ...deployed]).filter((draft) => placeOfDraft(draft) === name);
  return {
    drafts: [...deployed, ...resolveLinks([...given, ...rest], [])],
    problems: problemsOf([file]),
    includes: [...others, ...reader.modules.keys()],
  };
}

/** Contents of a file and of those that it includes. */
interface Deployment {
  /** Scope of the file itself. */
  scope: Scope;
  parents: ReadonlySet<string>;
  inputs: ReadonlyMap<string, Value>;
  sources: readonly Source[];
  generated: readonly HclFile[];
}

function deploymentOf(file: HclFile, surroundings: FolderContext): Deployment {
  const included = includedBy(file, configOf(file, surroundings).scope);
  const values = new Map([...included].map(([label, { config }]) => [label, config.value]));
  // A block without a label is addressed directly: `include.locals`.
  const own = configOf(file, surroundings, values.get('')?.fields ?? values);
  const configs = [...included.values(), { file, config: own }];
  return {
    scope: own.scope,
    parents: new Set([...included.values()].map((each) => each.file.file)),
    inputs: new Map([
      ...configs.flatMap(({ config }) => fieldsOf(config.inputs)),
      ...configs.flatMap((each) => extraVariables(each.file, each.config.scope)),
    ]),
    sources: configs.flatMap((each) => sourcesOf(each.file, each.config.scope)),
    generated: configs.flatMap((each) => generatedBy(each.file, each.config.scope)),
  };
}

/** Module in the workspace with the generated files beside it; null for an external one. */
function deployedModule({ sources, generated }: Deployment, reader: Reader): ModuleFolder | null {
  const module = sources.map((source) => moduleOf(source, reader)).findLast((each) => each !== null) ?? null;
  if (module === null || generated.length === 0) return module;
  return declarationsOf(module.folder, [...module.files, ...generated]);
}

/** Drafts of the inputs of an external module; included files report their own. */
function inputsOfExternal(file: HclFile, { inputs, sources, parents }: Deployment): DraftWithLinks[] {
  const span = fileSpan(file);
  const declared = { name: 'inputs', file: file.file, span, count: 1 };
  return draftsOfInputs(mapAt(inputs, span), declared, sources.at(-1)?.written).filter(
    (draft) => !parents.has(placeOfDraft(draft)),
  );
}

interface Included {
  file: HclFile;
  config: Config;
}

/** Files of the `include` blocks, by block label. */
function includedBy(file: HclFile, scope: Scope): Map<string, Included> {
  const found = new Map<string, Included>();
  for (const { labels, body } of blocksOf(file.body, 'include')) {
    const written = attributeOf(body, 'path')?.value;
    const source =
      written === undefined ? null : fileAt(evaluate(written, scope.context('include', 'literal')), scope);
    if (source === null || source.file === file.file) continue;
    const parent = parseFile(source);
    const config = configOf(parent, { ...scope.surroundings, including: scope.folder });
    found.set(labels[0]?.text ?? '', { file: parent, config });
  }
  return found;
}

/** Files that `generate` blocks copy beside the module's code. */
function generatedBy({ body }: HclFile, scope: Scope): HclFile[] {
  return blocksOf(body, 'generate').flatMap((block) => {
    const contents = attributeOf(block.body, 'contents')?.value;
    const text = contents === undefined ? null : evaluate(contents, scope.context('generate', 'literal'));
    const source = text === null ? null : sourceOfText(text);
    return source === null ? [] : [parseFile(source)];
  });
}

/** Module source of a file. */
interface Source {
  written: string;
  /** Folders that a relative module path may start from. */
  bases: readonly string[];
}

/** Sources of the module that a file deploys: each branch of a conditional is one. */
function sourcesOf(file: HclFile, scope: Scope): Source[] {
  const [block] = blocksOf(file.body, 'terraform');
  const source = block === undefined ? undefined : attributeOf(block.body, 'source')?.value;
  if (source === undefined) return [];
  const { folder } = scope.module;
  // Functions return a path from the repository's root, whose place is unknown.
  const bases = source.kind === 'literal' ? [folder] : foldersAbove(folder).reverse();
  return optionsOf(evaluate(source, scope.context('terraform', 'literal'))).flatMap(({ result }) => {
    const written = stringOf(result);
    return written === null ? [] : [{ written, bases }];
  });
}

/** Module in the workspace for a source; null for an external one. */
function moduleOf({ written, bases }: Source, reader: Reader): ModuleFolder | null {
  if (/^[\w-]+(?:::|:\/\/|@)/.test(written)) return null;
  for (const base of bases) {
    const target = path.join(base, textBefore(written, '?')).replace(/(?<=.)\/$/, '');
    const module = target.startsWith('..') ? null : moduleAt(target, reader);
    if (module !== null) return module;
  }
  return null;
}

function fieldsOf(inputs: Value | null): [string, Value][] {
  return inputs?.kind === 'map' ? [...inputs.fields] : [];
}

function placeOfDraft({ version, file }: DraftWithLinks): string {
  return version?.at?.file ?? file;
}
