import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { mock, test } from 'node:test';
import { refreshCatalogue } from '../../../src/catalogue/index.ts';
import { say } from '../../../src/l10n/index.ts';
import { auroraSite } from '../../support/pages/aurora-site.ts';
import { runCli } from '../../support/command-line/cli.ts';
import { startMirror } from '../../support/mirror/mirror.ts';
import { temporaryFolder } from '../../support/workspace.ts';

const SITE = auroraSite({
  '2019-01-10': {
    releases: { '2.31.0': { date: '2019-01-05', fixes: ['Corrected how quoting of alpha names works.'] } },
  },
});

test('an update without a writable cache reports that and exits with 2', async (t) => {
  const mirror = await startMirror(SITE);
  t.after(() => mirror.close());
  const folder = temporaryFolder(t, { file: 'no folder can be below it' });
  const cache = path.join(folder, 'file', 'cache');
  const { code, stderr } = await runCli([
    'catalogue',
    'update',
    '--docs-origin',
    mirror.origin,
    '--cache-dir',
    cache,
  ]);
  assert.equal(code, 2, stderr);
  assert.match(stderr, /catalogue\.json: .*ENOTDIR/);
  assert.deepEqual(readdirSync(folder), ['file']);
});

test('reports a clock earlier than the embedded notes', async (t) => {
  const mirror = await startMirror(SITE);
  t.after(() => mirror.close());
  mock.timers.enable({ apis: ['Date'], now: Date.parse('2020-01-02T03:04:05Z') });
  t.after(() => mock.timers.reset());
  const { problems } = await refreshCatalogue({
    cache: temporaryFolder(t),
    docsOrigin: mirror.origin,
    builtBy: 'test',
  });
  const sentences = problems.filter(({ source }) => source === 'clock').map(({ text }) => say(text, 'en'));
  assert.equal(sentences.length, 1);
  assert.match(sentences[0] ?? '', /clock of this machine says 2020-01-02/);
});
