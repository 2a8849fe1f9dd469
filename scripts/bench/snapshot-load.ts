/** Process that loads the snapshot once, because a second load is cached. Prints milliseconds. */
import { loadSnapshot } from '../../src/catalogue/snapshot/index.ts';

const start = performance.now();
await loadSnapshot();
console.log(performance.now() - start);
