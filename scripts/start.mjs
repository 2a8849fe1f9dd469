// npm start: installs, builds, and scans the incident workspace offline, with the embedded catalogue. npm start --
// COMMAND …: installs, builds, and runs that command.
import { run, setUp } from './test/setup.mjs';

const given = process.argv.slice(2);
const isCommand = given.length > 0 && !given[0].startsWith('-');
const node = setUp();
run(node, ['scripts/build.ts']);
run(node, [
  'dist/cli.js',
  ...(isCommand ? given : ['scan', 'test/workspaces/incident', '--offline', ...given]),
]);
