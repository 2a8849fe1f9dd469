import {
  symptomOfVersion,
  versionAnswer,
  type SymptomAnswer,
  type VersionAnswer,
} from '../../analysis/index.ts';
import { text } from '../../l10n/index.ts';
import { today, type Catalogue } from '../../model/index.ts';
import { symptomAnswerParts, type AnsweredBug } from '../../report/index.ts';
import { html, type Html } from '../html.ts';
import type { PageContext } from '../pages/page.ts';
import { bugLink } from '../pages/tables.ts';
import { siteAddresses } from '../places.ts';
import { loadCatalogue, selectOption, findElement, browserPageContext, setContent } from './catalogues.ts';

/** Starts the page that searches for bugs by an error message. */
export function startSearch(): void {
  const context = browserPageContext(siteAddresses.search);
  const form = findElement('form.asks', HTMLFormElement);
  const version = findElement('[name=version]', HTMLSelectElement);
  const symptom = findElement('[name=symptom]', HTMLTextAreaElement);
  const answer = findElement('#answer', HTMLElement);

  form.hidden = false;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void search();
  });
  const query = new URLSearchParams(location.search);
  const missing = selectOption(version, query.get('version'));
  symptom.value = query.get('symptom') ?? '';
  if (missing !== null)
    setContent(answer, html`<p>${context.words(text('site.search.unknown', { version: missing }))}</p>`);
  else if (symptom.value !== '') void search();
  // Loads the catalogue in advance, so that the first search is fast.
  else void prepare().catch(() => undefined);

  async function prepare(): Promise<{ catalogue: Catalogue; known: VersionAnswer }> {
    const [product = '', written = ''] = version.value.split(' ');
    const catalogue = await loadCatalogue(product, context);
    const known = versionAnswer(catalogue, product, written, today());
    // Builds the index before the first search.
    symptomOfVersion('restart', known, catalogue.bugs);
    return { catalogue, known };
  }

  async function search(): Promise<void> {
    if (version.selectedIndex < 0) return;
    try {
      const { catalogue, known } = await prepare();
      const start = performance.now();
      setContent(answer, resultOf(symptomOfVersion(symptom.value, known, catalogue.bugs), context));
      answer.dataset.milliseconds = (performance.now() - start).toFixed(1);
    } catch {
      setContent(answer, html`<p>${context.words(text('site.search.failed'))}</p>`);
    }
  }
}

function resultOf(answer: SymptomAnswer, context: PageContext): Html {
  const { words } = context;
  return html`<h2>${words(text('site.search.results'))}</h2>
    ${symptomAnswerParts(answer).map(
      ({ lead, sentences, bugs }) =>
        html`<p>${words(lead)}</p>
          ${
            sentences.length === 0
              ? null
              : html`<ul>
                  ${sentences.map((each) => html`<li>${words(each)}</li>`)}
                </ul>`
          }
          ${
            bugs.length === 0
              ? null
              : html`<ol>
                  ${bugs.map((bug) => bugItem(bug, context))}
                </ol>`
          }`,
    )}`;
}

function bugItem({ listed, match, remarks }: AnsweredBug, context: PageContext): Html {
  const { words } = context;
  const fix = listed.nearestFix === null ? [] : [`${words(text('bugs.fixedIn'))} ${listed.nearestFix}`];
  return html`<li ${match === null ? null : html`data-match="${match}"`}>
    ${bugLink(listed.bug, context)} ${[...remarks.map(words), ...fix].map((line) => html`<br />${line}`)}
  </li>`;
}
