import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** Words on two screens. Longer tables belong in docs/reference, and texts for contributors in docs/contributing. */
const MOST_WORDS = 900;

function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => word !== '').length;
}

const documents = readdirSync(path.join(ROOT, 'docs')).filter((file) => file.endsWith('.md'));
for (const document of [...documents.map((file) => `docs/${file}`), 'README.md', 'README.ja.md']) {
  test(`${document} fits on two screens`, () => {
    const written = readFileSync(path.join(ROOT, document), 'utf8');
    // The first screen of a README is its picture and the table of products.
    const text = document.startsWith('README') ? written.slice(written.indexOf('\n## ')) : written;
    const count = countWords(text);
    assert.ok(count <= MOST_WORDS, `${count} words, at most ${MOST_WORDS}`);
  });
}
