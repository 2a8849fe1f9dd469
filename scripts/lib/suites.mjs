// The suites, by folder. Which files and which tests of them run is the caller's choice.
import fs from 'node:fs';
import path from 'node:path';
import { ROOT } from './setup.mjs';

/**
 * Suites of one lane run one after another, lanes side by side: the window mostly waits while the others compute.
 * `product` is what a suite needs of the product before it begins: nothing, its bundles, or its package.
 */
export const SUITES = [
  { name: 'unit', folder: 'test/unit', lane: 'node', product: 'nothing' },
  { name: 'fuzz', folder: 'test/fuzz', lane: 'node', product: 'nothing' },
  { name: 'integration', folder: 'test/integration', lane: 'node', product: 'bundles' },
  { name: 'vscode', folder: 'test/vscode', lane: 'window', product: 'package' },
];

/** What Node is told to run for a suite: one process for all its files. */
export function argumentsOf(suite, files, only) {
  if (suite.lane === 'window') {
    return ['test/vscode/run.ts', ...(only === '' ? [] : ['--only', only]), ...files];
  }
  return [
    '--test',
    '--test-isolation=none',
    '--test-reporter=./scripts/lib/reporter.mjs',
    ...(only === '' ? [] : [`--test-name-pattern=${only}`]),
    ...files,
  ];
}

/**
 * The suites that the words of a command line ask for, with their files: names of suites, files, folders.
 * @returns {{ suites: { suite: object, files: string[] }[], unknown: string[] }}
 */
export function choose(words) {
  const named = SUITES.filter(({ name }) => words.includes(name));
  const places = words.filter((word) => !SUITES.some(({ name }) => name === word));
  const allowed = named.length > 0 ? named : SUITES;
  const all = allowed.map((suite) => ({ suite, files: filesOf(suite) }));
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

function filesOf({ folder }) {
  return fs
    .readdirSync(path.join(ROOT, folder), { recursive: true })
    .filter((file) => /\.(test|suite)\.ts$/.test(file))
    .map((file) => path.join(folder, file))
    .sort();
}
