import {
  casesNamed,
  createBugFilter,
  displayName,
  subjectsIn,
  supportPackOf,
  withKnownIssues,
} from '../../analysis/index.ts';
import { text } from '../../l10n/index.ts';
import { localTimeZone, supportPackMarkdown } from '../../report/index.ts';
import type { AccountOptions } from '../options/account-options.ts';
import { todayOf, type CommonOptions } from '../options/options.ts';
import { printResult } from '../print/print-result.ts';
import { warnOfProblems } from '../print/problems.ts';
import { readSubjects } from '../read/read-subjects.ts';
import { createTerminal } from '../print/terminal.ts';
import { UsageError, type ExitCode } from '../options/usage.ts';

export interface SupportPackOptions extends CommonOptions, AccountOptions {
  /** IANA name of the time zone for local times. */
  timeZone?: string;
}

/** `support-pack DATABASE [PATH…] [account options]`: evidence for a support case, as Markdown. */
export async function supportPack(
  name: string,
  paths: readonly string[],
  options: SupportPackOptions,
): Promise<ExitCode> {
  const terminal = createTerminal(options.lang);
  const { config, catalogue, inventory, problems, isStopped } = await readSubjects(paths, options, terminal);
  warnOfProblems(problems, terminal);
  const [found, ...others] = casesNamed(inventory, name);
  if (found === undefined) {
    const names = subjectsIn(inventory).map(displayName);
    throw new UsageError(
      text(names.length === 0 ? 'pack.unknown.none' : 'pack.unknown', {
        name,
        databases: [...new Set(names)].join(', '),
      }),
    );
  }
  if (others.length > 0) {
    const addresses = others.map(({ cluster }) => cluster.id).join(', ');
    terminal.warn(text('pack.several', { name, taken: found.cluster.id, others: addresses }));
  }
  const pack = supportPackOf(withKnownIssues(catalogue, config.knownIssues), inventory, found, {
    today: todayOf(options),
    now: new Date().toISOString(),
    symptom: options.symptom ?? '',
    features: config.features,
    isWanted: createBugFilter(inventory, { today: todayOf(options), config }),
  });
  const style = { language: options.lang, timeZone: options.timeZone ?? localTimeZone() };
  const document = (): string => supportPackMarkdown(pack, style);
  await printResult<'support-pack'>(
    options.format,
    { text: () => [document()], markdown: document },
    terminal,
  );
  return isStopped ? 2 : 0;
}
