import { describe, test } from 'node:test';
import fc from 'fast-check';
import { TARGETS } from '../../scripts/fuzz/targets/index.ts';

/** Of what `npm run fuzz` reads by the million: the same few every time, so that this suite is quick and fails for a reason. */
const RUNS = { numRuns: 120, seed: 5, endOnFailure: true };

describe('mutated inputs are read, and every finding has its place in them', () => {
  // What multiplies is measured, by itself (multiply.test.ts).
  for (const target of TARGETS.filter(({ name }) => name !== 'multiply')) {
    test(target.name, async () => {
      await target.prepare?.();
      await fc.assert(
        fc.asyncProperty(target.inputs, async (input) => {
          await target.check(input);
        }),
        RUNS,
      );
    });
  }
});
