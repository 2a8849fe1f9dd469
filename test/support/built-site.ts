import { rmSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { atExit } from './clean-up.ts';
import { pathToFileURL } from 'node:url';
import { runCli } from './cli.ts';

export interface BuiltSite {
  folder: string;
  /** Seconds of the processor that it took: what else the machine does counts for nothing. */
  seconds: number;
  /** Every file below the folder, with slashes. */
  files: readonly string[];
  read: (file: string) => Promise<string>;
}

let built: Promise<BuiltSite> | undefined;

/** The site of the embedded catalogue as the command writes it, once for all tests of a process. */
export function builtSite(): Promise<BuiltSite> {
  built ??= build();
  return built;
}

async function build(): Promise<BuiltSite> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'errata-lens-site-'));
  atExit(() => rmSync(folder, { recursive: true, force: true }));
  const usage = path.join(folder, '..', `${path.basename(folder)}.json`);
  const measure = pathToFileURL(path.join(import.meta.dirname, 'measured-exit.mjs')).href;
  const env = { NODE_OPTIONS: `--import ${measure}`, ERRATA_LENS_TEST_USAGE: usage };
  const { code, stderr } = await runCli(['site', folder, '--as-of', '2026-11-27'], { env });
  if (code !== 0) throw new Error(stderr);
  // Of Node, in microseconds.
  const used = JSON.parse(await readFile(usage, 'utf8')) as NodeJS.ResourceUsage;
  await rm(usage);
  const seconds = (used.userCPUTime + used.systemCPUTime) / 1_000_000;
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return {
    folder,
    seconds,
    files: entries
      .filter((entry) => entry.isFile())
      .map((entry) =>
        path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'),
      ),
    read: (file) => readFile(path.join(folder, file), 'utf8'),
  };
}
