import { RULES, sideTable, type Catalogue, type Problem, type ProductId } from '../../model/index.ts';
import { text } from '../../l10n/index.ts';
import { isUpstreamOnly } from '../../products/index.ts';
import { linesOf, writtenInLines } from './lines.ts';
import { CATALOGUE_MIGRATIONS, currentFormat, MARK } from './migrate.ts';
import type { openCatalogue } from './open-catalogue.ts';
import type { Store } from './store.ts';

/** Under which key the catalogue is kept. */
export const CATALOGUE_KEY = 'catalogue.json';

/** Under which key is kept what is known of it beside its contents. */
const NOTE_KEY = 'catalogue.renewed.json';

/** What is known of the catalogue with a tag. */
interface Note {
  tag: string;
  /** When it was last found to be as it is published. */
  asOf: string;
  /** By which rules it was written: the same have nothing to find in it. Null where that is not known. */
  rules: string | null;
}

/** A catalogue as it was kept. */
export interface StoredCatalogue {
  catalogue: Catalogue;
  /** The version of Errata Lens that built it: a later one may label and title the same notes better. */
  builtBy: string;
  /** For a conditional write. */
  tag: string;
}

/** What this process wrote or opened last: as long as somebody holds its releases, a later look need not open it. */
let last: { tag: string; builtBy: string; releases: WeakRef<Catalogue['releases']> } | undefined;
/** What was kept, by what those hold who know it: each has a catalogue of their own around it. */
const catalogues = sideTable<Catalogue['releases'], Catalogue>();

/**
 * The catalogue of the last update, or null when there is none or it is of no use; the problems say which, and the
 * caller goes on with the snapshot. Never rejects.
 * @param only the products whose notes are wanted, where what was written can be believed; null for all. Notes that others
 *   contain stand apart then, and are read when somebody asks for them.
 */
export async function readCatalogue(
  store: Store,
  rules = RULES,
  only: ((product: ProductId) => boolean) | null = null,
): Promise<{ stored: StoredCatalogue | null; problems: readonly Problem[] }> {
  const problems: Problem[] = [];
  const source = store.locate(CATALOGUE_KEY);
  const useless = (message: Problem['text']) => ({ stored: null, problems: [{ source, text: message }] });
  try {
    const kept = await store.get(CATALOGUE_KEY);
    if (kept === null) return { stored: null, problems };
    const { tag } = kept;
    // Without it the catalogue counts as older than it is, and is looked through.
    const note = await noteOf(store, tag).catch(() => null);
    const isOurs = rules !== null && note?.rules === rules;
    const part = isOurs && only !== null && heldWith(tag) === null ? openPart(kept.bytes, only) : null;
    const opened = part ?? heldWith(tag) ?? (await opening(isOurs))(new TextDecoder().decode(kept.bytes));
    if ('text' in opened) return useless(opened.text);
    const { builtBy, catalogue, dropped } = opened;
    if (part === null && dropped === 0) remember(tag, builtBy, catalogue);
    else if (dropped > 0)
      problems.push({ source, text: text('catalogue.store.partlyDamaged', { count: dropped }) });
    const asOf = note?.asOf ?? catalogue.asOf;
    return { stored: { catalogue: { ...catalogue, asOf }, builtBy, tag }, problems };
  } catch (error) {
    return useless(text('catalogue.store.unreadable', { error: messageOf(error) }));
  }
}

type Opened = ReturnType<typeof openCatalogue>;

/** What checks an entry after the other, and is loaded where that is to be done, or believes them. */
async function opening(isOurs: boolean): Promise<(written: string) => Opened> {
  return isOurs ? openOwn : (await import('./open-catalogue.ts')).openCatalogue;
}

/** What these very rules wrote, and what has not changed by a byte since. */
function openOwn(written: string): Opened {
  const { builtBy, catalogue } = JSON.parse(written) as { builtBy: string; catalogue: Catalogue };
  return { builtBy, catalogue: { ...catalogue, source: 'cache' }, dropped: 0 };
}

/** The same of some products, without reading what the others say; null of what was not written by product. */
function openPart(
  bytes: Uint8Array,
  only: (product: ProductId) => boolean,
): Extract<Opened, { builtBy: string }> | null {
  const own = linesOf(bytes, (product) => !isUpstreamOnly(product) && only(product));
  if (own === null) return null;
  const { builtBy, catalogue } = JSON.parse(own) as { builtBy: string; catalogue: Catalogue };
  const apart = linesOf(bytes, isUpstreamOnly);
  let upstream: Catalogue | null = null;
  const hasUpstream = apart !== null && linesOf(bytes, () => false) !== apart;
  return {
    builtBy,
    catalogue: {
      ...catalogue,
      source: 'cache',
      ...(hasUpstream && {
        upstream: () => (upstream ??= (JSON.parse(apart) as { catalogue: Catalogue }).catalogue),
      }),
    },
    dropped: 0,
  };
}

async function noteOf(store: Store, tag: string): Promise<Note | null> {
  const kept = await store.get(NOTE_KEY);
  if (kept === null) return null;
  const note = JSON.parse(new TextDecoder().decode(kept.bytes)) as Partial<Record<keyof Note, unknown>>;
  const { asOf, rules } = note;
  if (note.tag !== tag || typeof asOf !== 'string' || Number.isNaN(Date.parse(asOf))) return null;
  return { tag, asOf, rules: typeof rules === 'string' ? rules : null };
}

async function writeNote(store: Store, note: Note): Promise<void> {
  await store.put(NOTE_KEY, new TextEncoder().encode(JSON.stringify(note)));
}

function remember(tag: string, builtBy: string, catalogue: Catalogue): void {
  catalogues.set(catalogue.releases, { ...catalogue, source: 'cache' });
  last = { tag, builtBy, releases: new WeakRef(catalogue.releases) };
}

function heldWith(tag: string): { catalogue: Catalogue; builtBy: string; dropped: number } | null {
  const releases = last?.tag === tag ? last.releases.deref() : undefined;
  const catalogue = releases && catalogues.get(releases);
  return last === undefined || catalogue === undefined
    ? null
    : { catalogue, builtBy: last.builtBy, dropped: 0 };
}

/**
 * Keeps that what is stored is what was published as of a later time: `now` tells the same, and is compared with next.
 * Rejects when it cannot be written.
 */
export async function renewCatalogue(
  store: Store,
  { tag, builtBy, catalogue }: StoredCatalogue,
  now: Catalogue,
): Promise<void> {
  await writeNote(store, { tag, asOf: now.asOf, rules: RULES });
  remember(tag, builtBy, { ...now, asOf: catalogue.asOf });
}

/** Keeps a catalogue and gives its tag. Rejects when it cannot be written. */
export async function writeCatalogue(
  store: Store,
  catalogue: Catalogue,
  builtBy: string,
  rules = RULES,
): Promise<string> {
  const schemaVersion = currentFormat(CATALOGUE_MIGRATIONS);
  const written = writtenInLines({ format: MARK, schemaVersion, builtBy }, catalogue);
  const tag = await store.put(CATALOGUE_KEY, new TextEncoder().encode(written));
  await writeNote(store, { tag, asOf: catalogue.asOf, rules });
  remember(tag, builtBy, catalogue);
  return tag;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
