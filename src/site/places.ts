import { LANGUAGES, type Language } from '../l10n/index.ts';
import { memoize, type ProductId } from '../model/index.ts';

/**
 * Addresses of pages, relative to the site. They must stay the same, because other sites link to them. Japanese pages
 * are below `ja/`; data and assets have no language.
 */
export const siteAddresses = {
  home: 'index.html',
  search: 'search.html',
  data: 'data.html',
  product: (product: ProductId) => `${addressSegment(product)}/index.html`,
  release: (product: ProductId, version: string) =>
    `${addressSegment(product)}/releases/${addressSegment(version)}.html`,
  /** Second page of a release, with the bugs that do not fit on the first. */
  releaseBugs: (product: ProductId, version: string) =>
    `${addressSegment(product)}/releases/${addressSegment(version)}-bugs.html`,
  bug: (product: ProductId, id: string) => `${addressSegment(product)}/bugs/${addressSegment(id)}.html`,
  matrix: (product: ProductId, line: string) =>
    `${addressSegment(product)}/matrix/${addressSegment(line)}.html`,
  changes: (product: ProductId) => `${addressSegment(product)}/changes/index.html`,
  change: (product: ProductId, from: string, to: string) =>
    `${addressSegment(product)}/changes/${addressSegment(from)}-to-${addressSegment(to)}.html`,
  /** Comparison of any two releases in the browser. */
  anyChange: (product: ProductId, from: string, to: string) =>
    `${addressSegment(product)}/changes/index.html?from=${addressSegment(from)}&to=${addressSegment(to)}`,
  atom: (product: ProductId) => `${addressSegment(product)}/feed.atom`,
  jsonFeed: (product: ProductId) => `${addressSegment(product)}/feed.json`,
} as const;

/** Addresses of files that have no language. */
export const fileAddresses = {
  style: 'site.css',
  script: (name: ScriptName) => `scripts/${name}.js`,
  catalogue: 'data/catalogue.json',
  schema: 'data/catalogue.schema.json',
  /** Catalogue for the search and the comparison in the browser. */
  browserData: (product: ProductId) => `data/${addressSegment(product)}.js`,
  osv: (id: string) => `data/osv/${addressSegment(id)}.json`,
  osvIndex: 'data/osv/index.json',
  renovate: (product: ProductId) => `data/renovate/${addressSegment(product)}.json`,
} as const;

export const SCRIPTS = ['answers', 'matrix'] as const;
export type ScriptName = (typeof SCRIPTS)[number];

/**
 * Validates a name as one segment of an address.
 * @throws {RangeError} for `..` and anything else that could change the path
 */
export function addressSegment(name: string): string {
  if (!/^\w[\w.-]*$/.test(name)) throw new RangeError(`“${name}” cannot be a part of an address.`);
  return name;
}

/** Address of a page in a language. */
export function addressInLanguage(place: string, language: Language): string {
  return language === LANGUAGES[0] ? place : `${language}/${place}`;
}

/** Links from one page. They are relative, so that the site works at any address, and from a local folder. */
export interface Links {
  /** Link to a page in the same language. */
  readonly to: (place: string) => string;
  /** Link to a file without a language. */
  readonly file: (file: string) => string;
  /** Link to this page in another language. */
  readonly alternate: (language: Language) => string;
}

export function linksFrom(place: string, language: Language): Links {
  const ownPath = addressInLanguage(place, language);
  const file = (target: string): string => relativeLink(ownPath, target);
  return {
    to: (target) => file(addressInLanguage(target, language)),
    file,
    alternate: (other) => file(addressInLanguage(place, other)),
  };
}

function relativeLink(from: string, to: string): string {
  const fromFolder = from.slice(0, from.lastIndexOf('/') + 1);
  const toFolder = to.slice(0, to.lastIndexOf('/') + 1);
  return relativeFolder(fromFolder, toFolder) + to.slice(toFolder.length);
}

/** Relative path from one folder to another. Memoized, because every table row needs it. */
const relativeFolder = memoize((from: string, to: string): string => {
  const [here, there] = [from.split('/').slice(0, -1), to.split('/').slice(0, -1)];
  let shared = 0;
  while (shared < here.length && shared < there.length && here[shared] === there[shared]) shared++;
  return [...here.slice(shared).map(() => '..'), ...there.slice(shared)].map((part) => `${part}/`).join('');
});
