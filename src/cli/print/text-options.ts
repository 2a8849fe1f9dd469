import { createPaint, type ScanTextOptions } from '../../report/index.ts';
import { todayOf, type CommonOptions } from '../options/options.ts';
import type { Terminal } from './terminal.ts';

/** Default of `--limit`: a few screens of rows. */
const DEFAULT_ROW_LIMIT = 30;

/** Options for the text output of a scan on this terminal. */
export function textOptionsOf(options: CommonOptions, terminal: Terminal): ScanTextOptions {
  return {
    language: options.lang,
    paint: createPaint(terminal.colour),
    today: todayOf(options),
    width: terminal.width,
    verbose: options.verbose === true,
    limit: options.limit ?? DEFAULT_ROW_LIMIT,
    groupBy: options.groupBy ?? 'version',
  };
}
