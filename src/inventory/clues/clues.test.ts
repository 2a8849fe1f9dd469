import assert from 'node:assert/strict';
import test from 'node:test';
import { NO_CLUES } from '../../model/index.ts';
import { MAX_CLUE_FILES } from './read-clues.ts';
import { readClues } from '../index.ts';
import { temporaryFolder, writeFiles } from '../../../test/support/workspace.ts';

test('finds a runbook that suspends replacement, but not an update policy', (t) => {
  const folder = temporaryFolder(t, {
    'docs/runbook.md': '# Night\n\naws autoscaling suspend-processes --scaling-processes ReplaceUnhealthy\n',
    'stack.yaml': 'UpdatePolicy:\n  SuspendProcesses: [ReplaceUnhealthy]\n',
    'node_modules/x/readme.md': 'suspend-processes ReplaceUnhealthy\n',
  });
  const { runbooks } = readClues([folder]) ?? NO_CLUES;
  assert.deepEqual(
    runbooks.map(({ location: { file, line } }) => `${file}:${line}`),
    ['docs/runbook.md:3'],
  );
});

test('distinguishes handlers that query the database from those that only answer', (t) => {
  const folder = temporaryFolder(t, {
    'app.js': `
app.get('/healthz', (req, res) => res.sendStatus(200));

app.get('/ready', async (req, res) => {
  await pool.query('SELECT 1');
  res.send('ok');
});

app.get('/', (req, res) => showFrontPage(req, res));
`,
    'web.py': "@app.route('/ping')\ndef ping():\n    return jsonify(status='ok')\n",
    'main.go':
      'http.HandleFunc("/live", func(w http.ResponseWriter, r *http.Request) { w.Write([]byte("ok")) })\n',
  });
  const { routes } = readClues([folder]) ?? NO_CLUES;
  assert.deepEqual(Object.fromEntries(routes.map(({ path, reachesDatabase }) => [path, reachesDatabase])), {
    '/healthz': false,
    '/ready': true,
    '/': null,
    '/live': false,
    '/ping': false,
  });
});

test('reads sizes of connection pools from configuration and code', (t) => {
  const folder = temporaryFolder(t, {
    'application.properties': 'spring.datasource.hikari.maximum-pool-size=30\n',
    'db.ts': 'createPool({ connectionLimit: 25 })\n',
  });
  assert.deepEqual(
    readClues([folder])?.pools.map(({ size }) => size),
    [30, 25],
  );
});

test('returns nothing beyond the limit of files or the budget, because a missing file could matter', (t) => {
  const documents = (count: number): Record<string, string> =>
    Object.fromEntries(Array.from({ length: count }, (_, nth) => [`d${nth % 50}/${nth}.md`, '# Night\n']));
  const folder = temporaryFolder(t, documents(MAX_CLUE_FILES));
  assert.notEqual(readClues([folder], { budget: 60_000 }), null);
  assert.equal(readClues([folder], { budget: 1 }), null);
  writeFiles(folder, { 'one-more.md': '' });
  assert.equal(readClues([folder], { budget: 60_000 }), null);
});
