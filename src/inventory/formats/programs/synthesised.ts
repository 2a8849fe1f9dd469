import { memoize } from '../../../model/index.ts';
import path from 'node:path/posix';
import { text } from '../../../l10n/index.ts';
import { entriesOf, readJson, textOf, valueOf, type Node, type SourceFile } from '../../../syntax/index.ts';
import type { AssetDraft } from '../../resources/draft.ts';
import { type SettingFact, valueOfFact } from '../../../values/index.ts';
import type { Reading, WorkspaceView } from '../../reading/format.ts';

// CDK output of a program: the templates in its app's output folder. Templates newer than the code contain the values
// that it computes.

/** Maximum depth of stages inside stages. */
const maxStageDepth = 3;
const maxTemplates = 100;
/** Last path segments that name a part of a construct. */
const PARTS_OF_DATABASE: ReadonlySet<string> = new Set([
  'Resource',
  'Default',
  'ASG',
  'ClusterParameterGroup',
]);

/** A resource of a template. */
interface SynthesisedResource {
  template: string;
  draft: AssetDraft;
  /** Constructs that contain it, from the stack to itself. */
  path: readonly string[];
}

/**
 * Drafts of a program, completed from its synthesised templates. If a template is older than one of the program's
 * `files` (its own file first), this is reported and only the code counts. In both cases these drafts replace the
 * templates' own drafts of the same constructs.
 */
export function completedByTemplates(
  drafts: readonly AssetDraft[],
  files: readonly string[],
  view: WorkspaceView,
): Pick<Reading, 'drafts' | 'problems' | 'replaces'> {
  const [unit = '.'] = files;
  const made = drafts.length === 0 ? [] : resourcesOfApp(unit, view);
  const isOlder = (template: string): boolean =>
    files.some((file) => (view.modified(file) ?? 0) > (view.modified(template) ?? 0));
  const found = drafts.map((draft) => ({ draft, own: resourcesOfDraft(draft, made) }));
  const resources = found.flatMap(({ own }) => own);
  const stale = new Set(resources.map(({ template }) => template).filter(isOlder));
  const members = made.filter((each) => resources.some((cluster) => isMember(each, cluster)));
  return {
    drafts: found.flatMap(({ draft, own }) =>
      completedDrafts(
        draft,
        own.filter(({ template }) => !stale.has(template)),
      ),
    ),
    problems: [...stale].map((source) => ({
      source,
      text: text('problem.staleTemplate', { program: unit }),
    })),
    replaces: [...resources, ...members].map(({ template, draft }) => `${template}#${draft.name}`),
  };
}

/**
 * Resources of a construct, one for each stack that contains it. For members of a cluster, the code does not know the
 * ids.
 */
function resourcesOfDraft(
  { kind, name, links }: AssetDraft,
  resources: readonly SynthesisedResource[],
): SynthesisedResource[] {
  const ids = name.split('.');
  const isOfCluster = kind === 'db-instance' && links.some(({ role }) => role === 'member-of');
  const own = resources.filter(
    (each) => !isOfCluster && each.draft.kind === kind && each.path.at(-1) === ids.at(-1),
  );
  const shared = own.map((each) => each.path.filter((id) => ids.includes(id)).length);
  return own.filter((_, i) => shared[i] === Math.max(...shared));
}

function isMember(
  { draft, path: own, template }: SynthesisedResource,
  cluster: SynthesisedResource,
): boolean {
  if (draft.kind !== 'db-instance' || cluster.draft.kind !== 'database') return false;
  return template === cluster.template && own.slice(0, -1).join('/') === cluster.path.join('/');
}

/** A draft completed from its resources. If a computed version differs between stacks, one draft for each. */
function completedDrafts(draft: AssetDraft, own: readonly SynthesisedResource[]): AssetDraft[] {
  const [first] = own;
  if (first === undefined) return [draft];
  const versions = new Set(own.map(({ draft: { version } }) => valueOfFact(version)));
  if (draft.version?.state === 'known' || versions.size === 1) return [mergedDraft(draft, first.draft, null)];
  return own.map((made) => mergedDraft(draft, made.draft, made.path[0] ?? null));
}

