import assert from 'node:assert/strict';
import { test } from 'node:test';
import { versionAnswer } from '../../analysis/index.ts';
import { ReadableFolders } from '../readable-folders.ts';
import { isThisMyBug } from './is-this-my-bug.ts';
import { bugOf, catalogueOf } from '../../../test/support/catalogue/catalogue.ts';

test('compares a symptom with the known bugs of the version', async () => {
  const title = 'Connections are dropped before they are established';
  const catalogue = catalogueOf(
    [
      ['2.30.0', '2030-01-01'],
      ['2.30.1', '2030-02-01'],
      ['3.31.0', '2030-03-01'],
    ],
    [bugOf('own', ['2.30.1'], { title }), bugOf('other', ['3.31.0']), bugOf('later', ['3.31.0'])],
  );
  const { matches } = versionAnswer(catalogue, 'aurora-mysql', '2.30.0', '2030-06-01');
  assert.equal(matches.length, 3);
  const folders = new ReadableFolders([]);
  const context = {
    ...{ catalogue: () => Promise.resolve(catalogue), today: () => '2030-06-01', language: 'en', folders },
  };
  const tool = isThisMyBug(context as unknown as Parameters<typeof isThisMyBug>[0]);
  const asked = { product: 'aurora-mysql', version: '2.30.0', symptom: 'connections were dropped' };
  const { fits } = await tool.answer(asked);
  assert.deepEqual(
    fits.map(({ id }) => id),
    ['own'],
  );
});
