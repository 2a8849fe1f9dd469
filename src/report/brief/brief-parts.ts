import { adviceHead, type ChangeBrief } from '../../analysis/index.ts';
import { say, text, type Language } from '../../l10n/index.ts';
import { isFileLocation, type Advice, type Asset, type BugMatch, type Text } from '../../model/index.ts';
import { productName, serviceWord } from '../../products/index.ts';
import { locationText } from '../scan/scan-details.ts';
import { bugsOfCurrentVersion, downtimeKinds, upgradeTable, decisiveBugs } from '../upgrade/upgrade-parts.ts';
import {
  type BriefBlock,
  MAX_LISTED_BUGS,
  supportBlocks,
  nearBlock,
  downtimeBlocks,
  testLines,
  sourcesOf,
  wordsBlock,
  linesBlock,
} from './brief-blocks.ts';

export interface BriefSection {
  /** Id of the section, the same in every language. */
  id: string;
  title: Text;
  blocks: readonly BriefBlock[];
}

/** Maximum number of urgent bugs in a list. More than of others, because they decide the upgrade. */
const MAX_LISTED_URGENT_BUGS = 25;

/** Sections in the order in which an approver decides: recommendation, subject, cost, test. */
export function briefSections(brief: ChangeBrief, language: Language): BriefSection[] {
  const decisive = decisiveBugs(brief.here, brief.target.more !== undefined);
  const listed = new Set(decisive.slice(0, MAX_LISTED_URGENT_BUGS));
  return [
    ...decisionSections(brief, language),
    decisiveSection(brief, decisive),
    ...outcomeSections(brief, listed),
    ...executionSections(brief),
  ];
}

function decisionSections(brief: ChangeBrief, language: Language): BriefSection[] {
  const approval: BriefBlock = {
    kind: 'fields',
    names: [text('brief.approvedBy'), text('brief.date'), text('brief.window')],
  };
  const targets = upgradeTable({ ...brief.advice, targets: comparedTargets(brief) }, language);
  return [
    {
      id: 'approve',
      title: text('brief.section.approve'),
      blocks: [linesBlock(approvalLines(brief)), approval],
    },
    {
      id: 'targets',
      title: text('brief.section.targets'),
      blocks: [
        { kind: 'picture', picture: 'targets' },
        { kind: 'table', rows: targets },
        ...(brief.scope === null ? [] : [wordsBlock(brief.scope)]),
      ],
    },
    { id: 'support', title: text('brief.section.support'), blocks: supportBlocks(brief) },
    { id: 'runs', title: text('brief.section.runs'), blocks: [runsBlock(brief, language)] },
  ];
}

/** Bugs of the current version that decide about the upgrade, with the outcome of each. */
function decisiveSection({ target }: ChangeBrief, decisive: readonly BugMatch[]): BriefSection {
  const isDatabase = target.more !== undefined;
  const fixed = new Set(target.clears.map(({ bug }) => bug.id));
  const open = new Set(target.undetermined.map(({ bug }) => bug.id));
  const outcomeKey = (id: string) => {
    if (fixed.has(id)) return 'brief.fixedThere';
    return open.has(id) ? 'brief.undeterminedThere' : 'brief.staysThere';
  };
  const outcome = ({ bug }: BugMatch): Text => text(outcomeKey(bug.id), { version: target.version });
  return {
    id: 'urgent',
    title: text(isDatabase ? 'brief.section.urgent' : 'brief.section.serious', { count: decisive.length }),
    blocks: [
      decisive.length === 0 && isDatabase
        ? wordsBlock(text('brief.urgent.none'))
        : bugsBlock(decisive, MAX_LISTED_URGENT_BUGS, outcome),
    ],
  };
}

/** @param listed bugs of earlier sections, which are not listed again */
function outcomeSections({ target }: ChangeBrief, listed: ReadonlySet<BugMatch>): BriefSection[] {
  const { version, clears, remains, undetermined, brings, undeterminedThere } = target;
  const sections: BriefSection[] = [
    {
      id: 'fixes',
      title: text('brief.section.fixes', { version, count: clears.length }),
      blocks: unlistedBlocks(clears, listed),
    },
    {
      id: 'stays',
      title: text('brief.section.stays', { count: remains.length }),
      blocks: unlistedBlocks(remains, listed),
    },
    {
      id: 'undetermined',
      title: text('brief.section.undetermined', { count: undetermined.length }),
      blocks: unlistedBlocks(undetermined, listed),
    },
    {
      id: 'brings',
      title: text('brief.section.brings', { count: brings.length }),
      blocks: [bugsBlock(brings)],
    },
    {
      id: 'undeterminedThere',
      title: text('brief.section.undeterminedThere', { count: undeterminedThere.length }),
      blocks: [bugsBlock(undeterminedThere)],
    },
  ];
  return sections.filter(
    ({ id }) =>
      (id !== 'undetermined' || undetermined.length > 0) &&
      (id !== 'undeterminedThere' || undeterminedThere.length > 0),
  );
}

