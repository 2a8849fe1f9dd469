import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import ts from 'typescript';
import { applyEdits, fixFor, fixForAll, type FixOffer } from '../../../src/edits/index.ts';
import { text as words } from '../../../src/l10n/index.ts';
import { checklistRows, SHOPS } from '../../support/checks/failing.ts';

// The library itself has 186 MB. These declarations cover what the shop and its fixes use; as a text, they are not part of
// our own types.
const DECLARATIONS = 'aws-cdk.d.ts';
const OPTIONS: ts.CompilerOptions = {
  strict: true,
  noLib: true,
  noEmit: true,
  types: [],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  target: ts.ScriptTarget.ESNext,
};

/** Compiler errors of programs by name. */
function errorsIn(programs: ReadonlyMap<string, string>): string[] {
  const declarations = readFileSync(`test/fixtures/cdk-types/${DECLARATIONS}.txt`, 'utf8');
  const texts = new Map([...programs, [DECLARATIONS, declarations]]);
  const host: ts.CompilerHost = {
    getSourceFile: (name, target) => {
      const text = texts.get(name);
      return text === undefined ? undefined : ts.createSourceFile(name, text, target);
    },
    getDefaultLibFileName: () => '',
    getCurrentDirectory: () => '',
    getCanonicalFileName: (name) => name,
    getNewLine: () => '\n',
    fileExists: (name) => texts.has(name),
    readFile: (name) => texts.get(name),
    useCaseSensitiveFileNames: () => true,
    writeFile: () => undefined,
  };
  return ts.getPreEmitDiagnostics(ts.createProgram([...texts.keys()], OPTIONS, host)).map((each) => {
    const line = each.file?.getLineAndCharacterOfPosition(each.start ?? 0).line ?? 0;
    return `${each.file?.fileName ?? ''}:${line + 1} ${ts.flattenDiagnosticMessageText(each.messageText, ' ')}`;
  });
}

/** A program with a snippet in a separate stack, which receives the constructs that the snippet names. */
function withSnippet(program: string, snippet: string): string {
  const [, imports = '', body = ''] = /^((?:import .*\n+)*)([^]*)$/.exec(snippet) ?? [];
  const made = program.matchAll(/(?:const (\w+) = )?new ([\w.]+)\(this, '(\w+)'/g);
  const given = [...made].map(([, name, type = '', id = '']) => {
    const variable = name ?? id.charAt(0).toLowerCase() + id.slice(1);
    return `declare const ${variable}: ${type};`;
  });
  return `${imports}${program}
namespace snippet {
${given.join('\n')}
class Fix extends cdk.Stack {
  mend(): void {
${body}
  }
}
}
`;
}

test('the code of every fix for a CDK program compiles, alone and with the other fixes of its resource', async () => {
  const shop = SHOPS.find(({ file }) => file === 'stack.ts');
  assert.ok(shop);
  const { file, text } = shop;
  const { assets } = await shop.read(text);
  const read = () => ({ file, text });
  const programs = new Map([['shop.ts', text]]);
  const add = (name: string, offer: FixOffer | null): void => {
    if (offer !== null && 'snippet' in offer) programs.set(`${name}.ts`, withSnippet(text, offer.snippet));
    if (offer !== null && 'edits' in offer)
      programs.set(
        `${name}.ts`,
        applyEdits(
          text,
          offer.edits.flatMap(({ edits }) => edits),
        ),
      );
  };
  const byAsset = Map.groupBy(
    checklistRows({ assets, suppressions: [], problems: [] }).filter(({ fix }) => fix !== null),
    ({ assetId }) => assetId,
  );
  for (const [id, rows] of byAsset) {
    for (const row of rows) add(`${row.id} of ${id}`, fixFor(row, assets, read));
    add(`all of ${id}`, fixForAll(rows, words('fix.all', { resource: id }), assets, read));
  }
  assert.ok(programs.size > 60, `${programs.size} programs`);
  assert.deepEqual(errorsIn(programs), []);
  // Proves that the declarations reject wrong code.
  const wrong = text.replace('minCapacity: 2', 'minCapacity: "2"');
  assert.equal(errorsIn(new Map([['wrong.ts', wrong]])).length, 1);
});
