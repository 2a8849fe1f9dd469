import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  coverageOf,
  upgradeAdvice,
  upgradeAnswer,
  type UpgradeAdvice,
  type UpgradeOptions,
  type UpgradeTarget,
} from '../index.ts';
import { say } from '../../l10n/index.ts';
import type { Catalogue, Text } from '../../model/index.ts';
import { bugOf, catalogueOf, releaseOf, supportOf } from '../../../test/support/catalogue/catalogue.ts';

const DAY = '2026-11-24';

const RELEASES = [
  releaseOf('2.07.10', '2023-08-15', { upgradeFrom: ['2'], status: ['deprecated'] }),
  releaseOf('2.11.1', '2023-02-14', { upgradeFrom: ['2'] }),
  releaseOf('2.11.6', '2024-07-19', { upgradeFrom: ['2'] }),
  releaseOf('2.12.0', '2023-07-25', { upgradeFrom: ['2'] }),
  releaseOf('2.12.0.1', '2023-10-25', { upgradeFrom: ['2'], status: ['beta'] }),
  releaseOf('2.12.1', '2023-12-28', { upgradeFrom: ['2'] }),
  releaseOf('2.12.6', '2026-03-09', { upgradeFrom: ['2'] }),
  releaseOf('3.01.0', '2021-11-18', { comparedTo: '2.10.0', status: ['deprecated'] }),
  releaseOf('3.04.0', '2023-07-31', { upgradeFrom: ['2'], lts: true }),
  releaseOf('3.04.6', '2026-01-02', { upgradeFrom: ['2'], lts: true }),
  releaseOf('3.10.0', '2025-07-31', { upgradeFrom: ['2'], lts: true }),
  releaseOf('3.10.5', '2026-07-30', { upgradeFrom: ['2'], lts: true }),
  releaseOf('3.11.1', '2025-12-16', { upgradeFrom: ['2'] }),
  releaseOf('3.12.0', '2026-02-17', { upgradeFrom: ['2'] }),
  releaseOf('8.4.7', '2026-05-21', { comparedTo: '3.12.0', upgradeFrom: ['3'] }),
];

const SUPPORT = [
  supportOf('2', {
    standardEnds: '2024-10-31',
    extendedStarts: '2024-12-01',
    extendedYear3Starts: '2026-12-01',
    extendedEnds: '2029-06-30',
  }),
  supportOf('3', { standardEnds: '2028-04-30' }),
  supportOf('8.4', { standardEnds: '2032-04-30' }),
  supportOf('2.11', { standardEnds: '2024-10-31', extendedOffered: true }),
  supportOf('2.12', { standardEnds: '2024-10-31', extendedOffered: true }),
  supportOf('3.04', { standardEnds: '2026-10-31', lts: true }),
  supportOf('3.10', { standardEnds: '2028-04-30', lts: true }),
  supportOf('3.11', { standardEnds: '2026-11-13' }),
  supportOf('3.12', { standardEnds: '2027-02-17' }),
  supportOf('8.4.7', { standardEnds: '2027-11-30' }),
];

/** Bug that is urgent in every version. */
const URGENT = { impact: 'data', severity: 'critical' } as const;

const BUGS = [
  bugOf('patch', ['2.11.6', '2.12.6'], URGENT),
  bugOf('minor', ['2.12.1'], URGENT),
  bugOf('line3', ['3.04.6', '3.10.5'], URGENT),
];

function catalogueWith(bugs: Catalogue['bugs'] = BUGS, more: Catalogue['releases'] = []): Catalogue {
  return { ...catalogueOf([...RELEASES, ...more], bugs), support: SUPPORT };
}

function advise(from: string, options: Partial<UpgradeOptions> = {}, known = catalogueWith()): UpgradeAdvice {
  return upgradeAdvice(known, 'aurora-mysql', from, { day: DAY, ...options });
}

function targetOf({ targets }: UpgradeAdvice, version: string): UpgradeTarget {
  const found = targets.find((target) => target.version === version);
  assert.ok(found, version);
  return found;
}

