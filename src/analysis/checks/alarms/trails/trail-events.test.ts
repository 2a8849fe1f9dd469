import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Asset, CheckAnswer } from '../../../../model/index.ts';
import { apiAsset, rowOf } from '../../../../../test/support/checks/checklist.ts';

/** Answer for an account with one trail, as its API returns it. */
function answerOf(
  settings: Asset['settings'],
  unknownSettings: readonly string[] = [],
): [CheckAnswer, string | null] {
  const trail = apiAsset('trail', 'changes', { isLogging: true, ...settings }, { unknownSettings });
  const { answer, link } = rowOf({ assets: [trail], suppressions: [], problems: [] }, 'cloudtrail-rds-asg');
  return [answer, link];
}

describe('the trail of an account', () => {
  it('records changes where it selects nothing of its own', () => {
    assert.deepEqual(answerOf({}), ['pass', null]);
  });

  it('does not record changes of a service that its selectors leave out', () => {
    assert.deepEqual(
      answerOf({ eventSelectors: [{ readWriteType: 'ReadOnly', includeManagementEvents: true }] }),
      ['fail', 'events'],
    );
    const notScaling = { field: 'eventSource', notEquals: ['autoscaling.amazonaws.com'] };
    const management = { field: 'eventCategory', equals: ['Management'] };
    assert.deepEqual(answerOf({ advancedEventSelectors: [{ fieldSelectors: [management, notScaling] }] }), [
      'fail',
      'events',
    ]);
  });

  it('records changes that two of its selectors have together', () => {
    const of = (source: string): Asset['settings'] => ({
      fieldSelectors: [
        { field: 'eventCategory', equals: ['Management'] },
        { field: 'eventSource', equals: [source] },
      ],
    });
    const both = ['rds.amazonaws.com', 'autoscaling.amazonaws.com'].map(of);
    assert.deepEqual(answerOf({ advancedEventSelectors: both }), ['pass', null]);
  });

  it('is unknown where the account does not let its selectors be read, or they ask for more than is known', () => {
    assert.deepEqual(answerOf({}, ['eventSelectors', 'advancedEventSelectors']), ['unknown', 'events']);
    const names = { field: 'eventName', equals: ['ModifyDBCluster'] };
    const management = { field: 'eventCategory', equals: ['Management'] };
    assert.deepEqual(answerOf({ advancedEventSelectors: [{ fieldSelectors: [management, names] }] }), [
      'unknown',
      'events',
    ]);
  });
});
