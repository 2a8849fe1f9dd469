import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bugsOfVersion, coverageOf, upgradeAdvice, versionAnswer } from '../../analysis/index.ts';
import { loadCatalogue } from '../../catalogue/index.ts';
import { say } from '../../l10n/index.ts';
import { productOf } from '../index.ts';

const PRODUCT = 'aurora-postgresql';
const { versions } = productOf(PRODUCT);
const catalogue = await loadCatalogue(null);
const releases = catalogue.releases.filter(({ product }) => product === PRODUCT);
const known = new Set(releases.map(({ version }) => version));

test('covers a minor version by its patches if its first release was never published', () => {
  const minors = [...new Set(releases.map(({ branch }) => branch))].filter((branch) => !known.has(branch));
  assert.ok(minors.includes('13.10') && minors.includes('16.4-limitless'), minors.join());
  for (const minor of minors) {
    assert.equal(coverageOf(catalogue, PRODUCT, minor).coverage, 'known', minor);
    const patches = releases.filter(({ branch }) => branch === minor).map(({ version }) => version);
    const [lowest] = patches.sort(versions.compare);
    // No release that a cluster can run lacks the fixes of the first patch.
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

test('lists possible releases for a pin, and not for a release', () => {
  const answerFor = (version: string) =>
    versionAnswer(catalogue, PRODUCT, version, '2026-11-27')
      .standing.map((each) => say(each, 'en'))
      .join(' ');
  assert.match(
    answerFor('16.4'),
    /^A cluster that pins 16\.4 runs one of its 7 releases \(16\.4 to 16\.4\.7\)\. /,
  );
  assert.match(answerFor('16.4.1'), /^“16\.4\.1” is a revision [^.]*16\.4 [^.]*\. Write 16\.4: [^.]*\.$/);
  // A cluster on a minor version without patches can run nothing else.
  const lone = releases.find(
    ({ version, branch, status }) =>
      !status.includes('beta') &&
      version === branch &&
      releases.every((other) => other.branch !== branch || other.version === version),
  );
  assert.equal(answerFor(lone?.version ?? assert.fail('each has patches')), '');
});

test('returns neither target nor downtime for a preview', () => {
  const { recommended, targets } = upgradeAdvice(catalogue, PRODUCT, '17.0', { day: '2026-11-27' });
  assert.deepEqual([recommended, targets], [null, []]);
});
