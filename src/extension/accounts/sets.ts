import * as z from 'zod';

/** Which profiles and Regions are read together. Names only: nothing secret is kept. */
export interface Selection {
  /** An empty name stands for the SDK's default chain. */
  profiles: readonly string[];
  /** Empty for each profile's own. */
  regions: readonly string[];
}

/** A selection under a name. */
export interface SavedSet extends Selection {
  name: string;
}

/** What is kept of selections between sessions. */
export interface Remembered {
  last: Selection | null;
  sets: readonly SavedSet[];
}

const names = z.array(z.string().max(200)).max(1_000);
const selection = z.object({ profiles: names, regions: names });
const set = selection.extend({ name: z.string().min(1).max(200) });

/** Reads what was kept, permissively: a set that cannot be understood is left out. */
export function readRemembered(kept: unknown): Remembered {
  const parsed = z
    .object({ last: selection.nullable().catch(null), sets: z.array(z.unknown()).catch([]) })
    .safeParse(kept);
  if (!parsed.success) return { last: null, sets: [] };
  const sets = parsed.data.sets.flatMap((entry) => set.safeParse(entry).data ?? []);
  return { last: parsed.data.last, sets };
}

/** With one more set; one of the same name is replaced. */
export function withSet({ last, sets }: Remembered, added: SavedSet): Remembered {
  const others = sets.filter(({ name }) => name !== added.name);
  return { last, sets: [...others, added].sort((a, b) => (a.name < b.name ? -1 : 1)) };
}

export function withoutSet({ last, sets }: Remembered, name: string): Remembered {
  return { last, sets: sets.filter((each) => each.name !== name) };
}
