#!/usr/bin/env node
// Bundled, all but the program is in this file, and none of it asks for more than an old Node has: that gets one line, no
// stack.
import { visible } from '../model/index.ts';
import { keepCompiledCode } from '../files/index.ts';
import { cacheFolder } from './options/cache-folder.ts';
import { VERSION } from './version.ts';

const major = Number(process.versions.node.split('.')[0]);
if (major < 22) {
  process.stderr.write(`errata-lens needs Node 22 or newer (this is ${process.version}).\n`);
  process.exitCode = 2;
} else {
  // `errata-lens … | head` closes the pipe when it has enough: no error. Every other one ends the program where results are
  // lost, as it says in its language, and is ignored where only progress and warnings are.
  for (const output of [process.stdout, process.stderr]) {
    output.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit();
    });
  }
  try {
    // Before the program is loaded: only what is loaded afterwards is kept.
    keepCompiledCode(cacheFolder(), VERSION);
    const { main } = await import('./program.ts');
    process.exitCode = await main(process.argv);
  } catch (error) {
    // A mistake of ours: one line for people, the stack for whoever reports it.
    const stack = error instanceof Error ? error.stack : undefined;
    process.stderr.write(
      `errata-lens: unexpected error: ${visible(error instanceof Error ? error.message : String(error))}\n`,
    );
    if (process.env.ERRATA_LENS_DEBUG) process.stderr.write(`${stack ?? ''}\n`);
    else process.stderr.write('Set ERRATA_LENS_DEBUG=1 for the details, and please report it.\n');
    process.exitCode = 2;
  }
}
