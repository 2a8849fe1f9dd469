import { before, describe, test } from 'node:test';
import { checkGrowth, multiply } from '../../scripts/fuzz/targets/multiply.ts';
import { MULTIPLYING } from '../support/hostile/multiply.ts';

/** Limit of growth. `npm run fuzz` allows 2.5; this value allows for a busy machine, and quadratic growth is still 4. */
const MOST_GROWTH = 3.2;

describe('twice the bytes take less than four times the CPU time', () => {
  before(() => multiply.prepare?.());
  for (const { name, size } of [...MULTIPLYING, { name: 'pages and items', size: 200 }])
    test(name, () => checkGrowth(name, size, MOST_GROWTH));
});
