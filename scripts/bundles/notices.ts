import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Metafile } from 'esbuild';
import * as z from 'zod';
import { GRAMMAR_COPYRIGHTS, STANDARD_TEXTS } from './licence-texts.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

export const NOTICES_FILE = 'THIRD_PARTY_NOTICES.txt';

/** Package with parts in a bundle or beside it, and the notices that its authors require. */
export interface BundledPackage {
  /** Name with version. */
  name: string;
  /** Folder of its installation, relative to the root: `node_modules/a/node_modules/@b/c`. */
  folder: string;
  /** SPDX expression of its package.json. */
  license: string;
  texts: readonly string[];
}

const Manifest = z.object({
  name: z.string(),
  version: z.string(),
  license: z.string(),
  author: z.union([z.string(), z.object({ name: z.string() }).transform(({ name }) => name)]).optional(),
});

/** Names of files with a package's licence or with the licences of code that it contains. */
const LICENCE_FILE = /^(?:licen[cs]e|copying|notice|third[-_ ]?party[-_ ]?notices?)(?:[-.].*)?$/i;

/**
 * Bundled packages, sorted by name.
 * @param copied files in node_modules that are copied beside the bundles
 * @throws if a package has no licence text that could be passed on
 */
export function bundledPackages(metafiles: readonly Metafile[], copied: readonly string[]): BundledPackage[] {
  const inputs = metafiles.flatMap(({ inputs: files }) => Object.keys(files));
  const files = [...inputs, ...copied.map((file) => path.posix.join('node_modules', file))];
  const folders = new Set(files.flatMap((file) => folderOf(file) ?? []));
  const read = [...folders].map((folder) => readPackage(path.join(ROOT, folder)));
  const packages = read.map((each) => withLicenceText(each, read)).concat(copied.flatMap(grammarIn));
  return packages.sort((a, b) => compare(a.name, b.name));
}

/** Package folder of a file (`node_modules/a/node_modules/@b/c`); undefined for our own files. */
function folderOf(file: string): string | undefined {
  return /^.*\bnode_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(file)?.[0];
}

interface ReadPackage extends BundledPackage {
  author: string | undefined;
}

function readPackage(folder: string): ReadPackage {
  const manifest = Manifest.parse(JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')));
  const { license, author } = manifest;
  const texts = readdirSync(folder)
    .filter((file) => LICENCE_FILE.test(file))
    .sort(compare)
    .map((file) => readFileSync(path.join(folder, file), 'utf8').trim());
  return {
    name: `${manifest.name} ${manifest.version}`,
    folder: path.relative(ROOT, folder).replaceAll(path.sep, '/'),
    ...{ license, author, texts },
  };
}

/** Package with a licence text: its own, else the standard text, else the text of another package with the same licence. */
function withLicenceText({ author, ...each }: ReadPackage, others: readonly ReadPackage[]): BundledPackage {
  if (each.texts.length > 0) return each;
  const { name, license } = each;
  const standard = author === undefined ? undefined : STANDARD_TEXTS[license]?.(`Copyright (c) ${author}`);
  // The Apache text names no copyright holder, so that any copy fits.
  const shared =
    license === 'Apache-2.0' ? others.find((other) => other.license === license)?.texts[0] : undefined;
  const text = standard ?? shared;
  if (text === undefined) throw new Error(`${name} has no licence that could be passed on.`);
  return { ...each, texts: [text] };
}

/** Grammar that a copied file was built from; empty for the parser's own files. */
function grammarIn(file: string): BundledPackage[] {
  const name = path.basename(file, '.wasm');
  if (name === 'web-tree-sitter') return [];
  const copyright = GRAMMAR_COPYRIGHTS[name];
  const text = copyright === undefined ? undefined : STANDARD_TEXTS.MIT?.(copyright);
  if (text === undefined) throw new Error(`${file} has no licence that could be passed on.`);
  return [
    { name, folder: folderOf(path.posix.join('node_modules', file)) ?? '', license: 'MIT', texts: [text] },
  ];
}

/** Content of THIRD_PARTY_NOTICES.txt: all packages, and each licence text once, below its packages. */
export function noticesText(packages: readonly BundledPackage[]): string {
  const byText = Map.groupBy(
    packages.flatMap(({ name, license, texts }) => texts.map((text) => ({ name, license, text }))),
    ({ text }) => text.replaceAll(/\s+/g, ' '),
  );
  const sections = [...byText.values()].map((users) => {
    const names = users.map(({ name, license }) => `${name} (${license})`);
    return [RULE, ...names, RULE, '', users[0]?.text ?? ''].join('\n');
  });
  const list = packages.map(({ name, license }) => `- ${name}: ${license}`);
  const head = 'Errata Lens holds these packages, or parts of them. Their licences and notices follow.';
  return `${[head, list.join('\n'), ...sections].join('\n\n')}\n`;
}

const RULE = '-'.repeat(80);

function compare(a: string, b: string): number {
  return Number(a > b) - Number(a < b);
}
