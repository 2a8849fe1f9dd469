import { readFileSync } from 'node:fs';
import { classify } from '../../../src/catalogue/classify/index.ts';
import { CURATED_LINKS } from '../../../src/catalogue/curation/links.ts';
import { mergeBugs } from '../../../src/catalogue/merge/index.ts';
import { updateCatalogue } from '../../../src/catalogue/update/update.ts';
import { memoize, type Catalogue } from '../../../src/model/index.ts';
import { postgresqlSource } from '../../../src/products/postgresql/notes/index.ts';
import { catalogueOf } from '../catalogue/catalogue.ts';
import { sharedPath } from '../shared.ts';

/** The community's notes in the mirror of ../shared, read once, labelled by the rules alone or by `labelsOf`. */
export function communityMirror(labelsOf = classify): Promise<Catalogue> {
  return readMirror(labelsOf);
}

const readMirror = memoize(async (labelsOf: typeof classify): Promise<Catalogue> => {
  const read = (url: string) => {
    const { host, pathname } = new URL(url);
    const file = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
    const body = readFileSync(sharedPath('docs-mirror', host, file), 'utf8');
    return Promise.resolve({ url, body, contentType: 'text/html' });
  };
  const { releases, problems } = await updateCatalogue({
    sources: [postgresqlSource(labelsOf)],
    read,
    previous: null,
  });
  return { ...catalogueOf(releases, mergeBugs(releases, { links: CURATED_LINKS })), problems };
});
