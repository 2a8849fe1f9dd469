// Suites by folder. The caller selects files and tests of them.
import fs from 'node:fs';
import path from 'node:path';
import { ROOT } from './setup.mjs';

/** Suite with windows, in which each step waits for the one before, so that other suites get the processor. */
export const WINDOWS = 'vscode';

/** Rooms that read notes and code. Their unit tests take half of the time; the others take the other half. */
const READING_ROOMS = [
  'catalogue',
  'config',
  'edits',
  'files',
  'inventory',
  'products',
  'syntax',
  'values',
  'vocabulary',
];

/**
 * Suites in the order in which they start. Suites with the same name run together, each part in its own process. A file
 * belongs to the first suite that has its folder, so the last part has all files that no other part names. `product` is
 * the part of the product that a suite needs before it starts: nothing, its bundles, or its package.
 */
export const SUITES = [
  { name: WINDOWS, folders: ['test/vscode'], product: 'package' },
  { name: 'unit', part: 'reading', folders: READING_ROOMS.map((room) => `src/${room}`), product: 'nothing' },
  { name: 'unit', part: 'joining and showing', folders: ['src'], product: 'nothing' },
  { name: 'fuzz', folders: ['test/fuzz'], product: 'nothing' },
  integration('surfaces', 'symptoms'),
  integration('scanning', 'threads'),
  integration('watch', 'updates'),
  integration('accounts', 'fixes', 'packages'),
  { name: 'integration', part: 'others', folders: ['test/integration'], product: 'bundles' },
  { name: 'project', folders: ['test/project'], product: 'nothing' },
];

function integration(...names) {
  const folders = names.map((name) => `test/integration/${name}`);
  return { name: 'integration', part: names.join(', '), folders, product: 'bundles' };
}

/**
 * Size of the memory for new objects in MB. V8's default of one would cause ten thousand collections, because a suite
 * allocates gigabytes.
 */
const NEW_OBJECTS = '--min-semi-space-size=16';

/** Arguments for Node to run a suite: one process for all files. */
export function argumentsOf(suite, files, only) {
  if (suite.name === WINDOWS) {
    return ['test/vscode/run.ts', ...(only === '' ? [] : ['--only', only]), ...files];
  }
  return [
    NEW_OBJECTS,
    '--test',
    '--test-isolation=none',
    '--import=./scripts/test/fixed-seed.mjs',
    '--test-reporter=./scripts/test/reporter.mjs',
    ...(only === '' ? [] : [`--test-name-pattern=${only}`]),
    ...files,
  ];
}

/**
 * Suites and files that the arguments of a command line select: names of suites, files, folders.
 * @returns {{ suites: { suite: object, files: string[] }[], unknown: string[] }}
 */
export function selectSuites(words) {
  const isName = (word) => SUITES.some(({ name }) => name === word);
  const [named, places] = [words.filter(isName), words.filter((word) => !isName(word))];
  const all = suitesWithFiles().filter(({ suite }) => named.length === 0 || named.includes(suite.name));
  if (places.length === 0) return { suites: all, unknown: [] };

  const folders = places.map((place) => path.relative(ROOT, path.resolve(place)));
  const isIn = (file, folder) => file === folder || file.startsWith(folder + path.sep);
  const unknown = places.filter(
    (_, index) => !all.some(({ files }) => files.some((file) => isIn(file, folders[index]))),
  );
  const suites = all
    .map(({ suite, files }) => ({
      suite,
      files: files.filter((file) => folders.some((folder) => isIn(file, folder))),
    }))
    .filter(({ files }) => files.length > 0);
  return { suites, unknown };
}

function suitesWithFiles() {
  const assigned = new Set();
  return SUITES.map((suite) => {
    const files = suite.folders.flatMap(testFilesIn).filter((file) => !assigned.has(file));
    for (const file of files) assigned.add(file);
    return { suite, files };
  });
}

function testFilesIn(folder) {
  return fs
    .readdirSync(path.join(ROOT, folder), { recursive: true })
    .map((file) => path.join(folder, file))
    .filter((file) => /\.(test|suite)\.ts$/.test(file))
    .sort();
}
