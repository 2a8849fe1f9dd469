import { rmSync } from 'node:fs';
import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { atExit } from '../clean-up.ts';
import { runCli } from '../command-line/cli.ts';

export interface BuiltSite {
  folder: string;
  /** Every file below the folder, with forward slashes. */
  files: readonly string[];
  read: (file: string) => Promise<string>;
}

let built: Promise<BuiltSite> | undefined;

/** Site of the embedded catalogue, written by the command once for all tests of a process. */
export function builtSite(): Promise<BuiltSite> {
  built ??= build();
  return built;
}

async function build(): Promise<BuiltSite> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'errata-lens-site-'));
  atExit(() => rmSync(folder, { recursive: true, force: true }));
  const { code, stderr } = await runCli(['site', folder, '--as-of', '2026-11-27']);
  if (code !== 0) throw new Error(stderr);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return {
    folder,
    files: entries
      .filter((entry) => entry.isFile())
      .map((entry) =>
        path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'),
      ),
    read: (file) => readFile(path.join(folder, file), 'utf8'),
  };
}
