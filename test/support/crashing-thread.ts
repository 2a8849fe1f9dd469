/** An analysis thread that ends with the question `reloadCatalogue`, and says to every other one how many it was asked. */
import { serveThread } from '../../src/threads/index.ts';

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
