import { bugTitle, say, text, type Language } from '../../l10n/index.ts';
import { URGENCIES, type BugMatch } from '../../model/index.ts';
import { isCounted, type VersionAnswer } from '../../analysis/index.ts';
import { bugsHeading, inVersionsText } from './bugs-heading.ts';
import { communityBugs } from './community-bugs.ts';
import { escapeMarkdown, markdownLink } from '../markdown.ts';

/** The known bugs of one version as a readable document, grouped by urgency, after what is to be said first. */
export function bugsMarkdown(answer: VersionAnswer, language: Language): string {
  const { name, standing, matches } = answer;
  const sections = URGENCIES.flatMap((level) => {
    const those = matches.filter(({ urgency }) => urgency.level === level);
    if (those.length === 0) return [];
    const title = `## ${say(text(`urgency.${level}`), language)} (${those.length})`;
    return [[title, ...those.map((match) => bugLine(match, language))].join('\n\n')];
  });
  const list = isCounted(answer)
    ? [say(bugsHeading(answer), language), say(text('bugs.honesty'), language), ...sections]
    : [];
  const told = standing.map((sentence) => escapeMarkdown(say(sentence, language)));
  return `${[`# ${escapeMarkdown(name)}`, ...told, ...list].join('\n\n')}\n`;
}

/** One bug in one line: its title, and the release that fixes it with its page. */
export function bugHeadline({ bug, nearestFix, url }: BugMatch, language: Language): string {
  const fix =
    nearestFix === null ? '' : ` — ${say(text('bugs.fixedIn'), language)} ${markdownLink(nearestFix, url)}`;
  return `- **${escapeMarkdown(say(bugTitle(bug), language))}**${fix}`;
}

/** A bug's details: severity, impact, how sure the match is, numbers of others. */
export function bugDetails({ bug, reason, inVersions }: BugMatch, language: Language): string[] {
  return [
    say(text(`severity.${bug.severity}`), language),
    say(text(`impact.${bug.impact}`), language),
    say(reason, language),
    ...(inVersions ? [say(inVersionsText(inVersions), language)] : []),
    ...bug.cves,
    ...(bug.os?.advisory ? [bug.os.advisory] : []),
    ...communityBugs(bug).map(({ label }) => label),
  ];
}

/** One bug with its reason, features, CVEs and community bug numbers. */
export function bugLine(match: BugMatch, language: Language): string {
  const { bug, reason, inVersions, urgency } = match;
  const details = [
    say(text(`severity.${bug.severity}`), language),
    say(text(`impact.${bug.impact}`), language),
    escapeMarkdown(say(reason, language)),
    ...(inVersions ? [escapeMarkdown(say(inVersionsText(inVersions), language))] : []),
    ...(bug.features.length > 0 ? [bug.features.map((feature) => `\`${feature}\``).join(' ')] : []),
    ...bug.cves.map(escapeMarkdown),
    ...(bug.os?.url && bug.os.advisory !== null ? [markdownLink(bug.os.advisory, bug.os.url)] : []),
    ...communityBugs(bug).map(({ label, url }) => markdownLink(label, url)),
  ];
  const why = urgency.why.map((part) => escapeMarkdown(say(part, language))).join('; ');
  return `${bugHeadline(match, language)}  \n  ${details.join(' · ')}${why === '' ? '' : `  \n  ${why}`}`;
}
