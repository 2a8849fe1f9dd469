import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { checklistOf, findingsOf, findingSteps, suppressionProblems } from '../../../src/analysis/index.ts';
import { createSuppressor } from '../../../src/analysis/suppress/suppress.ts';
import { MAX_COMPARED_ENTRIES } from '../../../src/analysis/suppress/resource-pattern.ts';
import { EMPTY_CONFIG, readConfig } from '../../../src/config/index.ts';
import { say } from '../../../src/l10n/index.ts';
import { isGivenUp, NO_CLUES, type Asset, type WorkspaceClues } from '../../../src/model/index.ts';
import { bugOf, catalogueOf } from '../../support/catalogue/catalogue.ts';
import { clusterNamed } from '../../support/hostile/multiply.ts';
import { scanFiles } from '../../support/workspace.ts';

/** Milliseconds of CPU time for everything, of which the slow part may take a third. */
const BUDGET = 600;
const TODAY = '2026-12-01';
const CATALOGUE = catalogueOf(
  [
    ['3.04.0', '2025-01-01'],
    ['3.04.1', '2026-01-01'],
  ],
  [bugOf('0123456789', ['3.04.1'])],
);

function clustersAndGroup(clusters: readonly string[], group?: string): Record<string, string> {
  const more =
    group === undefined
      ? ''
      : `resource "aws_autoscaling_group" "${group}" {\n  max_size = 2\n  health_check_type = "ELB"\n}\n`;
  return { 'main.tf': clusters.map((name) => clusterNamed(name)).join('') + more };
}

/** Input with one slow property, like a rule that loops over it. */
function slowToTell<T extends object>(input: T, name: keyof T, wait: () => void): T {
  const value = input[name];
  return Object.defineProperty({ ...input }, name, {
    enumerable: true,
    get: () => {
      wait();
      return value;
    },
  });
}

function slowNamed(ending: string, name: keyof Asset, wait: () => void): (asset: Asset) => Asset {
  return (asset) => (asset.name.endsWith(ending) ? slowToTell(asset, name, wait) : asset);
}

function hang(): never {
  for (;;);
}

/** Longer than a turn of work. */
function dawdle(): void {
  const end = performance.now() + 40;
  while (performance.now() < end);
}

