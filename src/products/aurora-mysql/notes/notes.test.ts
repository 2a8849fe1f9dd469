import assert from 'node:assert/strict';
import { test } from 'node:test';
import { auroraMysqlSource } from './index.ts';
import { twinUrl } from '../../pages/twin.ts';
import type { RawItem } from '../../source.ts';
import type { Labels } from '../../../model/index.ts';
import { PAGE } from '../../../../test/support/pages/aurora-page.ts';

const FIX: Labels = {
  kind: 'fix',
  impact: 'data',
  severity: 'critical',
  consequences: [],
  features: [],
  needs: [],
  traits: [],
  why: ['wrong'],
};
const item: RawItem = { section: 'Fixes', text: 'Wrong rows came.', cves: [], communityBugs: [] };

test('classifies bullets by the rules, and parts of a bullet never as bugs', () => {
  const asked: RawItem[] = [];
  const source = auroraMysqlSource((each) => {
    asked.push(each);
    return FIX;
  });
  assert.equal(source.classify(item), FIX);
  const part = source.classify({ ...item, isSubPoint: true });
  assert.deepEqual([part.kind, part.impact, part.severity], ['notice', null, null]);
  assert.deepEqual(asked, [item]);
});

test('states product, host and the address of the Markdown twin', () => {
  const source = auroraMysqlSource(() => FIX);
  assert.equal(source.product, 'aurora-mysql');
  assert.deepEqual(source.hosts, ['docs.aws.amazon.com']);
  assert.equal(twinUrl(`${PAGE}#x`), `${PAGE.replace('.html', '.md')}#x`);
});
