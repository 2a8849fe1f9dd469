import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { CHECKS } from '../../../src/analysis/index.ts';
import { scanAccount, type AccountInventory } from '../../../src/inventory/index.ts';
import { LANGUAGES, say } from '../../../src/l10n/index.ts';
import { CHECK_ANSWERS, type CheckRow } from '../../../src/model/index.ts';
import { STAND_IN_RULES } from '../../support/accounts/aws-answers.ts';
import { startAwsProxy, type AwsProxy } from '../../support/accounts/aws-proxy.ts';
import { rowsOf } from '../../support/checks/checklist.ts';
import { EMPTY_ACCOUNT, signIn, writeProfiles } from '../../support/accounts/fleet.ts';
import { ANSWERS, impossibleAnswerReason, type Place } from '../../support/checks/live/answers.ts';
import { createSituations, SITUATIONS, type SituationName } from '../../support/checks/live/situations.ts';
import { setEnvironment } from '../../support/environment.ts';
import { moto, needsMoto } from '../../support/accounts/moto.ts';

interface Scanned {
  inventory: AccountInventory;
  rows: readonly CheckRow[];
}

describe('the checklist of a scanned account', { skip: needsMoto }, () => {
  let proxy: AwsProxy;
  let restore: () => void;
  let folder: string;
  const scanned = new Map<SituationName, Scanned>();

  before(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'errata-lens-checks-'));
    proxy = await startAwsProxy(await moto());
    restore = setEnvironment({
      AWS_PROFILE: undefined,
      AWS_REGION: undefined,
      AWS_DEFAULT_REGION: undefined,
      ...writeProfiles(folder, proxy.url, [EMPTY_ACCOUNT]),
    });
    await createSituations(await signIn(await moto(), EMPTY_ACCOUNT));
    for (const [name, { options, rules }] of Object.entries(SITUATIONS)) {
      proxy.reset(...rules, ...STAND_IN_RULES);
      const inventory = await scanAccount(options);
      scanned.set(name as SituationName, { inventory, rows: rowsOf(inventory) });
    }
  });
  after(async () => {
    await proxy.stop();
    rmSync(folder, { recursive: true, force: true });
    restore();
  });

  function rowAt(id: string, [situation, name]: Place): CheckRow {
    const { inventory, rows } = scanned.get(situation) ?? assert.fail(situation);
    const named = new Set(inventory.assets.filter((asset) => asset.name === name).map((asset) => asset.id));
    return rows.find((row) => row.id === id && named.has(row.assetId)) ?? assert.fail(`no ${name}`);
  }

  test('is of a named standalone instance or Multi-AZ cluster only, and a missing name is a problem', async () => {
    proxy.reset(...STAND_IN_RULES);
    const databases = ['growing', 'three', 'nobody'];
    const { assets, problems } = await scanAccount({ ...SITUATIONS.rds.options, databases });
    const found = assets.filter(({ kind }) => kind === 'database').map(({ name }) => name);
    assert.deepEqual(found.sort(), ['growing', 'three']);
    assert.ok(problems.some((problem) => say(problem.text, 'en').includes('is called nobody')));
    assert.ok(!problems.some((problem) => say(problem.text, 'en').includes('growing')));
  });

  for (const [id, places] of Object.entries(ANSWERS)) {
    for (const answer of CHECK_ANSWERS) {
      const place = places[answer];
      if (place === undefined) continue;
      test(`${id}: ${answer} of ${place[1]}, ${place[0]}`, () => {
        const row = rowAt(id, place);
        assert.equal(row.answer, answer, say(row.evidence, 'en'));
        for (const language of LANGUAGES) assert.notEqual(say(row.evidence, language), '');
        assert.doesNotMatch(say(row.evidence, 'en'), /declared here|deployed/, 'it runs already');
      });
    }
  }

  test('every check has a scan for each of its answers, or a reason for none', () => {
    const open: string[] = [];
    const needless: string[] = [];
    for (const { id } of CHECKS) {
      for (const answer of CHECK_ANSWERS) {
        const isMet = ANSWERS[id]?.[answer] !== undefined;
        const reason = impossibleAnswerReason(id, answer);
        if (!isMet && reason === null) open.push(`${id}: ${answer}`);
        if (isMet && reason !== null) needless.push(`${id}: ${answer}`);
      }
    }
    assert.deepEqual(open, []);
    assert.deepEqual(needless, [], 'what a scan leads to is possible');
    assert.deepEqual(
      Object.keys(ANSWERS).filter((id) => !CHECKS.some((check) => check.id === id)),
      [],
    );
  });

  test('refused calls fail no check of a correct resource', () => {
    for (const situation of ['sound', 'refused', 'blind'] as const) {
      const { rows = [] } = scanned.get(situation) ?? {};
      assert.ok(rows.length > 30, situation);
      const failed = rows.filter(({ answer }) => answer === 'fail');
      assert.deepEqual(
        failed.map((row) => `${row.id}: ${say(row.evidence, 'en')}`),
        [],
        situation,
      );
    }
  });

  test('reports refused calls of a scan as not readable', () => {
    const { inventory } = scanned.get('refused') ?? assert.fail();
    const sentences = inventory.problems.map((problem) => say(problem.text, 'en'));
    for (const operation of [
      'rds:DescribeDBClusterParameters',
      'cloudwatch:DescribeAlarms',
      'events:ListRules',
    ])
      assert.ok(
        sentences.some((each) => each.startsWith(`not readable: ${operation}`)),
        operation,
      );
  });
});
