import { notesDays, checklistOf } from '../../analysis/index.ts';
import { readClues } from '../../inventory/index.ts';
import { CHECK_WEIGHT, reaches, type CheckRow } from '../../model/index.ts';
import {
  checklistCsv,
  checklistJson,
  checklistJunit,
  checklistMarkdown,
  checklistText,
  createPaint,
  sarif,
  SARIF_LEVELS,
  type ChecklistResult,
} from '../../report/index.ts';
import type { AccountOptions } from '../options/account-options.ts';
import { todayOf, type CommonOptions } from '../options/options.ts';
import type { ScanPaths } from '../read/paths.ts';
import { exitCodeOf, failingCount } from '../print/exit-code.ts';
import { warnOf } from '../print/problems.ts';
import { readSubjects } from '../read/read-subjects.ts';
import { createTerminal, type Terminal } from '../print/terminal.ts';
import { unsupportedFormat, type ExitCode } from '../options/usage.ts';
import { VERSION } from '../version.ts';

/** `checklist [PATH…] [the options of account]`: the observability checklist of code, of accounts, or of both. */
export async function checklist(
  paths: readonly string[],
  options: CommonOptions & AccountOptions,
): Promise<ExitCode> {
  // Before anything is asked: an account takes its time.
  if (options.format === 'jsonl') throw unsupportedFormat(options.format, 'checklist');
  const terminal = createTerminal(options.lang);
  const { config, catalogue, inventory, folders, problems, isStopped, ...read } = await readSubjects(
    paths,
    options,
    terminal,
  );
  const { scannedPath } = read.paths;
  const today = todayOf(options);
  const clues =
    folders.length === 0 ? null : read.paths.clues(readClues(folders, { ignoreFiles: options.ignore }));
  const {
    rows,
    findings,
    overview,
    problems: configured,
  } = checklistOf(catalogue, inventory, config, { today, clues, scannedPath });
  const result: ChecklistResult = {
    rows,
    findings,
    overview,
    asOf: notesDays(
      catalogue,
      inventory.assets.map(({ product }) => product),
    ).words,
    paths: read.paths,
    problems: [...problems, ...configured],
  };
  // These formats have no place for what could not be read.
  if (['csv', 'sarif', 'junit'].includes(options.format)) warnOf(result.problems, terminal);
  await printChecklist(result, read.paths, options, terminal, today);
  if (isStopped) return 2;
  return exitCodeOf(failingAnswers(result, options), result, options, terminal);
}

async function printChecklist(
  result: ChecklistResult,
  { inRepository }: ScanPaths,
  { format, lang, failOn, verbose = false }: CommonOptions,
  terminal: Terminal,
  today: string,
): Promise<void> {
  switch (format) {
    case 'text': {
      const paint = createPaint(terminal.colour);
      terminal.words(checklistText(result, { language: lang, paint, today, width: terminal.width, verbose }));
      return;
    }
    case 'json':
      await terminal.json(checklistJson(result, lang));
      return;
    case 'markdown':
      terminal.result(checklistMarkdown(result, lang));
      return;
    case 'csv':
      terminal.result(checklistCsv(result, lang));
      return;
    case 'sarif': {
      const { findings, rows } = result;
      await terminal.json(
        sarif(findings, { language: lang, version: VERSION, bugs: [], inRepository, rows }),
        SARIF_LEVELS,
      );
      return;
    }
    case 'junit':
      terminal.result(checklistJunit(result, failOn ?? 'low', lang), 'xml');
      return;
    case 'jsonl':
    case 'html':
      throw unsupportedFormat(format, 'checklist');
  }
}

/** How many answers and findings fail. Unknown answers, accepted failures and what stands in examples never count. */
function failingAnswers(
  { rows, findings }: ChecklistResult,
  { failOn }: Pick<CommonOptions, 'failOn'>,
): number {
  if (failOn === undefined) return 0;
  const isBad = ({ answer, accepted, level, isExample }: CheckRow): boolean =>
    answer === 'fail' &&
    accepted === null &&
    isExample !== true &&
    reaches({ severity: CHECK_WEIGHT[level], bugs: null }, failOn);
  return rows.filter(isBad).length + failingCount(findings, { failOn });
}
