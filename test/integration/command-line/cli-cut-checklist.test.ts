import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runCli } from '../../support/command-line/cli.ts';
import { clusterNamed } from '../../support/hostile/multiply.ts';
import { temporaryFolder } from '../../support/workspace.ts';

/** Number of clusters with more answers than one checklist may have. */
const CLUSTERS = 700;

test('an incomplete checklist exits with 2 under --fail-on, and with 0 without it', async (t) => {
  const clusters = Array.from({ length: CLUSTERS }, (_, nth) => clusterNamed(`c${nth}`)).join('');
  const folder = temporaryFolder(t, { 'main.tf': clusters });
  const ask = (...more: string[]) =>
    runCli(['checklist', folder, '--offline', '--no-cache', '--format', 'csv', ...more]);
  // No check is critical: nothing fails.
  const gated = await ask('--fail-on', 'critical');
  assert.match(gated.stderr, /stops after 19\d{3} answers/);
  assert.equal(gated.code, 2);
  assert.equal((await ask()).code, 0);
});
