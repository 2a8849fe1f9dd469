import assert from 'node:assert/strict';
import { isFileLocation, type Location } from '../../../src/model/index.ts';
import { buildAssets } from '../../../src/inventory/resources/assets.ts';
import type { Format } from '../../../src/inventory/reading/format.ts';
import { isInside, viewOf } from '../code/format.ts';

/** Number of runs, small enough for every change; FUZZ_RUNS sets another. */
export const RUNS = { numRuns: Number(process.env['FUZZ_RUNS'] ?? 200) };

/** Reads a file, and asserts that every place lies in it or in the files beside it. */
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
    ...Object.values(draft.settings).map((value) => value.at ?? null),
  ]);
  const assets = buildAssets(reading.drafts);
  for (const place of [...places, ...assets.map((asset) => asset.location)]) {
    if (place === null) continue;
    const written = isFileLocation(place) ? files[place.file] : undefined;
    assert.ok(written !== undefined && isFileLocation(place), JSON.stringify(place));
    assert.ok(isInside(written, place), JSON.stringify(place));
  }
}
