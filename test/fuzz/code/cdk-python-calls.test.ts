import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { applyEdits, fixFor } from '../../../src/edits/index.ts';
import { checklistRows, SHOPS } from '../../support/checks/failing.ts';

/** Existing calls of the library with their keywords; structure classes with their owners. */
const KNOWN: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  readFileSync('test/fixtures/cdk-types/python-calls.txt', 'utf8')
    .split('\n')
    .filter((line) => line.includes(':') && !line.startsWith('#'))
    .map((line) => line.split(':', 2))
    .map(([name = '', words = '']) => [name, new Set(words.trim().split(' '))]),
);
/** Calls that are Python's or the program's own. */
const NOT_CALLS = /^(?:super|__init__|class)$/;

/** Calls of a program, as `name keyword`: the keywords of a call are directly between its brackets. */
function callsIn(program: string): Set<string> {
  const code = program
    .replace(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|#.*/g, '""')
    .replace(/^[ \t]*(?:def|class) .*$/gm, '');
  const found = new Set<string>();
  const open: (string | null)[] = [];
  for (const [part] of code.matchAll(/[\w.]+\(|[([{]|[)\]}]|\w+=(?!=)/g)) {
    if (part.endsWith('(')) open.push(part === '(' ? null : nameOf(part.slice(0, -1)));
    else if (/[[{]/.test(part)) open.push(null);
    else if (/[)\]}]/.test(part)) open.pop();
    const call = open.at(-1) ?? null;
    if (call !== null && !NOT_CALLS.test(call))
      found.add(part.endsWith('=') ? `${call} ${part.slice(0, -1)}` : call);
  }
  return found;
}

/** `CfnRule.TargetProperty` of `events.CfnRule.TargetProperty`, `seconds` of `Duration.seconds`. */
function nameOf(callee: string): string {
  const parts = callee.split('.');
  return parts.slice(callee.endsWith('Property') ? -2 : -1).join('.');
}

function isKnown(call: string): boolean {
  const [name = '', keyword] = call.split(' ');
  const keywords = KNOWN.get(name);
  return keywords !== undefined && (keyword === undefined || keywords.has(keyword));
}

test('every fix calls only functions of the CDK for Python, with keywords that they accept', async () => {
  const shop = SHOPS.find(({ file }) => file === 'stack.py');
  assert.ok(shop);
  const { file, text } = shop;
  const { assets } = await shop.read(text);
  const rows = checklistRows({ assets, suppressions: [], problems: [] }).filter(({ fix }) => fix !== null);
  let mended = 0;
  const unknown = new Set<string>();
  for (const row of rows) {
    const offer = fixFor(row, assets, () => ({ file, text }));
    if (offer === null || 'command' in offer) continue;
    mended += 1;
    const program =
      'snippet' in offer
        ? offer.snippet
        : applyEdits(
            text,
            offer.edits.flatMap(({ edits }) => edits),
          );
    for (const call of callsIn(program)) if (!isKnown(call)) unknown.add(`${row.id}: ${call}`);
  }
  assert.ok(mended > 50, `${mended} programs`);
  assert.deepEqual([...unknown], []);
  // Proves that the table rejects unknown calls.
  const wrong = callsIn(
    'ssm.CfnAssociation(self, "A", name="x", param={"a": f(b=1)})\nssm.CfnAsociation(self)',
  );
  assert.deepEqual(
    [...wrong].filter((call) => !isKnown(call)),
    ['CfnAssociation param', 'f', 'f b', 'CfnAsociation'],
  );
});
