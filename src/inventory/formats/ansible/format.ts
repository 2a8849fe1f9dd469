import { engineWords } from '../../../products/index.ts';
import { manifestsIn } from '../../../values/index.ts';
import path from 'node:path';
import {
  documentProblems,
  entryOf,
  mapsIn,
  readDocuments,
  textOf,
  valueOf,
  withoutUnrelatedDocuments,
  type Node,
  type SourceFile,
} from '../../../syntax/index.ts';
import { ReportedPlaces } from '../../resources/reported-places.ts';
import type { Reading, WorkspaceView } from '../../reading/format.ts';
import { formatOfFiles } from '../../reading/file-format.ts';
import { databaseResource, clustersOfCustomKinds } from '../../resources/passes/custom-kinds.ts';
import { pinsOfDocument, type PinContext } from '../../resources/passes/document-pins.ts';
import { draftsOfTasks } from './tasks.ts';
import { VariableFiles } from '../../reading/ansible-variables.ts';
import { ANSIBLE_CLAIM } from './names.ts';

/** Keys of a template, searched in the text so that a large template is not parsed twice. */
const CLOUDFORMATION_TEMPLATE = /^["']?(?:AWSTemplateFormatVersion|Resources)["']?\s*:/m;

/** Ansible tasks, and versions in YAML variables and values (Ansible, Helm, custom). */
export const ansible = formatOfFiles(
  ANSIBLE_CLAIM,
  ['aurora', ...engineWords(), 'rds_cluster', 'rds_instance'],
  readTasksAndVariables,
);

function readTasksAndVariables(source: SourceFile, view: WorkspaceView): Partial<Reading> {
  if (CLOUDFORMATION_TEMPLATE.test(source.text)) return {};
  const unit = source.file;
  const documents = readDocuments(source, withoutUnrelatedDocuments(source));
  const files = new VariableFiles(unit, view);
  const drafts = documents
    .filter(({ root }) => !isOtherFormat(root))
    .flatMap(({ root }) => {
      const tasks = draftsOfTasks(root, source, files);
      const seen = new Set([...tasks.seen, ...resourcesOfOtherFormats(root)]);
      const reported = new ReportedPlaces(tasks.drafts);
      const pins = pinsOfDocument(root, seen, contextOf(unit, root, view));
      const customClusters = clustersOfCustomKinds(root, unit);
      return [...tasks.drafts, ...pins.filter(({ version }) => !reported.has(version)), ...customClusters];
    });
  return {
    drafts,
    problems: drafts.length > 0 ? documentProblems(unit, documents) : [],
    includes: [...files.read],
  };
}

/** True for documents that another format reads completely. */
function isOtherFormat(root: Node | null): boolean {
  const hasResources = entryOf(root, 'resources') !== null;
  const isPulumi = hasResources && entryOf(root, 'runtime') !== null;
  const isServerless = hasResources && entryOf(root, 'service') !== null;
  return isPulumi || isServerless;
}

/** Resources of Kubernetes and CloudFormation, which other formats read. */
function resourcesOfOtherFormats(root: Node | null): Node[] {
  const manifests = manifestsIn(root).filter((manifest) => databaseResource(manifest) !== null);
  const resources = mapsIn(root).filter(({ map }) => textOf(valueOf(map, 'Type'))?.startsWith('AWS::'));
  return [...manifests.map((manifest) => manifest.root), ...resources.map(({ map }) => map)];
}

function contextOf(file: string, root: Node | null, view: WorkspaceView): PinContext {
  const folder = path.posix.dirname(file);
  const isManifest = entryOf(root, 'apiVersion') !== null && entryOf(root, 'kind') !== null;
  const isChart = view.list(folder).some((name) => path.posix.basename(name) === 'Chart.yaml');
  return {
    file,
    source: isManifest || isChart ? 'kubernetes' : 'ansible',
    environment: environmentOfPath(file),
  };
}

/** `group_vars/prod.yml`, `inventories/prod/group_vars/all.yml`, `values-prod.yaml`, `Pulumi.prod.yaml`: `prod`. */
function environmentOfPath(file: string): string | null {
  const names = file.split('/');
  const at = names.findIndex((name) => name === 'group_vars' || name === 'host_vars');
  const group = at < 0 ? undefined : names[at + 1]?.replace(/\.ya?ml$/, '');
  if (group !== undefined && group !== 'all') return group;
  if (group !== undefined) return names[at - 1] ?? null;
  return /(?:^|\/)(?:values[-._]|Pulumi\.)([^/]+)\.ya?ml$/.exec(file)?.[1] ?? null;
}
