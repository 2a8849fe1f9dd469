import type { Catalogue, Problem } from '../../model/index.ts';
import { text } from '../../l10n/index.ts';
import { CATALOGUE_MIGRATIONS, currentFormat, MARK } from './migrate.ts';
import { createFolderStore } from './folder-store.ts';
import type { Store } from './store.ts';

/** Under which key the catalogue is kept. */
export const CATALOGUE_KEY = 'catalogue.json';

/** Under which key is kept when it was found to be as it is published, where that was after it was written. */
const RENEWED_KEY = 'catalogue.renewed.json';

/** A catalogue as it was kept. */
export interface StoredCatalogue {
  catalogue: Catalogue;
  /** The version of Errata Lens that built it: a later one may label and title the same notes better. */
  builtBy: string;
  /** For a conditional write. */
  tag: string;
}

/** What this process wrote or opened last. As long as somebody holds it, a process that looks again need not open it. */
let last: { tag: string; builtBy: string; catalogue: WeakRef<Catalogue> } | undefined;

/**
 * The catalogue of the last update, or null when there is none or it is of no use; the problems say which, and the
 * caller goes on with the snapshot. Never rejects.
 */
export async function readCatalogue(
  store: Store,
): Promise<{ stored: StoredCatalogue | null; problems: readonly Problem[] }> {
  const problems: Problem[] = [];
  const source = store.locate(CATALOGUE_KEY);
  const useless = (message: Problem['text']) => ({ stored: null, problems: [{ source, text: message }] });
  try {
    const kept = await store.get(CATALOGUE_KEY);
    if (kept === null) return { stored: null, problems };
    const { tag } = kept;
    // What reads one is loaded where there is one.
    const { openCatalogue, renewedOn } = await import('./open-catalogue.ts');
    const opened = heldWith(tag) ?? openCatalogue(new TextDecoder().decode(kept.bytes));
    if ('text' in opened) return useless(opened.text);
    const { builtBy, catalogue, dropped } = opened;
    if (dropped === 0) last = { tag, builtBy, catalogue: new WeakRef(catalogue) };
    else problems.push({ source, text: text('catalogue.store.partlyDamaged', { count: dropped }) });
    // Without it the catalogue counts as older than it is.
    const renewed = await store.get(RENEWED_KEY).catch(() => null);
    const asOf = (renewed && renewedOn(new TextDecoder().decode(renewed.bytes), tag)) ?? catalogue.asOf;
    return { stored: { catalogue: { ...catalogue, asOf }, builtBy, tag }, problems };
  } catch (error) {
    return useless(text('catalogue.store.unreadable', { error: messageOf(error) }));
  }
}

function heldWith(tag: string): { catalogue: Catalogue; builtBy: string; dropped: number } | null {
  const catalogue = last?.tag === tag ? last.catalogue.deref() : undefined;
  return last === undefined || catalogue === undefined
    ? null
    : { catalogue, builtBy: last.builtBy, dropped: 0 };
}

/** Of the catalogue of the last update and its day; null where there is none. */
export async function catalogueTag(folder: string): Promise<string | null> {
  const store = createFolderStore(folder);
  const [kept, renewed] = await Promise.all([CATALOGUE_KEY, RENEWED_KEY].map((key) => store.get(key)));
  return kept ? `${kept.tag} ${renewed?.tag ?? ''}` : null;
}

/** Keeps that the catalogue with this tag is what was published as of a later time. Rejects when it cannot be written. */
export async function renewCatalogue(store: Store, tag: string, asOf: string): Promise<void> {
  await store.put(RENEWED_KEY, new TextEncoder().encode(JSON.stringify({ tag, asOf })));
}

/** Keeps a catalogue and gives its tag. Rejects when it cannot be written, or with a StoreConflict. */
export async function writeCatalogue(
  store: Store,
  catalogue: Catalogue,
  builtBy: string,
  condition?: { ifMatch: string | null },
): Promise<string> {
  const schemaVersion = currentFormat(CATALOGUE_MIGRATIONS);
  const written = JSON.stringify({ format: MARK, schemaVersion, builtBy, catalogue });
  const tag = await store.put(CATALOGUE_KEY, new TextEncoder().encode(written), condition);
  last = { tag, builtBy, catalogue: new WeakRef<Catalogue>({ ...catalogue, source: 'cache' }) };
  return tag;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
