import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { before, describe, test } from 'node:test';
import { amazonLinux2Notes } from '../../../src/products/amazon-linux-2/notes.ts';
import { amazonLinux2023Notes } from '../../../src/products/amazon-linux-2023/notes.ts';
import type { Page, RawRelease, ReleaseNoteSource } from '../../../src/products/source.ts';
import { say } from '../../../src/l10n/index.ts';
import { needsShared, sharedPath } from '../../support/shared.ts';

const MIRROR = sharedPath('docs-mirror', 'docs.aws.amazon.com');
const GUIDES = [
  { source: amazonLinux2Notes, folder: 'AL2/latest/relnotes', file: /^relnotes-\d[\d-]*\.html$/ },
  {
    source: amazonLinux2023Notes,
    folder: 'linux/al2023/release-notes',
    file: /^relnotes-2023\.\d+\.\d+\.html$/,
  },
];

function read(url: string): Promise<Page> {
  const { pathname } = new URL(url);
  try {
    return Promise.resolve({ url, body: readFileSync(MIRROR + pathname, 'utf8'), contentType: 'text/html' });
  } catch {
    return Promise.reject(new Error(`HTTP 404 ${pathname}`));
  }
}

/** Sections by level-2 heading: regular expressions only, nothing of the product. */
function sectionsOf(html: string): { title: string; text: string; html: string }[] {
  const start = html.indexOf('<h1');
  const body = html
    .slice(start, html.indexOf('<awsdocs-copyright'))
    .replaceAll(LOST_NAME, '<li><b>RPM:</b> -</li>');
  const parts = body.split(/<h2[^>]*>([\s\S]*?)<\/h2>/);
  const sections = [{ title: '', text: plain(parts[0] ?? ''), html: parts[0] ?? '' }];
  for (let i = 1; i < parts.length; i += 2) {
    sections.push({
      title: plain(parts[i] ?? '').trim(),
      text: plain(parts[i + 1] ?? ''),
      html: parts[i + 1] ?? '',
    });
  }
  return sections;
}

function plain(html: string): string {
  return html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&gt;', '>')
    .replaceAll('&lt;', '<');
}

const WORD = /(?<![\w./-])[A-Za-z0-9][\w.+~^-]*-(?:\d+:)?[\w.+~^]*\d[\w.+~^]*-\d[\w.+~^]*/g;
const ARROW = /([\w.+-]+): \S+ → (\S+?)\.?\s/g;
/** A table without cells: the old package, or a note of its absence, follows the new one. */
const GLUED = /(?:CVE\(s\)|CVE-\d{4}-\d+)(\S+?\.amzn2[.\d]*?)(?=This is a new|[A-Za-z][\w.+-]*\.amzn2)/g;
const COMPARED = /<b>(RPM|[\w. ]*version):<\/b>\s*(?:<[^>]+>\s*)*([^\s<]+)/gi;
/** Packages by the page to which their name became a link; `#` is the first two numbers of the version. */
const LINKED: Record<string, string> = {
  efs: 'amazon-efs-utils',
  ecs: 'ecs-init',
  python: 'python#',
  php: 'php#',
  go: 'golang',
};

/** A package whose name became an address without that name. */
const LOST_NAME = new RegExp(
  `<li [^>]*><p><b>RPM:</b>\\s*<a [^>]*><span>https:[^<]*/ug/(?!(?:${Object.keys(LINKED).join('|')})\\.)(?:(?!</li>).)*</li>` +
    '(?:\\s*<li [^>]*><p><b>Architectures:</b>(?:(?!</li>).)*</li>)?',
  'g',
);

/** Distinct `name-version-release`, without architecture and epoch, of the sections that list packages. */
function countedPackages(html: string): Set<string> {
  const found: string[] = [];
  for (const { title, text, html: section } of sectionsOf(html)) {
    if (/summary|important|known|announce|major|minor|contact|^$/i.test(title)) {
      for (const [, name = ''] of text.matchAll(GLUED)) found.push(name);
      continue;
    }
    const compared = comparedPackages(section);
    found.push(...compared);
    for (const [, name, version] of text.matchAll(ARROW)) found.push(`${name}-${version}`);
    for (const [word] of compared.length > 0 ? [] : text.matchAll(WORD)) {
      if (!/^(?:C*CVE|ALAS\d*)-|^[\d-]+$/.test(word)) found.push(word);
    }
  }
  return new Set(found.map(withoutArch));
}

function withoutArch(word: string): string {
  return word
    .replace(/\.(?:x86_64|aarch64|noarch|i686)$/, '')
    .replace(/-\d+:/, '-')
    .replace(/\.$/, '');
}

