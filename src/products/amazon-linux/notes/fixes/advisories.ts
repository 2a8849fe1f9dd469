import { text } from '../../../../l10n/index.ts';
import type { KnownBug, Problem, Release } from '../../../../model/index.ts';
import type { AmazonLinuxWithNotes } from '../../versions.ts';
import { productName } from '../../../naming/names.ts';
import type { Advisory } from '../../../system/advisory.ts';
import { readAdvisories } from '../../alas/index.ts';
import type { ReadPage } from '../../../source.ts';
import {
  CORE_REPOSITORIES,
  additionalRepositories,
  readUpdateinfo,
  type RepositoryResult,
} from '../../updateinfo/index.ts';
import { readBulletins } from './bulletins.ts';

interface AdvisoryResult {
  advisories: readonly Advisory[];
  problems: readonly Problem[];
}

/**
 * Advisories of a generation from its package repositories, else from the security center's feed and bulletins. Never
 * rejects: anything that cannot be read is a problem that states the consequence.
 * @param before previous data, whose fixed packages place advisories of the feed, which names none
 */
export async function advisoriesOf(
  product: AmazonLinuxWithNotes,
  releases: readonly Release[],
  read: ReadPage,
  before: readonly KnownBug[],
): Promise<AdvisoryResult> {
  const core = await readUpdateinfo(CORE_REPOSITORIES[product], read);
  if (core.updates === null) return advisoriesFromFeed(product, core, releases, read, before);
  const topics = new Set(
    releases.flatMap(({ packages = [] }) => packages.flatMap(({ channel }) => channel ?? [])),
  );
  const others = await Promise.all(
    additionalRepositories(product, [...topics].sort()).map((repository) => readUpdateinfo(repository, read)),
  );
  const answers = [core, ...others];
  const urls = new Map(before.map(({ os }) => [os?.advisory ?? '', os?.url ?? '']));
  const advisories = answers
    .flatMap(({ updates }) => updates?.advisories ?? [])
    .map((advisory) => ({ ...advisory, url: urls.get(advisory.id) ?? '' }));
  return {
    advisories,
    problems: [...unreadableProblems(answers), ...unreadProblems(product, others, before)],
  };
}

/**
 * Problems of unread repositories. A failed copy does not matter if another one answered, nor does a repository that
 * never had advisories.
 */
function unreadProblems(
  product: AmazonLinuxWithNotes,
  others: readonly RepositoryResult[],
  before: readonly KnownBug[],
): Problem[] {
  const known = new Set(before.map(({ os }) => os?.channel));
  const unread = others.filter(
    ({ updates, isEmpty, repository }) =>
      updates === null && (!isEmpty || known.has(repository.channel ?? undefined)),
  );
  const [first] = unread.flatMap(({ failures }) => failures);
  if (first === undefined) return [];
  const args = {
    name: productName(product),
    channels: unread.map(({ repository }) => repository.channel ?? ''),
    cause: first.text,
  };
  return [{ source: first.source, text: text('os.updateinfo.otherUnread', args) }];
}

function unreadableProblems(answers: readonly RepositoryResult[]): Problem[] {
  return answers.flatMap(({ repository, updates }) => {
    const [example] = updates?.unreadable ?? [];
    if (updates === null || example === undefined) return [];
    const args = { count: updates.unreadable.length, example: example.slice(0, 100) || null };
    return [{ source: repository.mirrorList, text: text('os.feed.oddEntries', args) }];
  });
}

async function advisoriesFromFeed(
  product: AmazonLinuxWithNotes,
  core: RepositoryResult,
  releases: readonly Release[],
  read: ReadPage,
  before: readonly KnownBug[],
): Promise<AdvisoryResult> {
  const feed = await readAdvisories(product, read);
  const known = new Map(before.map(({ os }) => [os?.advisory ?? '', os?.fixed ?? []]));
  const listed = feed.advisories.map((each) => ({ ...each, fixed: known.get(each.id) ?? each.fixed }));
  const pages = await readBulletins(listed, releases, read);
  const problems = [...feed.problems, ...pages.problems];
  const [first] = core.failures;
  if (first === undefined) return { advisories: pages.advisories, problems };
  const { length } = core.failures;
  const args = {
    name: productName(product),
    cause: first.text,
    attempts: length > 1 ? length : null,
  };
  const unread = { source: first.source, text: text('os.updateinfo.unread', args) };
  return { advisories: pages.advisories, problems: [unread, ...problems] };
}
