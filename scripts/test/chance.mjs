// What chance writes in tests is the same every time, so that a failure has a reason in the change; `npm run fuzz` reads what is new.
import fc from 'fast-check';

const SEED = 20230714;
/** A failure is made smaller for so long at most; what is found by then is told. */
const LONGEST_SEARCH_MS = 60_000;

fc.configureGlobal({
  seed: Number(process.env.FUZZ_SEED ?? SEED),
  interruptAfterTimeLimit: LONGEST_SEARCH_MS,
});
