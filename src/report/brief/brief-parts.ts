import type { ChangeBrief, FeatureTest, NearRelease } from '../../analysis/index.ts';
import { bugTitle, en, say, text, type Language, type MessageKey } from '../../l10n/index.ts';
import { isFileLocation, type Asset, type BugMatch, type Text } from '../../model/index.ts';
import { hasLineage, productName } from '../../products/index.ts';
import { locationText } from '../scan/scan-details.ts';
import {
  demandsOn,
  downtimeKinds,
  sourceLines,
  upgradeTable,
  wayTo,
  weightyAmong,
  type Sourced,
} from '../upgrade/upgrade-parts.ts';

/** What a section holds; each form of the document writes it in its own way. */
export type BriefBlock =
  | { kind: 'words'; sentences: readonly Text[] }
  | { kind: 'fields'; names: readonly Text[] }
  | { kind: 'table'; rows: readonly (readonly string[])[] }
  | { kind: 'list'; items: readonly Sourced[] }
  | { kind: 'bugs'; bugs: readonly ToldBug[]; more: number }
  | { kind: 'picture'; picture: 'targets' | 'support' };

export interface BriefSection {
  /** Stable in every language. */
  id: string;
  title: Text;
  blocks: readonly BriefBlock[];
}

/** A bug, and what becomes of it; null where the section says that already. */
export interface ToldBug {
  match: BugMatch;
  outcome: Text | null;
}

/** Bugs of one list that are named; the rest is counted. */
const NAMED = 10;
/** Of the urgent ones that decide more are named. */
const NAMED_URGENT = 25;

/** The document in the order of a decision: the decision, its subject, its cost, its test. */
export function briefSections(brief: ChangeBrief, language: Language): BriefSection[] {
  const { target, advice, here } = brief;
  const isDatabase = target.more !== undefined;
  const weighty = weightyAmong(here, isDatabase);
  const fixed = new Set(target.clears.map(({ bug }) => bug.id));
  const told = new Set(weighty.slice(0, NAMED_URGENT));
  return [
    {
      id: 'approve',
      title: text('brief.section.approve'),
      blocks: [
        { kind: 'words', sentences: approvalWords(brief) },
        {
          kind: 'fields',
          names: [text('brief.approvedBy'), text('brief.date'), text('brief.window')],
        },
      ],
    },
    {
      id: 'targets',
      title: text('brief.section.targets'),
      blocks: [
        { kind: 'picture', picture: 'targets' },
        { kind: 'table', rows: upgradeTable({ ...advice, targets: comparedTargets(brief) }, language) },
      ],
    },
    { id: 'support', title: text('brief.section.support'), blocks: supportBlocks(brief) },
    { id: 'runs', title: text('brief.section.runs'), blocks: [runsBlock(brief, language)] },
    {
      id: 'urgent',
      title: text(isDatabase ? 'brief.section.urgent' : 'brief.section.serious', { count: weighty.length }),
      blocks: [
        weighty.length === 0 && isDatabase
          ? words(text('brief.urgent.none'))
          : bugsBlock(weighty, NAMED_URGENT, ({ bug }) =>
              text(fixed.has(bug.id) ? 'brief.fixedThere' : 'brief.notFixedThere', {
                version: target.version,
              }),
            ),
      ],
    },
    {
      id: 'fixes',
      title: text('brief.section.fixes', { version: target.version, count: target.clears.length }),
      blocks: restBlocks(target.clears, told),
    },
    {
      id: 'stays',
      title: text('brief.section.stays', { count: target.remains.length }),
      blocks: restBlocks(target.remains, told),
    },
    {
      id: 'brings',
      title: text('brief.section.brings', { count: target.brings.length }),
      blocks: [bugsBlock(target.brings)],
    },
    { id: 'near', title: text('brief.section.near'), blocks: [nearBlock(brief.near)] },
    { id: 'downtime', title: text('brief.section.downtime'), blocks: [downtimeBlock(brief)] },
    { id: 'tests', title: text('brief.section.tests'), blocks: [list(testLines(brief))] },
    {
      id: 'sources',
      title: text('brief.section.sources'),
      blocks: [{ kind: 'list', items: sourcesOf(brief) }, words(text('brief.honesty'))],
    },
  ];
}

/** The target that is decided about first, then what else the advice names. */
export function comparedTargets({ target, advice }: ChangeBrief): ChangeBrief['advice']['targets'] {
  return [target, ...advice.targets.filter(({ version }) => version !== target.version)];
}

/** What is approved, in sentences that can be pasted into a ticket. */
function approvalWords({ product, from, target, runs, isRecommended, advice }: ChangeBrief): Text[] {
  const { version: to, clears, remains, brings } = target;
  const isDatabase = target.more !== undefined;
  const weighty = (matches: readonly BugMatch[]): number => weightyAmong(matches, isDatabase).length;
  const downtime = downtimeKinds(target);
  const counts = {
    part: weighty(clears),
    whole: weighty(clears) + weighty(remains),
    fixed: clears.length,
    all: clears.length + remains.length,
  };
  return [
    text('brief.words', { name: productName(product), from, to, things: countOf(runs) }),
    ...(counts.all === 0 ? [] : [text(isDatabase ? 'brief.words.urgent' : 'brief.words.serious', counts)]),
    ...(counts.all === 0 ? [] : [text('brief.words.rest', { stays: remains.length, brings: brings.length })]),
    ...(target.support === null ? [] : [target.support]),
    ...downtime.map((kinds) => text('brief.words.downtime', { kinds })),
    ...(isRecommended ? [text('brief.recommended'), advice.reason] : [otherAdvice(advice.recommended)]),
  ];
}

