import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bugsOfVersion } from '../../src/analysis/index.ts';
import { classify } from '../../src/catalogue/classify/index.ts';
import { mergeBugs } from '../../src/catalogue/merge/index.ts';
import { loadSnapshot } from '../../src/catalogue/snapshot/index.ts';
import { createFolderStore } from '../../src/catalogue/store/folder-store.ts';
import { readCatalogue, writeCatalogue } from '../../src/catalogue/store/catalogue-file.ts';
import { releasesOfMirror } from '../../test/support/mirror/mirror-releases.ts';
import { needsShared } from '../../test/support/shared.ts';
import { measure, type Figure, type Measured, type Report } from './measure.ts';

const LOAD = path.join(import.meta.dirname, 'snapshot-load.ts');
const JUDGING_SCRIPT = path.join(import.meta.dirname, 'judging.ts');

/** Measures the first question about known bugs, and building the catalogue from the notes. */
export async function benchCatalogue(): Promise<Report> {
  const snapshot = await loadSnapshot();
  const results = [
    await measure('load the snapshot', 9, () =>
      Number(execFileSync(process.execPath, [LOAD], { encoding: 'utf8' })),
    ),
    await benchStored(),
    await measure('known bugs of a version', 9, () => {
      bugsOfVersion(snapshot, 'aurora-mysql', '2.11.1', new Map());
      return undefined;
    }),
  ];
  const figures = judgingFigures();
  if (needsShared !== false)
    return { results, figures, leftOut: [`label and merge all bullets (${needsShared})`] };
  return { results: [...results, ...(await benchNotes())], figures, leftOut: [] };
}

/** CPU time in a new process: the first run, with empty caches, and the second. */
function judgingFigures(): Figure[] {
  const { first, again } = JSON.parse(
    execFileSync(process.execPath, [JUDGING_SCRIPT], { encoding: 'utf8' }),
  ) as Record<'first' | 'again', number>;
  const name = 'judge 10,000 assets of 50 versions';
  return [
    { name: `${name}, first`, value: first, unit: 'ms', goal: null, limit: null },
    { name: `${name}, again`, value: again, unit: 'ms', goal: 50, limit: null },
  ];
}

async function benchStored(): Promise<Measured> {
  const folder = mkdtempSync(path.join(tmpdir(), 'errata-lens-bench-'));
  const store = createFolderStore(folder);
  await writeCatalogue(store, await loadSnapshot(), 'bench');
  const result = await measure('load a refreshed catalogue', 9, async () => {
    await readCatalogue(store);
    return undefined;
  });
  rmSync(folder, { recursive: true });
  return result;
}

async function benchNotes(): Promise<Measured[]> {
  const releases = releasesOfMirror();
  const items = releases.flatMap((release) => release.items);
  return [
    await measure(`label ${items.length} bullets`, 5, () => {
      for (const { section, text, cves, communityBugs } of items) {
        classify({ section, text: text ?? '', cves, communityBugs });
      }
      return undefined;
    }),
    await measure(`merge the bullets of ${releases.length} releases`, 5, () => {
      mergeBugs(releases);
      return undefined;
    }),
  ];
}
