import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import fc from 'fast-check';
import { parserOf, Parts } from '../../src/syntax/index.ts';
import { languageOf } from '../../src/inventory/formats/programs/language-of.ts';
import { prepareLanguages } from '../../src/inventory/index.ts';
import { withTree } from '../../src/syntax/programs/parse.ts';
import { FILES } from '../../scripts/bench/tree/files.ts';
import { RUNS } from '../support/fuzz.ts';
import { mutationsOf } from '../support/mutations.ts';

const PROGRAMS = FILES.filter(({ file }) => languageOf(file) !== null);

before(() => prepareLanguages(PROGRAMS.map(({ file }) => file)));

for (const kind of PROGRAMS) {
  const { file } = kind;
  const seed =
    (kind.before ?? '') + [kind.block(1), kind.pin(1), kind.block(2)].join('\n') + (kind.after ?? '');

  test(`${file} that is edited has the tree that it has when it is read anew`, () => {
    fc.assert(
      fc.property(mutationsOf([seed], [seed.slice(0, 40), '\n']), mutationsOf([seed]), (first, second) => {
        const parts = new Parts();
        treeOf(file, first, parts);
        assert.equal(treeOf(file, second, parts), treeOf(file, second));
      }),
      RUNS,
    );
  });
}

function treeOf(file: string, text: string, parts?: Parts): string | null {
  const parser = parserOf(languageOf(file) ?? 'python');
  assert.ok(parser);
  const source = parts === undefined ? { file, text } : { file, text, parts };
  return withTree(source, parser, ({ rootNode }) =>
    rootNode
      .descendantsOfType(['string', 'identifier', 'string_literal', 'call', 'call_expression'])
      .map((node) => `${node.startIndex}-${node.endIndex} ${node.text}`)
      .concat(rootNode.toString())
      .join('\n'),
  );
}
