import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { scanWorkspace } from '../../../src/inventory/index.ts';
import { nameOfCollectTask } from '../../../src/inventory/scan/given-up.ts';
import { maxCreatedResources, maxModuleDepth } from '../../../src/values/index.ts';
import {
  clusterNamed,
  fanOfModules,
  ringOfModules,
  ringOfStacks,
  ringsTogether,
} from '../../support/hostile/multiply.ts';
import { temporaryFolder } from '../../support/workspace.ts';
import type { TestContext } from 'node:test';

/** A valid file beside every input, which every scan has to find. */
const GOOD = { 'good/main.tf': clusterNamed('good', '"5.7.mysql_aurora.2.11.1"') };

async function scanned(t: TestContext, files: Readonly<Record<string, string>>) {
  const { assets, problems } = await scanWorkspace([temporaryFolder(t, { ...files, ...GOOD })]);
  assert.ok(assets.some(({ name, version }) => name === 'aws_rds_cluster.good' && version === '2.11.1'));
  return { assets: assets.slice(), problems: problems.map(({ source, text }) => `${source} ${text.key}`) };
}

describe('the output of one folder or template is bounded', () => {
  for (const members of [2, 6, 16]) {
    test(`reads and reports a ring of ${members} modules once`, async (t) => {
      const { assets, problems } = await scanned(t, ringOfModules(members));
      // Each cluster, each call that writes a version, and the good one.
      assert.ok(assets.length <= members + members ** 2 + 1, String(assets.length));
      for (let nth = 0; nth < members; nth++) {
        const isFound = assets.some(
          ({ location }) => 'file' in location && location.file === `m${nth}/main.tf`,
        );
        assert.ok(isFound, `m${nth}`);
      }
      assert.deepEqual(problems, ['m0/main.tf problem.cycle']);
    });
  }

  test('reads only the called member of a ring for a folder outside of it', async (t) => {
    const { assets, problems } = await scanned(t, {
      ...ringOfModules(3),
      'main.tf': 'module "db" {\n  source = "./m1"\n}\n',
    });
    assert.deepEqual(
      assets.flatMap(({ name }) => (name.startsWith('module.db') ? [name] : [])),
      ['module.db.aws_rds_cluster.own'],
    );
    assert.deepEqual(problems, ['m0/main.tf problem.cycle']);
  });

  test('reads rings of modules, templates and their deployments once each', async (t) => {
    const { assets, problems } = await scanned(t, ringsTogether(6));
    for (let nth = 0; nth < 6; nth++)
      for (const file of [`m${nth}/main.tf`, `t${nth}.yaml`])
        assert.ok(
          assets.some(({ location }) => 'file' in location && location.file === file),
          file,
        );
    assert.deepEqual(problems, ['m0/main.tf problem.cycle', 't0.yaml problem.cycle']);
  });

  test('reports a long ring of modules once', async (t) => {
    const files = Object.fromEntries(
      Array.from({ length: 40 }, (_, nth) => [
        `m${10 + nth}/main.tf`,
        `${clusterNamed('own')}module "next" {\n  source = "../m${10 + ((nth + 1) % 40)}"\n}\n`,
      ]),
    );
    const { assets, problems } = await scanned(t, files);
    assert.equal(assets.length, 41);
    assert.deepEqual(problems, ['m49/main.tf problem.cycle']);
  });

  test('reads and reports a ring of stacks once', async (t) => {
    for (const [members, stacks] of [
      [2, 200],
      [12, 12],
    ] as const) {
      const { assets, problems } = await scanned(t, ringOfStacks(members, stacks));
      assert.equal(assets.length, members + 1);
      assert.deepEqual(problems, ['t0.yaml problem.cycle']);
    }
  });

  test('nests the other templates of a ring, and templates outside of it, in the first one', async (t) => {
    const [template = ''] = Object.values(ringOfStacks(1, 0));
    const nests = (...targets: string[]): string =>
      template +
      targets
        .map(
          (target) =>
            `  To${target}: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: ${target}.yaml } }\n`,
        )
        .join('');
    const { assets, problems } = await scanned(t, {
      'b.yaml': nests('c', 'leaf'),
      'c.yaml': nests('b', 'leaf'),
      'leaf.yaml': template,
    });
    assert.deepEqual(assets.flatMap(({ id }) => (id.startsWith('good/') ? [] : id)).sort(), [
      'b.yaml#Db',
      'b.yaml#Toc.Db',
      'b.yaml#Toc.Toleaf.Db',
      'b.yaml#Toleaf.Db',
    ]);
    assert.deepEqual(problems, ['c.yaml problem.cycle']);
  });

  test('follows a limited number of paths without a ring, and reports the rest in one problem', async (t) => {
    const { assets, problems } = await scanned(t, fanOfModules(14));
    // The first creates 2 ** 13 modules, the third 2 ** 11: only their own calls are followed.
    assert.equal(assets.length, 14 + 1);
    assert.deepEqual(
      problems,
      ['m0', 'm1', 'm2'].map((folder) => `${folder} problem.madeTooMuch`),
    );
  });

  test('follows modules to a limited depth, and reports the rest in one problem', async (t) => {
    const files = Object.fromEntries(
      Array.from({ length: maxModuleDepth + 2 }, (_, nth) => [
        `m${100 + nth}/main.tf`,
        `${clusterNamed('own')}module "next" {\n  source = "../m${101 + nth}"\n}\n`,
      ]),
    );
    const { assets, problems } = await scanned(t, files);
    const depths = assets.map(({ name }) => name.split('module.next.').length - 1);
    assert.equal(Math.max(...depths), maxModuleDepth);
    assert.deepEqual(problems, ['m100 problem.madeTooMuch']);
  });

  test('nests a limited number of stacks', async (t) => {
    const nested = (count: number, to: string): string =>
      Array.from(
        { length: count },
        (_, nth) =>
          `  S${nth}: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: ${to}.yaml } }\n`,
      ).join('');
    const [template = ''] = Object.values(ringOfStacks(1, 0));
    const { assets, problems } = await scanned(t, {
      'a.yaml': template + nested(40, 'b'),
      'b.yaml': template + nested(40, 'c'),
      'c.yaml': template,
    });
    // Only the own stacks of the first template are read; those of the second are nested by itself.
    assert.equal(assets.length, 1 + 40 + 40 + 1);
    assert.deepEqual(problems, ['a.yaml problem.madeTooMuch']);
  });

  test('creates a limited number of resources', async (t) => {
    const many = Array.from({ length: 300 }, (_, nth) => clusterNamed(`c${nth}`)).join('');
    const calls = Array.from({ length: 100 }, (_, nth) => `module "m${nth}" {\n  source = "./m"\n}\n`).join(
      '',
    );
    const { assets, problems } = await scanned(t, { 'm/main.tf': many, 'main.tf': calls });
    assert.ok(
      assets.length >= maxCreatedResources && assets.length <= maxCreatedResources + 500,
      String(assets.length),
    );
    assert.deepEqual(problems, ['. problem.madeTooMuch']);
  });
});

