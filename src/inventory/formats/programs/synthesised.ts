import { memoize } from '../../../model/index.ts';
import path from 'node:path/posix';
import { text } from '../../../l10n/index.ts';
import { entriesOf, readJson, textOf, valueOf, type Node, type SourceFile } from '../../../syntax/index.ts';
import type { AssetDraft } from '../../resources/draft.ts';
import { type Stated, valueOfFact } from '../../../values/index.ts';
import type { Reading, WorkspaceView } from '../../reading/format.ts';

// What the CDK wrote of a program: the templates in the output folder of its app. They know what the program's code
// leaves to be computed, as long as they were written after it.

const maxStagesWithinStages = 3;
const maxTemplates = 100;
/** The last names of paths that say what of a construct a resource is. */
const PARTS: ReadonlySet<string> = new Set(['Resource', 'Default', 'ASG', 'ClusterParameterGroup']);

/** A resource of a template. */
interface Made {
  template: string;
  draft: AssetDraft;
  /** The constructs that it is in, the stack first, itself last. */
  path: readonly string[];
}

/**
 * What a program declares, completed by what its templates say of the same constructs. Templates that are older than one of
 * the program's `files`, its own first, are told: then the program's own reading counts. Either way the templates'
 * readings of these constructs are replaced.
 */
export function withTemplates(
  drafts: readonly AssetDraft[],
  files: readonly string[],
  view: WorkspaceView,
): Pick<Reading, 'drafts' | 'problems' | 'replaces'> {
  const [unit = '.'] = files;
  const made = drafts.length === 0 ? [] : madeBeside(unit, view);
  const isOlder = (template: string): boolean =>
    files.some((file) => (view.modified(file) ?? 0) > (view.modified(template) ?? 0));
  const found = drafts.map((draft) => ({ draft, own: madeOf(draft, made) }));
  const told = found.flatMap(({ own }) => own);
  const stale = new Set(told.map(({ template }) => template).filter(isOlder));
  const members = made.filter((each) => told.some((cluster) => isMember(each, cluster)));
  return {
    drafts: found.flatMap(({ draft, own }) =>
      completed(
        draft,
        own.filter(({ template }) => !stale.has(template)),
      ),
    ),
    problems: [...stale].map((source) => ({
      source,
      text: text('problem.staleTemplate', { program: unit }),
    })),
    replaces: [...told, ...members].map(({ template, draft }) => `${template}#${draft.name}`),
  };
}

/** A construct becomes one resource in each stack that has it; of the members of a cluster the code knows no ids. */
function madeOf({ kind, name, links }: AssetDraft, made: readonly Made[]): Made[] {
  const ids = name.split('.');
  const isOfCluster = kind === 'db-instance' && links.some(({ role }) => role === 'member-of');
  const own = made.filter(
    (each) => !isOfCluster && each.draft.kind === kind && each.path.at(-1) === ids.at(-1),
  );
  const shared = own.map((each) => each.path.filter((id) => ids.includes(id)).length);
  return own.filter((_, i) => shared[i] === Math.max(...shared));
}

function isMember({ draft, path: own, template }: Made, cluster: Made): boolean {
  if (draft.kind !== 'db-instance' || cluster.draft.kind !== 'database') return false;
  return template === cluster.template && own.slice(0, -1).join('/') === cluster.path.join('/');
}

/** A draft with what its resources say; of stacks that differ in a version that the code computes, one draft for each. */
function completed(draft: AssetDraft, own: readonly Made[]): AssetDraft[] {
  const [first] = own;
  if (first === undefined) return [draft];
  const versions = new Set(own.map(({ draft: { version } }) => valueOfFact(version)));
  if (draft.version?.state === 'known' || versions.size === 1) return [merged(draft, first.draft, null)];
  return own.map((made) => merged(draft, made.draft, made.path[0] ?? null));
}

/** What the template says stands where the code says it, or where it declares the construct. */
function merged(draft: AssetDraft, made: AssetDraft, stack: string | null): AssetDraft {
  // A template leaves out only what has its default. How many instances a cluster has it does not say of the cluster.
  const own = Object.entries(draft.settings).filter(
    ([name, { state }]) => state === 'known' || name === 'instanceCount' || name in made.settings,
  );
  const written = Object.entries(made.settings).flatMap(([name, value]): [string, Stated][] =>
    value.state === 'known' ? [[name, value]] : [],
  );
  const { version } = made;
  const isComputed = draft.version?.state === 'unknown' && version?.state === 'known';
  const at = draft.version?.at ?? draft.at;
  return {
    ...draft,
    settings: Object.fromEntries([...own, ...written]),
    version: isComputed ? { ...version, at, how: 'variable', uses: [] } : draft.version,
    environment: draft.environment ?? stack,
  };
}

/** The resources of the app that a program is of: the nearest `cdk.json` above it names the folder of its output. */
function madeBeside(unit: string, view: WorkspaceView): readonly Made[] {
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

/** The templates that a manifest names, those of its stages too. */
function templatesIn(folder: string, view: WorkspaceView, depth: number): string[] {
  const manifest = path.join(folder, 'manifest.json');
  const artifacts = depth > maxStagesWithinStages ? null : valueAt(manifest, 'artifacts', view);
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

/** What a file in JSON has under a key. */
function valueAt(file: string, key: string, view: WorkspaceView): Node | null {
  const source = view.readNamed(file);
  return source?.text.includes(`"${key}"`) === true ? valueOf(readJson(source).root, key) : null;
}

function resourcesOfTemplate(template: string, view: WorkspaceView): readonly Made[] {
  const source = view.readNamed(template);
  return source === null ? [] : resourcesIn(source, template, view);
}

/** Kept by the file, since several programs of an app ask the same. */
const resourcesIn = memoize(
  (_source: SourceFile, template: string, view: WorkspaceView): readonly Made[] => {
    const of = { ...view, read: (file: string) => view.readNamed(file) };
    return view.embedded.template(template, of).flatMap(({ draft, metadata }): Made[] => {
      const names = textOf(valueOf(metadata, 'aws:cdk:path'))?.split('/') ?? [];
      if (names.length === 0) return [];
      return [{ template, draft, path: PARTS.has(names.at(-1) ?? '') ? names.slice(0, -1) : names }];
    });
  },
  (source) => [source],
);
