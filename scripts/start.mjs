// npm start: install, build, and scan the bundled incident workspace on the embedded catalogue, offline.
import { run, setUp } from './lib/setup.mjs';

const node = setUp();
run(node, ['scripts/build.ts']);
run(node, ['dist/cli.js', 'scan', 'test/workspaces/incident', '--offline', ...process.argv.slice(2)]);
