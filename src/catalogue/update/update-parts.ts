import { failureText, productName, type ReadPage, type ReleaseNoteSource } from '../../products/index.ts';
import type { KnownBug, Problem, Release, SupportPeriod } from '../../model/index.ts';
import { text } from '../../l10n/index.ts';

/** A product's calendar after an update. */
export interface SupportUpdate {
  periods: readonly SupportPeriod[];
  problems: readonly Problem[];
  /** Problems that left the calendar unread or incomplete, so that it may lack a later date. */
  unread: readonly Problem[];
}

/** Updates the calendar of a product; entries that it no longer lists are kept and reported. */
export async function updateSupport(
  source: ReleaseNoteSource,
  read: ReadPage,
  before: readonly SupportPeriod[],
): Promise<SupportUpdate> {
  const { periods, problems } = await readCalendarOf(source, read, before);
  const lost = before.filter(({ scope }) => !periods.some((period) => period.scope === scope));
  const [problem] = problems;
  if (periods.length === 0 && problem !== undefined) {
    const args = { product: productName(source.product), cause: problem.text };
    const failed = { ...problem, text: text('catalogue.update.supportFailed', args) };
    return { periods: before, problems: [failed, ...problems.slice(1)], unread: [failed] };
  }
  const [first] = lost;
  if (first === undefined) return { periods, problems, unread: [] };
  const args = { scopes: lost.map(({ scope }) => scope) };
  const kept = { source: first.url, text: text('catalogue.update.supportKept', args) };
  return { periods: [...periods, ...lost], problems: [...problems, kept], unread: problems };
}

/** Reads the calendar of a source; a failure is a problem at the calendar's page, if known. */
async function readCalendarOf(
  source: ReleaseNoteSource,
  read: ReadPage,
  before: readonly SupportPeriod[],
): Promise<Omit<SupportUpdate, 'unread'>> {
  try {
    return await source.support(read);
  } catch (error) {
    const page = before[0]?.url ?? source.hosts.join(', ');
    return { periods: [], problems: [{ source: page, text: failureText(error) }] };
  }
}

/**
 * Updates the bugs of a source. Previous bugs are kept only while something could not be read: an advisory may also be
 * withdrawn.
 */
export async function updateBugs(
  source: ReleaseNoteSource,
  read: ReadPage,
  releases: readonly Release[],
  before: readonly KnownBug[],
): ReturnType<NonNullable<ReleaseNoteSource['bugs']>> {
  if (source.bugs === undefined) return { bugs: [], problems: [] };
  try {
    const { bugs, ...others } = await source.bugs(releases, read, before);
    if (others.problems.length === 0) return { bugs, ...others };
    const lost = before.filter(({ id }) => !bugs.some((bug) => bug.id === id));
    return { bugs: [...bugs, ...lost], ...others };
  } catch (error) {
    const args = { product: productName(source.product), cause: failureText(error) };
    const problem = { source: source.hosts.join(', '), text: text('catalogue.update.sourceFailed', args) };
    return { bugs: before, problems: [problem] };
  }
}
