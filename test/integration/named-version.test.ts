import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createAnalyser } from '../../src/extension/worker/analyser.ts';
import { readNamedVersion } from '../../src/products/index.ts';
import { bugsMarkdown, upgradeMarkdown } from '../../src/report/index.ts';
import { temporaryFolder } from '../support/cli.ts';
import { askCli } from '../support/one-cli.ts';

/** A first release without a patch number, ranges, one above the catalogue, and one of Amazon Linux. */
const TYPED = ['2.02', '3.10', '8.0', '3.99.0', '2.0.20230307.0'];

test('what the box of the editor takes shows what the command line shows', async (t) => {
  const cacheFolder = await temporaryFolder(t);
  const analyser = createAnalyser({ cacheFolder });
  for (const written of TYPED) {
    const named = readNamedVersion(written);
    assert.ok(named, written);
    const { product, version } = named;
    const asked = [product, written, '--cache-dir', cacheFolder, '--format', 'markdown'];
    const [bugs, upgrade] = await Promise.all([
      askCli(['bugs', ...asked], { cwd: cacheFolder }),
      askCli(['upgrade', ...asked], { cwd: cacheFolder }),
    ]);
    const shown = bugsMarkdown(await analyser.bugsOf(product, version, null, null), 'en');
    assert.equal(shown.trim(), bugs.stdout.trim(), `bugs ${written}`);
    const advice = upgradeMarkdown(await analyser.upgradesOf(product, version, null, null), 'en');
    assert.equal(advice.trim(), upgrade.stdout.trim(), `upgrade ${written}`);
  }
});

test('what no product has a release of is refused', () => {
  for (const written of ['9.9.9', '', '7', '2023', 'latest', '2.11.x']) {
    assert.equal(readNamedVersion(written), null, written);
  }
});
