import { loadConfig } from '../read/config-file.ts';
import { checkPaths } from '../read/check-paths.ts';
import { knownAnswer } from '../read/known-answer.ts';
import { exitCodeFor } from '../print/exit-code.ts';
import type { CommonOptions } from '../options/options.ts';
import { createTerminal } from '../print/terminal.ts';
import type { ExitCode } from '../options/usage.ts';

/** `scan [PATH…]`: assets and findings of folders and files. */
export async function scan(paths: readonly string[], options: CommonOptions): Promise<ExitCode> {
  const terminal = createTerminal(options.lang);
  checkPaths(paths);
  const loaded = await loadConfig(options, paths[0] ?? '.');
  const known = await knownAnswer(paths, options, loaded, terminal);
  const answer = known?.load() ?? null;
  if (answer !== null) {
    await terminal.parts(answer.parts, options.format === 'json' ? 'json' : 'text');
    return exitCodeFor(answer.failing, options, terminal);
  }
  // What reads and judges is loaded where it is needed, and what judges while others read.
  const { readFolders } = await import('../read/read-folders.ts');
  const reading = readFolders(paths, options, terminal, loaded, async (...read) => {
    (await judging).judgeVersions(...read, options);
  });
  const judging = import('./judge-scan.ts');
  const [read, { judgeScan }] = await Promise.all([reading, judging]);
  // What was read is empty again next time: then the files are counted again, too.
  const kept = read.inventory.assets.length === 0 ? null : known;
  return await judgeScan(paths, read, options, terminal, kept);
}