const ids = (matches: UpgradeTarget['clears']): string[] => matches.map(({ bug }) => bug.id);
const english = (sentence: Text): string => say(sentence, 'en');

/** Steps of the advice: `2.12.6 → 3.10.5`, `stay`, or null. */
function stepsOf({ advice }: UpgradeAdvice): string | null {
  if (advice === null) return null;
  const steps = [advice.now, advice.destination].flatMap((step) => step?.version ?? []);
  return advice.stay ? 'stay' : steps.join(' → ');
}

describe('upgrade advice', () => {
  test('leaves a major version out of standard support for its best release', () => {
    const { advice, recommended, interim, targets } = advise('2.11.1');
    assert.deepEqual(advice?.destination?.path, ['2.12.6', '3.10.5']);
    assert.deepEqual([recommended, interim], ['3.10.5', '2.12.6']);
    assert.deepEqual(
      targets.slice(0, 2).map(({ version, path }) => [version, path]),
      [
        ['3.10.5', ['2.12.6', '3.10.5']],
        ['2.12.6', ['2.12.6']],
      ],
    );
    assert.equal(
      english(advice.reason),
      'Standard support of version 2 ended 2024-10-31. 3.10 is a long-term support version, in standard support until 2028-04-30.',
    );
    assert.equal(
      english(advice.now?.reason ?? { key: '', args: {} }),
      'Standard support of 2.11 ended 2024-10-31. 2.12.6 fixes 2 of 2 urgent known bugs. 2.12 is in paid Extended Support until 2029-06-30.',
    );
    assert.equal(stepsOf(advise('2.12.6')), '3.10.5');
  });

  test('states the time of a step: urgent fixes, the next price, or the next maintenance', () => {
    const { now, destination } = advise('2.11.1').advice ?? {};
    assert.deepEqual([now?.when, now?.before], ['urgent', null]);
    assert.deepEqual([destination?.when, destination?.before], ['before', '2026-12-01']);
    const later = advise('2.11.1', { day: '2026-12-01' }).advice?.destination;
    assert.deepEqual([later?.when, later?.before], ['before', '2029-06-30']);
    const quiet = advise('3.10.0', {}, catalogueWith([])).advice?.now;
    assert.deepEqual([quiet?.version, quiet?.when], ['3.10.5', 'next-maintenance']);
    const over = advise('2.11.1', { day: '2029-07-01' }).advice?.destination;
    assert.equal(over?.when, 'urgent');
  });

  test('takes the release with most urgent fixes for a minor version out of support', () => {
    for (const from of ['3.01.0', '3.04.0']) assert.equal(stepsOf(advise(from)), '3.10.5', from);
    const old = catalogueWith([bugOf('urgent', ['3.12.0'], URGENT)]);
    assert.equal(stepsOf(advise('3.01.0', {}, old)), '3.12.0');
    assert.equal(stepsOf(advise('3.01.0', { prefer: 'lts' }, old)), '3.10.5');
  });

  test('moves an ended long-term version to a later one', () => {
    const known = catalogueWith([bugOf('urgent', ['3.12.0'], URGENT)]);
    assert.equal(stepsOf(advise('3.04.6', {}, known)), '3.10.5');
  });

  test('keeps long-term support with half a year left, and names the best alternative', () => {
    const advice = advise('3.04.0', { day: '2026-04-15' });
    assert.equal(stepsOf(advice), '3.04.6');
    assert.equal(
      english(advice.reason),
      '3.04.6 fixes 1 of 1 urgent known bug. 3.04 is a long-term support version, in standard support until 2026-10-31. Of other minor versions, 3.12.0 fixes 1 of 1 urgent known bug. 3.12 is in standard support until 2027-02-17.',
    );
    assert.equal(stepsOf(advise('3.04.6', { day: '2026-04-15' })), 'stay');
    assert.equal(stepsOf(advise('3.04.6', { day: '2026-08-20' })), '3.10.5');
  });

  test('never downgrades a newer minor version to long-term support', () => {
    const advice = advise('3.11.1');
    assert.equal(stepsOf(advice), '3.12.0');
    assert.equal(
      english(advice.reason),
      'Standard support of 3.11 ended 2026-11-13. No known bug of this version is listed as fixed in 3.12.0. 3.12 is in standard support until 2027-02-17.',
    );
  });

  test('does not take a young major version while the present one is supported', () => {
    assert.equal(stepsOf(advise('3.12.0')), 'stay');
  });

  test('takes the next major version after the end of the present one', () => {
    const { advice } = advise('3.12.0', { day: '2027-03-01' });
    assert.equal(advice?.destination?.version, '8.4.7');
    assert.equal(advice.destination.when, 'next-maintenance');
  });

  test('advises nothing if no release of the catalogue is supported', () => {
    const advice = advise('8.4.7', { day: '2028-01-01' });
    assert.equal(advice.advice, null);
    assert.match(english(advice.reason), /errata-lens catalogue update/);
  });

  test('leaves a version at the end of life even for an unsupported release', () => {
    assert.equal(stepsOf(advise('3.12.0', { day: '2033-01-01' })), '8.4.7');
  });

  test('waits for the soak time of a release, and names it', () => {
    const day = '2026-08-05';
    const advice = advise('3.10.0', { day });
    assert.equal(stepsOf(advice), 'stay');
    assert.match(
      english(advice.reason),
      /^Wait before upgrading to 3\.10\.5: it is younger than the soak time of 14 days\./,
    );
    assert.equal(stepsOf(advise('3.10.0', { day, soakDays: 5 })), '3.10.5');
  });

  test('names a newer patch that waits behind an older one', () => {
    const newer = releaseOf('3.10.6', '2026-11-20', { upgradeFrom: ['2'], lts: true });
    const reasonOn = (day: string) => english(advise('3.10.0', { day }, catalogueWith(BUGS, [newer])).reason);
    assert.match(reasonOn(DAY), /Wait before upgrading to 3\.10\.6/);
    assert.doesNotMatch(reasonOn('2026-12-24'), /soak time/);
  });

  test('excludes a release outside the calendar, and names it', () => {
    const newer = releaseOf('3.14.0', '2026-09-27', { upgradeFrom: ['2'] });
    const advice = advise('3.10.0', {}, catalogueWith(BUGS, [newer]));
    assert.equal(stepsOf(advice), '3.10.5');
    assert.match(advice.notes.map(english).join(' '), /3\.14\.0 is newer, but the release calendar/);
  });

  test('calls no release the newest beside a newer one, however young, outside the calendar', () => {
    const newer = releaseOf('3.14.0', DAY, { upgradeFrom: ['2'] });
    const advice = advise('3.12.0', {}, catalogueWith(BUGS, [newer]));
    assert.match(
      english(advice.reason),
      /^No newer release of version 3 is known to be offered and supported\./,
    );
    assert.deepEqual(advice.notes.map(english), [
      '3.14.0 is newer, but the release calendar does not list it: its support is unknown.',
    ]);
    assert.match(
      english(advise('3.12.0').reason),
      /^It is the newest release of version 3 in the catalogue\./,
    );
  });

  test("prefers an account's upgrade targets to the calendar", () => {
    const offers = {
      targetsOf: (version: string) => (version === '3.10.0' ? ['3.12.0'] : null),
      isOffered: (version: string) => version === '3.12.0',
    };
    assert.equal(stepsOf(advise('3.01.0', { offers })), '3.12.0');
  });
});

