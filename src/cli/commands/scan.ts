import { setImmediate } from 'node:timers/promises';
import { loadConfig } from '../read/config-file.ts';
import { checkPaths } from '../read/check-paths.ts';
import { scanOptionsOf, type CommonOptions } from '../options/options.ts';
import { prepareScan } from '../../inventory/index.ts';
import { createTerminal } from '../print/terminal.ts';
import type { ExitCode } from '../options/usage.ts';

/** `scan [PATH…]`: assets and findings in files. */
export async function scan(paths: readonly string[], options: CommonOptions): Promise<ExitCode> {
  const terminal = createTerminal(options.lang);
  checkPaths(paths);
  prepareScan(scanOptionsOf(options));
  const loaded = await loadConfig(options, paths[0] ?? '.');
  // Loaded on demand, so that the scan starts before the code that judges is loaded.
  const { readFolders } = await import('../read/read-folders.ts');
  const reading = readFolders(paths, options, terminal, loaded, async (...read) => {
    (await judging).lookUpVersions(...read, options);
  });
  // One turn later, because loading blocks this thread while the other one waits for its task.
  const judging = setImmediate().then(() => import('./judge-scan.ts'));
  const [read, { judgeScan }] = await Promise.all([reading, judging]);
  return await judgeScan(paths, read, options, terminal);
}
