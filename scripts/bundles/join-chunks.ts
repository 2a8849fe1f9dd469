import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import path from 'node:path';
import * as esbuild from 'esbuild';
import { ROOT } from './bundle.ts';

type Outputs = esbuild.Metafile['outputs'];

/** Chunks that become one file. */
interface Group {
  file: string;
  chunks: readonly string[];
}

/**
 * Joins the chunks that the same starts load into one file. esbuild writes a chunk for every set of entries that share
 * code, and each file costs Node a third of a millisecond: a scan would load 160. No start loads more code than before.
 * @param starts modules that load together, each an entry or imported on demand
 * @returns the metafile of the joined files
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
    // The first build has warned of it.
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
 * Groups of chunks that the same starts load. Chunks that import the editor form groups of their own, since other
 * processes have none. Files of starts are in no group.
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

/**
 * File of a module of a start.
 * @throws {Error} if the module has no file of its own
 */
function rootOf(name: string, outputs: Outputs): string {
  const file = Object.keys(outputs).find((each) => outputs[each]?.entryPoint === name);
  if (file === undefined) throw new Error(`${name} is a start, but has no file of its own.`);
  return file;
}

/** Files that are loaded at once with others, including packages outside the bundle. */
function loadedAtOnce(roots: readonly string[], outputs: Outputs): Set<string> {
  const loaded = new Set(roots);
  for (const file of loaded) {
    for (const { path: imported, kind } of outputs[file]?.imports ?? [])
      if (kind === 'import-statement') loaded.add(imported);
  }
  return loaded;
}

/** Names of a chunk with their short names in the joined file, unique there. */
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

/** Bundles chunks of one group, and imports those of other groups from their joined files. */
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

/** Metafile with the sources and imports of joined files, which esbuild has built one by one. */
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
