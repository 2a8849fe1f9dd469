import type { ChangeBrief, UpgradeTarget } from '../../analysis/index.ts';
import { say, text, type Language } from '../../l10n/index.ts';
import type { BugMatch } from '../../model/index.ts';
import { fragment, type Html } from '../html.ts';
import { weightyAmong } from '../upgrade/upgrade-parts.ts';
import { comparedTargets } from './brief-parts.ts';

const WIDTH = 720;
const LABEL = 110;
const BAR = 340;
const ROW = 34;
const LEGEND = 26;

/** A bar for each target: of all bugs what it fixes and is not listed to fix, and below it the same of the urgent ones. */
export function fixBars(brief: ChangeBrief, language: Language): Html {
  const targets = comparedTargets(brief).filter(({ clears, remains }) => clears.length + remains.length > 0);
  if (targets.length === 0) return fragment``;
  const height = targets.length * ROW + LEGEND;
  return fragment`<svg role="img" viewBox="0 0 ${WIDTH} ${height}" aria-labelledby="bars-picture">
    <title id="bars-picture">${say(text('brief.chart.bars', { from: brief.from }), language)}</title>
    ${targets.map((target, index) => row(target, index * ROW, language))}
    ${legend(targets.length * ROW + 16, targets.some(hasUrgentBugs), language)}
  </svg>`;
}

function hasUrgentBugs({ more, clears, remains }: UpgradeTarget): boolean {
  return more !== undefined && weightyAmong([...clears, ...remains], true).length > 0;
}

function row(target: UpgradeTarget, y: number, language: Language): Html {
  const { version, clears, remains, more } = target;
  const weighty = (matches: readonly BugMatch[]): number => weightyAmong(matches, more !== undefined).length;
  const counts = { fixed: clears.length, all: clears.length + remains.length };
  const urgent = { part: weighty(clears), whole: weighty(clears) + weighty(remains) };
  const label = hasUrgentBugs(target)
    ? text('brief.chart.bar', { ...counts, ...urgent })
    : text('brief.chart.barPlain', counts);
  return fragment`<g>
    <text x="${LABEL - 8}" y="${y + 17}" text-anchor="end">${version}</text>
    ${bar(y + 4, 12, counts.fixed, counts.all)}
    ${hasUrgentBugs(target) ? bar(y + 18, 6, urgent.part, urgent.whole) : null}
    <text x="${LABEL + BAR + 10}" y="${y + 17}">${say(label, language)}</text>
  </g>`;
}

function bar(y: number, height: number, part: number, whole: number): Html {
  const fixed = Math.round((BAR * part) / whole);
  return fragment`<rect class="rest" x="${LABEL}" y="${y}" width="${BAR}" height="${height}" /><rect
      class="fixed"
      x="${LABEL}"
      y="${y}"
      width="${fixed}"
      height="${height}"
    />`;
}

function legend(y: number, hasUrgent: boolean, language: Language): Html {
  return fragment`<g class="legend">
    <rect class="fixed" x="${LABEL}" y="${y - 9}" width="14" height="10" /><text x="${LABEL + 20}" y="${y}"
      >${say(text('brief.chart.fixed'), language)}</text
    >
    <rect class="rest" x="${LABEL + 90}" y="${y - 9}" width="14" height="10" /><text
      x="${LABEL + 110}"
      y="${y}"
      >${say(text('brief.chart.rest'), language)}</text
    >
    ${hasUrgent ? fragment`<text x="${LABEL + 300}" y="${y}">${say(text('brief.chart.thick'), language)}</text>` : null}
  </g>`;
}
