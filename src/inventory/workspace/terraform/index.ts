import path from 'node:path/posix';
import type { Problem } from '../../../model/index.ts';
import { text } from '../../../l10n/index.ts';
import type { AssetDraft } from '../draft.ts';
import type { Format, Reading, WorkspaceView } from '../format.ts';
import { attachmentsOf } from './attachments.ts';
import { draftsOfCall } from './draft-call.ts';
import { draftsOfResource } from './draft-resource.ts';
import { followLinks } from './links.ts';
import type { Attachment, LooseDraft } from './links.ts';
import { imagesOf } from './images.ts';
import { importsOf } from './imports.ts';
import { hooksInGroup } from './lifecycle-hooks.ts';
import { looseImages } from './loose-images.ts';
import { looseDrafts } from './loose-values.ts';
import { localFolder, moduleAt, openTree } from './module-tree.ts';
import type { Reader } from './module-tree.ts';
import { isModuleFile } from './module.ts';
import type { ModuleFolder } from './module.ts';
import { appliedBy } from './manifests.ts';
import { isTerragrunt, readLoneVariables, readTerragrunt } from './plain-values.ts';
import type { PlainValues } from './plain-values.ts';
import { newSurroundings } from './scope.ts';
import type { Given } from './scope.ts';
import type { HclFile } from './syntax.ts';
import { isJson, readShown } from './shown.ts';
import { scriptImagesOf } from './user-data.ts';
import { environmentsOf, folderOfVariables, givenBy, isVariableFile, loadedFiles } from './variable-files.ts';

/** Terraform and OpenTofu, one folder at a time, with the local modules that it calls and its variables files. */
export const terraform: Format = {
  id: 'terraform',
  claims: (file) => isModuleFile(file) || isVariableFile(file) || isTerragrunt(file) || isJson(file),
  needles: [
    'aurora',
    'aws_rds_',
    'aws_db_',
    'aws_autoscaling_',
    'aws_launch_',
    'aws_lb',
    'aws_alb',
    'aws_cloudwatch_',
    'aws_cloudtrail',
    'aws_ami',
    'aws_eks_node_group',
    'release_version',
    'aws_imagebuilder',
    '/aws/service/',
    'amzn-ami',
    'amzn2-ami',
    'al2023-ami',
    'AL2_',
    'AL2023',
    'Amazon Linux',
    'amazonlinux',
    'releasever',
    'user_data',
    'ECS_AL',
    'os_release_label',
    'k8s.aws/',
  ],
  unitOf,
  refersTo: localSources,
  read: readUnit,
};

/** A Terragrunt file, or a plan, stands alone; anything else is part of a module. */
function unitOf(file: string, list: WorkspaceView['list']): string {
  if (isTerragrunt(file) || isJson(file)) return file;
  return isVariableFile(file) ? folderOfVariables(file, list) : path.dirname(file);
}

const LOCAL_SOURCE = /"(\.{1,2}\/[^"\s$]*)"/g;

/** Folders that strings of a file name: the sources of local modules, found without parsing. */
function localSources(file: string, latin1: string): string[] {
  if (!isModuleFile(file)) return [];
  const folders = new Set<string>();
  for (const [, source = ''] of latin1.matchAll(LOCAL_SOURCE)) {
    const folder = localFolder(path.dirname(file), Buffer.from(source, 'latin1').toString('utf8'));
    if (folder !== null) folders.add(folder);
  }
  return [...folders];
}

function readUnit(unit: string, view: WorkspaceView): Reading {
  if (isTerragrunt(unit)) return readingOf(readTerragrunt(unit, view));
  if (isJson(unit)) return readingOf(readShown(unit, view));
  const reader: Reader = {
    view,
    surroundings: newSurroundings(unit, (file) => view.readNamed(file)),
    modules: new Map(),
  };
  const module = moduleAt(unit, reader);
  return module === null ? readingOf(readLoneVariables(unit, view)) : readModule(module, reader);
}

