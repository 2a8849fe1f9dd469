import { answerSymptom, versionAnswer, type Fit, type VersionAnswer } from '../../analysis/index.ts';
import { text } from '../../l10n/index.ts';
import { today, type Catalogue } from '../../model/index.ts';
import { html, type Part } from '../html.ts';
import type { Reader } from '../pages/page.ts';
import { bugLink } from '../pages/tables.ts';
import { places } from '../places.ts';
import { catalogueOf, choose, part, readerHere, show } from './catalogues.ts';

/** The page that finds bugs by an error line. */
export function startSearch(): void {
  const reader = readerHere(places.search);
  const form = part('form.asks', HTMLFormElement);
  const version = part('[name=version]', HTMLSelectElement);
  const symptom = part('[name=symptom]', HTMLTextAreaElement);
  const answer = part('#answer', HTMLElement);

  form.hidden = false;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void search();
  });
  const asked = new URLSearchParams(location.search);
  const missing = choose(version, asked.get('version'));
  symptom.value = asked.get('symptom') ?? '';
  if (missing !== null)
    show(answer, html`<p>${reader.words(text('site.search.unknown', { version: missing }))}</p>`);
  else if (symptom.value !== '') void search();
  // So that the first answer need not wait for it.
  else void prepare().catch(() => undefined);

  async function prepare(): Promise<{ catalogue: Catalogue; known: VersionAnswer }> {
    const [product = '', written = ''] = version.value.split(' ');
    const catalogue = await catalogueOf(product, reader);
    const known = versionAnswer(catalogue, product, written, today());
    // What the first search would have to work out.
    answerSymptom('restart', known.matches, catalogue.bugs);
    return { catalogue, known };
  }

  async function search(): Promise<void> {
    if (version.selectedIndex < 0) return;
    try {
      const { catalogue, known } = await prepare();
      const start = performance.now();
      const { fits, says } = answerSymptom(symptom.value, known.matches, catalogue.bugs);
      show(
        answer,
        html`${resultOf(
          known.name,
          fits,
          says.map((sentence) => reader.words(sentence)),
          reader,
        )}`,
      );
      answer.dataset.milliseconds = (performance.now() - start).toFixed(1);
    } catch {
      show(answer, html`<p>${reader.words(text('site.search.failed'))}</p>`);
    }
  }
}

function resultOf(name: string, fits: readonly Fit[], says: readonly string[], reader: Reader): Part {
  const { words } = reader;
  if (fits.length === 0) return says.map((sentence) => html`<p>${sentence}</p>`);
  return html`<h2>${words(text('site.search.results'))}</h2>
    <p>${words(text('site.search.count', { count: fits.length, name }))}</p>
    <ol>
      ${fits.map(
        ({ match, why, check }) =>
          html`<li>
            ${bugLink(match.bug, reader)}
            <p>
              ${words(why)}${check === null ? null : html`<br />${words(check)}`}${
                match.nearestFix === null
                  ? null
                  : html`<br />${words(text('bugs.fixedIn'))} ${match.nearestFix}`
              }
            </p>
          </li>`,
      )}
    </ol>`;
}
