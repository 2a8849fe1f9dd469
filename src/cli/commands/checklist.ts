import path from 'node:path';
import { checklistOf } from '../../analysis/index.ts';
import { readClues } from '../../inventory/index.ts';
import {
  compareSeverity,
  type CheckLevel,
  type CheckRow,
  type Finding,
  type Severity,
} from '../../model/index.ts';
import {
  checklistCsv,
  checklistJson,
  checklistMarkdown,
  checklistText,
  createPaint,
  type ChecklistResult,
} from '../../report/index.ts';
import { todayOf, type CommonOptions } from '../options.ts';
import { readFolders } from '../read-folders.ts';
import { createTerminal, type Terminal } from '../terminal.ts';
import { unsupportedFormat, type ExitCode } from '../usage.ts';

/** How a failed check counts for `--fail-on`. */
const WEIGHT: Record<CheckLevel, Severity> = { must: 'high', should: 'medium', could: 'low' };

/** `checklist [PATH…]`: the observability checklist of folders and files. */
export async function checklist(paths: readonly string[], options: CommonOptions): Promise<ExitCode> {
  const terminal = createTerminal(options.lang);
  const { config, catalogue, inventory, problems } = await readFolders(paths, options);
  const today = todayOf(options);
  const clues = readClues(paths, { ignoreFiles: options.ignore });
  const result: ChecklistResult = {
    ...checklistOf(catalogue, inventory, config, { today, clues }),
    asOf: catalogue.asOf,
    problems,
  };
  print(result, paths, options, terminal, today);
  return fails(result, options.failOn) ? 1 : 0;
}

function print(
  result: ChecklistResult,
  paths: readonly string[],
  { format, lang }: CommonOptions,
  terminal: Terminal,
  today: string,
): void {
  switch (format) {
    case 'text': {
      const base = paths.length === 1 ? (paths[0] ?? '.') : '.';
      const showPath = (file: string): string => path.join(base, file);
      terminal.result(
        checklistText(result, { language: lang, paint: createPaint(terminal.colour), showPath, today }),
      );
      return;
    }
    case 'json':
      terminal.result(JSON.stringify(checklistJson(result, lang), null, 2));
      return;
    case 'markdown':
      terminal.result(checklistMarkdown(result, lang));
      return;
    case 'csv':
      terminal.result(checklistCsv(result, lang));
      return;
    default:
      throw unsupportedFormat(format, 'checklist');
  }
}

/** Unknown answers, accepted failures and suppressed findings never count. */
function fails({ rows, findings }: ChecklistResult, failOn: Severity | undefined): boolean {
  if (failOn === undefined) return false;
  const isBad = (severity: Severity | Finding['severity']): boolean => compareSeverity(severity, failOn) <= 0;
  const failed = ({ answer, accepted }: CheckRow): boolean => answer === 'fail' && accepted === null;
  return (
    rows.some((row) => failed(row) && isBad(WEIGHT[row.level])) ||
    findings.some(({ suppressed, severity }) => suppressed === null && isBad(severity))
  );
}
