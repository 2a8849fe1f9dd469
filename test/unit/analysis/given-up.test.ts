import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { checklistOf, findingsOf, findingSteps, suppressionProblems } from '../../../src/analysis/index.ts';
import { createSuppressor } from '../../../src/analysis/suppress/suppress.ts';
import { MOST_COMPARED } from '../../../src/analysis/suppress/resource-pattern.ts';
import { EMPTY_CONFIG, readConfig } from '../../../src/config/index.ts';
import { say } from '../../../src/l10n/index.ts';
import { bugOf, catalogueOf } from '../../support/catalogue.ts';
import { clusterNamed } from '../../support/multiply.ts';
import { scanFiles } from '../../support/workspace.ts';

const TODAY = '2026-12-01';
const CATALOGUE = catalogueOf(
  [
    ['3.04.0', '2025-01-01'],
    ['3.04.1', '2026-01-01'],
  ],
  [bugOf('0123456789', ['3.04.1'])],
);

describe('judging that takes too long is given up', () => {
  test('what was found stands, and a finding says how many assets were not judged', async (t) => {
    const inventory = await scanFiles(t, {
      'main.tf': ['a', 'b', 'c'].map((name) => clusterNamed(name)).join(''),
    });
    const findings = findingsOf(CATALOGUE, inventory, { today: TODAY, budget: -1 });
    assert.deepEqual(
      findings.map(({ ruleId, message }) => `${ruleId}: ${say(message, 'en')}`),
      [
        'unknown-version: Judging took too long and was given up at aws_rds_cluster.a: nothing is known about it and 2 more resources. Scan fewer folders at once.',
      ],
    );
    const all = findingsOf(CATALOGUE, inventory, { today: TODAY });
    assert.equal(all.filter(({ ruleId }) => ruleId === 'known-bugs').length, 3);
  });

  test('others have their turn after each asset', async (t) => {
    const inventory = await scanFiles(t, {
      'main.tf': ['a', 'b', 'c'].map((name) => clusterNamed(name)).join(''),
    });
    assert.ok([...findingSteps(CATALOGUE, inventory, { today: TODAY })].length >= 3);
  });
});

test('a checklist of too many answers stops with a sentence', async (t) => {
  const inventory = await scanFiles(t, {
    'main.tf': ['a', 'b', 'c'].map((name) => clusterNamed(name)).join(''),
  });
  const whole = checklistOf(CATALOGUE, inventory, EMPTY_CONFIG, { today: TODAY });
  assert.deepEqual([whole.isWhole, whole.problems.length, whole.overview.clusters.length], [true, 0, 3]);
  const most = (whole.rows.length / 3) * 2;
  const cut = checklistOf(CATALOGUE, inventory, EMPTY_CONFIG, { today: TODAY, most });
  assert.deepEqual([cut.isWhole, cut.rows.length, cut.overview.clusters.length], [false, most, 2]);
  assert.equal(
    cut.rows.some(({ assetId }) => assetId.endsWith('.c')),
    false,
  );
  assert.deepEqual(
    cut.problems.map(({ text }) => say(text, 'en')),
    [
      `The checklist stops after ${most} answers: 1 resource from aws_rds_cluster.c on is not checked. Check one folder at a time.`,
    ],
  );
});

describe('requests to leave out are bounded in number', () => {
  test('entries with * over the bound have no effect, and are named', async (t) => {
    const inventory = await scanFiles(t, { 'main.tf': clusterNamed('a') });
    const entries = (count: number): string =>
      Array.from(
        { length: count },
        (_, nth) => `  - { rule: known-bugs, resource: "*.b${nth}", reason: r }\n`,
      ).join('');
    const last = '  - { rule: known-bugs, resource: "*.a", reason: r }\n';
    const of = (count: number) => {
      const { config } = readConfig(`ignore:\n${entries(count)}${last}`, '.errata-lens.yaml');
      const [asset] = inventory.assets;
      assert.ok(asset);
      const suppressor = createSuppressor([], config.ignore, TODAY);
      return { by: suppressor.finding('known-bugs', asset.location, [asset]), problems: suppressor.problems };
    };
    assert.equal(of(MOST_COMPARED - 1).by?.reason, 'r');
    const over = of(MOST_COMPARED + 1);
    assert.equal(over.by, null);
    assert.deepEqual(
      over.problems.map(({ text }) => say(text, 'en')),
      [
        `Line ${MOST_COMPARED + 2}: more than ${MOST_COMPARED} entries with * or with versions. From this one on they have no effect (2): name resources without *, or leave entries out.`,
      ],
    );
  });

  test('a hundred mistakes are named, and the others counted', async (t) => {
    const comments = Array.from(
      { length: 150 },
      (_, nth) => `# errata-lens:ignore-file bug${nth} -- r\n`,
    ).join('');
    const inventory = await scanFiles(t, { 'main.tf': comments + clusterNamed('a') });
    const problems = suppressionProblems(inventory, { today: TODAY }, true);
    assert.equal(problems.length, 101);
    const last = problems.at(-1);
    assert.ok(last);
    assert.equal(
      say(last.text, 'en'),
      '50 more suppressions with a mistake: correct those that are named first.',
    );
  });
});
