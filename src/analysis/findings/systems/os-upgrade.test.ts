import assert from 'node:assert/strict';
import { test } from 'node:test';
import { upgradeAnswer } from '../../index.ts';
import type { Advisory } from '../../../products/system/advisory.ts';
import { osBugs } from '../../../products/amazon-linux/notes/fixes/os-bugs.ts';
import { OS_SUPPORT } from '../../../products/amazon-linux/notes/support-dates.ts';
import { say } from '../../../l10n/index.ts';
import { type Catalogue, type Item, type ProductId } from '../../../model/index.ts';
import { productOf, readPin, type PinnedOs } from '../../../products/index.ts';
import { upgradeJson, upgradeMarkdown } from '../../../report/index.ts';
import { catalogueOf, itemOf } from '../../../../test/support/catalogue/catalogue.ts';
import { osReleaseOf, packageOf } from '../../../../test/support/catalogue/os-catalogue.ts';
import { osTargets } from '../../../../test/support/catalogue/os-targets.ts';

const pinName = (pinned: PinnedOs): string => productOf(pinned.product).system?.pinName(pinned) ?? '';

const TODAY = '2026-03-10';

function notice(topic: NonNullable<Item['topic']>): Item {
  return itemOf(`About ${topic}`, { kind: 'notice', impact: null, severity: null, topic });
}

/** Five releases two weeks apart: the third was recalled, the fourth changes the kernel, the last has a known issue. */
const AL2023 = [
  osReleaseOf('2023.9.20260105', [packageOf('tzdata', '2026a-1.amzn2023')]),
  osReleaseOf('2023.9.20260119', [packageOf('kernel', '6.1.2-1.amzn2023')]),
  osReleaseOf('2023.9.20260202', [packageOf('openssl', '3.2-1.amzn2023')], [notice('recalled')]),
  osReleaseOf('2023.10.20260216', [packageOf('openssl', '3.2-2.amzn2023')], [notice('default-kernel')]),
  osReleaseOf('2023.10.20260302', [packageOf('nginx', '1.9-1.amzn2023')], [notice('known-issue')]),
];
const AL2 = [
  osReleaseOf('2.0.20260202.0', []),
  osReleaseOf('2.0.20260302.1', [packageOf('kernel', '5.10.9-1.amzn2', ['CVE-2026-0001'])]),
];

function advisory(id: number, severity: Advisory['severity'], name: string, date: string): Advisory {
  const cves = [`CVE-2026-100${id}`];
  return {
    id: `ALAS2023-2026-${id}`,
    severity,
    package: name,
    cves,
    date,
    url: '',
    fixed: [],
    channel: null,
  };
}
const ADVISORIES = [
  advisory(1, 'high', 'kernel', '2026-01-12'),
  advisory(2, 'critical', 'openssl', '2026-01-28'),
  advisory(3, 'medium', 'nginx', '2026-02-25'),
];

function catalogue(advisories: readonly Advisory[] = ADVISORIES): Catalogue {
  const releases = [...AL2, ...AL2023];
  const bugs = [
    ...osBugs('amazon-linux-2', releases, []),
    ...osBugs('amazon-linux-2023', releases, advisories),
  ];
  return { ...catalogueOf(releases, bugs), asOf: '2026-03-05T00:00:00Z', support: OS_SUPPORT };
}

function targets(product: ProductId, written: string, known = catalogue()) {
  const pinned = readPin(product, written);
  assert.ok(pinned, written);
  return osTargets(known, pinned, TODAY);
}

test('recommends the nearest release without serious bugs, and the newest, but no recalled one', () => {
  const [nearest, newest, ...rest] = targets('amazon-linux-2023', '2023.9.20260105');
  assert.deepEqual(rest, []);
  assert.equal(nearest?.role, 'clears');
  assert.equal(
    nearest.version,
    '2023.10.20260216',
    'not 2023.9.20260202, which holds the fix but was recalled',
  );
  assert.deepEqual(
    nearest.clears.map(({ bug }) => bug.os?.advisory),
    ['ALAS2023-2026-2', 'ALAS2023-2026-1'],
  );
  assert.deepEqual(
    nearest.remains.map(({ bug }) => bug.os?.advisory),
    ['ALAS2023-2026-3'],
  );
  assert.equal(newest?.role, 'newest');
  assert.equal(newest.version, '2023.10.20260302');
  assert.equal(newest.clears.length, 3);
  assert.deepEqual([...newest.brings, ...newest.remains], []);
  assert.equal(newest.supportEnds, '2027-06-30');
});

test('states certainty by the assignment of fixes and by missing releases', () => {
  const [nearest] = targets('amazon-linux-2023', '2023.9.20260105');
  assert.deepEqual(nearest?.certainty, { byVersion: 0, byDate: 2, hasGaps: false });
  assert.match(
    say(nearest.reason, 'en'),
    /2 known fixes \(2 serious\) with 2 CVEs; all assigned by advisory date/,
  );
  assert.doesNotMatch(say(nearest.reason, 'en'), /lacks releases/);
  const gap = catalogue();
  const releases = gap.releases.filter(({ version }) => !/20260119|202602/.test(version));
  const [far] = targets('amazon-linux-2023', '2023.9.20260105', { ...gap, releases });
  assert.equal(far?.certainty?.hasGaps, true);
});

