import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { catalogueAsOf, coverageMessage, coverageOf, versionAnswer } from '../../index.ts';
import { engineCoverage } from '../../bugs/engine-coverage.ts';
import { asPreview } from '../../../../test/support/catalogue/any-catalogue.ts';
import { loadCatalogue } from '../../../catalogue/index.ts';
import { LANGUAGES, say } from '../../../l10n/index.ts';
import type { Coverage, ProductId } from '../../../model/index.ts';
import { bugsJson, bugsMarkdown, bugsText, createPaint } from '../../../report/index.ts';
import { assertSchema } from '../../../../test/support/surfaces/schema.ts';

const catalogue = await loadCatalogue(null);
const TODAY = '2026-11-27';

/** Newest release in a catalogue with only a preview of 18. */
const NEWEST_17 = '17.10.2';

const EXPECTED: readonly [ProductId, string, Coverage, string][] = [
  ['aurora-mysql', '2.11.1', 'known', '2.11.1'],
  ['aurora-mysql', '5.7.mysql_aurora.2.11.1', 'known', '2.11.1'],
  ['aurora-mysql', '2.02', 'known', '2.02'],
  ['aurora-mysql', '2.02.0', 'known', '2.02'],
  ['aurora-mysql', '2.12.0.1', 'known', '2.12.0.1'],
  ['aurora-mysql', '3.15.0', 'newer', '3.15.0'],
  ['aurora-mysql', '3.15', 'newer', '3.15'],
  ['aurora-mysql', '3.05.9', 'newer', '3.05.9'],
  ['aurora-mysql', '2.99.1', 'newer', '2.99.1'],
  ['aurora-mysql', '8.4.99', 'newer', '8.4.99'],
  ['aurora-mysql', '9.7.mysql_aurora.9.7.1', 'newer', '9.7.1'],
  ['aurora-mysql', '1.22.2', 'not-covered', '1.22.2'],
  ['aurora-mysql', '5.6', 'not-covered', '1'],
  ['aurora-mysql', '3.04.5', 'not-covered', '3.04.5'],
  ['aurora-mysql', '9.9.9', 'no-release', '9.9.9'],
  ['aurora-mysql', 'latest', 'no-release', 'latest'],
  ['aurora-mysql', '3.10', 'partial', '3.10'],
  ['aurora-mysql', '8.0', 'partial', '3'],
  ['aurora-mysql', '5.7', 'partial', '2'],
  ['aurora-mysql', '8.0.*', 'partial', '3'],
  ['aurora-mysql', '>= 8.0', 'partial', '>= 8.0'],
  ['aurora-mysql', '>= 9.0', 'no-release', '>= 9.0'],
  ['amazon-linux-1', '2018.03.0.20181129', 'not-covered', '2018.03.0.20181129'],
  ['amazon-linux-2', '2.0.20230307.0', 'known', '2.0.20230307.0'],
  ['amazon-linux-2', '2.0.20270101.0', 'newer', '2.0.20270101.0'],
  ['amazon-linux-2023', '2023.99.20270101', 'newer', '2023.99.20270101'],
  ['amazon-linux-2023', '2023.3.20240108', 'not-covered', '2023.3.20240108'],
  ['amazon-linux-2023', '2023.4', 'no-release', '2023.4'],
];

test('classifies the coverage of a version', () => {
  for (const [product, written, coverage, version] of EXPECTED) {
    const covered = coverageOf(catalogue, product, written);
    assert.deepEqual([covered.coverage, covered.version], [coverage, version], `${product} ${written}`);
  }
});

test('limits a partial version to releases of its range', () => {
  const { versions } = coverageOf(catalogue, 'aurora-mysql', '3.10');
  const onBranch = catalogue.releases.filter(
    ({ product, branch }) => product === 'aurora-mysql' && branch === '3.10',
  );
  assert.deepEqual(versions.toSorted(), onBranch.map(({ version }) => version).toSorted());
  assert.equal(versions[0], '3.10.0');
  const every = coverageOf(catalogue, 'aurora-mysql', '8.0').versions;
  assert.ok(every.includes('3.01.0') && every.includes('3.05.0.1'));
  assert.ok(every.every((version) => version.startsWith('3.')));
});

test('reads ranges as tools write them, and takes infrastructure code at its word', () => {
  const spanOf = (product: ProductId, written: string): string => {
    const { versions } = coverageOf(catalogue, product, written);
    return `${versions[0]} ${versions.at(-1)}`;
  };
  for (const product of ['aurora-postgresql', 'rds-postgresql', 'postgresql'] as const) {
    const all = coverageOf(catalogue, product, '16').versions;
    const from6 = all.slice(all.indexOf('16.6'));
    for (const written of ['16.x', '16.*', '>= 16, < 17'])
      assert.deepEqual(coverageOf(catalogue, product, written).versions, all, `${product} ${written}`);
    for (const written of ['~> 16.6', '>=16.6 <17', '^16.6'])
      assert.deepEqual(coverageOf(catalogue, product, written).versions, from6, `${product} ${written}`);
    const above = from6.concat(
      ...['17', '18'].map((major) => coverageOf(catalogue, product, major).versions),
    );
    assert.deepEqual(coverageOf(catalogue, product, '>= 16.6').versions, above, product);
    assert.equal(spanOf(product, '~> 16'), `${all[0]} ${above.at(-1)}`);
    assert.equal(engineCoverage(catalogue, product, '~> 16.6').coverage, 'no-release');
  }
  assert.equal(spanOf('rds-mysql', '~> 8.0'), spanOf('rds-mysql', '8.0'));
  assert.equal(spanOf('aurora-mysql', '~> 3.05.1'), '3.05.1 3.05.2');
});

