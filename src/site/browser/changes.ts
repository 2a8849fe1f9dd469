import { effectBetween, isCounted, versionAnswer, withIncluded } from '../../analysis/index.ts';
import { text } from '../../l10n/index.ts';
import { today, type Catalogue } from '../../model/index.ts';
import { html } from '../html.ts';
import { changeContent } from '../pages/changes.ts';
import { siteAddresses } from '../places.ts';
import { loadCatalogue, selectOption, findElement, browserPageContext, setContent } from './catalogues.ts';

/** Starts the page that compares two releases. */
export function startComparison(): void {
  const form = findElement('form.asks', HTMLFormElement);
  const product = form.dataset.product ?? '';
  const context = browserPageContext(siteAddresses.changes(product));
  const from = findElement('[name=from]', HTMLSelectElement);
  const to = findElement('[name=to]', HTMLSelectElement);
  const answer = findElement('#answer', HTMLElement);

  form.hidden = false;
  const query = new URLSearchParams(location.search);
  for (const side of [from, to]) {
    selectOption(side, query.get(side.name));
    side.addEventListener('change', () => void compare());
  }
  void compare();

  async function compare(): Promise<void> {
    const missing = [from, to].find(({ selectedIndex }) => selectedIndex < 0);
    if (missing !== undefined) {
      const version = query.get(missing.name) ?? '';
      setContent(answer, html`<p>${context.words(text('site.changes.unknown', { version }))}</p>`);
      return;
    }
    try {
      const catalogue = await loadCatalogue(product, context);
      const [fromBugs, toBugs] = [
        bugsOf(catalogue, product, from.value),
        bugsOf(catalogue, product, to.value),
      ];
      const unknown = fromBugs === null ? from.value : to.value;
      setContent(
        answer,
        fromBugs === null || toBugs === null
          ? html`<p>${context.words(text('site.changes.unknown', { version: unknown }))}</p>`
          : html`${changeContent(effectBetween(fromBugs, toBugs), context)}`,
      );
      // Puts the question into the page's address for sharing, except on a local copy of the site.
      if (location.protocol !== 'file:')
        history.replaceState(
          null,
          '',
          `?${new URLSearchParams({ from: from.value, to: to.value }).toString()}`,
        );
    } catch {
      setContent(answer, html`<p>${context.words(text('site.search.failed'))}</p>`);
    }
  }
}

function bugsOf(catalogue: Catalogue, product: string, version: string) {
  const answer = versionAnswer(catalogue, product, version, today());
  return isCounted(answer) ? withIncluded(answer) : null;
}
