import path from 'node:path';
import type { SourceFile } from '../../../../syntax/index.ts';
import type { WorkspaceView } from '../../format.ts';

/** A circle of templates, and what it was found in: another text, or another file beside one, may open it. */
type Circle = readonly { file: string; source: SourceFile; beside: readonly string[] }[];

/** By the text of each template: the units of a circle share what was found of it. Null: it is in none. */
const KNOWN = new WeakMap<SourceFile, Circle | null>();

interface Visit {
  file: string;
  targets: readonly string[];
  next: number;
}

/**
 * The templates that a template nests, directly or not, and that nest it, itself among them; none where there is no circle.
 * @param targetsOf the templates that one nests itself
 */
export function circleOf(
  file: string,
  view: WorkspaceView,
  targetsOf: (file: string) => readonly string[],
): readonly string[] {
  const source = view.read(file);
  if (source === null) return [];
  const known = KNOWN.get(source);
  const isKnown =
    known === null ||
    known?.every((each) => view.read(each.file) === each.source && listed(each.file, view) === each.beside);
  if (isKnown !== true) findCircles(file, view, targetsOf);
  return (KNOWN.get(source) ?? []).map((each) => each.file);
}

function listed(file: string, view: WorkspaceView): readonly string[] {
  return view.list(path.posix.dirname(file));
}

/** The circles among the templates that one leads to (Tarjan, 1972), without recursion: chains can be long. */
function findCircles(
  file: string,
  view: WorkspaceView,
  targetsOf: (file: string) => readonly string[],
): void {
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const visits: Visit[] = [];
  const enter = (each: string): void => {
    order.set(each, order.size);
    lowest.set(each, order.size - 1);
    open.push(each);
    visits.push({ file: each, targets: targetsOf(each), next: 0 });
  };
  const lower = (each: string, to: number | undefined): void => {
    if (to !== undefined && to < (lowest.get(each) ?? to)) lowest.set(each, to);
  };
  const isOpen = new Set<string>([file]);
  enter(file);
  for (let visit = visits.at(-1); visit !== undefined; visit = visits.at(-1)) {
    const target = visit.targets[visit.next++];
    if (target === undefined) {
      visits.pop();
      const above = visits.at(-1);
      if (above !== undefined) lower(above.file, lowest.get(visit.file));
      if (lowest.get(visit.file) !== order.get(visit.file)) continue;
      const members = open.splice(open.lastIndexOf(visit.file));
      for (const member of members) isOpen.delete(member);
      know(members, view);
    } else if (!order.has(target)) {
      isOpen.add(target);
      enter(target);
    } else if (isOpen.has(target)) lower(visit.file, order.get(target));
  }
}

function know(members: readonly string[], view: WorkspaceView): void {
  const circle = members.flatMap((file) => {
    const source = view.read(file);
    return source === null ? [] : { file, source, beside: listed(file, view) };
  });
  for (const { source } of circle) KNOWN.set(source, circle.length > 1 ? circle : null);
}