function otherAdvice(recommended: string | null): Text {
  if (recommended === null) return text('brief.noneRecommended');
  if (recommended === 'stay') return text('brief.stayRecommended');
  return text('brief.otherRecommended', { version: recommended });
}

function countOf(runs: readonly Asset[]): number {
  return runs.reduce((sum, { count }) => sum + count, 0);
}

function runsBlock({ runs }: ChangeBrief, language: Language): BriefBlock {
  if (runs.length === 0) return words(text('brief.runs.none'));
  const head = [text('brief.column.resource'), text('brief.column.where'), text('brief.column.count')];
  return {
    kind: 'table',
    rows: [
      head.map((column) => say(column, language)),
      ...runs.map(({ name, location, count }) => [
        name,
        isFileLocation(location)
          ? locationText(location)
          : `${location.account} ${location.region} ${location.arn}`,
        String(count),
      ]),
    ],
  };
}

function supportBlocks({ product, advice, target, day, from }: ChangeBrief): BriefBlock[] {
  const { sourceSupport } = advice;
  const told = sourceLines({ covered: { product, coverage: 'known', version: from } }, advice);
  const free =
    sourceSupport?.status === 'standard'
      ? [plain(text('brief.support.noCharge', { scope: sourceSupport.scope, day }))]
      : [];
  const unknown = sourceSupport === null ? [plain(text('brief.support.unknown'))] : [];
  const next =
    target.support === null ? [] : [{ text: target.support, url: target.more?.supportUrl ?? null }];
  return [
    { kind: 'picture', picture: 'support' },
    { kind: 'list', items: [...unknown, ...told, ...free, ...next] },
  ];
}

function nearBlock(near: readonly NearRelease[]): BriefBlock {
  if (near.length === 0) return words(text('brief.near.none'));
  const items = near.flatMap(({ version, day, url, isWithdrawn, broughtBugs }) => [
    ...(isWithdrawn ? [{ text: text('brief.near.withdrawn', { version, day }), url }] : []),
    ...(broughtBugs.length > 0
      ? [{ text: text('brief.near.brought', { version, day, titles: broughtBugs.map(bugTitle) }), url }]
      : []),
  ]);
  return { kind: 'list', items };
}

function downtimeBlock({ product, target, advice }: ChangeBrief): BriefBlock {
  const back = plain(text(hasLineage(product) ? 'brief.back.engine' : 'brief.back.system'));
  const isTold = new Set(target.support === null ? [] : [JSON.stringify(target.support)]);
  const way = wayTo(target, advice).filter((line) => !isTold.has(JSON.stringify(line.text)));
  return { kind: 'list', items: [...way, ...demandsOn(target), back, ...(target.more?.blueGreen ?? [])] };
}

function testLines({ product, target, tests }: ChangeBrief): Text[] {
  const to = target.version;
  if (!hasLineage(product)) return [text('brief.test.image', { to }), text('brief.test.smoke')];
  const isMajor = target.more?.steps.some((step) => step.isMajor) === true;
  return [
    text('brief.test.clone', { to }),
    ...(isMajor ? [text('brief.test.prechecks')] : []),
    text('brief.test.load'),
    text('brief.test.failover'),
    ...(tests.length === 0 ? [text('brief.test.noFeatures')] : tests.map(featureLine)),
    ...(target.brings.length === 0 ? [] : [text('brief.test.watch', { count: target.brings.length })]),
  ];
}

function featureLine({ feature, fixed, stays, brings }: FeatureTest): Text {
  const key = `brief.test.${feature}`;
  const what: Text = { key: isMessage(key) ? key : 'brief.test.other', args: {} };
  return text('brief.test.feature', { feature, what, fixed, stays, brings: brings.length });
}

function isMessage(key: string): key is MessageKey {
  return Object.hasOwn(en, key);
}

function sourcesOf({ from, target, advice, here }: ChangeBrief): Sourced[] {
  const pages: Sourced[] = [
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
    .slice(0, NAMED);
}

/** A list without those that stand in the section above: no bug is told twice. */
function restBlocks(matches: readonly BugMatch[], told: ReadonlySet<BugMatch>): BriefBlock[] {
  const rest = matches.filter((match) => !told.has(match));
  const above = matches.length - rest.length;
  return [
    ...(above > 0 ? [words(text('brief.above', { count: above }))] : []),
    ...(rest.length > 0 || above === 0 ? [bugsBlock(rest)] : []),
  ];
}

function bugsBlock(
  matches: readonly BugMatch[],
  named = NAMED,
  outcome: (match: BugMatch) => Text | null = () => null,
): BriefBlock {
  if (matches.length === 0) return words(text('brief.none'));
  return {
    kind: 'bugs',
    bugs: matches.slice(0, named).map((match) => ({ match, outcome: outcome(match) })),
    more: Math.max(0, matches.length - named),
  };
}

function words(...sentences: Text[]): BriefBlock {
  return { kind: 'words', sentences };
}

function list(lines: readonly Text[]): BriefBlock {
  return { kind: 'list', items: lines.map(plain) };
}

function plain(sentence: Text): Sourced {
  return { text: sentence, url: null };
}