describe('complete reading of realistic code', () => {
  test('reads a module that is called 200 times and calls three others', async (t) => {
    const inner = ['a', 'b', 'c'].map((name) => `module "${name}" {\n  source = "../${name}"\n}\n`).join('');
    const { assets, problems } = await scanned(t, {
      ...Object.fromEntries(['a', 'b', 'c'].map((name) => [`${name}/main.tf`, clusterNamed(name)])),
      'm/main.tf': inner,
      'main.tf': Array.from({ length: 200 }, (_, nth) => `module "m${nth}" {\n  source = "./m"\n}\n`).join(
        '',
      ),
    });
    assert.equal(assets.length, 601);
    assert.deepEqual(problems, []);
  });

  test('reads 300 clusters with for_each, and 2,000 in one file', async (t) => {
    const keys = Array.from({ length: 300 }, (_, nth) => `"k${nth}"`).join(', ');
    const { assets, problems } = await scanned(t, {
      'each/main.tf': clusterNamed('each').replace('{\n', `{\n  for_each = toset([${keys}])\n`),
      'main.tf': Array.from({ length: 2000 }, (_, nth) => clusterNamed(`c${nth}`)).join(''),
    });
    const each = assets.filter(({ name }) => name.startsWith('aws_rds_cluster.each'));
    assert.equal(
      each.reduce((sum, { count }) => sum + count, 0),
      300,
    );
    assert.equal(assets.length - each.length, 2001);
    assert.deepEqual(problems, []);
  });
});

test('keeps every unit separate after joining was given up, and reports that', async (t) => {
  const root = temporaryFolder(t, {
    'm/main.tf': clusterNamed('own'),
    'main.tf': 'module "m" {\n  source = "./m"\n}\n',
    ...GOOD,
  });
  const { assets } = await scanWorkspace([root]);
  const given = await scanWorkspace([root], { givenUp: new Map([[nameOfCollectTask(root), 'time']]) });
  assert.deepEqual([assets.length, given.assets.length], [2, 3]);
  assert.deepEqual(
    given.problems.map(({ text }) => text.key),
    ['problem.notPutTogether'],
  );
});
