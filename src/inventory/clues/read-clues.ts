import {
  commonBaseFolder,
  confinedDisk,
  disk,
  textOfRegularFile,
  walk,
  type Disk,
} from '../../files/index.ts';
import {
  INTERRUPTED,
  interruptible,
  type ClientSetting,
  type FileLocation,
  type Runbook,
  type WorkspaceClues,
} from '../../model/index.ts';
import type { ScanOptions } from '../scan/workspace-inventory.ts';
import { linesOf, placeOf, type SourceFile } from '../../syntax/index.ts';
import { clientSettingsIn, poolsIn } from './clients.ts';
import { servedEndpoints, staticPageAt } from './routes.ts';
import { runbooksIn, undoCommandIn } from './runbooks.ts';

const READ_ENDINGS = [
  'md|mdx|markdown|adoc|asciidoc|rst|org|txt|sh|bash|ps1|ya?ml|json|tf|tpl|tftpl|conf|html?',
  '[cm]?[jt]sx?|py|rb|php|java|kt|cs|go|properties|toml|ini|env|cnf',
];
const READ_FILES = new RegExp(
  String.raw`\.(?:${READ_ENDINGS.join('|')})$|(?:^|/)(?:\.env[\w.]*|Makefile|Dockerfile)$`,
  'i',
);
/** Files that can contain routes and the helpers of their handlers. */
const SERVING_FILES = /\.(?:[cm]?[jt]sx?|py|rb|php|java|kt|go|conf|sh|bash|tf|tpl|tftpl|ya?ml)$/i;
/** Maximum size of a file that is read. Generated files and data are larger. */
export const MAX_CLUE_FILE_BYTES = 200_000;
export const MAX_CLUE_FILES = 5000;
/** Maximum number of characters of code that are kept for following helpers. */
const MAX_SERVING_CHARACTERS = 20_000_000;

/** Milliseconds of CPU time: ten times the need of the largest known trees. */
export const CLUES_BUDGET = 5000;

interface CluesOptions extends Pick<ScanOptions, 'ignoreFiles' | 'within'> {
  /** Milliseconds of CPU time; default {@link CLUES_BUDGET}. */
  budget?: number;
}

/**
 * Clues about the resources in documents, scripts and application code. Null if there are more than {@link MAX_CLUE_FILES}
 * files or the budget is exceeded: an incomplete search would prove nothing.
 */
export function readClues(paths: readonly string[], options: CluesOptions = {}): WorkspaceClues | null {
  const clues = interruptible(options.budget ?? CLUES_BUDGET, () => cluesIn(paths, options));
  return clues === INTERRUPTED ? null : clues;
}

function cluesIn(paths: readonly string[], options: CluesOptions): WorkspaceClues | null {
  const runbooks: Runbook[] = [];
  const undos: FileLocation[] = [];
  const pools: { size: number; location: FileLocation }[] = [];
  const clients: ClientSetting[] = [];
  const code: SourceFile[] = [];
  const files = {
    routes: [] as WorkspaceClues['routes'][number][],
    pages: [] as WorkspaceClues['pages'][number][],
  };
  let count = 0;
  let kept = 0;
  for (const source of sourcesBelow(paths, options)) {
    if (++count > MAX_CLUE_FILES) return null;
    if (source === null) continue;
    runbooks.push(...runbooksIn(source));
    undos.push(...[undoCommandIn(source)].filter((place) => place !== null));
    pools.push(...poolsIn(source));
    clients.push(...clientSettingsIn(source));
    const { routes, pages } = staticPageAt(source, placeOf(linesOf(source), 0, 0));
    files.routes.push(...routes);
    files.pages.push(...pages);
    kept += source.text.length;
    if (SERVING_FILES.test(source.file) && kept <= MAX_SERVING_CHARACTERS) code.push(source);
  }
  const served = servedEndpoints(code);
  return {
    runbooks: runbooks.map((runbook) => ({ ...runbook, undo: runbook.undo ?? undos[0] ?? null })),
    routes: [...served.routes, ...files.routes],
    pages: [...served.pages, ...files.pages],
    pools,
    clients,
  };
}

/** Files that can contain clues; null for one that cannot be read. */
function* sourcesBelow(
  paths: readonly string[],
  { ignoreFiles = true, within }: CluesOptions,
): Generator<SourceFile | null> {
  const from = within === undefined ? null : confinedDisk(within);
  const found = walk(paths, {
    base: commonBaseFolder(paths),
    isWanted: (file: string) => READ_FILES.test(file),
    ignoreFiles,
    // Unreadable folders are reported by the scan, which visits the same ones.
    report: () => undefined,
    ...(from === null ? {} : { from }),
  });
  for (const { file, absolute } of found) yield readSmallFile(file, absolute, from ?? disk);
}

function readSmallFile(file: string, absolute: string, from: Disk): SourceFile | null {
  const text = textOfRegularFile(absolute, MAX_CLUE_FILE_BYTES, from);
  // The file was deleted or locked since the walk. Clues only add to the code, so nothing is reported.
  return typeof text === 'string' ? { file, text } : null;
}
