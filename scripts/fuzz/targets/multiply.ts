import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checklistOf, findingsOf, foldFindings, suppressionProblems } from '../../../src/analysis/index.ts';
import { loadCatalogue } from '../../../src/catalogue/index.ts';
import { mergeBugs } from '../../../src/catalogue/merge/index.ts';
import { EMPTY_CONFIG, readConfig } from '../../../src/config/index.ts';
import { MULTIPLYING, pagesOf } from '../../../test/support/hostile/multiply.ts';
import { inventoryOf } from '../folder.ts';
import type { FuzzTarget } from '../target.ts';

const PAGES = 'pages and items';
const NAMES = [...MULTIPLYING.map(({ name }) => name), PAGES];
const TODAY = '2026-12-01';

/** Largest ratio of CPU times when the bytes double. */
const MAX_GROWTH = 2.5;
/** Fewest bytes that declare an asset, however often code is called. */
const BYTES_OF_ASSET = 10;
/** Milliseconds of CPU time that a garbage collection or a compilation can add. */
const NOISE = 40;
/** Number of measurements of which one has to pass, because garbage collection and compilation only add time. */
const TRIES = 4;

let loadedCatalogue: ReturnType<typeof loadCatalogue> | null = null;

/** Reads a generated repository, or pages, of a size. @returns its bytes */
async function readGenerated(name: string, size: number): Promise<number> {
  if (name === PAGES) {
    const releases = pagesOf(size);
    mergeBugs(releases);
    return JSON.stringify(releases).length;
  }
  const { files, config } = MULTIPLYING.find((each) => each.name === name) ?? fail(name);
  const made = files(size);
  const written = config?.(size) ?? '';
  const catalogue = await (loadedCatalogue ??= loadCatalogue(null));
  const inventory = await inventoryOf(made);
  const options = {
    today: TODAY,
    config: written === '' ? EMPTY_CONFIG : readConfig(written, '.errata-lens.yaml').config,
  };
  foldFindings(findingsOf(catalogue, inventory, options), inventory.assets);
  await suppressionProblems(inventory, options, true);
  checklistOf(catalogue, inventory, options.config, options);
  const bytes = Object.values(made).join('').length + written.length;
  assert.ok(inventory.assets.length * BYTES_OF_ASSET < bytes, `${name}: ${inventory.assets.length} assets`);
  return bytes;
}

/**
 * Compares the CPU times for a size and for twice the size.
 * @throws if the time grows faster than {@link MAX_GROWTH}
 * @param growth other limit, for a busy machine
 */
export async function checkGrowth(name: string, size: number, growth = MAX_GROWTH): Promise<void> {
  let found = '';
  for (let nth = 0; nth < TRIES; nth++) {
    const [one, two] = [await measureReading(name, size), await measureReading(name, 2 * size)];
    const most = ((growth * two.bytes) / one.bytes / 2) * one.milliseconds + NOISE;
    if (two.milliseconds <= most) return;
    found = `${one.bytes} bytes take ${one.milliseconds.toFixed(0)} ms, ${two.bytes} take ${two.milliseconds.toFixed(0)} ms`;
  }
  assert.fail(`${name}: ${found}`);
}

async function measureReading(name: string, size: number): Promise<{ bytes: number; milliseconds: number }> {
  const before = process.threadCpuUsage();
  const bytes = await readGenerated(name, size);
  const { user, system } = process.threadCpuUsage(before);
  return { bytes, milliseconds: (user + system) / 1000 };
}

function fail(name: string): never {
  throw new Error(`nothing is called ${name}`);
}

/**
 * Inputs in which two lists could multiply each other: rings, fans, comments × findings, patterns × names, callers ×
 * assets.
 */
export const multiply: FuzzTarget = {
  name: 'multiply',
  share: 2,
  // Every input is read at least twice, within the second that it may take.
  inputs: fc
    .tuple(fc.constantFrom(...NAMES), fc.integer({ min: 1, max: 60 }))
    .map(([what, size]) => ({ what, text: String(size) })),
  prepare: async () => {
    for (const name of NAMES) await readGenerated(name, 5);
  },
  check: ({ what, text }) => checkGrowth(what, Number(text) || 1),
};