describe('effect of an upgrade target', () => {
  test('includes only fixes of the minor version for its newest patch', () => {
    const patch = targetOf(advise('2.11.1'), '2.11.6');
    assert.equal(patch.role, 'same-branch');
    assert.deepEqual([ids(patch.clears), ids(patch.remains)], [['patch'], ['minor']]);
  });

  test('leaves fixes of another line undetermined', () => {
    const lts = targetOf(advise('2.11.1'), '3.10.5');
    assert.equal(lts.role, 'lts');
    assert.deepEqual([ids(lts.clears), ids(lts.remains)], [[], []]);
    assert.deepEqual(ids(lts.undetermined).sort(), ['minor', 'patch']);
  });

  test('includes new bugs of a newer minor version', () => {
    const known = catalogueWith([bugOf('new', ['3.10.5']), bugOf('old', ['8.4.7'])]);
    const there = targetOf(advise('3.10.5', {}, known), '3.12.0');
    assert.deepEqual([ids(there.brings), ids(there.remains)], [['new'], ['old']]);
  });

  test('includes bugs of the upgrade itself unless the target has their fix', () => {
    const bug = bugOf('precheck', ['3.10.5'], { bounds: { upgradeOnly: true } });
    const advice = advise('2.11.1', {}, catalogueWith([...BUGS, bug]));
    assert.ok(ids(targetOf(advice, '8.4.7').brings).includes('precheck'));
    assert.ok(!ids(targetOf(advice, '3.10.5').brings).includes('precheck'));
  });

  test('states a target out of support', () => {
    const { more } = targetOf(advise('3.04.0'), '3.04.6');
    assert.deepEqual(more?.caveats.map(english), ['Aurora MySQL 3.04: standard support ended 2026-10-31.']);
  });
});