/** `RPM: name` of each bullet with the last version of that bullet. */
function comparedPackages(section: string): string[] {
  const found: string[] = [];
  let names: string[] = [];
  let version = '';
  const close = (): void => {
    const known = names.filter((name) => name !== '-');
    found.push(
      ...known.map((name) => `${name.replace('#', /^\d+\.\d+/.exec(version)?.[0] ?? '')}-${version}`),
    );
  };
  for (const [, label, value = ''] of section.matchAll(COMPARED)) {
    if (label !== 'RPM') {
      version = value;
      continue;
    }
    if (version !== '') {
      close();
      names = [];
      version = '';
    }
    names.push(LINKED[/\/ug\/(\w+)\.html/.exec(value)?.[1] ?? ''] ?? value);
  }
  close();
  return found;
}

function without(all: ReadonlySet<string>, known: ReadonlySet<string>): string[] {
  return [...all].filter((name) => !known.has(name));
}

function countedCves(html: string): Set<string> {
  return new Set(sectionsOf(html).flatMap(({ text }) => text.match(/CVE-\d{4}-\d+/g) ?? []));
}

const ARCHES = 'x86_64|aarch64|noarch|i686';

/** Number of architectures of packages on a page: `….aarch64` each once, and those that a comparison lists. */
function countedArches(html: string): number {
  const words = new Set<string>();
  const ofComparisons = new Set(sectionsOf(html).flatMap(({ html: section }) => comparedPackages(section)));
  let listed = 0;
  for (const { title, text, html: section } of sectionsOf(html)) {
    if (/summary|important|known|announce|major|minor|contact|^$/i.test(title)) continue;
    const compared = comparedPackages(section).length > 0;
    for (const [, arches = ''] of text.matchAll(/Architectures:\s*((?:\w+,\s*)*\w+)/g))
      listed += arches.split(',').length;
    for (const [word] of compared ? [] : text.matchAll(WORD))
      if (new RegExp(`\\.(?:${ARCHES})$`).test(word) && !ofComparisons.has(withoutArch(word)))
        words.add(word.replace(/-\d+:/, '-'));
  }
  return words.size + listed;
}

const LABEL = /<(b|strong|h[3-6])\b[^>]*>([\s\S]*?)<\/\1>/g;

/** `package CVE` for CVEs below a bold label or heading with the packages, and CVEs below no label. */
function countedFixes(html: string): { fixes: Set<string>; unlabelled: Set<string> } {
  const start = html.indexOf('<h1');
  const body = html.slice(start, html.indexOf('<awsdocs-copyright'));
  const blank = body.replace(/<[^>]+>/g, (tag) => ' '.repeat(tag.length));
  const events = [
    ...[...body.matchAll(/<h2/g)].map(({ index }) => ({ index, end: index, names: null, cve: null })),
    ...[...blank.matchAll(/CVE-\d{4}-\d+/g)].map(({ index, 0: cve }) => ({
      index,
      end: index,
      names: null,
      cve,
    })),
    ...[...body.matchAll(LABEL)].flatMap(({ index, 0: all, 2: words = '' }) => {
      const names = [...plain(words).matchAll(WORD)]
        .map(([word]) => withoutArch(word))
        .filter((word) => !/^(?:C*CVE|ALAS)|^[\d-]+$/.test(word));
      return names.length === 0 ? [] : [{ index, end: index + all.length, names, cve: null }];
    }),
  ].sort((a, b) => a.index - b.index);
  const fixes = new Set<string>();
  const unlabelled = new Set<string>();
  let holders: readonly string[] = [];
  let end: number | null = null;
  for (const event of events) {
    if (event.cve !== null) {
      for (const holder of holders) fixes.add(`${holder} ${event.cve}`);
      if (holders.length === 0) unlabelled.add(event.cve);
      end = null;
    } else if (event.names === null) {
      [holders, end] = [[], null];
    } else {
      const isJoined = end !== null && /^[\s,]*$/.test(plain(body.slice(end, event.index)));
      holders = isJoined ? [...holders, ...event.names] : event.names;
      end = event.end;
    }
  }
  return { fixes, unlabelled };
}

/** Names of the pages that other pages and the contents link to. A mirror may hold a release before its index does. */
function linkedPages(folder: string): Set<string> {
  const files = readdirSync(folder).filter((name) => /\.(?:html|json)$/.test(name));
  return new Set(
    files.flatMap((name) => {
      const links = readFileSync(`${folder}/${name}`, 'utf8').matchAll(/([\w.-]+\.html)\b/g);
      return [...links].flatMap(([, page = '']) => (page === name ? [] : [page]));
    }),
  );
}

