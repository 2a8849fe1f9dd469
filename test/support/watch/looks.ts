import type { TestContext } from 'node:test';
import { createFolderStore } from '../../../src/catalogue/index.ts';
import type { Catalogue } from '../../../src/model/index.ts';
import { batchText, runOnce, type FreshCatalogue, type WatchRun } from '../../../src/watch/index.ts';
import { scanFiles, temporaryFolder } from '../workspace.ts';

/** Watch over files that looks at one catalogue after another. */
interface Looks {
  /** @param today YYYY-MM-DD */
  look: (today: string, catalogue: Catalogue & Partial<FreshCatalogue>) => Promise<WatchRun>;
  /** Batches of alerts in English, as they were printed. */
  printed: readonly string[];
}

/** Creates a watch over files, with a store of its own. */
export async function watchFiles(t: TestContext, files: Record<string, string>): Promise<Looks> {
  const inventory = await scanFiles(t, files);
  const store = createFolderStore(temporaryFolder(t));
  const printed: string[] = [];
  const look: Looks['look'] = (today, catalogue) =>
    runOnce({
      store,
      refresh: () => Promise.resolve({ kept: [], unreadExtraPages: [], pages: new Map(), ...catalogue }),
      inventory: () => Promise.resolve(inventory),
      channels: [],
      print: (batches) => {
        printed.push(...batches.map((batch) => batchText(batch, 'en')));
      },
      builtBy: 'test',
      today,
    });
  return { look, printed };
}
