import type { BugMatch, Catalogue, ProductId, Release, UpdateTask } from '../../../model/index.ts';
import { lineageOf, productOf } from '../../../products/index.ts';
import { containedIn, upstreamNotes, upstreamReleaseIn } from './contained.ts';
import { tasksOf, type ReleaseTasks } from './tasks.ts';
import { upstreamAnswer } from './upstream.ts';

/**
 * Tasks that the upstream's releases of an upgrade require, the newest first. Another major version takes over indexes and
 * catalogs, so the later releases of the old one count, as far as the new one has their fixes. Where they end, the next
 * major version's decide. A bug that only the new one had is not in older data.
 */
export function upstreamTasks(
  catalogue: Catalogue,
  product: ProductId,
  from: string,
  to: string,
): ReleaseTasks[] {
  const [here, there] = [from, to].map((version) => upstreamReleaseIn(catalogue, product, version));
  if (!here || !there) return [];
  const { notes, upstream } = here;
  const lineage = lineageOf(notes, upstream.product);
  const [old, now] = [here, there].map(({ release }) => lineage.release(release));
  if (old === undefined || now === undefined) return [];
  const { compare } = productOf(upstream.product).versions;
  const majors = lineage
    .branches()
    .filter((branch) => compare(branch, old.branch) >= 0 && compare(branch, now.branch) <= 0)
    .sort(compare);
  let since = old.date;
  const passed = majors.flatMap((major) => {
    const releases = lineage.onBranch(major).filter(({ date }) => date > since && date <= now.date);
    since = releases.at(-1)?.date ?? since;
    return releases;
  });
  if (old.branch === now.branch) return tasksOf(passed, upstream);
  const { tasksForOlderData = {} } = productOf(upstream.product).lineage ?? {};
  const entered = majors.slice(1).flatMap((major) => lineage.onBranch(major));
  const rereading = entered.filter(
    ({ version }) => version in tasksForOlderData && compare(version, now.version) <= 0,
  );
  const releases = [...new Set([...passed, ...rereading])].map((release): Release => {
    const { version, afterUpdate = [] } = release;
    const added = (tasksForOlderData[version] ?? []).map((task) => ({ task, names: [] }));
    return { ...release, afterUpdate: [...afterUpdate, ...added] };
  });
  const sorted = releases.sort((a, b) => compare(a.version, b.version));
  return tasksOf(sorted, upstream).flatMap((release) => {
    const tasks = release.tasks.filter(({ task }) => !TASKS_WITHIN_MAJOR.has(task));
    return tasks.length === 0 ? [] : [{ ...release, tasks }];
  });
}

/**
 * Counted bugs that the upstream release in a version introduced, by the upstream's notes, and that an older version does
 * not have. None for a version that is not the first with that release.
 */
export function upstreamBugsBroughtBy(
  catalogue: Catalogue,
  product: ProductId,
  { version, branch }: Release,
  from: string,
): readonly BugMatch[] {
  const { upstream } = productOf(product);
  const notes = upstreamNotes(catalogue, product);
  const [old, now] = [from, version].map((each) => containedIn(catalogue, product, each));
  const isFirst = lineageOf(catalogue, product).onBranch(branch)[0]?.version === version;
  if (upstream === undefined || notes === undefined || !isFirst) return [];
  if (old === null || old === undefined || now === null || now === undefined) return [];
  const lineage = lineageOf(notes, upstream.product);
  const { compare } = productOf(upstream.product).versions;
  const before = lineage
    .onBranch(lineage.release(now)?.branch ?? '')
    .findLast((release) => compare(release.version, now) < 0);
  if (before === undefined) return [];
  const { matches } = upstreamAnswer(catalogue, product, [version], new Map()) ?? { matches: [] };
  return matches.filter(
    ({ bug, confidence }) =>
      confidence === 'high' && [before.version, old].every((each) => lineage.judge(bug, each) === null),
  );
}

/** Tasks that another major version makes needless: it has new system catalogs, and its standbys are made anew. */
const TASKS_WITHIN_MAJOR: ReadonlySet<UpdateTask['task']> = new Set(['script', 'catalog', 'standbys-first']);
