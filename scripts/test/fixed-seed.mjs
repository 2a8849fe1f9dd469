// Fixed seed for random inputs of tests, so that a failure always comes from a change; `npm run fuzz` tries new
// inputs.
import fc from 'fast-check';

const SEED = 20230714;
/** Longest search for a smaller failing input; then the smallest so far is reported. */
const MAX_SEARCH_MS = 60_000;

fc.configureGlobal({
  seed: Number(process.env.FUZZ_SEED ?? SEED),
  interruptAfterTimeLimit: MAX_SEARCH_MS,
});
