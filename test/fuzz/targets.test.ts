import { describe, test } from 'node:test';
import fc from 'fast-check';
import { TARGETS } from '../../scripts/fuzz/targets/index.ts';

/** A few fixed inputs of the millions that `npm run fuzz` reads, so that this suite is quick and its failures repeat. */
const RUNS = { numRuns: 120, seed: 5, endOnFailure: true };

describe('mutated inputs are read, and every finding has its place in them', () => {
  // multiply.test.ts measures growth alone.
  for (const target of TARGETS.filter(({ name }) => name !== 'multiply')) {
    test(`target ${target.name}`, async () => {
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
