import type { Catalogue, Problem } from '../../model/index.ts';
import { text } from '../../l10n/index.ts';
import { CATALOGUE_MIGRATIONS, currentFormat, MARK } from './migrate.ts';
import { createFolderStore } from './folder-store.ts';
import type { Store } from './store.ts';

/** Under which key the catalogue is kept. */
export const CATALOGUE_KEY = 'catalogue.json';

/** A catalogue as it was kept. */
export interface StoredCatalogue {
  catalogue: Catalogue;
  /** The version of Errata Lens that built it: a later one may label and title the same notes better. */
  builtBy: string;
  /** For a conditional write. */
  tag: string;
}

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
    // What reads one is loaded where there is one.
    const { openCatalogue } = await import('./open-catalogue.ts');
    const opened = openCatalogue(new TextDecoder().decode(kept.bytes));
    if ('text' in opened) return useless(opened.text);
    if (opened.dropped > 0) {
      problems.push({ source, text: text('catalogue.store.partlyDamaged', { count: opened.dropped }) });
    }
    return { stored: { catalogue: opened.catalogue, builtBy: opened.builtBy, tag: kept.tag }, problems };
  } catch (error) {
    return useless(text('catalogue.store.unreadable', { error: messageOf(error) }));
  }
}

/** Of the catalogue of the last update; null where there is none. */
export async function catalogueTag(folder: string): Promise<string | null> {
  return (await createFolderStore(folder).get(CATALOGUE_KEY))?.tag ?? null;
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
  return store.put(CATALOGUE_KEY, new TextEncoder().encode(written), condition);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
