// Suites by folder. The caller selects files and tests of them.
import fs from 'node:fs';
import path from 'node:path';
import { ROOT } from './setup.mjs';

/** Rooms that read notes and code. Their unit tests take half of the time; the others take the other half. */
const READING_ROOMS =
  /^src.(?:catalogue|config|edits|files|inventory|products|syntax|threads|values|vocabulary)\b/;
/** Integration tests that use the stand-in for AWS, update, watch, fix or start threads: half of the time. */
const ACCOUNTS_AND_WATCH =
  /^test.integration.(?:accounts|fixes|threads|updates.cli-update-kept|watch.(?!editor-look|watch-years))/;
/** Integration tests that run after the windows, so that all lanes end together. */
const AFTER_WINDOWS = new RegExp(
  `^test.integration.(?:${[
    'surfaces.(?:browser|mcp|site)',
    String.raw`updates.(?:cli-update\.|refresh)`,
    'packages.(?:deploy|galleries|packages|secrets)',
  ].join('|')})`,
);

/** Name of the lane of windows. Its tests wait for their turn, so that other lanes get the processor. */
export const WINDOWS = 'window';

/**
 * Suites of one lane run one after another, and lanes run in parallel, because windows mostly wait while the others
 * compute. Suites with the same name run together. `selects` picks files of the folders. `product` is the part of the
 * product that a suite needs before it starts: nothing, its bundles, or its package.
 */
export const SUITES = [
  {
    name: 'unit',
    label: 'unit, joining and showing',
    folders: ['src'],
    selects: (file) => !READING_ROOMS.test(file),
    lane: 'first',
    product: 'nothing',
  },
  {
    name: 'unit',
    label: 'unit, reading',
    folders: ['src'],
    selects: (file) => READING_ROOMS.test(file),
    lane: 'second',
    product: 'nothing',
  },
  { name: 'project', folders: ['test/project'], lane: 'second', product: 'nothing' },
  { name: 'fuzz', folders: ['test/fuzz'], lane: 'second', product: 'nothing' },
  {
    name: 'integration',
    folders: ['test/integration'],
    selects: (file) => !ACCOUNTS_AND_WATCH.test(file) && !AFTER_WINDOWS.test(file),
    lane: 'first',
    product: 'bundles',
  },
  {
    name: 'integration',
    label: 'integration, accounts, updates and watch',
    folders: ['test/integration'],
    selects: (file) => ACCOUNTS_AND_WATCH.test(file),
    lane: 'second',
    product: 'bundles',
  },
  { name: 'vscode', folders: ['test/vscode'], lane: WINDOWS, product: 'package' },
  {
    name: 'integration',
    label: 'integration, after the windows',
    folders: ['test/integration'],
    selects: (file) => AFTER_WINDOWS.test(file),
    lane: WINDOWS,
    product: 'bundles',
  },
];

/**
 * Size of the memory for new objects in MB. V8's default of one would cause ten thousand collections, because a suite
 * allocates gigabytes.
 */
const NEW_OBJECTS = '--min-semi-space-size=16';

/** Arguments for Node to run a suite: one process for all files. */
export function argumentsOf(suite, files, only) {
  if (suite.name === 'vscode') {
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

function filesOf({ folders, selects = () => true }) {
  const inFolder = (folder) =>
    fs.readdirSync(path.join(ROOT, folder), { recursive: true }).map((file) => path.join(folder, file));
  return folders
    .flatMap(inFolder)
    .filter((file) => /\.(test|suite)\.ts$/.test(file) && selects(file))
    .sort();
}
