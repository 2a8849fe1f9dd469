import {
  withIncluded,
  type UpgradeAnswer,
  type UpgradeTarget,
  type VersionAnswer,
} from '../../analysis/index.ts';
import { BRACKETS, bugTitle, featureName, say, text, type Language } from '../../l10n/index.ts';
import type { BugMatch, Text } from '../../model/index.ts';
import { productOf } from '../../products/index.ts';
import {
  bugDetails,
  furtherReasons,
  bugsIntroduction,
  isSafeLink,
  upgradeHeading,
  upgradePage,
  upstreamIntroduction,
  versionTitle,
  type SourcedSentence,
} from '../../report/index.ts';
import type {
  ActionView,
  BugView,
  Outcome,
  SectionView,
  TargetView,
  VersionView,
  Words,
} from '../webview/version/messages.ts';

/** View of a version's known bugs. Those of an upstream that are counted apart have a section of their own. */
export function bugsView(answer: VersionAnswer, written: string, language: Language): VersionView {
  const words = (message: Text): string => say(message, language);
  const { upstream } = answer;
  const sentences = upstream === null ? [] : upstreamIntroduction(upstream).map(words);
  const isApart = upstream !== null && !upstream.isIncluded;
  return {
    words: versionPageWords(language),
    title: versionTitle(answer, language),
    introduction: [...bugsIntroduction(answer).map(words), ...(isApart ? [] : sentences)],
    actions: { set: null, brief: null },
    targets: [],
    columns: [],
    source: null,
    bugs: withIncluded(answer).map((match) => bugView(match, {}, language)),
    upstream: isApart
      ? {
          title: `${upstream.name} ${upstream.version}`,
          sentences,
          bugs: upstream.matches.map((match) => bugView(match, {}, language)),
        }
      : null,
    command: `errata-lens bugs ${answer.covered.product} ${written}`,
  };
}

/** View of a version's upgrades: the targets, what they require, and what becomes of each bug. */
export function upgradeView(
  answer: UpgradeAnswer,
  language: Language,
  { canSet, canPrepare }: AvailableActions = { canSet: false, canPrepare: false },
): VersionView {
  const words = (message: Text): string => say(message, language);
  const { covered, written, advice } = answer;
  const page = upgradePage(answer, language);
  const targets = advice?.targets ?? [];
  return {
    words: versionPageWords(language),
    title: words(upgradeHeading(answer)),
    introduction: page.introduction.map(words),
    actions: {
      set: canSet ? settableVersion(answer, targets, language) : null,
      brief: canPrepare && targets.length > 0 ? words(text('page.brief')) : null,
    },
    targets: targets.map((target, index): TargetView => {
      const isRecommended = target.version === advice?.recommended;
      return {
        version: target.version,
        cells: page.table[index + 1] ?? [],
        isRecommended,
        sections: page.sectionsOf(target).map((section) => sectionView(section, language)),
      };
    }),
    columns: page.table[0] ?? [],
    source: page.source === null ? null : sectionView(page.source, language),
    bugs: bugsOfTargets(targets, language),
    upstream: null,
    command: `errata-lens upgrade ${covered.product} ${written}`,
  };
}

/** Actions that the page can offer. A version can be set only if code contains it. All actions need a trusted workspace. */
interface AvailableActions {
  canSet: boolean;
  canPrepare: boolean;
}

/** Best target in the same major version; an upgrade across major versions is more than an edit. */
function settableVersion(
  { covered, written, advice }: UpgradeAnswer,
  targets: readonly UpgradeTarget[],
  language: Language,
): ActionView | null {
  const { versions } = productOf(covered.product);
  const sameLine = targets.filter(({ version }) => versions.line(version) === versions.line(written));
  const target = sameLine.find(({ version }) => version === advice?.recommended) ?? sameLine[0];
  if (target === undefined) return null;
  const { version } = target;
  return { version, label: say(text('page.set', { version }), language) };
}

function bugsOfTargets(targets: readonly UpgradeTarget[], language: Language): BugView[] {
  const found = new Map<string, { match: BugMatch; outcomes: Record<string, Outcome> }>();
  for (const { version, clears, remains, brings, undetermined, undeterminedThere } of targets) {
    const lists: [Outcome, readonly BugMatch[]][] = [
      ['fixed', clears],
      ['stays', remains],
      ['new', brings],
      ['undetermined', [...undetermined, ...undeterminedThere]],
    ];
    for (const [outcome, matches] of lists) {
      for (const match of matches) {
        const known = found.get(match.bug.id) ?? { match, outcomes: {} };
        known.outcomes[version] = outcome;
        found.set(match.bug.id, known);
      }
    }
  }
  return [...found.values()]
    .sort((a, b) => b.match.urgency.score - a.match.urgency.score)
    .map(({ match, outcomes }) => bugView(match, outcomes, language));
}

function bugView(match: BugMatch, outcomes: BugView['outcomes'], language: Language): BugView {
  const { bug, urgency, nearestFix, url } = match;
  return {
    id: bug.id,
    title: say(bugTitle(bug), language),
    level: urgency.level,
    why: furtherReasons({ urgency }, language),
    details: bugDetails(match, language).join(' · '),
    features: bug.features.map((feature) => say(featureName(feature), language)),
    fix: nearestFix,
    url: url !== null && isSafeLink(url) ? url : null,
    outcomes,
  };
}

function sectionView(
  { title, lines }: { title: Text; lines: readonly SourcedSentence[] },
  language: Language,
): SectionView {
  return {
    title: say(title, language),
    lines: lines.map(({ text: sentence, url }) => ({
      text: say(sentence, language),
      url: url !== null && isSafeLink(url) ? url : null,
    })),
  };
}

function versionPageWords(language: Language): Words {
  const words = (message: Text): string => say(message, language);
  return {
    bugs: words(text('page.bugs')),
    search: words(text('page.search')),
    urgency: words(text('page.urgency')),
    feature: words(text('page.feature')),
    release: words(text('page.release')),
    any: words(text('page.any')),
    target: words(text('page.target')),
    outcome: words(text('page.outcome')),
    count: words(text('page.count')),
    more: words(text('page.more')),
    none: words(text('page.none')),
    columnUrgency: words(text('page.urgency')),
    columnBug: words(text('page.column.bug')),
    columnFix: words(text('page.release')),
    columnOutcome: words(text('page.outcome')),
    command: words(text('page.command')),
    copy: words(text('panel.copy')),
    copied: words(text('panel.copied')),
    page: words(text('upgrade.page')),
    brackets: BRACKETS[language],
    levels: {
      urgent: words(text('urgency.urgent')),
      ordinary: words(text('urgency.ordinary')),
      minor: words(text('urgency.minor')),
    },
    outcomes: {
      fixed: words(text('page.outcome.fixed')),
      stays: words(text('page.outcome.stays')),
      new: words(text('page.outcome.new')),
      undetermined: words(text('page.outcome.undetermined')),
    },
  };
}
