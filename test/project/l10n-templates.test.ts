import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import ts from 'typescript';
import { say, text } from '../../src/l10n/index.ts';
import { form, part, plural, withoutStop } from '../../src/l10n/say.ts';

const ROOT = path.join(import.meta.dirname, '../../src/l10n');

const CHOOSING: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.ConditionalExpression,
  ts.SyntaxKind.IfStatement,
  ts.SyntaxKind.SwitchStatement,
  ts.SyntaxKind.ForStatement,
  ts.SyntaxKind.ForOfStatement,
  ts.SyntaxKind.WhileStatement,
  ts.SyntaxKind.ElementAccessExpression,
]);
const OPERATORS: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.QuestionQuestionToken,
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.AmpersandAmpersandToken,
]);
/** Functions that turn a list or words into other words. */
const METHODS = /^(?:map|flatMap|filter|flat|slice|replace|replaceAll|find|charAt)$/;

function isBranch(node: ts.Node): boolean {
  if (CHOOSING.has(node.kind)) return true;
  if (ts.isBinaryExpression(node)) return OPERATORS.has(node.operatorToken.kind);
  return (
    ts.isCallExpression(node) &&
    ts.isPropertyAccessExpression(node.expression) &&
    METHODS.test(node.expression.name.text)
  );
}

/** The branches of a file of sentences, each with its line. */
function branchesOf(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (isBranch(node)) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      found.push(`${line + 1}: ${node.getText().slice(0, 80)}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

describe('languages contain only templates: no sentence branches', () => {
  for (const language of ['en', 'ja'] as const) {
    const folder = path.join(ROOT, language);
    for (const name of readdirSync(folder, { recursive: true }).map(String).sort()) {
      if (!name.endsWith('.ts')) continue;
      test(`${language}/${name}`, () => {
        const branches = branchesOf(path.join(folder, name));
        assert.deepEqual(branches, []);
      });
    }
  }
});

describe('helpers of templates', () => {
  test('part() adds an optional part only for a present value', () => {
    for (const absent of [null, false, '', 0, []]) assert.equal(part(absent, ' and more'), '');
    for (const present of [true, 'x', 1, ['x']]) assert.equal(part(present, ' and more'), ' and more');
    assert.equal(
      part('3.04', (version) => ` of ${version}`),
      ' of 3.04',
    );
  });

  test('plural() and form() agree with a count', () => {
    assert.deepEqual([plural(0, 'bug'), plural(1, 'bug'), plural(2, 'bug')], ['0 bugs', '1 bug', '2 bugs']);
    assert.equal(plural(2, 'advisory', 'advisories'), '2 advisories');
    assert.deepEqual([form(1, 'is', 'are'), form(0, 'is', 'are')], ['is', 'are']);
  });

  test('withoutStop() removes the full stop of an embedded sentence', () => {
    assert.deepEqual(
      [withoutStop('Unknown.'), withoutStop('不明です。'), withoutStop('a')],
      ['Unknown', '不明です', 'a'],
    );
  });

  test('joins lists by the rules of the language, or by a sign of the sentence', () => {
    const parts = [text('word.quoted', { word: 'a' }), text('word.quoted', { word: 'b' })];
    const shared = text('symptom.why', { words: parts });
    assert.equal(say(shared, 'en'), 'Shared words: “a”, “b”.');
    assert.equal(say(shared, 'ja'), '共通する語: 「a」「b」');
    assert.equal(say(text('report.parts', { parts }), 'en'), '“a”; “b”');
  });
});
