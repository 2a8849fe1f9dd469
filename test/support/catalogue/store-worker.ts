/**
 * A process for tests to kill: `pages FOLDER ORIGIN PATH…` reads pages into a store, `catalogue FOLDER` writes one
 * catalogue after the other. It prints a line for each stored page or catalogue.
 */
import { createFetcher } from '../../../src/catalogue/fetch/fetcher.ts';
import { writeCatalogue } from '../../../src/catalogue/store/catalogue-file.ts';
import { createFolderStore } from '../../../src/catalogue/store/folder-store.ts';
import { createPageCache } from '../../../src/catalogue/store/page-cache.ts';
import { bugOf, catalogueOf } from './catalogue.ts';

const HOST = 'docs.aws.amazon.com';
const [task, folder = '', origin = '', ...paths] = process.argv.slice(2);
const store = createFolderStore(folder);

if (task === 'pages') {
  const cache = createPageCache(store, (problem) => console.error(JSON.stringify(problem)));
  const origins = { [HOST]: origin };
  const { read } = createFetcher({ hosts: [HOST], origins, userAgent: 'test', cache, concurrency: 2 });
  await Promise.all(
    paths.map(async (path) => {
      await read(`https://${HOST}${path}`);
      console.log(path);
    }),
  );
} else {
  for (let round = 1; ; round++) {
    const bugs = Array.from({ length: 2_000 }, (_, i) => bugOf(`${round}-${i}`, ['2.11.2']));
    await writeCatalogue(store, catalogueOf([], bugs), String(round));
    console.log(round);
  }
}
