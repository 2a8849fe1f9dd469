import assert from 'node:assert/strict';
import test from 'node:test';
import { bugsOfVersion, coverageOf, upgradeAnswer } from '../../analysis/index.ts';
import { auroraMysql } from './index.ts';
import { registerLine } from './lines.ts';
import { engineOfFamily, lineOfFamily } from '../index.ts';
import { bullets, parseHtml } from '../../../test/support/pages/aurora-page.ts';
import { bugOf, catalogueOf, releaseOf } from '../../../test/support/catalogue/catalogue.ts';
import { scanFiles } from '../../../test/support/workspace.ts';

const NINE = {
  ...{ name: '9.7', mysql: '9.7', family: 'aurora-mysql9.7', isPadded: false, index: '97' },
  continues: '8.4',
};

test('a new line of Aurora MySQL', async (t) => {
  const { versions, engine } = auroraMysql;
  assert.equal(versions.read('9.7.1').form, 'unknown');
  t.after(registerLine(NINE));

  await t.test('has versions in every spelling', () => {
    for (const written of ['9.7.1', '9.7.mysql_aurora.9.7.1', 'VER_9_7_1'])
      assert.deepEqual(versions.read(written), { form: 'release', version: '9.7.1' }, written);
    assert.deepEqual(versions.read('9.7'), { form: 'partial', prefix: '9.7' });
    assert.deepEqual([versions.line('9.7.1'), versions.branch('9.7.1')], ['9.7', '9.7']);
    assert.equal(engine?.apiVersion('9.7.1'), '9.7.mysql_aurora.9.7.1');
    assert.equal(engine.family('9.7.1'), 'aurora-mysql9.7');
    assert.equal(engineOfFamily('aurora-mysql9.7')?.id, 'aurora-mysql');
    assert.deepEqual(lineOfFamily('aurora-mysql9.7'), { product: 'aurora-mysql', version: '9.7' });
  });

  await t.test('has a release from its page, and bugs for a pin of an older one', () => {
    const page = parseHtml(
      `<h2>Improvements</h2>${bullets('Fixed an issue that can cause the writer to restart.')}`,
      'Aurora MySQL 9.7.2, May 6, 2031',
    );
    assert.deepEqual(
      page.releases.map(({ version, line, branch }) => [version, line, branch]),
      [['9.7.2', '9.7', '9.7']],
    );
    const catalogue = catalogueOf(
      [releaseOf('8.4.9', '2030-01-01'), releaseOf('9.7.1', '2031-01-01'), releaseOf('9.7.2', '2031-05-06')],
      [bugOf('b', ['9.7.2'])],
    );
    assert.equal(coverageOf(catalogue, 'aurora-mysql', '9.7.1').coverage, 'known');
    assert.deepEqual(
      bugsOfVersion(catalogue, 'aurora-mysql', '9.7.1').map(({ fixedIn }) => fixedIn),
      [['9.7.2']],
    );
    const answer = upgradeAnswer(catalogue, 'aurora-mysql', '8.4.9', { day: '2031-06-01' });
    assert.ok(answer.advice?.targets.some(({ version }) => version === '9.7.2'));
  });

  await t.test('has pins in code', async () => {
    const { assets } = await scanFiles(t, {
      'main.tf':
        'resource "aws_rds_cluster" "a" {\n  engine = "aurora-mysql"\n  engine_version = "9.7.mysql_aurora.9.7.1"\n}\n',
    });
    assert.deepEqual(
      assets.map(({ product, version }) => [product, version]),
      [['aurora-mysql', '9.7.1']],
    );
  });
});
