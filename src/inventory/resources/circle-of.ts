import { sideTable } from '../../model/index.ts';

/** Units that refer to each other: templates that nest each other, modules that call each other. */
export interface References {
  /** What a unit is read from, the same objects as long as nothing of it changes; null where it cannot be read. */
  partsOf: (unit: string) => readonly [object, ...object[]] | null;
  /** The units that one refers to itself. */
  targetsOf: (unit: string) => readonly string[];
}

/** A circle of units, and what it was found in: another text, or another file beside one, may open it. */
type Circle = readonly { unit: string; parts: readonly [object, ...object[]] }[];

/** By the first part of each unit: those of a circle share what was found of it. Null: it is in none. */
const KNOWN = sideTable<object, Circle | null>();

interface Visit {
  unit: string;
  targets: readonly string[];
  next: number;
}

/** The units that one refers to, directly or not, and that refer to it, itself among them; none where there is no circle. */
export function circleOf(unit: string, references: References): readonly string[] {
  const [first] = references.partsOf(unit) ?? [];
  if (first === undefined) return [];
  const known = KNOWN.get(first);
  const isKnown = known === null || known?.every((each) => isUnchanged(each, references));
  if (isKnown !== true) findCircles(unit, references);
  return (KNOWN.get(first) ?? []).map((each) => each.unit);
}

function isUnchanged({ unit, parts }: Circle[number], { partsOf }: References): boolean {
  const now = partsOf(unit);
  return now !== null && parts.every((part, nth) => now[nth] === part);
}

/** The circles among the units that one leads to (Tarjan, 1972), without recursion: chains can be long. */
function findCircles(start: string, references: References): void {
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const visits: Visit[] = [];
  const enter = (each: string): void => {
    order.set(each, order.size);
    lowest.set(each, order.size - 1);
    open.push(each);
    visits.push({ unit: each, targets: references.targetsOf(each), next: 0 });
  };
  const lower = (each: string, to: number | undefined): void => {
    if (to !== undefined && to < (lowest.get(each) ?? to)) lowest.set(each, to);
  };
  const isOpen = new Set<string>([start]);
  enter(start);
  for (let visit = visits.at(-1); visit !== undefined; visit = visits.at(-1)) {
    const target = visit.targets[visit.next++];
    if (target === undefined) {
      visits.pop();
      const above = visits.at(-1);
      if (above !== undefined) lower(above.unit, lowest.get(visit.unit));
      if (lowest.get(visit.unit) !== order.get(visit.unit)) continue;
      const members = open.splice(open.lastIndexOf(visit.unit));
      for (const member of members) isOpen.delete(member);
      know(members, references);
    } else if (!order.has(target)) {
      isOpen.add(target);
      enter(target);
    } else if (isOpen.has(target)) lower(visit.unit, order.get(target));
  }
}

function know(members: readonly string[], { partsOf }: References): void {
  const circle = members.flatMap((unit) => {
    const parts = partsOf(unit);
    return parts === null ? [] : { unit, parts };
  });
  for (const { parts } of circle) KNOWN.set(parts[0], circle.length > 1 ? circle : null);
}
