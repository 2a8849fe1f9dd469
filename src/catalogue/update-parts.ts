import { failureText, productName, type ReadPage, type ReleaseNoteSource } from '../products/index.ts';
import type { KnownBug, Problem, Release, SupportPeriod } from '../model/index.ts';
import { text } from '../l10n/index.ts';

/** The calendar of a product; what it no longer lists is kept, and told. */
export async function updateSupport(
  source: ReleaseNoteSource,
  read: ReadPage,
  before: readonly SupportPeriod[],
): Promise<{ periods: readonly SupportPeriod[]; problems: readonly Problem[] }> {
  try {
    const { periods, problems } = await source.support(read);
    const lost = before.filter(({ scope }) => !periods.some((period) => period.scope === scope));
    const [first] = lost;
    if (first === undefined) return { periods, problems };
    const args = { scopes: lost.map(({ scope }) => scope) };
    const kept = { source: first.url, text: text('catalogue.update.supportKept', args) };
    return { periods: [...periods, ...lost], problems: [...problems, kept] };
  } catch (error) {
    const args = { product: productName(source.product), cause: failureText(error) };
    const problem = { source: source.hosts.join(', '), text: text('catalogue.update.supportFailed', args) };
    return { periods: before, problems: [problem] };
  }
}

/** Bugs of before are kept only while something could not be read: an advisory may also be taken back. */
export async function updateBugs(
  source: ReleaseNoteSource,
  read: ReadPage,
  releases: readonly Release[],
  before: readonly KnownBug[],
): Promise<{ bugs: readonly KnownBug[]; problems: readonly Problem[] }> {
  if (source.bugs === undefined) return { bugs: [], problems: [] };
  try {
    const { bugs, problems } = await source.bugs(releases, read, before);
    if (problems.length === 0) return { bugs, problems };
    const lost = before.filter(({ id }) => !bugs.some((bug) => bug.id === id));
    return { bugs: [...bugs, ...lost], problems };
  } catch (error) {
    const args = { product: productName(source.product), cause: failureText(error) };
    const problem = { source: source.hosts.join(', '), text: text('catalogue.update.sourceFailed', args) };
    return { bugs: before, problems: [problem] };
  }
}
