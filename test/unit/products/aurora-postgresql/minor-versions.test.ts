import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  bugsOfVersion,
  coverageOf,
  isReported,
  upgradeAdvice,
  versionAnswer,
} from '../../../../src/analysis/index.ts';
import { loadCatalogue } from '../../../../src/catalogue/index.ts';
import { say } from '../../../../src/l10n/index.ts';
import { productOf } from '../../../../src/products/index.ts';

const PRODUCT = 'aurora-postgresql';
const { versions } = productOf(PRODUCT);
const catalogue = await loadCatalogue(null);
const releases = catalogue.releases.filter(({ product }) => product === PRODUCT);
const known = new Set(releases.map(({ version }) => version));

test('a minor version is known by its patches where its first release was never published', () => {
  const minors = [...new Set(releases.map(({ branch }) => branch))].filter((branch) => !known.has(branch));
  assert.ok(minors.includes('13.10') && minors.includes('16.4-limitless'), minors.join());
  for (const minor of minors) {
    assert.equal(coverageOf(catalogue, PRODUCT, minor).coverage, 'known', minor);
    const patches = releases.filter(({ branch }) => branch === minor).map(({ version }) => version);
    const [lowest] = patches.sort(versions.compare);
    // What the first patch fixed was in none that a cluster can run.
    const inFirst = catalogue.bugs.filter(({ listings, cves }) => {
      const own = listings.filter(({ version }) => versions.branch(version) === minor);
      return cves.length === 0 && own.length > 0 && own.every(({ version }) => version === lowest);
    });
    const reported = new Set(bugsOfVersion(catalogue, PRODUCT, minor).map(({ bug }) => bug.id));
    assert.deepEqual(
      inFirst.filter(({ id }) => reported.has(id)).map(({ id }) => id),
      [],
      minor,
    );
  }
});

test('Limitless Database and the plain releases never lead to each other', () => {
  for (const { version } of releases) {
    const isApart = versions.line(version).includes('-');
    const advice = upgradeAdvice(catalogue, PRODUCT, version, { day: '2026-11-27' });
    for (const target of advice.targets)
      assert.equal(versions.line(target.version).includes('-'), isApart, `${version} → ${target.version}`);
  }
});

test('a pin has every bug that a release of its minor version is known to have, and says which', () => {
  const pins = ['17.4', '17.7', '16.4', '15.10', '14.6', '13.10', '11.9', '16.4-limitless'];
  for (const pin of pins) {
    const ofPin = new Map(bugsOfVersion(catalogue, PRODUCT, pin).map((match) => [match.bug.id, match]));
    for (const { version } of releases.filter(({ branch }) => branch === pin)) {
      if (version === pin) continue; // asked for by this number is the pin
      for (const { bug } of bugsOfVersion(catalogue, PRODUCT, version).filter(isReported)) {
        const match = ofPin.get(bug.id);
        assert.ok(match && isReported(match), `${pin}, ${version}: ${bug.id}`);
        assert.ok(match.inVersions?.includes(version) ?? true, `${pin}, ${version}: ${bug.id}`);
      }
    }
  }
});

test('the answer for a pin says which releases it may run, that for a release does not', () => {
  const told = (version: string) =>
    versionAnswer(catalogue, PRODUCT, version, '2026-11-27')
      .standing.map((each) => say(each, 'en'))
      .join(' ');
  assert.match(
    told('16.4'),
    /^A cluster that pins 16\.4 runs one of its 7 releases \(16\.4 to 16\.4\.7\)\. /,
  );
  assert.equal(told('16.4.1'), '');
  assert.equal(told('17.9'), '');
});

test('of a range each bug names only releases that have it', () => {
  const has = (version: string, id: string) =>
    bugsOfVersion(catalogue, PRODUCT, version).some(
      ({ bug, inVersions }) => bug.id === id && (inVersions?.includes(version) ?? true),
    );
  for (const { bug, inVersions = [] } of versionAnswer(catalogue, PRODUCT, '17', '2026-11-27').matches)
    for (const version of inVersions) assert.ok(has(version, bug.id), `${version}: ${bug.id}`);
});

test('from a preview no way is told: no target and no downtime', () => {
  const { recommended, targets } = upgradeAdvice(catalogue, PRODUCT, '17.0', { day: '2026-11-27' });
  assert.deepEqual([recommended, targets], [null, []]);
});
