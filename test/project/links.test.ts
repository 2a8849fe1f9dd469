import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

const ROOT = path.resolve(import.meta.dirname, '../..');
const DOCUMENTS = [
  'README.md',
  'README.ja.md',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'SUPPORT.md',
  'SECURITY.md',
].concat(
  readdirSync(path.join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/${file}`),
);

/** A heading's anchor, as GitHub and the galleries make it. */
function anchorOf(heading: string): string {
  const words = heading.toLowerCase().replace(/[^\p{L}\p{N}\s_-]/gu, '');
  return words.trim().replace(/\s/g, '-');
}

function anchorsOf(file: string): Set<string> {
  const headings = readFileSync(file, 'utf8').matchAll(/^#{1,6} (.+)$/gm);
  return new Set([...headings].map(([, heading = '']) => anchorOf(heading)));
}

/** Paths in backticks, of which documents for contributors omit the first folders. Patterns and placeholders are no paths. */
function codePathsOf(text: string): string[] {
  const quoted = [...text.matchAll(/`([\w./-]+)`/g)].map(([, quote = '']) => quote);
  return quoted.filter((quote) => /^[\w-].*\.ts$|^(?:src|test|scripts)\/./.test(quote));
}

const FILES = ['src', 'test', 'scripts', 'docs'].flatMap((folder) =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map(
    (file) => `/${folder}/${file.replaceAll(path.sep, '/')}`,
  ),
);

for (const document of DOCUMENTS.filter((file) => /^docs.contributing|^CONTRIBUTING/.test(file))) {
  test(`${document}: every named path of code exists`, () => {
    const named = codePathsOf(readFileSync(path.join(ROOT, document), 'utf8'));
    const missing = named.filter(
      (name) => !FILES.some((file) => file.endsWith(`/${name.replace(/\/$/, '')}`)),
    );
    assert.deepEqual(missing, []);
  });
}

for (const document of DOCUMENTS) {
  test(`${document}: every link leads to a file, a heading or an https address`, () => {
    const text = readFileSync(path.join(ROOT, document), 'utf8').replace(/```[\s\S]*?```|`[^`\n]*`/g, '');
    for (const [, target = ''] of text.matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^https:\/\/[\w.-]+/.test(target)) continue;
      const [name = '', anchor] = target.split('#');
      const file = name === '' ? path.join(ROOT, document) : path.join(ROOT, path.dirname(document), name);
      assert.ok(existsSync(file), `${target} leads nowhere`);
      if (anchor !== undefined) assert.ok(anchorsOf(file).has(anchor), `${target} has no such heading`);
    }
  });
}
