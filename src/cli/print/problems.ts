import { text } from '../../l10n/index.ts';
import { visiblePath, worthTelling, type Problem } from '../../model/index.ts';
import type { Terminal } from './terminal.ts';

/** Warns of what could not be read, where that costs something; `ERRATA_LENS_DEBUG` shows the rest, too. */
export function warnOf(problems: readonly Problem[], terminal: Terminal): void {
  const told = process.env.ERRATA_LENS_DEBUG ? problems : worthTelling(problems);
  for (const { source, text: message } of told)
    terminal.warn(text('cli.problem', { source: visiblePath(source), message }));
}
