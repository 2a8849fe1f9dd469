import { text } from '../../../l10n/index.ts';
import type { Release, Text, UpdateTask } from '../../../model/index.ts';
import type { Product } from '../../../products/index.ts';

/** Tasks after the update to a release, with the page of its notes. */
export interface ReleaseTasks {
  version: string;
  url: string;
  tasks: readonly UpdateTask[];
}

/** Tasks of releases, the newest first. Replicas that share storage have no order of updates. */
export function tasksOf(
  releases: readonly Release[],
  { replaces }: Pick<NonNullable<Product['upstream']>, 'replaces'>,
): ReleaseTasks[] {
  const isNeeded = ({ task }: UpdateTask): boolean =>
    task !== 'standbys-first' || !replaces.includes('storage');
  return releases
    .flatMap(({ version, url, afterUpdate = [] }) => {
      const tasks = afterUpdate.filter(isNeeded);
      return tasks.length === 0 ? [] : [{ version, url, tasks }];
    })
    .toReversed();
}

/** A task in words, with the release whose notes require it. */
export function taskText({ task, names }: UpdateTask, version: string): Text {
  return text('bugs.upstream.after.task', {
    what: text(`bugs.upstream.task.${task}`),
    names: names.map((name) => (name === 'CONCURRENTLY' ? text('bugs.upstream.concurrently') : name)),
    version,
  });
}
