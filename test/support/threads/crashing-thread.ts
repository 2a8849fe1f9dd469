/**
 * An analysis thread that crashes at the question `reloadCatalogue`, and answers every other one with the number of
 * questions.
 */
import { serveThread } from '../../../src/threads/index.ts';

let asked = 0;
let isEnding = false;
const count = (): number | Promise<never> => (isEnding ? new Promise(() => undefined) : (asked += 1));

serveThread({
  reloadCatalogue() {
    isEnding = true;
    setImmediate(() => {
      throw new Error('crashed');
    });
    return new Promise(() => undefined);
  },
  setAccounts: count,
  accountRows: count,
});