function executionSections(brief: ChangeBrief): BriefSection[] {
  return [
    { id: 'near', title: text('brief.section.near'), blocks: [nearBlock(brief.near)] },
    { id: 'downtime', title: text('brief.section.downtime'), blocks: downtimeBlocks(brief) },
    { id: 'tests', title: text('brief.section.tests'), blocks: [linesBlock(testLines(brief))] },
    {
      id: 'sources',
      title: text('brief.section.sources'),
      blocks: [{ kind: 'list', items: sourcesOf(brief) }, wordsBlock(text('brief.honesty'))],
    },
  ];
}

/** The target under approval first, then the others of the advice. */
export function comparedTargets({ target, advice }: ChangeBrief): ChangeBrief['advice']['targets'] {
  return [target, ...advice.targets.filter(({ version }) => version !== target.version)];
}

/** Question of whoever approves a change. */
type ApprovalLine = 'what' | 'why' | 'when' | 'downtime' | 'risk' | 'back';

/** Summary for the person who approves the change: a line for each of their questions. */
function approvalLines({ product, from, target, runs, isRecommended, advice }: ChangeBrief): Text[] {
  const { version: to, path, clears, remains, brings, undetermined } = target;
  const isDatabase = target.more !== undefined;
  const weighty = (matches: readonly BugMatch[]): number => decisiveBugs(matches, isDatabase).length;
  const counts = {
    part: weighty(clears),
    whole: weighty(bugsOfCurrentVersion(target)),
    undetermined: weighty(undetermined),
    fixed: clears.length,
    all: bugsOfCurrentVersion(target).length,
  };
  const change = { name: productName(product), from, to, things: countOf(runs), stops: path.slice(0, -1) };
  const words = { unit: serviceWord(product, 'unit'), snapshot: serviceWord(product, 'snapshot') };
  const risk = { stays: remains.length, undetermined: undetermined.length, brings: brings.length };
  const why =
    counts.all === 0 ? [] : [text(isDatabase ? 'brief.words.urgent' : 'brief.words.serious', counts)];
  const lines: [ApprovalLine, Text[]][] = [
    ['what', [text('brief.words', change)]],
    ['why', [...why, ...(isRecommended && advice.advice !== null ? [advice.advice.reason] : [])]],
    ['when', adviceWords(advice.advice, isRecommended)],
    ['downtime', downtimeKinds(target).map((kind) => text(`upgrade.downtime.${kind}`))],
    ['risk', counts.all === 0 ? [] : [text('brief.words.rest', risk)]],
    ['back', [isDatabase ? text('brief.back.engine', words) : text('brief.back.operating-system')]],
  ];
  return lines.flatMap(([line, sentences]) =>
    sentences.length === 0 ? [] : [text(`brief.line.${line}`, { sentences })],
  );
}

/** The advice in a sentence, with a note if this target is not one of its steps. */
function adviceWords(advice: Advice | null, isRecommended: boolean): Text[] {
  if (advice === null) return [text('brief.noneRecommended')];
  const head = adviceHead(advice);
  if (head === null) return [text('brief.stayRecommended')];
  return [text(isRecommended ? 'brief.recommended' : 'brief.otherRecommended', { advice: head })];
}

function countOf(runs: readonly Asset[]): number {
  return runs.reduce((sum, { count }) => sum + count, 0);
}

function runsBlock({ runs }: ChangeBrief, language: Language): BriefBlock {
  if (runs.length === 0) return wordsBlock(text('brief.runs.none'));
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

/** List of the bugs that the section above does not name, so that no bug is listed twice. */
function unlistedBlocks(matches: readonly BugMatch[], listed: ReadonlySet<BugMatch>): BriefBlock[] {
  const rest = matches.filter((match) => !listed.has(match));
  const above = matches.length - rest.length;
  return [
    ...(above > 0 ? [wordsBlock(text('brief.above', { count: above }))] : []),
    ...(rest.length > 0 || above === 0 ? [bugsBlock(rest)] : []),
  ];
}

function bugsBlock(
  matches: readonly BugMatch[],
  named = MAX_LISTED_BUGS,
  outcome: (match: BugMatch) => Text | null = () => null,
): BriefBlock {
  if (matches.length === 0) return wordsBlock(text('brief.none'));
  return {
    kind: 'bugs',
    bugs: matches.slice(0, named).map((match) => ({ match, outcome: outcome(match) })),
    more: Math.max(0, matches.length - named),
  };
}