/** Template values get the place of the value in code, or of the construct. */
function mergedDraft(draft: AssetDraft, resource: AssetDraft, stack: string | null): AssetDraft {
  // A template omits only defaults. The number of instances is no property of the cluster.
  const own = Object.entries(draft.settings).filter(
    ([name, { state }]) => state === 'known' || name === 'instanceCount' || name in resource.settings,
  );
  const written = Object.entries(resource.settings).flatMap(([name, value]): [string, SettingFact][] =>
    value.state === 'known' ? [[name, value]] : [],
  );
  const { version } = resource;
  const isComputed = draft.version?.state === 'unknown' && version?.state === 'known';
  const at = draft.version?.at ?? draft.at;
  return {
    ...draft,
    settings: Object.fromEntries([...own, ...written]),
    version: isComputed ? { ...version, at, origin: 'variable', uses: [] } : draft.version,
    environment: draft.environment ?? stack,
  };
}

/** Resources of a program's app: the nearest `cdk.json` above it names the output folder. */
function resourcesOfApp(unit: string, view: WorkspaceView): readonly SynthesisedResource[] {
  for (let folder = path.dirname(unit); ; folder = path.dirname(folder)) {
    const file = path.join(folder, 'cdk.json');
    if (view.list(folder).includes(file)) {
      const output = textOf(valueAt(file, 'output', view)) ?? 'cdk.out';
      const templates = templatesIn(path.join(folder, output), view, 0).slice(0, maxTemplates);
      return templates.flatMap((template) => resourcesOfTemplate(template, view));
    }
    if (folder === path.dirname(folder)) return [];
  }
}

/** Templates in a manifest, including those of nested stages. */
function templatesIn(folder: string, view: WorkspaceView, depth: number): string[] {
  const manifest = path.join(folder, 'manifest.json');
  const artifacts = depth > maxStageDepth ? null : valueAt(manifest, 'artifacts', view);
  return entriesOf(artifacts).flatMap(({ key, value }) => {
    const properties = valueOf(value, 'properties');
    const named = (property: string, otherwise: string): string =>
      path.join(folder, textOf(valueOf(properties, property)) ?? otherwise);
    switch (textOf(valueOf(value, 'type'))) {
      case 'cdk:cloud-assembly':
        return templatesIn(named('directoryName', key), view, depth + 1);
      case 'aws:cloudformation:stack':
        return [named('templateFile', `${key}.template.json`)];
      default:
        return [];
    }
  });
}

/** Node under a key of a JSON file. */
function valueAt(file: string, key: string, view: WorkspaceView): Node | null {
  const source = view.readNamed(file);
  return source?.text.includes(`"${key}"`) === true ? valueOf(readJson(source).root, key) : null;
}

function resourcesOfTemplate(template: string, view: WorkspaceView): readonly SynthesisedResource[] {
  const source = view.readNamed(template);
  return source === null ? [] : resourcesIn(source, template, view);
}

/** Memoized by file, since several programs of an app share it. */
const resourcesIn = memoize(
  (_source: SourceFile, template: string, view: WorkspaceView): readonly SynthesisedResource[] => {
    const of = { ...view, read: (file: string) => view.readNamed(file) };
    return view.embedded.template(template, of).flatMap(({ draft, metadata }): SynthesisedResource[] => {
      const names = textOf(valueOf(metadata, 'aws:cdk:path'))?.split('/') ?? [];
      if (names.length === 0) return [];
      return [
        { template, draft, path: PARTS_OF_DATABASE.has(names.at(-1) ?? '') ? names.slice(0, -1) : names },
      ];
    });
  },
  (source) => [source],
);
