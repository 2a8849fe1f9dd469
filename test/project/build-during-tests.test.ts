import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test, type TestContext } from 'node:test';
import { pathToFileURL } from 'node:url';
import { temporaryFolder } from '../support/workspace.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const EXCLUSIVE = pathToFileURL(path.join(ROOT, 'scripts/test/exclusive.mjs')).href;

/** Arguments of a Node process that registers as a build or a suite, and prints the result. */
function registering(kind: string, folder: string, then: string): string[] {
  const args = [kind, folder].map((each) => JSON.stringify(each)).join(', ');
  const program = `import { register } from ${JSON.stringify(EXCLUSIVE)}; console.log(JSON.stringify(register(${args}))); ${then}`;
  return ['--input-type=module', '--eval', program];
}

/** Starts a process that is registered until it is killed or the test ends. */
async function startRegistered(t: TestContext, kind: string, folder: string) {
  const child = spawn(process.execPath, registering(kind, folder, 'process.stdin.resume();'));
  t.after(() => child.kill('SIGKILL'));
  const [output] = (await once(child.stdout, 'data')) as [Buffer];
  assert.equal(output.toString().trim(), 'null');
  return child;
}

function register(kind: string, folder: string): unknown {
  const { stdout } = spawnSync(process.execPath, registering(kind, folder, ''), { encoding: 'utf8' });
  return JSON.parse(stdout);
}

test('a checkout runs no build beside a test suite, but several suites at once', async (t) => {
  const folder = temporaryFolder(t);
  const suite = await startRegistered(t, 'suite', folder);
  assert.equal(register('suite', folder), null);
  const file = path.join(folder, `suite-${suite.pid}`);
  assert.deepEqual(register('build', folder), { pid: suite.pid, file });
  // Processes that have ended are not registered any more.
  assert.deepEqual(readdirSync(folder), [path.basename(file)]);
});

test('a build starts after a suite was killed', async (t) => {
  const folder = temporaryFolder(t);
  const suite = await startRegistered(t, 'suite', folder);
  suite.kill('SIGKILL');
  await once(suite, 'exit');
  assert.equal(readdirSync(folder).length, 1);
  assert.equal(register('build', folder), null);
  assert.deepEqual(readdirSync(folder), []);
});

for (const [kind, command, message] of [
  [
    'suite',
    ['scripts/build.ts'],
    /^Tests are running in this checkout \(process \d+\).* Try again when it has ended/,
  ],
  ['build', ['scripts/test.mjs', 'project'], /^A build is running in this checkout \(process \d+\)/],
] as const) {
  test(`${command.join(' ')} ends with a message while a ${kind} runs`, (t) => {
    // As this process would register; in a suite, a build could not.
    const file = path.join(ROOT, 'node_modules/.cache/running', `${kind}-${process.pid}`);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, '');
    t.after(() => rmSync(file));
    const { status, stderr } = spawnSync(process.execPath, command, { cwd: ROOT, encoding: 'utf8' });
    assert.equal(status, 1);
    assert.match(stderr, message);
  });
}
