import { text } from '../../l10n/index.ts';
import { visiblePath, worthTelling, type Problem } from '../../model/index.ts';
import type { Terminal } from './terminal.ts';

/** Says on standard error what could not be read, where that costs something; with `ERRATA_LENS_DEBUG` also what does not. */
export function warnOf(problems: readonly Problem[], terminal: Terminal): void {
  const told = process.env.ERRATA_LENS_DEBUG ? problems : worthTelling(problems);
  for (const { source, text: message } of told)
    terminal.warn(text('cli.problem', { source: visiblePath(source), message }));
}
