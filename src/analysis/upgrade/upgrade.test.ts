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

/** Urgent wherever it is. */
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

/** `2.12.6 → 3.10.5`, `stay`, or null: the steps of the advice. */
function stepsOf({ advice }: UpgradeAdvice): string | null {
  if (advice === null) return null;
  const steps = [advice.now, advice.destination].flatMap((step) => step?.version ?? []);
  return advice.stay ? 'stay' : steps.join(' → ');
}

describe('whether to move, and where to', () => {
  test('a major version out of standard support is left by its best release', () => {
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

  test('the time of a step: urgent fixes, the next price, the next maintenance', () => {
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

  test('the release with the most urgent fixes, for every minor version out of support', () => {
    for (const from of ['3.01.0', '3.04.0']) assert.equal(stepsOf(advise(from)), '3.10.5', from);
    const old = catalogueWith([bugOf('urgent', ['3.12.0'], URGENT)]);
    assert.equal(stepsOf(advise('3.01.0', {}, old)), '3.12.0');
    assert.equal(stepsOf(advise('3.01.0', { prefer: 'lts' }, old)), '3.10.5');
  });

  test('a long-term version that has left its support goes to a later one', () => {
    const known = catalogueWith([bugOf('urgent', ['3.12.0'], URGENT)]);
    assert.equal(stepsOf(advise('3.04.6', {}, known)), '3.10.5');
  });

  test('long-term support with half a year left is kept, and the best other release is named', () => {
    const advice = advise('3.04.0', { day: '2026-04-15' });
    assert.equal(stepsOf(advice), '3.04.6');
    assert.equal(
      english(advice.reason),
      '3.04.6 fixes 1 of 1 urgent known bug. 3.04 is a long-term support version, in standard support until 2026-10-31. Of other minor versions, 3.12.0 fixes 1 of 1 urgent known bug. 3.12 is in standard support until 2027-02-17.',
    );
    assert.equal(stepsOf(advise('3.04.6', { day: '2026-04-15' })), 'stay');
    assert.equal(stepsOf(advise('3.04.6', { day: '2026-08-20' })), '3.10.5');
  });

  test('there is no way down: a newer minor version than long-term support goes up', () => {
    const advice = advise('3.11.1');
    assert.equal(stepsOf(advice), '3.12.0');
    assert.equal(
      english(advice.reason),
      'Standard support of 3.11 ended 2026-11-13. 3.12.0 is the newest patch of its minor version. 3.12 is in standard support until 2027-02-17.',
    );
  });

  test('no young major version while the present one is supported', () => {
    assert.equal(stepsOf(advise('3.12.0')), 'stay');
  });

  test('the next major version once nothing of the present one is supported', () => {
    const { advice } = advise('3.12.0', { day: '2027-03-01' });
    assert.equal(advice?.destination?.version, '8.4.7');
    assert.equal(advice.destination.when, 'next-maintenance');
  });

  test('nothing is advised where nothing in the catalogue is supported', () => {
    const advice = advise('8.4.7', { day: '2028-01-01' });
    assert.equal(advice.advice, null);
    assert.match(english(advice.reason), /errata-lens catalogue update/);
  });

  test('the end of life has a way out, though it is out of support as well', () => {
    assert.equal(stepsOf(advise('3.12.0', { day: '2033-01-01' })), '8.4.7');
  });

  test('a release younger than the soak time waits, and is named', () => {
    const day = '2026-08-05';
    const advice = advise('3.10.0', { day });
    assert.equal(stepsOf(advice), 'stay');
    assert.match(
      english(advice.reason),
      /^Wait before upgrading to 3\.10\.5: it is younger than the soak time of 14 days\./,
    );
    assert.equal(stepsOf(advise('3.10.0', { day, soakDays: 5 })), '3.10.5');
  });

  test('a patch that waits behind an older one is named, too', () => {
    const newer = releaseOf('3.10.6', '2026-11-20', { upgradeFrom: ['2'], lts: true });
    const reasonOn = (day: string) => english(advise('3.10.0', { day }, catalogueWith(BUGS, [newer])).reason);
    assert.match(reasonOn(DAY), /Wait before upgrading to 3\.10\.6/);
    assert.doesNotMatch(reasonOn('2026-12-24'), /soak time/);
  });

  test('a release that the calendar does not list is no candidate, and is named', () => {
    const newer = releaseOf('3.14.0', '2026-09-27', { upgradeFrom: ['2'] });
    const advice = advise('3.10.0', {}, catalogueWith(BUGS, [newer]));
    assert.equal(stepsOf(advice), '3.10.5');
    assert.match(advice.notes.map(english).join(' '), /3\.14\.0 is newer, but the release calendar/);
  });

  test('what an account is offered counts before the calendar', () => {
    const offers = {
      targetsOf: (version: string) => (version === '3.10.0' ? ['3.12.0'] : null),
      isOffered: (version: string) => version === '3.12.0',
    };
    assert.equal(stepsOf(advise('3.01.0', { offers })), '3.12.0');
  });
});

describe('what a target changes', () => {
  test('the newest patch of the same minor version fixes what is fixed there, and no more', () => {
    const patch = targetOf(advise('2.11.1'), '2.11.6');
    assert.equal(patch.role, 'same-branch');
    assert.deepEqual([ids(patch.clears), ids(patch.remains)], [['patch'], ['minor']]);
  });

  test('what another line is not known to contain is not fixed there', () => {
    const lts = targetOf(advise('2.11.1'), '3.10.5');
    assert.equal(lts.role, 'lts');
    assert.deepEqual([ids(lts.clears), ids(lts.remains)], [[], []]);
    assert.deepEqual(ids(lts.undetermined).sort(), ['minor', 'patch']);
  });

  test('from a newer patch of a long-term line to a newer minor version names what it newly brings in', () => {
    const known = catalogueWith([bugOf('new', ['3.10.5']), bugOf('old', ['8.4.7'])]);
    const there = targetOf(advise('3.10.5', {}, known), '3.12.0');
    assert.deepEqual([ids(there.brings), ids(there.remains)], [['new'], ['old']]);
  });

  test('a bug in upgrading belongs to the advice that leads there, and to no version that has its fix', () => {
    const bug = bugOf('precheck', ['3.10.5'], { bounds: { upgradeOnly: true } });
    const advice = advise('2.11.1', {}, catalogueWith([...BUGS, bug]));
    assert.ok(ids(targetOf(advice, '8.4.7').brings).includes('precheck'));
    assert.ok(!ids(targetOf(advice, '3.10.5').brings).includes('precheck'));
  });

  test('what is out of support says so', () => {
    const { more } = targetOf(advise('3.04.0'), '3.04.6');
    assert.deepEqual(more?.caveats.map(english), ['Aurora MySQL 3.04: standard support ended 2026-10-31.']);
  });
});

describe('the way there', () => {
  test('in place over a major version only from a release that is supported on that day', () => {
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

  test('Extended Support counts as supported; a withdrawn release goes by one that is', () => {
    assert.equal(targetOf(advise('2.11.1'), '3.10.5').more?.steps[1]?.reachable, 'in-place');
    assert.deepEqual(targetOf(advise('2.07.10'), '3.10.5').path, ['2.12.6', '3.10.5']);
  });

  test('unknown where the notes name no way', () => {
    const releases = [releaseOf('3.10.5', '2026-07-30'), releaseOf('8.4.7', '2026-05-21')];
    const known = { ...catalogueOf(releases), support: SUPPORT };
    const target = targetOf(advise('3.10.5', {}, known), '8.4.7');
    assert.equal(target.reachable, 'unknown');
    assert.match(english(target.way), /describe-db-engine-versions/);
  });

  test('an account is surer than the notes', () => {
    const offers = {
      targetsOf: (version: string) => (version === '3.10.5' ? ['3.12.0'] : null),
      isOffered: () => false,
    };
    const advice = advise('3.10.5', { offers });
    assert.equal(targetOf(advice, '3.12.0').reachable, 'in-place');
    assert.equal(targetOf(advice, '8.4.7').path.join(), '3.12.0,8.4.7');
    assert.deepEqual(advice.creatable, { answer: false, source: 'account' });
  });

  test('a major version is never skipped, and each demand has its page', () => {
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

  test('a blue/green deployment needs the binary log', () => {
    const [first] = targetOf(advise('2.11.1'), '3.10.5').more?.blueGreen ?? [];
    assert.equal(first?.id, 'blueGreen.binlog');
    assert.match(first.url, /blue-green-deployments-creating\.html$/);
  });

  test('each claim of the user guide has its page and the day or month on which it was read', () => {
    const { demands = [], blueGreen = [] } = targetOf(advise('2.11.1'), '3.10.5').more ?? {};
    const claims = [...demands, ...blueGreen].filter(({ url }) => !url.includes('ReleaseNotes'));
    assert.ok(claims.length > 10);
    for (const { id, readOn } of claims) assert.match(readOn ?? '', /^20\d\d-\d\d(?:-\d\d)?$/, id);
  });
});

describe('the version itself', () => {
  test('its support, whether it can be created, and how Extended Support is billed', () => {
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

describe('on an earlier day', () => {
  test('what has left the calendar since is not called unsupported then', () => {
    const known = { ...catalogueWith(), calendarReadOn: '2026-11-20' };
    const then = advise('2.07.10', { day: '2023-09-01' }, known);
    assert.equal(then.sourceSupport, null);
    assert.notEqual(then.recommended, null);
    assert.equal(advise('2.07.10', {}, known).sourceSupport?.status, 'ended');
    assert.equal(advise('2.07.10', { day: '2025-01-01' }, known).sourceSupport?.status, 'ended');
  });
});

describe('a version as it is written', () => {
  const answer = (written: string) => upgradeAnswer(catalogueWith(), 'aurora-mysql', written, { day: DAY });

  // The end of support is known for a version that is older than the catalogue.
  for (const [written, coverage, sentences] of [
    ['3.15.0', 'newer', 1],
    ['2.99.1', 'newer', 1],
    ['8.4.99', 'newer', 1],
    ['1.22.2', 'not-covered', 2],
    ['9.9.9', 'no-release', 1],
  ] as const) {
    test(`${written}: no target, no count, and what to do next`, () => {
      const { covered, advice, standing } = answer(written);
      assert.equal(covered.coverage, coverage);
      assert.equal(advice, null);
      assert.equal(standing.length, sentences);
    });
  }

  test('a range whose ends are led to different releases is compared, and has no advice', () => {
    const { covered, counted, advice } = answer('8.0');
    assert.equal(covered.coverage, 'partial');
    assert.deepEqual(counted, ['3.10.0', '3.10.5', '3.12.0']);
    assert.deepEqual(covered.versions, coverageOf(catalogueWith(), 'aurora-mysql', '8.0').versions);
    assert.ok(advice);
    assert.equal(advice.advice, null);
    assert.match(
      english(advice.reason),
      /^“8\.0” can be 3\.01\.0 to 3\.12\.0, for which the advice differs\./,
    );
    assert.match(
      english(advice.notes[0] ?? { key: '', args: {} }),
      /^“8\.0” is a range of \d+ releases .*\. New clusters can use 3 of them \(3\.10\.0 to 3\.12\.0\)/,
    );
    assert.deepEqual(ids(targetOf(advice, '3.10.5').clears), ['line3']);
  });

  test('a range within a minor version, a major version in Extended Support, and one of a single release', () => {
    assert.equal(answer('3.10').advice?.recommended, '3.10.5');
    const old = answer('5.7').advice;
    assert.deepEqual([old?.recommended, old?.interim], ['3.10.5', '2.12.6']);
    assert.equal(answer('8.4').advice?.recommended, 'stay');
  });
});

test('an early patch that is called a beta is upgraded as its neighbours are', () => {
  assert.equal(advise('2.12.0.1').recommended, advise('2.12.0').recommended);
});

describe('what a target is said to fix', () => {
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

  test('a bug that the team recorded is fixed nowhere until somebody says so', () => {
    const open = targetFor(own());
    assert.ok(!ids(open.clears).includes('own'));
    assert.ok(ids(open.undetermined).includes('own'));
    assert.ok(!ids(open.remains).includes('own'));
    const fixed = targetFor(own(['>=3.10.0']));
    assert.ok(ids(fixed.clears).includes('own'));
    const count = (catalogue: Catalogue) => advise('2.11.1', {}, catalogue).advice?.now?.fixes?.urgent;
    assert.equal(count(own()), count(catalogueWith()));
  });

  test('each bug is labelled with the fix on the way to the target', () => {
    const known = catalogueWith([
      bugOf('later', ['2.12.6', '3.11.1'], URGENT),
      bugOf('there', ['2.12.1', '3.04.0'], URGENT),
    ]);
    const { clears, remains, undetermined } = targetFor(known);
    const fixes = [...clears, ...remains, ...undetermined].map(({ bug, nearestFix }) => [bug.id, nearestFix]);
    assert.deepEqual(Object.fromEntries(fixes), { later: '3.11.1', there: '3.04.0' });
  });
});
