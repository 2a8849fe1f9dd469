import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { builtMetafile } from '../../../scripts/bundles/bundle.ts';
import { GRAMMAR_FILES } from '../../../src/syntax/index.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const NAME = /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//;

function packagesIn(bundle: Parameters<typeof builtMetafile>[0]): string[] {
  const names = Object.keys(builtMetafile(bundle).inputs).flatMap((file) => NAME.exec(file)?.[1] ?? []);
  return [...new Set(names)].sort();
}

/** The packages that a built folder names at the head of its notices, and the licence of each. */
function noticesIn(folder: string): { text: string; licences: ReadonlyMap<string, string> } {
  const text = readFileSync(path.join(ROOT, folder, 'THIRD_PARTY_NOTICES.txt'), 'utf8');
  const entries = [...text.matchAll(/^- (\S+)(?: \S+)?: (\S+)$/gm)].map(
    ([, name = '', licence = '']): [string, string] => [name, licence],
  );
  return { text, licences: new Map(entries) };
}

test('the notices of the extension and the command line name every bundled package', () => {
  const { text, licences } = noticesIn('dist');
  const copied = GRAMMAR_FILES.flatMap((file) => NAME.exec(`node_modules/${file}`)?.[1] ?? []);
  const ofPages = ['@vscode-elements/elements', '@vscode/codicons', 'lit'];
  for (const name of [
    ...packagesIn('extension'),
    ...packagesIn('program'),
    ...packagesIn('threads'),
    ...copied,
    ...ofPages,
  ])
    assert.ok(licences.has(name), name);
  for (const file of GRAMMAR_FILES.map((each) => path.basename(each, '.wasm')))
    assert.ok(licences.has(file), file);
  assert.equal(licences.get('@vscode/codicons'), 'CC-BY-4.0');
  for (const words of [
    'Apache License',
    'Creative Commons Attribution 4.0 International',
    'Permission to use, copy, modify, and/or distribute',
    'Copyright (c) 2017 Ayman Nadeem',
    'Redistributions in binary form must reproduce',
  ])
    assert.ok(text.includes(words), words);
});

test('the notices contain the licence text of every package below its name', () => {
  for (const folder of ['dist', 'deploy/lambda']) {
    const { text, licences } = noticesIn(folder);
    for (const [name, licence] of licences) {
      const isHeading = (line: string): boolean =>
        line.startsWith(name) &&
        /^(?: \S+)? \(/.test(line.slice(name.length)) &&
        line.endsWith(`(${licence})`);
      assert.ok(text.split('\n').some(isHeading), name);
    }
  }
});

test('the notices of the function name exactly its packages', () => {
  const { licences } = noticesIn('deploy/lambda');
  assert.deepEqual([...licences.keys()].sort(), packagesIn('lambda'));
});

test('the notices are part of the npm package and of the extension', () => {
  const npm = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  const [{ files }] = JSON.parse(npm) as [{ files: { path: string }[] }];
  const names = files.map(({ path: file }) => file);
  assert.ok(names.includes('dist/THIRD_PARTY_NOTICES.txt'));
  assert.ok(names.includes('dist/cli.js'));
  const packed = readFileSync(path.join(ROOT, '.vscodeignore'), 'utf8').split('\n');
  assert.ok(packed.includes('!dist/THIRD_PARTY_NOTICES.txt'));
});
