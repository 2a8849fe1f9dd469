import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bugsOfVersion, isReported, upgradeAdvice, versionAnswer } from '../../src/analysis/index.ts';
import { loadCatalogue } from '../../src/catalogue/index.ts';
import { productOf } from '../../src/products/index.ts';

const PRODUCT = 'aurora-postgresql';
const { versions } = productOf(PRODUCT);
const catalogue = await loadCatalogue(null);
const releases = catalogue.releases.filter(({ product }) => product === PRODUCT);

test('advises no change between Limitless Database and the plain releases', () => {
  for (const { version } of releases) {
    const isApart = versions.line(version).includes('-');
    const advice = upgradeAdvice(catalogue, PRODUCT, version, { day: '2026-11-27' });
    for (const target of advice.targets)
      assert.equal(versions.line(target.version).includes('-'), isApart, `${version} → ${target.version}`);
  }
});

test('a pinned minor version has every known bug of its releases, with the name of the release', () => {
  const pins = ['17.4', '17.7', '16.4', '15.10', '14.6', '13.10', '11.9', '16.4-limitless'];
  for (const pin of pins) {
    const ofPin = new Map(bugsOfVersion(catalogue, PRODUCT, pin).map((match) => [match.bug.id, match]));
    for (const { version } of releases.filter(({ branch }) => branch === pin)) {
      if (version === pin) continue; // this number means the pin
      for (const { bug } of bugsOfVersion(catalogue, PRODUCT, version).filter(isReported)) {
        const match = ofPin.get(bug.id);
        assert.ok(match && isReported(match), `${pin}, ${version}: ${bug.id}`);
        assert.ok(match.inVersions?.includes(version) ?? true, `${pin}, ${version}: ${bug.id}`);
      }
    }
  }
});

test('each bug of a range names only releases that have it', () => {
  const has = (version: string, id: string) =>
    bugsOfVersion(catalogue, PRODUCT, version).some(
      ({ bug, inVersions }) => bug.id === id && (inVersions?.includes(version) ?? true),
    );
  for (const { bug, inVersions = [] } of versionAnswer(catalogue, PRODUCT, '17', '2026-11-27').matches)
    for (const version of inVersions) assert.ok(has(version, bug.id), `${version}: ${bug.id}`);
});
