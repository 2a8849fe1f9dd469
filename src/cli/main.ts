#!/usr/bin/env node
// Static imports would run first: the check has to stand alone, so that an old Node gets one line and no stack.
const major = Number(process.versions.node.split('.')[0]);
if (major < 24) {
  process.stderr.write(`errata-lens needs Node 24 or newer (this is ${process.version}).\n`);
  process.exitCode = 2;
} else {
  const { main } = await import('./program.ts');
  process.exitCode = await main(process.argv);
}

export {};
