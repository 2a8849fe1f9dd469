import { NOTHING } from '../../reading/file-format.ts';
import { foldersAbove, textBefore } from '../../../model/index.ts';
import path from 'node:path/posix';
import type { Reading, WorkspaceView } from '../../reading/format.ts';
import { draftsOfInputs } from './resources/draft-call.ts';
import { evaluate, fileAt, sourceOfText } from '../../../values/hcl/index.ts';
import { parseFile, problemsOf } from '../../hcl/file.ts';
import { resolveLinks, type DraftWithLinks } from '../../resources/links.ts';
import { unattachedImages } from './unattached/unattached-images.ts';
import { declarationsIn, unattachedPins } from './unattached/unattached-values.ts';
import { draftsOfModule } from './module-drafts.ts';
import { moduleAt, type Reader } from './modules/module-tree.ts';
import { declarationsOf, type ModuleFolder } from '../../hcl/module.ts';
import { isTerragrunt } from './modules/names.ts';
import { mapAt, optionsOf, stringOf, type Value } from '../../../values/index.ts';
import { newSurroundings } from '../../hcl/surroundings.ts';
import type { Scope } from '../../hcl/scope.ts';
import { attributeOf, blocksOf, type HclFile } from '../../../syntax/index.ts';
import { type Config, configOf, extraVariables, fileSpan } from '../../hcl/terragrunt-config.ts';

/** A Terragrunt file: the module that it deploys with its `inputs`, and locals for other files. */
export function readTerragrunt(name: string, view: WorkspaceView): Reading {
  const source = view.read(name);
  if (source === null) return NOTHING;
  const file = parseFile(source);
  const others = new Set<string>();
  const surroundings = newSurroundings(path.dirname(name), view, (wanted) => {
    const found = view.readNamed(wanted);
    if (found !== null && wanted !== name && isTerragrunt(wanted)) others.add(wanted);
    return found;
  });
  const reader: Reader = { view, surroundings, modules: new Map(), problems: [] };
  const included = includedBy(file, configOf(file, surroundings).scope);
  const values = new Map([...included].map(([label, { config }]) => [label, config.value]));
  // A block without a label is addressed directly: `include.locals`.
  const own = configOf(file, surroundings, values.get('')?.fields ?? values);
  const configs = [...included.values(), { file, config: own }];
  const inputs = new Map([
    ...configs.flatMap(({ config }) => fieldsOf(config.inputs)),
    ...configs.flatMap((each) => extraVariables(each.file, each.config.scope)),
  ]);
  const sources = configs.flatMap((each) => sourcesOf(each.file, each.config.scope));
  const written = sources.reduce<ModuleFolder | null>(
    (found, each) => deployedBy(each, reader) ?? found,
    null,
  );
  const generated = configs.flatMap((each) => generatedBy(each.file, each.config.scope));
  const module =
    written === null || generated.length === 0
      ? written
      : declarationsOf(written.folder, [...written.files, ...generated]);
  const deployed =
    module === null ? [] : draftsOfModule(module, (variable) => inputs.get(variable), reader, name);
  const parents = new Set([...included.values()].map((each) => each.file.file));
  const given =
    module === null
      ? draftsOfInputs(
          mapAt(inputs, fileSpan(file)),
          { name: 'inputs', file: name, span: fileSpan(file), count: 1 },
          sources.at(-1)?.written,
        ).filter((draft) => !parents.has(placeOfDraft(draft)))
      : [];
  const found: DraftWithLinks[] = [...given, ...deployed];
  // Values of other files only count here if this file uses them.
  const declarations = declarationsIn(own.scope);
  const rest = [
    ...unattachedPins(own.scope, declarations, found),
    ...unattachedImages(own.scope, declarations, found),
  ].filter((draft) => placeOfDraft(draft) === name);
  return {
    drafts: [...deployed, ...resolveLinks([...given, ...rest], [])],
    problems: problemsOf([file]),
    includes: [...others, ...reader.modules.keys()],
  };
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

/** Each branch of a conditional is a source. */
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
function deployedBy({ written, bases }: Source, reader: Reader): ModuleFolder | null {
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