function readingOf({ drafts, files }: PlainValues): Reading {
  return { drafts: followLinks(drafts, []), problems: problemsOf(files), includes: [] };
}

function readModule(module: ModuleFolder, reader: Reader): Reading {
  const { folder } = module;
  const { view } = reader;
  const loaded = loadedFiles(folder, view);
  const base = draftsOfModule(module, givenBy(loaded), reader);
  const environments = environmentsOf(folder, view);
  const pinned = environments.flatMap(({ name, file }) => {
    const drafts = draftsOfModule(module, givenBy([...loaded, file]), {
      ...reader,
      surroundings: newSurroundings(folder, (file) => view.readNamed(file)),
    });
    return ofEnvironment(drafts, name, file);
  });
  const known = new Set(
    pinned.filter(({ version }) => version?.state === 'known').map((draft) => draft.name),
  );
  const shared = base.filter((draft) => !(draft.version?.state === 'unknown' && known.has(draft.name)));
  const files = [...loaded, ...environments.map(({ file }) => file), ...module.files];
  const includes = [...reader.modules.keys()].filter((inner) => inner !== folder);
  return { drafts: [...shared, ...pinned], problems: problemsOf(files), includes };
}

/** Everything that a module declares when it is deployed with some values. */
function draftsOfModule(module: ModuleFolder, given: Given, reader: Reader): AssetDraft[] {
  const { scopes, external } = openTree(module, given, reader);
  const drafts: LooseDraft[] = [];
  const attachments: Attachment[] = [];
  for (const scope of scopes) {
    for (const resource of scope.module.resources.values()) {
      drafts.push(
        ...draftsOfResource(resource, scope),
        ...hooksInGroup(resource, scope),
        ...imagesOf(resource, scope),
        ...scriptImagesOf(resource, scope),
        ...appliedBy(resource, scope),
      );
      attachments.push(...attachmentsOf(resource, scope));
    }
  }
  for (const scope of scopes) attachments.push(...importsOf(scope));
  for (const { call, scope } of external) drafts.push(...draftsOfCall(call, scope));
  for (const scope of scopes) drafts.push(...looseDrafts(scope, drafts), ...looseImages(scope, drafts));
  return eachImageOnce(followLinks(drafts, attachments));
}

/** Scripts that several machines run, and instances of one template, write an image in one place. */
function eachImageOnce(drafts: readonly AssetDraft[]): AssetDraft[] {
  const taken = new Set<string>();
  const linked = new Set(drafts.flatMap(({ links }) => links.map(({ target }) => target)));
  return drafts.filter(({ kind, version, name }) => {
    if (kind !== 'os-image' || version?.state !== 'known') return true;
    const key = JSON.stringify([version.at, version.value]);
    const isNew = !taken.has(key);
    taken.add(key);
    return isNew || linked.has(name);
  });
}

/** What a variables file decides: the databases whose version it writes, and their instances. */
function ofEnvironment(drafts: readonly AssetDraft[], name: string, { file }: HclFile): AssetDraft[] {
  const pinned = new Set(
    drafts
      .filter(({ version }) => version?.state === 'known' && version.at.file === file)
      .map((draft) => draft.name),
  );
  const isPart = (draft: AssetDraft): boolean =>
    pinned.has(draft.name) ||
    draft.links.some(({ role, target }) => role === 'member-of' && pinned.has(target));
  return drafts.filter(isPart).map((draft) => ({
    ...draft,
    environment: draft.environment === null ? name : `${name}.${draft.environment}`,
  }));
}

function problemsOf(files: readonly HclFile[]): Problem[] {
  return files.flatMap(({ file, errors }) => {
    const [first] = errors;
    if (first === undefined) return [];
    return [{ source: file, text: text('problem.syntax', { line: first.line, error: first.near }) }];
  });
}
