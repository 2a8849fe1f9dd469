import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { CHECKS } from '../../../src/analysis/checks/checks.ts';
import { applyEdits, fixFor } from '../../../src/edits/index.ts';
import type { CheckRow, Inventory } from '../../../src/model/index.ts';
import { checklistRows, SHOPS, type FailingShop } from '../../support/checks/failing.ts';

/** An edit, code or a command to copy, or only an explanation; null if the check has nothing to fix. */
type Kind = 'edit' | 'code' | 'command' | 'advice';
const cells = new Map<string, (Kind | null)[]>();

for (const shop of SHOPS) {
  test(`${shop.tool}: every written fix makes its check pass and breaks no other`, async () => {
    const before = await shop.read(shop.text);
    const rows = checklistRows(before);
    const broken = new Set(rows.filter(isFailed).map(nameOf));
    const kinds = new Map<string, Set<Kind>>();
    const ofWindows = await readOnWindows(shop);
    for (const row of rows.filter((each) => isFailed(each) || each.fix !== null)) {
      const source = { file: shop.file, text: shop.text };
      const offer = fixFor(row, before.assets, (file) => (file === shop.file ? source : null));
      const kind =
        offer === null ? 'advice' : 'edits' in offer ? 'edit' : 'snippet' in offer ? 'code' : 'command';
      kinds.set(row.id, (kinds.get(row.id) ?? new Set()).add(kind));
      if (offer === null || !('edits' in offer)) continue;
      assert.deepEqual(
        offer.edits.map(({ file }) => file),
        [shop.file],
      );
      const mended = applyEdits(
        shop.text,
        offer.edits.flatMap(({ edits }) => edits),
      );
      assert.doesNotMatch(mended, /[ \t]$/m, `${row.id} leaves no blanks at the end of a line`);
      await assertMended(shop, row, mended, broken);
      const windows = applyEdits(ofWindows.text, offerIn(shop, row, ofWindows) ?? []);
      assert.equal(windows, mended.replaceAll('\n', '\r\n'), `${row.id} keeps the line endings`);
    }
    for (const { id } of CHECKS) {
      const found = kinds.get(id);
      assert.ok(found === undefined || found.size === 1, `${id} is ${[...(found ?? [])].join(' and ')}`);
      cells.set(id, [...(cells.get(id) ?? []), found === undefined ? null : ([...found][0] ?? null)]);
    }
  });
}

interface ReadShop {
  text: string;
  inventory: Inventory;
  rows: readonly CheckRow[];
}

/** The shop with line endings of Windows. */
async function readOnWindows(shop: FailingShop): Promise<ReadShop> {
  const text = shop.text.replaceAll('\n', '\r\n');
  const inventory = await shop.read(text);
  return { text, inventory, rows: checklistRows(inventory) };
}

function offerIn({ file }: FailingShop, { id, assetId }: CheckRow, { text, inventory, rows }: ReadShop) {
  const row = rows.find((each) => each.id === id && each.assetId === assetId);
  const offer = row === undefined ? null : fixFor(row, inventory.assets, () => ({ file, text }));
  return offer !== null && 'edits' in offer ? offer.edits.flatMap(({ edits }) => edits) : null;
}

async function assertMended(
  shop: FailingShop,
  { id, assetId }: CheckRow,
  text: string,
  broken: ReadonlySet<string>,
): Promise<void> {
  const rows = checklistRows(await shop.read(text));
  const row = rows.find((each) => each.id === id && each.assetId === assetId);
  assert.ok(row !== undefined && isMended(row), `${id} of ${assetId} (${row?.link}):\n${text}`);
  const added = rows.filter((each) => isFailed(each) && each.link !== 'subscriber').map(nameOf);
  assert.deepEqual(
    added.filter((each) => !broken.has(each)),
    [],
    `${id} breaks nothing:\n${text}`,
  );
}

/** A fix leaves no failure that code shows, except for the subscribers of a new topic, which people choose. */
function isMended({ answer, link }: CheckRow): boolean {
  return answer !== 'fail' || link === 'subscriber';
}

function isFailed({ answer }: CheckRow): boolean {
  return answer === 'fail';
}

function nameOf({ id, assetId }: CheckRow): string {
  return `${id} ${assetId}`;
}

test('the table in docs/reference/fixes.md matches the fixes', () => {
  const table = [
    `| check | ${SHOPS.map(({ tool }) => tool).join(' | ')} |`,
    `|---|${SHOPS.map(() => '---|').join('')}`,
    ...CHECKS.map(
      ({ id }) => `| \`${id}\` | ${(cells.get(id) ?? []).map((kind) => kind ?? '–').join(' | ')} |`,
    ),
  ].join('\n');
  const page = readFileSync('docs/reference/fixes.md', 'utf8');
  const found = /^\| check \|[\s\S]*?(?=\n\n)/m.exec(page)?.[0];
  assert.equal(found, table);
});
