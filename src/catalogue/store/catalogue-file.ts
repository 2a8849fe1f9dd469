import {
  memoize,
  RULES,
  createWeakTable,
  type Catalogue,
  type Problem,
  type ProductId,
} from '../../model/index.ts';
import { text } from '../../l10n/index.ts';
import { isUpstreamOnly } from '../../products/index.ts';
import { textOfProducts, catalogueLines } from './lines.ts';
import { CATALOGUE_MIGRATIONS, currentFormat, FILE_MARK } from './migrate.ts';
import type { openCatalogue } from './open-catalogue.ts';
import type { Store } from './store.ts';

/** Key of the catalogue in the store. */
export const CATALOGUE_KEY = 'catalogue.json';

/** Key of the facts about the catalogue, which are stored separately. */
const FACTS_KEY = 'catalogue.renewed.json';

/** Facts about the stored catalogue that has this tag. */
interface StoredFacts {
  tag: string;
  /** Last time when it was found to be current. */
  asOf: string;
  /** Rules that wrote it, which need not validate it again. Null if unknown. */
  rules: string | null;
}

/** A stored catalogue. */
export interface StoredCatalogue {
  catalogue: Catalogue;
  /** Version of Errata Lens that built it: a later one may label and title the same notes better. */
  builtBy: string;
  /** For a conditional write. */
  tag: string;
}

/**
 * Catalogue that this process wrote or opened last, so that a later update need not open it while its releases are
 * referenced.
 */
let lastOpened: { tag: string; builtBy: string; releases: WeakRef<Catalogue['releases']> } | undefined;
/** Stored catalogues by their releases array, which several catalogue objects share. */
const catalogues = createWeakTable<Catalogue['releases'], Catalogue>();

/**
 * Catalogue of the last update, or null if there is none or it is unusable; the problems state which, and the caller
 * uses the snapshot. Never rejects.
 * @param only products to load from a file that stores them separately; null for all. Notes that others contain are
 * then loaded on demand.
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
    // Without these facts, the catalogue counts as older than it is, and is validated.
    const facts = await storedFactsOf(store, tag).catch(() => null);
    const isOurs = rules !== null && facts?.rules === rules;
    const part = isOurs && only !== null && keptWith(tag) === null ? openPart(kept.bytes, only) : null;
    const opened = part ?? keptWith(tag) ?? (await opening(isOurs))(new TextDecoder().decode(kept.bytes));
    if ('text' in opened) return useless(opened.text);
    const { builtBy, catalogue, dropped } = opened;
    if (part === null && dropped === 0) keepOpened(tag, builtBy, catalogue);
    else if (dropped > 0)
      problems.push({ source, text: text('catalogue.store.partlyDamaged', { count: dropped }) });
    const asOf = facts?.asOf ?? catalogue.asOf;
    return { stored: { catalogue: { ...catalogue, asOf }, builtBy, tag }, problems };
  } catch (error) {
    return useless(text('catalogue.store.unreadable', { error: messageOf(error) }));
  }
}

type OpenedCatalogue = ReturnType<typeof openCatalogue>;

/** Function that opens a catalogue: without validation if it is ours, else with it, which is loaded on demand. */
async function opening(isOurs: boolean): Promise<(written: string) => OpenedCatalogue> {
  return isOurs ? openOwn : (await import('./open-catalogue.ts')).openCatalogue;
}

/** Opens a catalogue written by these very rules and unchanged since, without validation. */
function openOwn(written: string): OpenedCatalogue {
  const { builtBy, catalogue } = JSON.parse(written) as { builtBy: string; catalogue: Catalogue };
  return { builtBy, catalogue: { ...catalogue, source: 'cache' }, dropped: 0 };
}

/**
 * Opens the part of a catalogue about some products without reading the rest; null if the file is not stored by
 * product.
 */
function openPart(
  bytes: Uint8Array,
  only: (product: ProductId) => boolean,
): Extract<OpenedCatalogue, { builtBy: string }> | null {
  const own = textOfProducts(bytes, (product) => !isUpstreamOnly(product) && only(product));
  if (own === null) return null;
  const { builtBy, catalogue } = JSON.parse(own) as { builtBy: string; catalogue: Catalogue };
  const apart = textOfProducts(bytes, isUpstreamOnly);
  const hasUpstream = apart !== null && textOfProducts(bytes, () => false) !== apart;
  return {
    builtBy,
    catalogue: {
      ...catalogue,
      source: 'cache',
      ...(hasUpstream && {
        upstream: memoize(() => (JSON.parse(apart) as { catalogue: Catalogue }).catalogue),
      }),
    },
    dropped: 0,
  };
}

async function storedFactsOf(store: Store, tag: string): Promise<StoredFacts | null> {
  const kept = await store.get(FACTS_KEY);
  if (kept === null) return null;
  const facts = JSON.parse(new TextDecoder().decode(kept.bytes)) as Partial<
    Record<keyof StoredFacts, unknown>
  >;
  const { asOf, rules } = facts;
  if (facts.tag !== tag || typeof asOf !== 'string' || Number.isNaN(Date.parse(asOf))) return null;
  return { tag, asOf, rules: typeof rules === 'string' ? rules : null };
}

async function writeFacts(store: Store, facts: StoredFacts): Promise<void> {
  await store.put(FACTS_KEY, new TextEncoder().encode(JSON.stringify(facts)));
}

function keepOpened(tag: string, builtBy: string, catalogue: Catalogue): void {
  catalogues.set(catalogue.releases, { ...catalogue, source: 'cache' });
  lastOpened = { tag, builtBy, releases: new WeakRef(catalogue.releases) };
}

function keptWith(tag: string): { catalogue: Catalogue; builtBy: string; dropped: number } | null {
  const releases = lastOpened?.tag === tag ? lastOpened.releases.deref() : undefined;
  const catalogue = releases && catalogues.get(releases);
  return lastOpened === undefined || catalogue === undefined
    ? null
    : { catalogue, builtBy: lastOpened.builtBy, dropped: 0 };
}

/**
 * Records that the stored catalogue is still current at a later time; `now` has the same content, and serves for the
 * next comparison. Rejects if it cannot be written.
 */
export async function markCatalogueCurrent(
  store: Store,
  { tag, builtBy, catalogue }: StoredCatalogue,
  now: Catalogue,
): Promise<void> {
  await writeFacts(store, { tag, asOf: now.asOf, rules: RULES });
  keepOpened(tag, builtBy, { ...now, asOf: catalogue.asOf });
}

/** Stores a catalogue and returns its tag. Rejects if it cannot be written. */
export async function writeCatalogue(
  store: Store,
  catalogue: Catalogue,
  builtBy: string,
  rules = RULES,
): Promise<string> {
  const schemaVersion = currentFormat(CATALOGUE_MIGRATIONS);
  const written = catalogueLines({ format: FILE_MARK, schemaVersion, builtBy }, catalogue);
  const tag = await store.put(CATALOGUE_KEY, new TextEncoder().encode(written));
  await writeFacts(store, { tag, asOf: catalogue.asOf, rules });
  keepOpened(tag, builtBy, catalogue);
  return tag;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