test('lists notices on the path once, and known issues of the target only', () => {
  const [nearest, newest] = targets('amazon-linux-2023', '2023.9.20260105');
  const hazardsOf = (target: typeof nearest) => target?.hazards.map((hazard) => say(hazard, 'en')) ?? [];
  assert.match(
    hazardsOf(nearest).join('\n'),
    /^The default kernel changes on the way: see the notes of 2023\.10\.20260216/,
  );
  assert.equal(hazardsOf(nearest).length, 1);
  assert.match(hazardsOf(newest)[0] ?? '', /^2023\.10\.20260302: its notes report known issues/);
});

test('names the newest release without a count if advisories are missing', () => {
  const [newest, ...rest] = targets('amazon-linux-2023', '2023.9.20260105', catalogue([]));
  assert.deepEqual(rest, []);
  assert.equal(newest?.role, 'newest');
  assert.match(
    say(newest.reason, 'en'),
    /\(2026-03-02\); the catalogue does not list its fixes \(updated: kernel, openssl\)\.$/,
  );
});

test('recommends only Amazon Linux 2023 for Amazon Linux 1', () => {
  const found = targets('amazon-linux-1', 'amzn-ami-hvm-2018.03.0.20181129-x86_64-gp2');
  assert.deepEqual(
    found.map(({ version, reachable }) => [version, reachable]),
    [['2023.10.20260302', 'no']],
  );
});

test('recommends the next generation for Amazon Linux 2, but no in-place upgrade', () => {
  const found = targets('amazon-linux-2', '2.0.20260202.0');
  assert.deepEqual(
    found.map(({ version, reachable }) => [version, reachable]),
    [
      ['2.0.20260302.1', 'in-place'],
      ['2023.10.20260302', 'no'],
    ],
  );
  assert.match(
    say(found[0]?.reason ?? { key: '', args: {} }, 'en'),
    /: 1 known fix with 1 CVE; all assigned by fixed version\.$/,
  );
  assert.match(
    say(found[1]?.reason ?? { key: '', args: {} }, 'en'),
    /a later generation than Amazon Linux 2\./,
  );
  assert.deepEqual(
    targets('amazon-linux-2', '2.0.20260302.1').map(({ version }) => version),
    ['2023.10.20260302'],
    'from the newest only the next generation is left',
  );
});

test('recommends an image with its own numbering by its day, also from its name', () => {
  const written = 'amazon-eks-node-1.30-v20260210';
  const pinned = readPin('amazon-linux-2', written);
  assert.ok(pinned?.byDate);
  assert.deepEqual(readPin('amazon-linux-2', pinName(pinned)), pinned);
  const [newest] = targets('amazon-linux-2', pinName(pinned));
  assert.match(
    say(newest?.way ?? { key: '', args: {} }, 'en'),
    /image of the same kind from 2026-03-02 or later/,
  );
  const al2023 = readPin('amazon-linux-2023', 'al2023@v20260210');
  assert.ok(al2023?.byDate);
  assert.deepEqual(readPin('amazon-linux-2023', pinName(al2023)), al2023);
});

test('recommends nothing for the newest release or one above the catalogue', () => {
  assert.deepEqual(targets('amazon-linux-2023', '2023.10.20260302'), []);
  assert.deepEqual(targets('amazon-linux-2023', '2023.11.20270101'), []);
});

test('states equal advice in JSON and Markdown, in both languages', () => {
  const answer = upgradeAnswer(catalogue(), 'amazon-linux-2023', '2023.9.20260105', { day: TODAY });
  const json = upgradeJson(answer, 'en') as {
    recommended: string;
    targets: { version: string; certainty: object; reachable: string }[];
  };
  const target = json.targets.find(({ version }) => version === json.recommended);
  assert.deepEqual(target?.certainty, { byVersion: 0, byDate: 2, hasGaps: false });
  for (const language of ['en', 'ja'] as const) {
    const page = upgradeMarkdown(answer, language);
    assert.match(page, /^# .*Amazon Linux 2023 2023\.9\.20260105/);
    assert.match(page, /## 2023\.10\.20260216/);
    assert.match(page, /CVE\\?-2026\\?-1002/);
  }
});

test('recommends the newest release of a supported generation after the soak time', () => {
  const advice = (soakDays: number) =>
    upgradeAnswer(catalogue(), 'amazon-linux-2023', '2023.9.20260105', { day: TODAY, soakDays }).advice;
  assert.equal(advice(0)?.recommended, '2023.10.20260302');
  const careful = advice(14);
  assert.equal(careful?.recommended, '2023.10.20260216');
  assert.match(careful.notes.map((note) => say(note, 'en')).join(), /2023\.10\.20260302 is only 8 days old/);
});

test('recommends the newest release until the end of support, and the next generation afterwards', () => {
  const answer = upgradeAnswer(catalogue(), 'amazon-linux-2', '2.0.20260202.0', { day: '2026-07-01' });
  const { advice } = answer;
  assert.deepEqual([advice?.recommended, advice?.interim], ['2023.10.20260302', '2.0.20260302.1']);
  assert.equal(advice?.sourceSupport?.status, 'ended');
  const rows = upgradeMarkdown(answer, 'en').split('\n');
  assert.match(rows.find((row) => row.startsWith('| 2.0.20260302.1 ')) ?? '', /\| ended 2026-06-30 \|/);
  assert.match(rows.find((row) => row.startsWith('| 2023.10.20260302 ')) ?? '', /\| 2027-06-30 \|/);
});

test('recommends to stay on the newest release of a supported generation', () => {
  const { advice } = upgradeAnswer(catalogue(), 'amazon-linux-2023', '2023.10.20260302', { day: TODAY });
  assert.deepEqual([advice?.recommended, advice?.targets], ['stay', []]);
});
