import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isFileLocation, type Location } from '../../src/model/index.ts';
import { buildAssets } from '../../src/inventory/workspace/assets.ts';
import type { Format } from '../../src/inventory/workspace/format.ts';
import { isInside, viewOf } from './format.ts';

export const RUNS = { numRuns: Number(process.env['FUZZ_RUNS'] ?? 500) };

const CHARACTERS = [
  '\r\n',
  '\t',
  '🚀',
  '\u2028',
  '\\\n',
  '"',
  "'",
  '`',
  '${',
  '}',
  '$(',
  ')',
  '(',
  '{',
  '\\',
];

/** One of the seeds with pieces cut out, doubled or put in. */
export function mutationsOf(
  seeds: readonly string[],
  snippets: readonly string[] = [],
): fc.Arbitrary<string> {
  const edit = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    cut: fc.nat(12),
    put: fc.oneof(fc.constantFrom(...CHARACTERS, ...snippets), fc.string({ maxLength: 4, unit: 'binary' })),
  });
  return fc.tuple(fc.constantFrom(...seeds), fc.array(edit, { maxLength: 8 })).map(([seed, edits]) =>
    edits.reduce((text, { at, cut, put }) => {
      const from = Math.floor(at * text.length);
      return text.slice(0, from) + put + text.slice(from + cut);
    }, seed),
  );
}

/** Reads a file, and asserts that nothing that is found is outside of it, or of the files beside it. */
export function checkPlaces(
  format: Format,
  file: string,
  text: string,
  others: Readonly<Record<string, string>> = {},
): void {
  const files: Record<string, string> = { ...others, [file]: text };
  const view = viewOf(files);
  const reading = format.read(
    format.unitOf(file, (folder) => view.list(folder)),
    view,
  );
  const places: (Location | null)[] = reading.drafts.flatMap((draft) => [
    draft.at,
    draft.version?.at ?? null,
    ...(draft.version?.state === 'known' ? draft.version.uses.map((use) => use.location) : []),
    ...Object.values(draft.settings).map((value) => value.at),
  ]);
  const assets = buildAssets(reading.drafts);
  for (const place of [...places, ...assets.map((asset) => asset.location)]) {
    if (place === null) continue;
    const written = isFileLocation(place) ? files[place.file] : undefined;
    assert.ok(written !== undefined && isFileLocation(place), JSON.stringify(place));
    assert.ok(isInside(written, place), JSON.stringify(place));
  }
}
