import type { Catalogue, ProductId } from '../../model/index.ts';
import { isProduct } from '../../products/index.ts';
import { CALLBACK_NAME } from '../data/browser.ts';
import type { Html } from '../html.ts';
import { LANGUAGES, type Language } from '../../l10n/index.ts';
import { fileAddresses } from '../places.ts';
import { pageContext, type PageContext } from '../pages/page.ts';

const loading = new Map<ProductId, Promise<Catalogue>>();

/** Loads the catalogue of a product, once, by a separate script. Rejects if the script cannot be loaded. */
export function loadCatalogue(product: string, context: PageContext): Promise<Catalogue> {
  const found = loading.get(product) ?? load(product, context);
  loading.set(product, found);
  return found;
}

function load(product: string, { links }: PageContext): Promise<Catalogue> {
  if (!isProduct(product)) return Promise.reject(new RangeError(product));
  const { promise, resolve, reject } = Promise.withResolvers<Catalogue>();
  const receivers = globalThis as unknown as Record<string, (id: string, catalogue: Catalogue) => void>;
  receivers[CALLBACK_NAME] = (id, catalogue) => {
    if (id === product) resolve(catalogue);
  };
  const script = document.createElement('script');
  script.src = links.file(fileAddresses.browserData(product));
  script.addEventListener('error', () => reject(new Error(script.src)));
  document.head.append(script);
  return promise;
}

/** Language of this page, and links that start from `place`. */
export function browserPageContext(place: string): PageContext {
  const language = LANGUAGES.find((each): each is Language => each === document.documentElement.lang);
  return pageContext(place, language ?? LANGUAGES[0]);
}

/**
 * Selects an option. Without a match selects nothing, because bugs of another version would be a wrong answer.
 * @returns the wanted value if no option has it
 */
export function selectOption(select: HTMLSelectElement, wanted: string | null): string | null {
  if (wanted === null) return null;
  select.value = wanted;
  return select.selectedIndex < 0 ? wanted : null;
}

/** Replaces the content of an element. */
export function setContent(target: Element, content: Html): void {
  target.innerHTML = content.text;
}

/**
 * Element of the page that matches a selector.
 * @throws {Error} if there is none
 */
export function findElement<T extends Element>(selector: string, kind: new () => T): T {
  const found = document.querySelector(selector);
  if (found instanceof kind) return found;
  throw new Error(`The page has no ${selector}.`);
}
