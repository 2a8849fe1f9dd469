// npm start: install, build, and scan the bundled incident workspace on the embedded catalogue, offline.
// npm start -- COMMAND …: install, build, and run that command of the terminal.
import { run, setUp } from './test/setup.mjs';

const given = process.argv.slice(2);
const isCommand = given.length > 0 && !given[0].startsWith('-');
const node = setUp();
run(node, ['scripts/build.ts']);
run(node, [
  'dist/cli.js',
  ...(isCommand ? given : ['scan', 'test/workspaces/incident', '--offline', ...given]),
]);
