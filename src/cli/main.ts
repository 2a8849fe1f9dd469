#!/usr/bin/env node
// In the bundle, this file loads everything else and runs on old versions of Node, so that they get one line instead of a
// stack.
import { visible } from '../model/index.ts';
import { enableCompileCache } from '../files/index.ts';
import { cacheFolder } from './options/cache-folder.ts';
import { VERSION } from './version.ts';

const major = Number(process.versions.node.split('.')[0]);
if (major < 22) {
  process.stderr.write(`errata-lens needs Node 22 or newer (this is ${process.version}).\n`);
  process.exitCode = 2;
} else {
  // A reader such as `head` closes the pipe early, which is no error. Any other error ends the program if results are
  // lost, with a message in the user's language; lost progress and warnings are ignored.
  for (const output of [process.stdout, process.stderr]) {
    output.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit();
    });
  }
  try {
    // Called before the program is loaded: only modules that are loaded afterwards are cached.
    enableCompileCache(cacheFolder(), VERSION);
    const { main } = await import('./program.ts');
    process.exitCode = await main(process.argv);
  } catch (error) {
    // An unexpected error: one line for users, and the stack for a bug report.
    const stack = error instanceof Error ? error.stack : undefined;
    process.stderr.write(
      `errata-lens: unexpected error: ${visible(error instanceof Error ? error.message : String(error))}\n`,
    );
    if (process.env.ERRATA_LENS_DEBUG) process.stderr.write(`${stack ?? ''}\n`);
    else process.stderr.write('Set ERRATA_LENS_DEBUG=1 for the details, and please report it.\n');
    process.exitCode = 2;
  }
}
