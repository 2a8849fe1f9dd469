import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Metafile } from 'esbuild';
import * as z from 'zod';
import { GRAMMAR_COPYRIGHTS, STANDARD_TEXTS } from './licence-texts.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

export const NOTICES_FILE = 'THIRD_PARTY_NOTICES.txt';

/** A package with parts in a bundle or beside it, and the notices that its authors require. */
export interface BundledPackage {
  /** Name and version. */
  name: string;
  /** Folder of its installation, from the root: `node_modules/a/node_modules/@b/c`. */
  folder: string;
  /** From its package.json: an SPDX expression. */
  license: string;
  texts: readonly string[];
}

const Manifest = z.object({
  name: z.string(),
  version: z.string(),
  license: z.string(),
  author: z.union([z.string(), z.object({ name: z.string() }).transform(({ name }) => name)]).optional(),
});

/** Files in which packages have their licences, and those of what they hold themselves. */
const LICENCE_FILE = /^(?:licen[cs]e|copying|notice|third[-_ ]?party[-_ ]?notices?)(?:[-.].*)?$/i;

/**
 * The packages of what was bundled, by name.
 * @param copied files of packages that lie beside the bundles, from node_modules
 * @throws where one has no licence that could be passed on
 */
export function bundledPackages(metafiles: readonly Metafile[], copied: readonly string[]): BundledPackage[] {
  const inputs = metafiles.flatMap(({ inputs: files }) => Object.keys(files));
  const files = [...inputs, ...copied.map((file) => path.posix.join('node_modules', file))];
  const folders = new Set(files.flatMap((file) => folderOf(file) ?? []));
  const read = [...folders].map((folder) => readPackage(path.join(ROOT, folder)));
  const packages = read.map((each) => withText(each, read)).concat(copied.flatMap(grammarIn));
  return packages.sort((a, b) => compare(a.name, b.name));
}

/** `node_modules/a/node_modules/@b/c` of a file in it; undefined for a file of ours. */
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

/** A package that leaves its licence out has it in the words that everybody has, or in those of another of the packages. */
function withText({ author, ...each }: ReadPackage, others: readonly ReadPackage[]): BundledPackage {
  if (each.texts.length > 0) return each;
  const { name, license } = each;
  const standard = author === undefined ? undefined : STANDARD_TEXTS[license]?.(`Copyright (c) ${author}`);
  // Nobody is named in the text of this one.
  const shared =
    license === 'Apache-2.0' ? others.find((other) => other.license === license)?.texts[0] : undefined;
  const text = standard ?? shared;
  if (text === undefined) throw new Error(`${name} has no licence that could be passed on.`);
  return { ...each, texts: [text] };
}

/** The grammar that a copied file was made of; none of the parser's own. */
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

/** THIRD_PARTY_NOTICES.txt: every package, and each text once, below the packages that it is of. */
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
  return a < b ? -1 : a > b ? 1 : 0;
}
