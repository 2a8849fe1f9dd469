/** A process of its own for each run: what is loaded once is never loaded again. Prints milliseconds. */
import { loadSnapshot } from '../../src/catalogue/snapshot/index.ts';

const start = performance.now();
await loadSnapshot();
console.log(performance.now() - start);