describe('upgrade path', () => {
  test('crosses a major version in place only from a release supported on that day', () => {
    const before = targetOf(advise('3.04.6', { day: '2026-10-01' }), '8.4.7');
    assert.deepEqual([before.path, before.reachable], [['8.4.7'], 'in-place']);
    const after = targetOf(advise('3.04.6'), '8.4.7');
    assert.deepEqual([after.path, after.reachable], [['3.10.5', '8.4.7'], 'in-place']);
    assert.deepEqual(
      after.more?.steps.map(({ why }) => english(why)),
      [
        'Within version 3, a minor version upgrade can go to any higher release.',
        'The notes of 8.4.7 offer this upgrade to supported clusters of version 3.',
      ],
    );
  });

  test('accepts Extended Support, and leaves a withdrawn release through a supported one', () => {
    assert.equal(targetOf(advise('2.11.1'), '3.10.5').more?.steps[1]?.reachable, 'in-place');
    assert.deepEqual(targetOf(advise('2.07.10'), '3.10.5').path, ['2.12.6', '3.10.5']);
  });

  test('is unknown if the notes name none', () => {
    const releases = [releaseOf('3.10.5', '2026-07-30'), releaseOf('8.4.7', '2026-05-21')];
    const known = { ...catalogueOf(releases), support: SUPPORT };
    const target = targetOf(advise('3.10.5', {}, known), '8.4.7');
    assert.equal(target.reachable, 'unknown');
    assert.match(english(target.way), /describe-db-engine-versions/);
  });

  test("prefers an account's answer to the notes", () => {
    const offers = {
      targetsOf: (version: string) => (version === '3.10.5' ? ['3.12.0'] : null),
      isOffered: () => false,
    };
    const advice = advise('3.10.5', { offers });
    assert.equal(targetOf(advice, '3.12.0').reachable, 'in-place');
    assert.equal(targetOf(advice, '8.4.7').path.join(), '3.12.0,8.4.7');
    assert.deepEqual(advice.creatable, { answer: false, source: 'account' });
  });

  test('skips no major version, and links each requirement to its page', () => {
    const target = targetOf(advise('2.11.1'), '8.4.7');
    assert.deepEqual(target.path, ['3.10.5', '8.4.7']);
    const demands = target.more?.demands ?? [];
    for (const id of ['3.collations', '3.reserved-words', '3.prechecks', '3.instance-classes']) {
      assert.ok(
        demands.some((demand) => demand.id === id),
        id,
      );
    }
    for (const id of ['3.temporary-tables', '84.tls', '84.authentication', 'family']) {
      assert.ok(
        demands.some((demand) => demand.id === id),
        id,
      );
    }
    assert.ok(demands.every(({ url }) => URL.canParse(url)));
    assert.deepEqual(targetOf(advise('3.04.0'), '3.10.5').more?.demands, []);
  });

  test('requires the binary log for a blue/green deployment', () => {
    const [first] = targetOf(advise('2.11.1'), '3.10.5').more?.blueGreen ?? [];
    assert.equal(first?.id, 'blueGreen.binlog');
    assert.match(first.url, /blue-green-deployments-creating\.html$/);
  });

  test('links each claim of the user guide to its page and reading date', () => {
    const { demands = [], blueGreen = [] } = targetOf(advise('2.11.1'), '3.10.5').more ?? {};
    const claims = [...demands, ...blueGreen].filter(({ url }) => !url.includes('ReleaseNotes'));
    assert.ok(claims.length > 10);
    for (const { id, readOn } of claims) assert.match(readOn ?? '', /^20\d\d-\d\d(?:-\d\d)?$/, id);
  });
});

