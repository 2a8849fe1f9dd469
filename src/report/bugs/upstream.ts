import { text } from '../../l10n/index.ts';
import { taskText, unreadNotesText, type UpstreamAnswer } from '../../analysis/index.ts';
import type { Text } from '../../model/index.ts';

/** Sentences above the bugs of an upstream product: their count, missing notes, and the next step. */
export function upstreamIntroduction(answer: UpstreamAnswer): Text[] {
  const {
    name,
    version,
    newest,
    later,
    unread,
    counts,
    leftOut,
    afterUpdate,
    isIncluded,
    endedLine,
    notRead,
  } = answer;
  const { listed, urgent, off, undetermined } = counts;
  const parts = leftOut.map(({ reason, count }) =>
    text('bugs.upstream.leftOut.part', { count, part: text(`leftOut.${reason}`) }),
  );
  if (off > 0 && !isIncluded) parts.push(text('counts.off', { count: String(off) }));
  const tasks = afterUpdate.flatMap((release) =>
    release.tasks.map((task) => taskText(task, release.version)),
  );
  const count = later && { name, version, newest, ...later, listed, urgent };
  const heading =
    count &&
    (isIncluded ? text('bugs.upstream.headingIncluded', count) : text('bugs.upstream.heading', count));
  const isNewest = heading === null && endedLine === null && unread === null;
  return [
    ...(heading === null ? [] : [heading]),
    ...(isNewest ? [text('bugs.upstream.newest', { name, version })] : []),
    ...(heading === null && endedLine !== null
      ? [text('bugs.upstream.last', { name, version: newest, line: endedLine })]
      : []),
    ...(unread === null ? [] : [text('bugs.upstream.unread', { name, version: unread })]),
    ...(notRead === null ? [] : [unreadNotesText(notRead)]),
    ...(undetermined === 0 || isIncluded
      ? []
      : [text('bugs.upstream.undetermined', { name, count: undetermined })]),
    ...(parts.length === 0 ? [] : [text('bugs.upstream.leftOut', { parts })]),
    ...(tasks.length === 0 ? [] : [text('bugs.upstream.after', { tasks })]),
  ];
}

/** Fields of the JSON about an upstream product, except its bugs. */
export function upstreamJson(answer: UpstreamAnswer): object {
  const { product, version, newest, isIncluded, later, unread, notRead, counts, leftOut, afterUpdate } =
    answer;
  return {
    product,
    version,
    ...(newest !== version && { newest }),
    ...(isIncluded && { included: true }),
    from: later?.from ?? null,
    to: later?.to ?? null,
    ...(unread !== null && { unread }),
    ...(notRead !== null && { readOn: notRead.readOn }),
    ...counts,
    leftOut: Object.fromEntries(leftOut.map(({ reason, count }) => [reason, count])),
    afterUpdate,
  };
}
