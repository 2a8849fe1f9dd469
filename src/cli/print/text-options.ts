import { createPaint, type ScanTextOptions } from '../../report/index.ts';
import { todayOf, type CommonOptions } from '../options/options.ts';
import type { Terminal } from './terminal.ts';

/** Rows that fit on a few screens; `--limit` asks for others. */
const ROWS = 30;

/** How the text of a scan is shown on this terminal. */
export function textOptionsOf(options: CommonOptions, terminal: Terminal): ScanTextOptions {
  return {
    language: options.lang,
    paint: createPaint(terminal.colour),
    today: todayOf(options),
    width: terminal.width,
    verbose: options.verbose === true,
    limit: options.limit ?? ROWS,
    groupBy: options.groupBy ?? 'version',
  };
}
