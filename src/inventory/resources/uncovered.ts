import { textOfFact } from '../../values/index.ts';
import { text } from '../../l10n/index.ts';
import { OTHER_SETTINGS, type Problem } from '../../model/index.ts';
import { uncoveredEngine } from '../../products/index.ts';
import type { AssetDraft } from './draft.ts';

const ONE_UNCOVERED = 'inventory.engineNotCovered';
/** Message with the number of databases of an uncovered engine. */
export const COUNT_OF_UNCOVERED = 'inventory.enginesNotCovered';

/** A problem for each database of a recognised engine whose notes the catalogue does not contain. */
export function unsupportedIn(drafts: readonly AssetDraft[]): Problem[] {
  return drafts.flatMap(({ kind, engine, settings, at }) => {
    // A cluster is one database here, even in several zones without separate instances. A version alone is none.
    const isDatabase =
      kind === 'db-instance' || (kind === 'database' && settings[OTHER_SETTINGS] === undefined);
    const name = isDatabase ? uncoveredEngine(textOfFact(engine) ?? '') : null;
    return name === null ? [] : [{ source: at.file, text: text(ONE_UNCOVERED, { name, line: at.line }) }];
  });
}

/** Merges the problems of unsupported databases into one per engine, with their number, at the place of the first. */
export function countUncovered(problems: readonly Problem[]): Problem[] {
  const others = problems.filter(({ text: { key } }) => key !== ONE_UNCOVERED);
  const byName = Map.groupBy(
    problems.filter(({ text: { key } }) => key === ONE_UNCOVERED),
    ({ text: { args } }) => (typeof args['name'] === 'string' ? args['name'] : ''),
  );
  const counted = [...byName].map(([name, each]) => ({
    source: each[0]?.source ?? '',
    text: text(COUNT_OF_UNCOVERED, { name, count: each.length }),
  }));
  return [...others, ...counted];
}
