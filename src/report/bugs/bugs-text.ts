import { bugTitle, say, text, type Language } from '../../l10n/index.ts';
import { isCounted, type VersionAnswer } from '../../analysis/index.ts';
import { bugsHeading, inVersionsText } from './bugs-heading.ts';
import { communityBugs } from './community-bugs.ts';
import type { Paint } from '../paint.ts';

/** The first known bugs of a version as text, and how many more; where they are unknown, why, and no count. */
export function bugsText(answer: VersionAnswer, language: Language, paint: Paint, limit: number): string {
  const { standing, matches } = answer;
  const told = standing.map((sentence) => say(sentence, language));
  if (!isCounted(answer)) return `${told.join('\n')}\n`;
  const heading = paint.bold(say(bugsHeading(answer), language));
  const lines = [...told, ...(told.length > 0 ? [''] : []), heading, ''];
  for (const { bug, reason, url, inVersions, urgency } of matches.slice(0, limit)) {
    const level = paint.urgency(urgency.level, say(text(`urgency.${urgency.level}`), language).padEnd(8));
    const features = bug.features.length > 0 ? ` [${bug.features.join(', ')}]` : '';
    lines.push(`${level}  ${say(bugTitle(bug), language)}${features}`);
    lines.push(
      `          ${paint.dim(`${say(text(`severity.${bug.severity}`), language)} · ${say(text(`impact.${bug.impact}`), language)} · ${say(reason, language)} · ${bug.id}`)}`,
    );
    lines.push(`          ${paint.dim(urgency.why.map((why) => say(why, language)).join('; '))}`);
    if (inVersions) lines.push(`          ${paint.dim(say(inVersionsText(inVersions), language))}`);
    if (bug.cves.length > 0) lines.push(`          ${paint.dim(bug.cves.join(', '))}`);
    for (const { url } of communityBugs(bug)) lines.push(`          ${paint.dim(url)}`);
    for (const link of [url, bug.os?.url]) if (link) lines.push(`          ${paint.dim(link)}`);
  }
  const more = matches.length - limit;
  if (more > 0) lines.push('', say(text('bugs.more', { count: more }), language));
  return `${lines.join('\n')}\n`;
}