describe('the present version', () => {
  test('has support, availability and the price of Extended Support', () => {
    const { sourceSupport, creatable, cost } = advise('2.11.1');
    assert.equal(sourceSupport?.status, 'extended');
    assert.deepEqual(creatable, { answer: true, source: 'calendar' });
    assert.match(
      english(cost?.text ?? { key: '', args: {} }),
      /vCPUs of all instances × hours × the price.*starts 2026-12-01\.$/,
    );
    assert.match(cost?.url ?? '', /extended-support-charges\.html$/);
    const late = advise('2.11.1', { day: '2026-12-01' }).cost?.text;
    assert.match(english(late ?? { key: '', args: {} }), /The year-3 price applies\.$/);
    assert.equal(advise('3.10.5').cost, null);
    assert.equal(advise('2.07.10').creatable.answer, false);
    assert.equal(advise('3.04.0').sourceSupport?.status, 'ended');
  });
});

describe('advice for an earlier day', () => {
  test('does not call a version unsupported that left the calendar later', () => {
    const known = { ...catalogueWith(), calendarReadOn: '2026-11-20' };
    const then = advise('2.07.10', { day: '2023-09-01' }, known);
    assert.equal(then.sourceSupport, null);
    assert.notEqual(then.recommended, null);
    assert.equal(advise('2.07.10', {}, known).sourceSupport?.status, 'ended');
    assert.equal(advise('2.07.10', { day: '2025-01-01' }, known).sourceSupport?.status, 'ended');
  });
});

