import path from 'node:path/posix';
import { locate, type Block, type HclFile } from '../../../syntax/index.ts';
import type { AssetDraft } from '../../resources/draft.ts';
import { decidedByFile, environmentNamed } from '../../resources/passes/environments.ts';
import { type ImagePlace, imagesOfDeclared } from '../../resources/passes/images.ts';
import { imagePlaces } from '../../../vocabulary/index.ts';
import {
  partlyKnownImage,
  maxEnvironments,
  optionsOf,
  resourcesIn,
  type Scalar,
  writtenTextOf,
  type Value,
} from '../../../values/index.ts';
import { draftsOfTexts } from '../../embedded/texts.ts';
import type { Reading, WorkspaceView } from '../../reading/format.ts';
import { scriptAt } from '../../../syntax/shell/index.ts';
import { type Context, valueAtPath } from '../../../values/hcl/index.ts';
import { parsedFiles, problemsOf } from '../../hcl/file.ts';
import { loneScope, type VariableLookup, type Scope } from '../../hcl/scope.ts';
import { surroundingsOf } from '../../hcl/surroundings.ts';
import { propertiesOf } from '../../hcl/settings.ts';
import { valuesOfFiles, variableFilesBelow } from '../../hcl/variable-files.ts';
import { draftOfBuild } from './builds.ts';
import { isPackerTemplate, VARIABLES_FILE } from './names.ts';

const isVariables = (name: string): boolean => VARIABLES_FILE.test(name);
const isLoaded = (name: string): boolean => /\.auto\.pkrvars\.hcl$/.test(name);

/** Base images of the templates in a folder, and the images that their variables files select. */
export function readTemplates(folder: string, view: WorkspaceView): Reading {
  const own = view.list(folder);
  const templates = parsedFiles(own.filter(isPackerTemplate), view);
  const loaded = parsedFiles(own.filter(isLoaded), view);
  const named = own.filter((name) => isVariables(name) && !isLoaded(name));
  const below =
    templates.length === 0 ? [] : variableFilesBelow(folder, view, { isCode: isPackerTemplate, isVariables });
  const others = parsedFiles([...named, ...below].slice(0, maxEnvironments), view);
  const drafts = draftsOfTemplates(folder, templates, valuesOfFiles(loaded), view);
  const chosen = others.flatMap((chosenFile) => {
    const { file } = chosenFile;
    const chosenDrafts = draftsOfTemplates(folder, templates, valuesOfFiles([...loaded, chosenFile]), view);
    return decidedByFile(
      chosenDrafts,
      environmentNamed(path.basename(file).replace(VARIABLES_FILE, ''), file),
      file,
    );
  });
  const problems = problemsOf([...templates, ...loaded, ...others]);
  return { drafts: [...drafts, ...chosen], problems, includes: [] };
}

function draftsOfTemplates(
  folder: string,
  templates: readonly HclFile[],
  given: VariableLookup,
  view: WorkspaceView,
): AssetDraft[] {
  return templates.flatMap((template) => {
    // Packer builds a folder or a single file of it: if several files declare a name, a file uses its own.
    const others = templates.filter((other) => other !== template);
    const scope = loneScope(folder, [...others, template], surroundingsOf(folder, view), given);
    return [...imagesOfTemplate(template, scope), ...buildsOfTemplate(template, scope, view)];
  });
}

function imagesOfTemplate({ file, body }: HclFile, scope: Scope): AssetDraft[] {
  return body.blocks.flatMap((block) => {
    if (block.type === 'source' || block.type === 'data') return imagesOfBlock(block, file, scope);
    if (block.type !== 'build') return [];
    return block.body.blocks.flatMap((inner) => {
      if (inner.type === 'source') return imagesOfBlock(inner, file, scope);
      return inner.type === 'provisioner' ? commandsOf(inner, file, scope) : [];
    });
  });
}

/** Builds of a template, one for each of its sources. */
function buildsOfTemplate({ file, body }: HclFile, scope: Scope, view: WorkspaceView): AssetDraft[] {
  const sources = new Map(
    body.blocks
      .filter(({ type }) => type === 'source')
      .map((block) => [block.labels.map((label) => label.text).join('.'), block]),
  );
  return body.blocks
    .filter(({ type }) => type === 'build')
    .flatMap((build) => {
      const context = scope.context('build', 'literal');
      const listed = valueAtPath(build.body, ['sources'], context);
      const own = build.body.blocks.filter(({ type }) => type === 'source');
      const names = [
        ...(listed?.kind === 'list'
          ? listed.items.flatMap((item) => writtenTextOf(item) ?? resourcesIn(item))
          : []),
        ...own.map(({ labels }) => labels.map((label) => label.text).join('.')),
      ].map((name) => name.replace(/^source\./, ''));
      const provisioners = build.body.blocks.filter(({ type }) => type === 'provisioner');
      return names.flatMap((name) => {
        const block = sources.get(name);
        if (block === undefined) return [];
        const inner = scope.context(`source.${name}`, 'literal');
        const isRun = (provisioner: Block): boolean => {
          const only = valueAtPath(provisioner.body, ['only'], context);
          return only?.kind !== 'list' || only.items.some((item) => writtenTextOf(item) === name);
        };
        return draftOfBuild(
          {
            ...{ sourceName: `source.${name}`, file, at: locate(block.labels.at(-1) ?? block.typeSpan) },
            amiName: valueAtPath(block.body, ['ami_name'], inner),
            provisioners: provisioners.filter(isRun).map((provisioner) => ({
              type: provisioner.labels[0]?.text ?? '',
              valueAt: (argument) => valueAtPath(provisioner.body, [argument], context),
            })),
          },
          view,
        );
      });
    });
}

function imagesOfBlock(block: Block, file: string, scope: Scope): AssetDraft[] {
  const name = [block.type, ...block.labels.map((label) => label.text)].join('.');
  const { at: valueAt } = propertiesOf(block.body, scope.context(name, 'literal'));
  const places = imagePlaces('packer', block.type);
  const at = locate(block.labels.at(-1) ?? block.typeSpan);
  const placesAt = (path: string): ImagePlace[] =>
    [valueAt(path)].flatMap((value) => (value === null ? [] : [{ path: '', at, value }]));
  if (places === null) return [];
  return imagesOfDeclared({ source: 'image', name, file, count: 1, places, placesAt, listsSources: true });
}

/** Known texts of a value: those of each item of a list. */
function scalarsOf(value: Value | null): Scalar[] {
  if (value === null) return [];
  const values = value.kind === 'list' ? value.items : [value];
  return values
    .flatMap(optionsOf)
    .map((option) => partlyKnownImage(option.result))
    .filter((option) => option.kind === 'scalar');
}

/** Images in the shell commands of a provisioner. */
function commandsOf(block: Block, file: string, scope: Scope): AssetDraft[] {
  const address = ['provisioner', ...block.labels.map((label) => label.text)].join('.');
  const context: Context = scope.context(address, 'literal');
  return scalarsOf(valueAtPath(block.body, ['inline'], context)).flatMap((command) => {
    const { embedded } = scope.surroundings;
    const holder = { file, source: 'image', prefix: `${address}.`, embedded } as const;
    return draftsOfTexts([scriptAt(command.text, command.span)], holder).filter(
      (draft) => draft.kind === 'operating-system' && (draft.version?.at?.file ?? file) === file,
    );
  });
}
