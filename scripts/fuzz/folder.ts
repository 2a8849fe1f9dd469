import assert from 'node:assert/strict';
import path from 'node:path';
import { ScannedFiles } from '../../src/inventory/scan/files.ts';
import { FORMATS } from '../../src/inventory/formats/formats.ts';
import { Units } from '../../src/inventory/scan/units.ts';
import { say } from '../../src/l10n/index.ts';
import { isFileLocation, type Asset, type Inventory, type Problem } from '../../src/model/index.ts';
import { runTask } from '../../src/threads/index.ts';
import { holdsVersion, textOf, splitLines, type TextLines } from '../../test/support/code/ranges.ts';

/** Folder that does not exist, so that files to which an input refers are missing. */
const BASE = path.resolve('/no-such-folder');
const PIN = 'errata_beside';
/** File next to every input. Its version must be found, whatever the input contains. */
const NEIGHBOUR_TEXT = `resource "aws_rds_cluster" "${PIN}" {
  engine         = "aurora-mysql"
  engine_version = "8.0.mysql_aurora.3.04.0"
}
`;
const NOTHING: ReadonlySet<string> = new Set();

/**
 * Reads files like documents that are open in the editor, with a file next to them that pins a version.
 * @throws if a file breaks the reading of a unit, if a range is wrong, or if that version is not found
 */
export async function checkFolder(files: Readonly<Record<string, string>>, changed: string): Promise<void> {
  const beside = path.posix.join(path.posix.dirname(changed), 'zz-beside.tf');
  const all: Record<string, string> = { ...files, [beside]: NEIGHBOUR_TEXT };
  const scanned = new ScannedFiles(FORMATS, BASE);
  for (const [file, text] of Object.entries(all)) scanned.addOpen(file, text);
  const units = new Units(scanned);
  await units.update(NOTHING, NOTHING);
  runTask('what the units declare', () => {
    const assets = units.assets();
    for (const problem of [...scanned.problems(), ...units.problems()]) checkProblem(problem, all);
    const texts = new Map<string, TextLines>();
    for (const asset of assets) checkRanges(asset, all, texts);
    const isFound = assets.some(({ name, version }) => name.endsWith(PIN) && version === '3.04.0');
    assert.ok(isFound, 'the version beside it is not found');
  });
}

/** Inventory of files that are read like open documents of the editor. */
export async function inventoryOf(files: Readonly<Record<string, string>>): Promise<Inventory> {
  const scanned = new ScannedFiles(FORMATS, BASE);
  for (const [file, text] of Object.entries(files)) scanned.addOpen(file, text);
  const units = new Units(scanned);
  await units.update(NOTHING, NOTHING);
  return {
    assets: units.assets(),
    suppressions: scanned.suppressions(),
    problems: [...scanned.problems(), ...units.problems()],
  };
}

function checkProblem({ source, text }: Problem, files: Readonly<Record<string, string>>): void {
  assert.notEqual(text.key, 'problem.notUnderstood', `crash: ${say(text, 'en')}`);
  const line = text.args['line'];
  const content = files[source];
  if (typeof line !== 'number' || content === undefined) return;
  const isInside = line >= 1 && line <= splitLines(content).lines.length;
  assert.ok(isInside, `line ${line} of a problem is outside of its file: ${text.key}`);
}

/** @param texts known texts of the files; others are read */
function checkRanges(
  asset: Asset,
  files: Readonly<Record<string, string>>,
  texts: Map<string, TextLines>,
): void {
  const { location, uses } = asset;
  for (const place of [location, ...uses.map((use) => use.location)]) {
    if (!isFileLocation(place)) continue;
    const at = `range of ${asset.kind} ${JSON.stringify(place)}`;
    const content = files[place.file];
    assert.ok(content !== undefined, `${at}: no such file`);
    const known = texts.get(place.file) ?? splitLines(content);
    texts.set(place.file, known);
    // An unclosed string continues to the end of the file.
    const text = textOf(known, place, at).trimEnd();
    if (place !== location || holdsVersion(text, asset)) continue;
    assert.fail(`${at}: ${JSON.stringify(text)} is no version`);
  }
}
