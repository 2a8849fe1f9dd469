import type { LogInput } from './agents/shipment.ts';
import { matchesGlob } from './glob.ts';
import { type LogNeed, mayBeOfApplication, SYSTEM_LOGS } from './workloads.ts';

/** Logging of an operating system itself. */
export interface SystemLog {
  /** True if nothing writes `/var/log/messages` unless rsyslog is installed. */
  isOnlyInJournal: boolean;
  hasRsyslog: boolean;
}

/**
 * Coverage of a log: `indirect` if only the system log contains it, `empty` if the file that is collected for it is
 * never written.
 */
export type LogCoverage = 'covered' | 'indirect' | 'empty' | 'missing';

/** Coverage of a log by the sources that agents collect. */
export function logCoverageOf(need: LogNeed, inputs: readonly LogInput[], system: SystemLog): LogCoverage {
  if (inputs.some((input) => collects(input, need)))
    return need.kind === 'system' && system.isOnlyInJournal && !system.hasRsyslog ? 'empty' : 'covered';
  if (inputs.some((input) => isJournalOf(need, input))) return 'covered';
  const isOpen = need.kind === 'application' && need.paths.length === 0;
  if (isOpen && inputs.some((input) => input.kind === 'file' && mayBeOfApplication(input.path)))
    return 'covered';
  if (inputs.some(({ kind }) => kind === 'syslog') && need.kind === 'system') return 'covered';
  return need.isInJournal && need.kind !== 'system' && hasSystemLog(inputs, system) ? 'indirect' : 'missing';
}

/** True if the syslog file, written from the journal, is collected. */
function hasSystemLog(inputs: readonly LogInput[], { isOnlyInJournal, hasRsyslog }: SystemLog): boolean {
  const isWritten = !isOnlyInJournal || hasRsyslog;
  return inputs.some(
    (input) =>
      input.kind === 'syslog' ||
      (isWritten && input.kind === 'file' && SYSTEM_LOGS.some((path) => matchesGlob(input.path, path))),
  );
}

/** True if the log is in the journal, or in the system log that is written from it. */
function isJournalOf({ kind, name, isInJournal }: LogNeed, input: LogInput): boolean {
  if (!isInJournal || input.kind !== 'journal') return false;
  if (input.units.length === 0) return true;
  return (
    kind === 'application' &&
    input.units.some((unit) => !/^(?:sshd|systemd|cloud-)/.test(unit)) &&
    name !== ''
  );
}

function collects(input: LogInput, { paths, pattern }: LogNeed): boolean {
  if (input.kind !== 'file') return false;
  const taken = paths.filter(
    (path) => matchesGlob(input.path, path) && !isExcluded(path, input.excluded ?? []),
  );
  return taken.length > 0 || (pattern?.test(input.path) === true && !/access/.test(input.path));
}

function isExcluded(path: string, excluded: readonly string[]): boolean {
  return excluded.some((pattern) => matchesGlob(pattern, path) || matchesGlob(`**/${pattern}`, path));
}
