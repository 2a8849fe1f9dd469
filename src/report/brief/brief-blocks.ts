import type { ChangeBrief, FeatureTest, NearbyRelease } from '../../analysis/index.ts';
import { bugTitle, featureName, isMessageKey, text } from '../../l10n/index.ts';
import type { BugMatch, ProductId, Text } from '../../model/index.ts';
import { productOf, serviceOf, serviceWord } from '../../products/index.ts';
import {
  upgradeDemands,
  currentVersionLines,
  upgradePath,
  type SourcedSentence,
} from '../upgrade/upgrade-parts.ts';

// Content of the document's sections.

/** A block of a section. Each format of the document renders it in its own way. */
export type BriefBlock =
  | { kind: 'words'; sentences: readonly Text[] }
  | { kind: 'fields'; names: readonly Text[] }
  | { kind: 'table'; rows: readonly (readonly string[])[] }
  | { kind: 'list'; items: readonly SourcedSentence[] }
  | { kind: 'bugs'; bugs: readonly ListedBug[]; more: number }
  | { kind: 'picture'; picture: 'targets' | 'support' };

/** A bug in a list, with its outcome; the outcome is null if the section already states it. */
export interface ListedBug {
  match: BugMatch;
  outcome: Text | null;
}

/** Number of bugs that a list names; the rest is counted. */
export const MAX_LISTED_BUGS = 10;

export function supportBlocks({ product, advice, target, day, from }: ChangeBrief): BriefBlock[] {
  const { sourceSupport } = advice;
  const current = currentVersionLines({ covered: { product, coverage: 'known', version: from } }, advice);
  const free =
    sourceSupport?.status === 'standard'
      ? [withoutUrl(text('brief.support.noCharge', { scope: sourceSupport.scope, day }))]
      : [];
  const unknown = sourceSupport === null ? [withoutUrl(text('brief.support.unknown'))] : [];
  const next =
    target.support === null ? [] : [{ text: target.support, url: target.more?.supportUrl ?? null }];
  return [
    { kind: 'picture', picture: 'support' },
    { kind: 'list', items: [...unknown, ...current, ...free, ...next] },
  ];
}

export function nearBlock(near: readonly NearbyRelease[]): BriefBlock {
  if (near.length === 0) return wordsBlock(text('brief.near.none'));
  const items = near.flatMap(({ version, day, url, isWithdrawn, broughtBugs }) => [
    ...(isWithdrawn ? [{ text: text('brief.near.withdrawn', { version, day }), url }] : []),
    ...(broughtBugs.length > 0
      ? [{ text: text('brief.near.brought', { version, day, titles: broughtBugs.map(bugTitle) }), url }]
      : []),
  ]);
  return { kind: 'list', items };
}

export function downtimeBlocks({ target, advice }: ChangeBrief): BriefBlock[] {
  const alreadyListed = new Set(target.support === null ? [] : [JSON.stringify(target.support)]);
  const way = upgradePath(target, advice).filter((line) => !alreadyListed.has(JSON.stringify(line.text)));
  const blueGreen = target.more?.blueGreen ?? [];
  return [
    { kind: 'list', items: [...way, ...upgradeDemands(target)] },
    ...(blueGreen.length === 0
      ? []
      : [wordsBlock(text('upgrade.section.blueGreen')), { kind: 'list' as const, items: blueGreen }]),
  ];
}

export function testLines({ product, target, tests }: ChangeBrief): Text[] {
  const to = target.version;
  if (productOf(product).kind === 'operating-system')
    return [text('brief.test.image', { to }), text('brief.test.smoke')];
  const copy = serviceWord(product, 'copy');
  const log = productOf(product).advice?.precheckLog;
  const isMajor = target.more?.steps.some((step) => step.isMajor) === true;
  return [
    text('brief.test.clone', { to, copy }),
    ...(isMajor && log !== undefined ? [text('brief.test.prechecks', { log, copy })] : []),
    text('brief.test.load', { copy }),
    text('brief.test.failover'),
    ...(tests.length === 0
      ? [text('brief.test.noFeatures')]
      : tests.map((test) => featureLine(test, product))),
    ...(target.brings.length === 0 ? [] : [text('brief.test.watch', { count: target.brings.length })]),
  ];
}

function featureLine({ feature, fixed, stays, undetermined, brings }: FeatureTest, product: ProductId): Text {
  const own = [`brief.test.${feature}.${serviceOf(product)}`, `brief.test.${feature}`].find(isMessageKey);
  const copy = serviceWord(product, 'copy');
  const what: Text = own === undefined ? text('brief.test.other', { copy }) : { key: own, args: {} };
  return text('brief.test.feature', {
    feature: featureName(feature),
    what,
    fixed,
    stays,
    undetermined,
    brings: brings.length,
  });
}

export function sourcesOf({ from, target, advice, here }: ChangeBrief): SourcedSentence[] {
  const pages: SourcedSentence[] = [
    ...(target.more === undefined
      ? []
      : [{ text: text('brief.source.notes', { version: target.version }), url: target.more.url }]),
    ...(advice.sourceSupport === null
      ? []
      : [{ text: text('brief.source.calendar'), url: advice.sourceSupport.url }]),
    ...(advice.cost === null ? [] : [{ text: text('brief.source.cost'), url: advice.cost.url }]),
  ];
  const fixes = here.flatMap(({ nearestFix, url }) =>
    nearestFix === null || nearestFix === from || url === null
      ? []
      : [{ text: text('brief.source.notes', { version: nearestFix }), url }],
  );
  const all = [...pages, ...fixes];
  return all
    .filter(({ url }, index) => all.findIndex((other) => other.url === url) === index)
    .slice(0, MAX_LISTED_BUGS);
}

export function wordsBlock(...sentences: Text[]): BriefBlock {
  return { kind: 'words', sentences };
}

export function linesBlock(lines: readonly Text[]): BriefBlock {
  return { kind: 'list', items: lines.map(withoutUrl) };
}

function withoutUrl(sentence: Text): SourcedSentence {
  return { text: sentence, url: null };
}
