import { existsSync } from 'node:fs';
import {
  createBugFilter,
  incidentOf,
  incidentOfUnknown,
  displayName,
  subjectsIn,
  subjectsNamed,
  withKnownIssues,
  type Incident,
  type IncidentOptions,
} from '../../analysis/index.ts';
import { readClues } from '../../inventory/index.ts';
import { text } from '../../l10n/index.ts';
import type { Asset, Catalogue, Inventory } from '../../model/index.ts';
import {
  createPaint,
  incidentJson,
  incidentMarkdown,
  incidentText,
  localTimeZone,
} from '../../report/index.ts';
import type { AccountOptions } from '../options/account-options.ts';
import { todayOf, type CommonOptions } from '../options/options.ts';
import { UsageError, type ExitCode } from '../options/usage.ts';
import { printResult } from '../print/print-result.ts';
import { warnOfProblems } from '../print/problems.ts';
import { createTerminal } from '../print/terminal.ts';
import { readSubjects } from '../read/read-subjects.ts';

export interface IncidentCommandOptions extends CommonOptions, AccountOptions {
  /** IANA name of the time zone for local times. */
  timeZone?: string;
}

/**
 * `incident [NAME] [PATH…] [account options]`: how to stop a replacement loop, likely bugs, and evidence to save, for a
 * group or a cluster. Arguments that are not existing paths form its name.
 */
export async function incident(args: readonly string[], options: IncidentCommandOptions): Promise<ExitCode> {
  const { format, lang, verbose = false } = options;
  const terminal = createTerminal(lang);
  const paths = args.filter((word) => existsSync(word));
  const [name, ...otherNames] = args.filter((word) => !existsSync(word));
  if (otherNames.length > 0) throw unknownNameError(otherNames[0] ?? '', []);
  const { config, catalogue, inventory, folders, problems, isStopped, ...read } = await readSubjects(
    paths,
    options,
    terminal,
  );
  warnOfProblems(problems, terminal);
  const today = todayOf(options);
  const incidentOptions: IncidentOptions = {
    symptom: options.symptom ?? '',
    now: new Date().toISOString(),
    today,
    features: config.features,
    isWanted: createBugFilter(inventory, { today, config }),
    clues:
      folders.length === 0 ? null : read.paths.clues(readClues(folders, { ignoreFiles: options.ignore })),
  };
  const found = incidentOfSubject(
    withKnownIssues(catalogue, config.knownIssues),
    inventory,
    name ?? null,
    incidentOptions,
  );
  const style = { language: lang, timeZone: options.timeZone ?? localTimeZone() };
  await printResult<'incident'>(
    format,
    {
      text: () => incidentText(found, { ...style, paint: createPaint(terminal.colour), verbose }),
      json: () => incidentJson(found, lang),
      markdown: () => incidentMarkdown(found, style),
    },
    terminal,
  );
  return isStopped ? 2 : 0;
}

/** Incident of the named asset; without a name, of the only group, or else of the only cluster. */
function incidentOfSubject(
  catalogue: Catalogue,
  inventory: Inventory,
  name: string | null,
  options: IncidentOptions,
): Incident {
  const subjects = subjectsIn(inventory);
  if (name !== null) {
    const [subject] = subjectsNamed(inventory, name);
    if (subject === undefined) throw unknownNameError(name, subjects);
    return incidentOf(catalogue, inventory, subject, options);
  }
  const onlySubject =
    onlySubjectOfKind(subjects, 'auto-scaling-group') ?? onlySubjectOfKind(subjects, 'database');
  if (onlySubject !== undefined) return incidentOf(catalogue, inventory, onlySubject, options);
  if (subjects.length > 0) throw new UsageError(text('incident.cli.several', { names: namesOf(subjects) }));
  return incidentOfUnknown(catalogue, options);
}

function onlySubjectOfKind(subjects: readonly Asset[], kind: Asset['kind']): Asset | undefined {
  const ofKind = subjects.filter((subject) => subject.kind === kind);
  return ofKind.length === 1 ? ofKind[0] : undefined;
}

function unknownNameError(name: string, subjects: readonly Asset[]): UsageError {
  return new UsageError(
    text(namesOf(subjects) === '' ? 'incident.cli.unknown.none' : 'incident.cli.unknown', {
      name,
      names: namesOf(subjects),
    }),
  );
}

function namesOf(subjects: readonly Asset[]): string {
  return [...new Set(subjects.map(displayName))].join(', ');
}
