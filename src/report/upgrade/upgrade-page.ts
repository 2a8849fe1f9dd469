import type { UpgradeAnswer, UpgradeTarget } from '../../analysis/index.ts';
import { text, type Language } from '../../l10n/index.ts';
import type { Text } from '../../model/index.ts';
import {
  upgradeDemands,
  notesOrigin,
  currentVersionLines,
  upgradeHeadline,
  tableLegend,
  upgradeTable,
  upgradePath,
  type SourcedSentence,
} from './upgrade-parts.ts';

interface Section {
  title: Text;
  lines: readonly SourcedSentence[];
}

/** Advice for a version, in parts for a page that shows one target at a time. */
export interface UpgradePage {
  introduction: readonly Text[];
  /** Column names, then a row for each target. */
  table: readonly (readonly string[])[];
  sectionsOf(target: UpgradeTarget): Section[];
  source: Section | null;
}

export function upgradePage(answer: UpgradeAnswer, language: Language): UpgradePage {
  const { advice, standing } = answer;
  if (advice === null) return { introduction: standing, table: [], sectionsOf: () => [], source: null };
  const lines = currentVersionLines(answer, advice);
  const legend = tableLegend(advice);
  return {
    introduction: [
      ...standing,
      upgradeHeadline(answer, advice, true),
      advice.reason,
      ...advice.notes,
      ...(legend === null ? [] : [legend]),
      ...notesOrigin(answer),
    ],
    table: upgradeTable(advice, language),
    sectionsOf: (target) =>
      [
        {
          title: text('upgrade.section.way', { version: target.version }),
          lines: upgradePath(target, advice),
        },
        { title: text('upgrade.section.demands'), lines: upgradeDemands(target) },
        { title: text('upgrade.section.blueGreen'), lines: target.more?.blueGreen ?? [] },
      ].filter((section) => section.lines.length > 0),
    source: lines.length === 0 ? null : { title: text('upgrade.section.source'), lines },
  };
}