test('includes an early patch in a range, and never takes a preview as the newest release', () => {
  for (const range of ['2', '2.12'])
    assert.ok(coverageOf(catalogue, 'aurora-mysql', range).versions.includes('2.12.0.1'), range);
  const preview = asPreview(catalogue, '18');
  for (const version of ['18.5', '19.1', 'latest'])
    assert.equal(coverageOf(preview, 'aurora-postgresql', version).newest, NEWEST_17, version);
  assert.equal(coverageOf(preview, 'aurora-postgresql', '18').coverage, 'not-covered');
});

test('does not advise a refresh for a day in the past', () => {
  const past = catalogueAsOf(catalogue, '2025-03-01');
  for (const [product, version] of [
    ['aurora-mysql', '3.10.4'],
    ['aurora-mysql', '3.04.5'],
    ['amazon-linux-2', '2.0.20270101.0'],
  ] as const) {
    for (const language of LANGUAGES) {
      const said = (known: typeof catalogue): string =>
        versionAnswer(known, product, version, '2025-03-01')
          .standing.map((each) => say(each, language))
          .join(' ');
      assert.doesNotMatch(said(past), /catalogue update|カタログを更新/, version);
      assert.match(said(past), /--as-of/, version);
    }
    assert.match(
      versionAnswer(catalogue, product, version === '3.10.4' ? '3.99.0' : version, TODAY)
        .standing.map((each) => say(each, 'en'))
        .join(' '),
      /errata-lens catalogue update/,
    );
  }
});

describe('a version without a count', () => {
  const uncounted = EXPECTED.filter(([, , coverage]) => coverage !== 'known' && coverage !== 'partial');

  test('has no count in any format, but a state and a next step', () => {
    for (const [product, written] of uncounted) {
      const answer = versionAnswer(catalogue, product, written, TODAY);
      assert.deepEqual(answer.matches, []);
      for (const language of LANGUAGES) {
        for (const shownText of [
          bugsText(answer, { language, paint: createPaint(false), limit: 10, width: null, verbose: false }),
          bugsMarkdown(answer, language),
        ]) {
          assert.doesNotMatch(shownText, /\d+ known bug|既知の不具合 \d+ 件/, `${written}: ${shownText}`);
          assert.ok(shownText.length > 40, `${written}: ${shownText}`);
        }
      }
      assertSchema('bugs.schema.json', JSON.parse(JSON.stringify(bugsJson(answer, 'en'))));
      assert.deepEqual(Reflect.get(bugsJson(answer, 'en'), 'bugs'), []);
      assert.equal(Reflect.get(bugsJson(answer, 'en'), 'coverage'), answer.covered.coverage);
    }
  });

  test('is described as newer than the catalogue, outside it, or no release', () => {
    const messageFor = (written: string): string => {
      const message = coverageMessage(catalogue, coverageOf(catalogue, 'aurora-mysql', written));
      return message === null ? '' : say(message, 'en');
    };
    assert.match(
      messageFor('3.15.0'),
      /3\.15\.0 is newer than the catalogue \(newest there: 3\.\d+\.\d+, .*catalogue update/,
    );
    assert.match(messageFor('1.22.2'), /1\.22\.2 is older than the catalogue/);
    assert.match(messageFor('9.9.9'), /“9\.9\.9” is not an Aurora MySQL release\..*e\.g\. /);
  });
});

test('lists each bug of a range once, with the affected releases', () => {
  const answer = versionAnswer(catalogue, 'aurora-mysql', '3.10', TODAY);
  assert.ok(answer.matches.length > 0);
  const ids = answer.matches.map(({ bug }) => bug.id);
  assert.equal(new Set(ids).size, ids.length);
  for (const { inVersions, bug, confidence } of answer.matches) {
    assert.ok(inVersions && inVersions.length > 0);
    for (const version of answer.covered.versions) {
      const alone = versionAnswer(catalogue, 'aurora-mysql', version, TODAY).matches;
      assert.equal(
        alone.some(
          (match) => match.bug.id === bug.id && (confidence === 'low' || match.confidence !== 'low'),
        ),
        inVersions.includes(version),
        `${bug.id} in ${version}`,
      );
    }
  }
  const json = bugsJson(answer, 'en') as { versions: string[]; bugs: { inVersions: string[] }[] };
  assertSchema('bugs.schema.json', JSON.parse(JSON.stringify(json)));
  assert.deepEqual(json.versions, answer.covered.versions);
  assert.deepEqual(json.bugs[0]?.inVersions, answer.matches[0]?.inVersions);
  assert.match(
    bugsText(answer, {
      language: 'en',
      paint: createPaint(false),
      limit: 10,
      width: null,
      verbose: false,
    }).slice(0, 200),
    /3\.10 is a range of \d+ releases \(3\.10\.0 to 3\.10\.\d\)/,
  );
});