for (const { source, folder, file } of GUIDES) {
  describe(`${source.product} in the mirror`, { skip: needsShared }, () => {
    const releases = new Map<string, RawRelease>();

    before(async () => {
      for (const name of readdirSync(`${MIRROR}/${folder}`).filter((entry) => file.test(entry))) {
        releases.set(name, await releaseOf(source, `https://docs.aws.amazon.com/${folder}/${name}`));
      }
    });

    test('discovers every release page that another page links to', async () => {
      const { pages } = await source.discover(read);
      const linked = linkedPages(`${MIRROR}/${folder}`);
      const known = [...releases.keys()].filter((name) => linked.has(name));
      assert.ok(known.length > 5);
      assert.deepEqual(
        known.filter((name) => !pages.some((url) => url.endsWith(`/${name}`))),
        [],
      );
    });

    test('reads each release page as one release', () => {
      assert.ok(releases.size > 5);
      assert.equal(new Set([...releases.values()].map(({ version }) => version)).size, releases.size);
    });

    test('finds as many packages as regular expressions count', () => {
      for (const [name, release] of releases) {
        const listed = new Set(
          release.packages?.map((found) => `${found.name}-${found.version.replace(/^\d+:/, '')}`),
        );
        const counted = countedPackages(readFileSync(`${MIRROR}/${folder}/${name}`, 'utf8'));
        assert.deepEqual(
          { name, more: without(listed, counted), fewer: without(counted, listed) },
          { name, more: [], fewer: [] },
        );
      }
    });

    test('finds as many CVEs as a regular expression counts, nearly all with a package', () => {
      for (const [name, { packages = [], items }] of releases) {
        const listed = new Set([...packages, ...items].flatMap(({ cves }) => cves));
        const counted = countedCves(readFileSync(`${MIRROR}/${folder}/${name}`, 'utf8'));
        assert.deepEqual([...listed].sort(), [...counted].sort(), name);
      }
      const loose = [...releases.values()].flatMap(({ packages = [], items }) => {
        const fixed = new Set(packages.flatMap(({ cves }) => cves));
        return items.flatMap(({ cves }) => cves.filter((cve) => !fixed.has(cve)));
      });
      assert.ok(loose.length <= 2, loose.join(', '));
    });

    test('finds as many architectures as regular expressions count', () => {
      for (const [name, { packages = [] }] of releases) {
        const listedCount = packages.reduce((sum, { arches }) => sum + arches.length, 0);
        assert.equal(listedCount, countedArches(readFileSync(`${MIRROR}/${folder}/${name}`, 'utf8')), name);
      }
    });

    test('assigns each CVE below a label to the packages of that label only', () => {
      for (const [name, { packages = [] }] of releases) {
        const listed = new Set(
          packages.flatMap((found) =>
            found.cves.map((cve) => `${found.name}-${found.version.replace(/^\d+:/, '')} ${cve}`),
          ),
        );
        const { fixes, unlabelled } = countedFixes(readFileSync(`${MIRROR}/${folder}/${name}`, 'utf8'));
        const labelled = [...listed].filter((pair) => !unlabelled.has(pair.split(' ')[1] ?? ''));
        const counted = [...fixes].filter((pair) => !unlabelled.has(pair.split(' ')[1] ?? ''));
        assert.deepEqual(labelled.sort(), counted.sort(), name);
      }
    });

    test('finds items on every release page, and a day that agrees with its number', () => {
      for (const [name, { packages = [], items, date, version }] of releases) {
        assert.ok(packages.length + items.length > 0, name);
        const frozen = /(\d{4})(\d\d)(\d\d)/.exec(version)?.slice(1).join('-') ?? '';
        assert.ok(
          date >= frozen && Date.parse(date) - Date.parse(frozen) < 30 * 86_400_000,
          `${version} ${date}`,
        );
      }
    });
  });
}

async function releaseOf(source: ReleaseNoteSource, url: string): Promise<RawRelease> {
  const page = await read(url);
  const { releases, problems } = source.parse(page);
  const isNameless = page.body.search(LOST_NAME) >= 0;
  assert.deepEqual(
    problems.map(({ text }) => (isNameless ? text.key : say(text, 'en'))),
    isNameless ? ['os.page.namelessPackages'] : [],
    url,
  );
  const [release, ...more] = releases;
  assert.ok(release && more.length === 0, url);
  return release;
}
