#!/usr/bin/env node
// Loads everything else on demand, and must itself run on old versions of Node, so that they print one line instead of
// a stack trace.
import { escapeInvisible } from '../model/index.ts';
import { enableCompileCache } from '../files/index.ts';
import { cacheFolder } from './options/cache-folder.ts';
import { VERSION } from './version.ts';

const major = Number(process.versions.node.split('.')[0]);
if (major < 22) {
  process.stderr.write(`errata-lens needs Node 22 or newer (this is ${process.version}).\n`);
  process.exitCode = 2;
} else {
  // A closed pipe (a reader such as `head`) is no error. Any other error ends the program if results are lost; lost
  // progress lines and warnings are ignored.
  for (const output of [process.stdout, process.stderr]) {
    output.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit();
    });
  }
  try {
    // Only modules that load after this call are cached.
    enableCompileCache(cacheFolder(), VERSION);
    const { main } = await import('./program.ts');
    process.exitCode = await main(process.argv);
  } catch (error) {
    // An unexpected error: one line for users, and a stack trace for bug reports.
    const stack = error instanceof Error ? error.stack : undefined;
    process.stderr.write(
      `errata-lens: unexpected error: ${escapeInvisible(error instanceof Error ? error.message : String(error))}\n`,
    );
    if (process.env.ERRATA_LENS_DEBUG) process.stderr.write(`${stack ?? ''}\n`);
    else process.stderr.write('Set ERRATA_LENS_DEBUG=1 for the details, and please report it.\n');
    process.exitCode = 2;
  }
}
