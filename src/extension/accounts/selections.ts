import * as z from 'zod';

/** Profiles and Regions to scan. Names only, no secrets. */
export interface Selection {
  /** An empty name stands for the SDK's default chain. */
  profiles: readonly string[];
  /** Empty: the Region of each profile. */
  regions: readonly string[];
}

/** A selection with a name. */
export interface NamedSelection extends Selection {
  name: string;
}

/** Selections that the editor stores between sessions. */
export interface SavedSelections {
  last: Selection | null;
  sets: readonly NamedSelection[];
}

const names = z.array(z.string().max(200)).max(1_000);
const selection = z.object({ profiles: names, regions: names });
const set = selection.extend({ name: z.string().min(1).max(200) });

/** Parses stored selections; skips invalid sets. */
export function readSavedSelections(kept: unknown): SavedSelections {
  const parsed = z
    .object({ last: selection.nullable().catch(null), sets: z.array(z.unknown()).catch([]) })
    .safeParse(kept);
  if (!parsed.success) return { last: null, sets: [] };
  const sets = parsed.data.sets.flatMap((entry) => set.safeParse(entry).data ?? []);
  return { last: parsed.data.last, sets };
}

/** Adds a set, or replaces the one with the same name. */
export function addSelection({ last, sets }: SavedSelections, added: NamedSelection): SavedSelections {
  const others = sets.filter(({ name }) => name !== added.name);
  return { last, sets: [...others, added].sort((a, b) => (a.name < b.name ? -1 : 1)) };
}

export function removeSelection({ last, sets }: SavedSelections, name: string): SavedSelections {
  return { last, sets: sets.filter((each) => each.name !== name) };
}
