import path from 'node:path';
import type { Asset, FileLocation, Location } from '../../../src/model/index.ts';
import { isFileLocation } from '../../../src/model/index.ts';
import { buildAssets } from '../../../src/inventory/resources/assets.ts';
import { createEmbedded } from '../../../src/inventory/embedded/registry.ts';
import { FORMATS } from '../../../src/inventory/formats/formats.ts';
import type { Format, Reading, WorkspaceView } from '../../../src/inventory/reading/format.ts';

/** A workspace in memory: file names and their texts. */
export function viewOf(files: Readonly<Record<string, string>>): WorkspaceView {
  const foldersOf = (file: string): string[] => {
    const folder = path.posix.dirname(file);
    return folder === '.' ? [] : [folder, ...foldersOf(folder)];
  };
  const folders = [...new Set(Object.keys(files).flatMap(foldersOf))].sort();
  const read = (file: string) => {
    const text = files[file];
    return text === undefined ? null : { file, text };
  };
  const view = {
    list: (folder: string) =>
      Object.keys(files)
        .filter((file) => path.posix.dirname(file) === folder)
        .sort(),
    folders: (folder: string) => folders.filter((each) => path.posix.dirname(each) === folder),
    read,
    readNamed: read,
    modified: () => null,
    embedded: createEmbedded(FORMATS),
  };
  return view;
}

/** Result of a format for a unit. */
export function readUnit(format: Format, unit: string, files: Readonly<Record<string, string>>): Reading {
  return format.read(unit, viewOf(files));
}

/** Assets of a unit by name, or by id if several have the same name. */
export function assetsOf(
  format: Format,
  unit: string,
  files: Readonly<Record<string, string>>,
  by: 'name' | 'id' = 'name',
): Map<string, Asset> {
  return new Map(buildAssets(readUnit(format, unit, files).drafts).map((asset) => [asset[by], asset]));
}

/** The text that a location covers, found line by line as an editor does. */
export function textAt(files: Readonly<Record<string, string>>, location: Location): string {
  if (!isFileLocation(location)) throw new Error('not in a file');
  const lines = (files[location.file] ?? '').split(/(?<=\r\n|\n|\r(?!\n))/);
  const from = offsetOf(lines, location.line, location.column);
  return lines.join('').slice(from, offsetOf(lines, location.endLine, location.endColumn));
}

function offsetOf(lines: readonly string[], line: number, column: number): number {
  const before = lines.slice(0, line - 1).reduce((length, each) => length + each.length, 0);
  return before + column - 1;
}

/** True if a location lies within its file: its lines exist, and its columns are within them. */
export function isInside(text: string, { line, column, endLine, endColumn }: FileLocation): boolean {
  const lines = text.split(/\r\n|\n|\r/);
  const isPlace = (at: number, col: number) =>
    at >= 1 && col >= 1 && at <= lines.length && col <= (lines[at - 1] ?? '').length + 1;
  const isOrdered = line < endLine || (line === endLine && column <= endColumn);
  return isPlace(line, column) && isPlace(endLine, endColumn) && isOrdered;
}
