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

for (const document of DOCUMENTS) {
  test(`${document}: every link and picture is there, or an https address`, () => {
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
