import assert from 'node:assert/strict';
import { test } from 'node:test';
import { versionAnswer } from '../../index.ts';
import { loadCatalogue } from '../../../catalogue/index.ts';
import { LANGUAGES, say } from '../../../l10n/index.ts';
import { readPin } from '../../../products/index.ts';
import { bugsText, createPaint } from '../../../report/index.ts';
import { osTargets } from '../../../../test/support/catalogue/os-targets.ts';

const catalogue = await loadCatalogue(null);
const TODAY = '2026-11-27';
const DOCKER = '2023.12.20260608';
const RECALLED = '2023.8.20250804';

const bugs = (version: string): string =>
  bugsText(versionAnswer(catalogue, 'amazon-linux-2023', version, TODAY), {
    language: 'en',
    paint: createPaint(false),
    limit: 10,
    width: null,
    verbose: false,
  });

test('states a known issue of a release first', () => {
  assert.match(
    bugs(DOCKER),
    /^Amazon Linux 2023 2023\.12\.20260608: known issue in this release: Docker networking regression \(https:/,
  );
});

test('states a recall of a release first, and never recommends it', () => {
  assert.match(bugs(RECALLED), /^Amazon Linux 2023 2023\.8\.20250804: recalled by the vendor/);
  for (const from of ['2023.8.20250721', '2023.3.20240108', DOCKER]) {
    const pinned = readPin('amazon-linux-2023', from);
    assert.ok(pinned);
    const targets = osTargets(catalogue, pinned, TODAY);
    assert.ok(targets.length > 0);
    assert.ok(targets.every(({ version }) => version !== RECALLED));
  }
});

test('begins advice with warnings about the present release', () => {
  const pinned = readPin('amazon-linux-2023', DOCKER);
  assert.ok(pinned);
  const [target] = osTargets(catalogue, pinned, TODAY);
  assert.ok(target);
  assert.match(say(target.reason, 'en'), /^2023\.12\.20260608: known issue in this release: Docker/);
});

test('counts days and releases, but no bugs, without advisories', () => {
  const shownText = bugs('2023.3.20240108');
  assert.match(shownText, /\d+ days and (?:at least )?\d+ releases behind 2023\./);
  assert.match(
    shownText,
    /Missing fixes are unknown\.[^]*Not embedded: the advisories of Amazon Linux 2023\. The first refresh \(errata-lens catalogue update\) brings/,
  );
  for (const language of LANGUAGES) {
    const answer = versionAnswer(catalogue, 'amazon-linux-2023', '2023.3.20240108', TODAY);
    assert.doesNotMatch(
      bugsText(answer, { language, paint: createPaint(false), limit: 10, width: null, verbose: false }),
      /known bug|既知の不具合 \d/,
    );
  }
});
