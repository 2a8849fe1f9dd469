import { createWeakTable } from '../../../model/index.ts';

/** Units that refer to each other: templates that nest each other, modules that call each other. */
export interface References {
  /** Objects that a unit is read from, identical while it does not change; null if it cannot be read. */
  partsOf: (unit: string) => readonly [object, ...object[]] | null;
  /** Units that a unit references directly. */
  targetsOf: (unit: string) => readonly string[];
}

/** A cycle of units, with the objects that it was found in: a changed text or an added file may break it. */
type Cycle = readonly { unit: string; parts: readonly [object, ...object[]] }[];

/** Cycles by the first part of each unit; the units of a cycle share one. Null: in no cycle. */
const KNOWN_CYCLES = createWeakTable<object, Cycle | null>();

interface SearchVisit {
  unit: string;
  targets: readonly string[];
  next: number;
}

/**
 * Units of the cycle through a unit, with itself: those that it references and that reference it, directly or not.
 * Empty without a cycle.
 */
export function cycleOf(unit: string, references: References): readonly string[] {
  const [first] = references.partsOf(unit) ?? [];
  if (first === undefined) return [];
  const known = KNOWN_CYCLES.get(first);
  const isKnown = known === null || known?.every((each) => isUnchanged(each, references));
  if (isKnown !== true) findCycles(unit, references);
  return (KNOWN_CYCLES.get(first) ?? []).map((each) => each.unit);
}

function isUnchanged({ unit, parts }: Cycle[number], { partsOf }: References): boolean {
  const now = partsOf(unit);
  return now !== null && parts.every((part, nth) => now[nth] === part);
}

/** Finds the cycles that can be reached from a unit (Tarjan, 1972), without recursion: chains can be long. */
function findCycles(start: string, references: References): void {
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const visits: SearchVisit[] = [];
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
      recordCycle(members, references);
    } else if (!order.has(target)) {
      isOpen.add(target);
      enter(target);
    } else if (isOpen.has(target)) lower(visit.unit, order.get(target));
  }
}

function recordCycle(members: readonly string[], { partsOf }: References): void {
  const cycle = members.flatMap((unit) => {
    const parts = partsOf(unit);
    return parts === null ? [] : { unit, parts };
  });
  for (const { parts } of cycle) KNOWN_CYCLES.set(parts[0], cycle.length > 1 ? cycle : null);
}