describe('a version as the user writes it', () => {
  const answer = (written: string) => upgradeAnswer(catalogueWith(), 'aurora-mysql', written, { day: DAY });

  // A version older than the catalogue has a known end of support.
  for (const [written, coverage, sentences] of [
    ['3.15.0', 'newer', 1],
    ['2.99.1', 'newer', 1],
    ['8.4.99', 'newer', 1],
    ['1.22.2', 'not-covered', 2],
    ['9.9.9', 'no-release', 1],
  ] as const) {
    test(`has a next step, but no target and no count for ${written}`, () => {
      const { covered, advice, standing } = answer(written);
      assert.equal(covered.coverage, coverage);
      assert.equal(advice, null);
      assert.equal(standing.length, sentences);
    });
  }

  test('compares the releases of a range, without advice if they differ in it', () => {
    const { covered, counted, advice } = answer('8.0');
    assert.equal(covered.coverage, 'partial');
    assert.deepEqual(counted, ['3.10.0', '3.10.5', '3.12.0']);
    assert.deepEqual(covered.versions, coverageOf(catalogueWith(), 'aurora-mysql', '8.0').versions);
    assert.ok(advice);
    assert.equal(advice.advice, null);
    assert.match(
      english(advice.reason),
      /^“8\.0” can be 3\.10\.0 to 3\.12\.0, for which the advice differs\./,
    );
    assert.match(
      english(advice.notes[0] ?? { key: '', args: {} }),
      /^“8\.0” is a range of \d+ releases .*\. New clusters can use 3 of them \(3\.10\.0 to 3\.12\.0\)/,
    );
    assert.deepEqual(ids(targetOf(advice, '3.10.5').clears), ['line3']);
  });

  test('counts in the reason of a range what its table counts', () => {
    const later = bugOf('later', ['3.12.1'], { ...URGENT, bounds: { introducedIn: '3.12.0' } });
    const bugs = [...BUGS, bugOf('earlier', ['3.12.0'], URGENT), later];
    const known = catalogueWith(bugs, [releaseOf('3.12.1', '2026-06-01')]);
    const { advice, counted } = upgradeAnswer(known, 'aurora-mysql', '3', { day: DAY });
    assert.ok(advice);
    assert.deepEqual(counted, ['3.10.0', '3.10.5', '3.12.0', '3.12.1']);
    const { version, fixes } = advice.advice?.now ?? {};
    const { clears, remains, undetermined } = targetOf(advice, version ?? '');
    assert.deepEqual([clears, remains, undetermined].map(ids), [['line3', 'later', 'earlier'], [], []]);
    assert.deepEqual(fixes, { urgent: 3, all: 3, of: { urgent: 3, all: 3 } });
  });

  test('holds a range to no long-term minor version of only some of its releases', () => {
    const known = catalogueWith([bugOf('held', ['3.12.0'], URGENT)]);
    const adviceFor = (written: string) =>
      upgradeAnswer(known, 'aurora-mysql', written, { day: DAY }).advice?.recommended;
    assert.deepEqual([adviceFor('3'), adviceFor('3.10')], ['3.12.0', '3.10.5']);
  });

  test('gives a range the common advice of its releases', () => {
    assert.equal(answer('3.10').advice?.recommended, '3.10.5');
    const old = answer('5.7').advice;
    assert.deepEqual([old?.recommended, old?.interim], ['3.10.5', '2.12.6']);
    assert.equal(answer('8.4').advice?.recommended, 'stay');
  });
});

test('treats an early patch called beta like its neighbours', () => {
  assert.equal(advise('2.12.0.1').recommended, advise('2.12.0').recommended);
});

describe('fixes of an upgrade target', () => {
  const own = (fixedIn?: string[]): Catalogue =>
    catalogueWith([
      ...BUGS,
      bugOf('own', [], {
        ...URGENT,
        origin: 'team',
        ...(fixedIn && { fixedIn }),
        bounds: { names: ['2.11.x'] },
      }),
    ]);
  const targetFor = (known: Catalogue): UpgradeTarget => targetOf(advise('2.11.1', {}, known), '3.10.5');

  test("exclude a team's own bug without a stated fix", () => {
    const open = targetFor(own());
    assert.ok(!ids(open.clears).includes('own'));
    assert.ok(ids(open.undetermined).includes('own'));
    assert.ok(!ids(open.remains).includes('own'));
    const fixed = targetFor(own(['>=3.10.0']));
    assert.ok(ids(fixed.clears).includes('own'));
    const count = (catalogue: Catalogue) => advise('2.11.1', {}, catalogue).advice?.now?.fixes?.urgent;
    assert.equal(count(own()), count(catalogueWith()));
  });

  test('are labelled with the nearest fix on the path', () => {
    const known = catalogueWith([
      bugOf('later', ['2.12.6', '3.11.1'], URGENT),
      bugOf('there', ['2.12.1', '3.04.0'], URGENT),
    ]);
    const { clears, remains, undetermined } = targetFor(known);
    const fixes = [...clears, ...remains, ...undetermined].map(({ bug, nearestFix }) => [bug.id, nearestFix]);
    assert.deepEqual(Object.fromEntries(fixes), { later: '3.11.1', there: '3.04.0' });
  });
});