describe('a judgement that takes too long', () => {
  test('keeps earlier findings, and reports the number of assets without a judgement', async (t) => {
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

  test('loses only the findings of the asset whose rule hangs', async (t) => {
    const { assets, ...rest } = await scanFiles(t, clustersAndGroup(['a', 'hangs', 'c']));
    const inventory = { ...rest, assets: assets.map(slowNamed('.hangs', 'unknownSettings', hang)) };
    const findings = findingsOf(CATALOGUE, inventory, { today: TODAY, budget: BUDGET });
    const assetsWith = (rule: string): string[] =>
      findings.flatMap(({ ruleId, assetId }) => (ruleId === rule ? (assetId.split('#')[1] ?? '') : []));
    assert.deepEqual(assetsWith('known-bugs'), ['aws_rds_cluster.a', 'aws_rds_cluster.c']);
    assert.deepEqual(assetsWith('unknown-version'), ['aws_rds_cluster.hangs']);
  });

  test('loses only the Auto Scaling group that hangs the search for loops', async (t) => {
    const { assets, ...rest } = await scanFiles(t, clustersAndGroup(['a'], 'hangs'));
    const inventory = { ...rest, assets: assets.map(slowNamed('.hangs', 'links', hang)) };
    const findings = findingsOf(CATALOGUE, inventory, { today: TODAY, budget: BUDGET });
    assert.deepEqual(
      findings.map(({ ruleId }) => ruleId),
      ['known-bugs', 'unknown-version'],
    );
  });

  test('yields to other work between assets', async (t) => {
    const { assets, ...rest } = await scanFiles(t, clustersAndGroup(['a', 'slow', 'c']));
    const inventory = { ...rest, assets: assets.map(slowNamed('.slow', 'unknownSettings', dawdle)) };
    assert.ok([...findingSteps(CATALOGUE, inventory, { today: TODAY })].length >= 2);
  });
});

describe('a checklist that takes too long', () => {
  test('leaves a hanging check unknown, and answers the others', async (t) => {
    const inventory = await scanFiles(t, clustersAndGroup(['a'], 'g'));
    const clues = slowToTell<WorkspaceClues>(NO_CLUES, 'runbooks', hang);
    const { rows, problems } = checklistOf(CATALOGUE, inventory, EMPTY_CONFIG, {
      today: TODAY,
      clues,
      budget: BUDGET,
    });
    const given = rows.filter(({ evidence }) => say(evidence, 'en').includes('took too long'));
    assert.deepEqual(
      given.map(({ id, answer }) => [id, answer]),
      [['asg-emergency-brake-documented', 'unknown']],
    );
    assert.match(problems.map(({ text }) => say(text, 'en')).join(), /1 of \d+ answers were given up/);
  });

  test('leaves all remaining checks unknown after its budget', async (t) => {
    const inventory = await scanFiles(t, clustersAndGroup(['a']));
    const { rows, problems } = checklistOf(CATALOGUE, inventory, EMPTY_CONFIG, { today: TODAY, budget: -1 });
    assert.ok(rows.length > 20 && rows.every(({ answer }) => answer === 'unknown'));
    assert.ok(problems.some(({ text }) => isGivenUp(text)));
  });
});

test('a checklist stops with a message after too many answers', async (t) => {
  const inventory = await scanFiles(t, {
    'main.tf': ['a', 'b', 'c'].map((name) => clusterNamed(name)).join(''),
  });
  const whole = checklistOf(CATALOGUE, inventory, EMPTY_CONFIG, { today: TODAY });
  assert.deepEqual([whole.problems.length, whole.overview.clusters.length], [0, 3]);
  const most = (whole.rows.length / 3) * 2;
  const cut = checklistOf(CATALOGUE, inventory, EMPTY_CONFIG, { today: TODAY, most });
  assert.deepEqual(
    [cut.problems.map(({ text }) => isGivenUp(text)), cut.rows.length, cut.overview.clusters.length],
    [[true], most, 2],
  );
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

describe('wildcard suppressions and acceptances are limited', () => {
  test('reports suppressions with * above the limit, which have no effect', async (t) => {
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
    assert.equal(of(MAX_COMPARED_ENTRIES - 1).by?.reason, 'r');
    const over = of(MAX_COMPARED_ENTRIES + 1);
    assert.equal(over.by, null);
    assert.deepEqual(
      over.problems.map(({ text }) => say(text, 'en')),
      [
        `Line ${MAX_COMPARED_ENTRIES + 2}: more than ${MAX_COMPARED_ENTRIES} entries with * or with versions. From this one on they have no effect (2): name resources without *, or leave entries out.`,
      ],
    );
  });

  test('reports acceptances with * above the limit, which have no effect', async (t) => {
    const inventory = await scanFiles(t, { 'main.tf': clusterNamed('a') });
    const entry = (resource: string): string =>
      `  - { check: aurora-log-export-error, resource: "${resource}", reason: r, date: 2026-11-01 }\n`;
    const of = (count: number) => {
      const others = Array.from({ length: count }, (_, nth) => entry(`*.b${nth}`)).join('');
      const { config } = readConfig(`accepted:\n${others}${entry('*.a')}`, '.errata-lens.yaml');
      const { rows, problems } = checklistOf(CATALOGUE, inventory, config, { today: TODAY });
      const row = rows.find(({ id }) => id === 'aurora-log-export-error');
      return { accepted: row?.accepted?.reason, sentences: problems.map(({ text }) => say(text, 'en')) };
    };
    assert.deepEqual(of(MAX_COMPARED_ENTRIES - 1), { accepted: 'r', sentences: [] });
    const over = of(MAX_COMPARED_ENTRIES);
    assert.equal(over.accepted, undefined);
    assert.match(over.sentences.join(), /more than 500 entries with \*/);
  });

  test('names a hundred mistakes, and counts the others', async (t) => {
    const comments = Array.from(
      { length: 150 },
      (_, nth) => `# errata-lens:ignore-file bug${nth} -- r\n`,
    ).join('');
    const inventory = await scanFiles(t, { 'main.tf': comments + clusterNamed('a') });
    const problems = await suppressionProblems(inventory, { today: TODAY }, true);
    assert.equal(problems.length, 101);
    const last = problems.at(-1);
    assert.ok(last);
    assert.equal(
      say(last.text, 'en'),
      '50 more suppressions with a mistake: correct those that are named first.',
    );
  });
});
