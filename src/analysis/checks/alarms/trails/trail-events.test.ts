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
  it('records changes without selectors', () => {
    assert.deepEqual(answerOf({}), ['pass', null]);
  });

  it('misses changes of a service that its selectors exclude', () => {
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

  it('records changes that two selectors cover together', () => {
    const of = (source: string): Asset['settings'] => ({
      fieldSelectors: [
        { field: 'eventCategory', equals: ['Management'] },
        { field: 'eventSource', equals: [source] },
      ],
    });
    const both = ['rds.amazonaws.com', 'autoscaling.amazonaws.com'].map(of);
    assert.deepEqual(answerOf({ advancedEventSelectors: both }), ['pass', null]);
  });

  it('is unknown if its selectors are unreadable or have unknown fields', () => {
    assert.deepEqual(answerOf({}, ['eventSelectors', 'advancedEventSelectors']), ['unknown', 'events']);
    const names = { field: 'eventName', equals: ['ModifyDBCluster'] };
    const management = { field: 'eventCategory', equals: ['Management'] };
    assert.deepEqual(answerOf({ advancedEventSelectors: [{ fieldSelectors: [management, names] }] }), [
      'unknown',
      'events',
    ]);
  });
});
