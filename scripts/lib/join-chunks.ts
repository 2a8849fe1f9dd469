import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import path from 'node:path';
import * as esbuild from 'esbuild';
import { ROOT } from './bundle.ts';

type Outputs = esbuild.Metafile['outputs'];

/** Chunks that become one file, and its name. */
interface Group {
  file: string;
  chunks: readonly string[];
}

/**
 * Makes one file of the chunks that the same starts load: Node takes a third of a millisecond for each file, and esbuild makes
 * a chunk for every set of entries that share something. No start loads more code than before.
 * @param starts what loads together: modules that are entries, or that are imported on demand
 * @returns the metafile of what is in the folder then
 */
export async function joinChunks(
  { inputs, outputs }: esbuild.Metafile,
  starts: readonly (readonly string[])[],
  options: esbuild.BuildOptions,
): Promise<esbuild.Metafile> {
  const groups = groupsOf(outputs, starts);
  const joined = new Set(groups.flatMap(({ chunks }) => chunks));
  const onDemand = new Set(
    Object.values(outputs).flatMap(({ imports }) =>
      imports.filter(({ kind }) => kind === 'dynamic-import').map((imported) => imported.path),
    ),
  );
  const stays = Object.keys(outputs).filter((file) => !joined.has(file) || onDemand.has(file));
  const { metafile } = await esbuild.build({
    ...options,
    splitting: false,
    metafile: true,
    allowOverwrite: true,
    banner: {},
    // A generated parser's; told once is enough.
    logOverride: { 'direct-eval': 'silent' },
    entryPoints: [...groups.map(({ file }) => file), ...stays].map((file) => ({
      in: file,
      out: outOf(file),
    })),
    plugins: [joining(groups, outputs)],
  });
  for (const chunk of joined) if (!onDemand.has(chunk)) rmSync(path.join(ROOT, chunk));
  return { inputs, outputs: asOneBuild(metafile.outputs, outputs) };
}

/**
 * A chunk that one start loads and another does not is of another group, and so is one that needs the editor: elsewhere there
 * is none to import. What starts something stays a file.
 */
function groupsOf(outputs: Outputs, starts: readonly (readonly string[])[]): Group[] {
  const files = Object.keys(outputs);
  const rootsOf = (names: readonly string[]): string[] => names.map((name) => rootOf(name, outputs));
  const loaded = starts.map((names) => loadedAtOnce(rootsOf(names), outputs));
  const roots = new Set(rootsOf(starts.flat()));
  const chunks = files.filter((file) => !roots.has(file) && loaded.some((those) => those.has(file)));
  const byUse = Map.groupBy(chunks, (chunk) =>
    JSON.stringify([
      loadedAtOnce([chunk], outputs).has('vscode'),
      ...loaded.map((those) => those.has(chunk)),
    ]),
  );
  return [...byUse.values()]
    .filter((those) => those.length > 1)
    .map((those) => ({ file: `dist/chunks/joined-${digestOf(those)}.js`, chunks: those }));
}

/** The file of a module that starts something. */
function rootOf(name: string, outputs: Outputs): string {
  const file = Object.keys(outputs).find((each) => outputs[each]?.entryPoint === name);
  if (file === undefined) throw new Error(`${name} starts something and is not built as a file of its own`);
  return file;
}

/** Chunks, and packages that are not bundled. */
function loadedAtOnce(roots: readonly string[], outputs: Outputs): Set<string> {
  const loaded = new Set(roots);
  for (const file of loaded) {
    for (const { path: imported, kind } of outputs[file]?.imports ?? [])
      if (kind === 'import-statement') loaded.add(imported);
  }
  return loaded;
}

/** The names of a chunk, each with a short one of its own in the joined file: thousands of them are imported. */
function namesInGroups(
  groups: readonly Group[],
  outputs: Outputs,
): (chunk: string) => readonly [joined: string, own: string][] {
  const names = new Map<string, [string, string][]>();
  for (const { chunks } of groups) {
    let count = 0;
    for (const chunk of chunks) {
      const own = outputs[chunk]?.exports ?? [];
      names.set(
        chunk,
        own.map((name) => [`a${(count++).toString(36)}`, name]),
      );
    }
  }
  return (chunk) => names.get(chunk) ?? [];
}

/** Within its group a chunk is taken as it is; from elsewhere its names are taken from the file that it became part of. */
function joining(groups: readonly Group[], outputs: Outputs): esbuild.Plugin {
  const byFile = new Map(groups.map((group) => [group.file, group]));
  const groupOf = new Map(groups.flatMap((group) => group.chunks.map((chunk) => [chunk, group])));
  const namesOf = namesInGroups(groups, outputs);
  return {
    name: 'joined-chunks',
    setup(build) {
      build.onResolve({ filter: /./ }, ({ path: asked, importer, kind, namespace }) => {
        const file = kind === 'entry-point' ? path.posix.normalize(asked) : '';
        if (byFile.has(file)) return { path: file, namespace: 'joined' };
        if (groupOf.has(file)) return { path: file, namespace: 'part', suffix: '?./' };
        if (file !== '' || namespace === 'joined') return { path: path.join(ROOT, asked) };
        const chunk = fromRoot(path.resolve(path.dirname(importer), asked));
        const group = groupOf.get(chunk);
        const isElsewhere = kind === 'dynamic-import' || namespace === 'part' || group === undefined;
        if (isElsewhere) return { path: asked, external: true };
        if (group === groupOf.get(fromRoot(importer))) return { path: path.join(ROOT, chunk) };
        return { path: chunk, namespace: 'part', suffix: `?${path.posix.dirname(asked)}/` };
      });
      build.onLoad({ filter: /./, namespace: 'joined' }, ({ path: file }) => {
        const group = byFile.get(file);
        const lines = group?.chunks.map((chunk) => {
          const names = namesOf(chunk).map(([joined, own]) => `${own} as ${joined}`);
          return `export { ${names.join(', ')} } from '${chunk}';`;
        });
        return { contents: lines?.join('\n') ?? '', resolveDir: ROOT };
      });
      build.onLoad({ filter: /./, namespace: 'part' }, ({ path: chunk, suffix }) => {
        const group = groupOf.get(chunk);
        if (group === undefined) return undefined;
        const names = namesOf(chunk).map(([joined, own]) => `${joined} as ${own}`);
        const from = `${suffix.slice(1)}${path.basename(group.file)}`;
        return { contents: `export { ${names.join(', ')} } from '${from}';` };
      });
    },
  };
}

/** What joined files hold of our sources and which of them they import: esbuild took each file by itself. */
function asOneBuild(joined: Outputs, chunks: Outputs): Outputs {
  return Object.fromEntries(
    Object.entries(joined).map(([file, output]) => {
      const sources = Object.keys(output.inputs).map((input) => chunks[input]?.inputs ?? {});
      const imports = output.imports.map((imported) =>
        imported.path.startsWith('.')
          ? { kind: imported.kind, path: path.posix.join(path.posix.dirname(file), imported.path) }
          : imported,
      );
      const inputs = Object.assign({}, ...sources) as typeof output.inputs;
      return [file, { ...chunks[file], ...output, imports, inputs }];
    }),
  );
}

function fromRoot(file: string): string {
  return path.relative(ROOT, file).replaceAll(path.sep, '/');
}

function outOf(file: string): string {
  return path.posix.relative('dist', file).replace(/\.js$/, '');
}

function digestOf(names: readonly string[]): string {
  return createHash('sha256').update(names.join()).digest('hex').slice(0, 8).toUpperCase();
}
