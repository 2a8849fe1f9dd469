import { bugTitle, featureName, say, text, type Language } from '../../l10n/index.ts';
import { URGENCIES, type BugMatch } from '../../model/index.ts';
import { bugsApart, withIncluded, type VersionAnswer } from '../../analysis/index.ts';
import { upstreamIntroduction } from './upstream.ts';
import { bugsIntroduction, inVersionsText, versionTitle } from './bugs-heading.ts';
import { upstreamBugs } from './community-bugs.ts';
import { escapeMarkdown, markdownLink, pageLink } from '../markdown.ts';

/** Known bugs of a version as a document, grouped by urgency, below the general sentences. */
export function bugsMarkdown(answer: VersionAnswer, language: Language): string {
  const matches = withIncluded(answer);
  const sections = URGENCIES.flatMap((level) => {
    const those = matches.filter(({ urgency }) => urgency.level === level);
    if (those.length === 0) return [];
    const title = `## ${say(text(`urgency.${level}`), language)} (${those.length})`;
    return [[title, ...those.map((match) => bugLine(match, language))].join('\n\n')];
  });
  const introduction = bugsIntroduction(answer).map((sentence) => escapeMarkdown(say(sentence, language)));
  const contained = upstreamSections(answer, language);
  const title = `# ${escapeMarkdown(versionTitle(answer, language))}`;
  return `${[title, ...introduction, ...sections, ...contained].join('\n\n')}\n`;
}

/** Sections about the upstream product. */
function upstreamSections({ upstream }: VersionAnswer, language: Language): string[] {
  if (upstream === null) return [];
  return [
    `## ${escapeMarkdown(`${upstream.name} ${upstream.version}`)}`,
    ...upstreamIntroduction(upstream).map((sentence) => escapeMarkdown(say(sentence, language))),
    ...bugsApart({ upstream }).map((match) => bugLine(match, language)),
  ];
}

/** A bug in one line: its title, and the release that fixes it with its page. */
export function bugHeadline({ bug, nearestFix, url }: BugMatch, language: Language): string {
  const fix =
    nearestFix === null ? '' : ` — ${say(text('bugs.fixedIn'), language)} ${markdownLink(nearestFix, url)}`;
  return `- **${escapeMarkdown(say(bugTitle(bug), language))}**${fix}`;
}

/** Reasons for a bug's urgency, except its severity, which is always shown beside them. */
export function furtherReasons({ urgency }: Pick<BugMatch, 'urgency'>, language: Language): string {
  const parts = urgency.why.filter(({ key }) => key !== 'urgency.rated' && key !== 'urgency.unrated');
  return say(text('report.parts', { parts }), language);
}

/** Details of a bug: severity, impact, confidence, numbers elsewhere. */
export function bugDetails({ bug, reason, inVersions }: BugMatch, language: Language): string[] {
  return [
    say(text(`severity.${bug.severity}`), language),
    say(text(`impact.${bug.impact}`), language),
    say(reason, language),
    ...(inVersions ? [say(inVersionsText(inVersions), language)] : []),
    ...bug.cves,
    ...(bug.os?.advisory ? [bug.os.advisory] : []),
    ...upstreamBugs(bug).map(({ label }) => label),
  ];
}

/** A bug with its reason, features, CVEs and upstream bug numbers. */
export function bugLine(match: BugMatch, language: Language): string {
  const { bug, reason, inVersions, pages = [] } = match;
  const details = [
    say(text(`severity.${bug.severity}`), language),
    say(text(`impact.${bug.impact}`), language),
    escapeMarkdown(say(reason, language)),
    ...pages.map(pageLink),
    ...(inVersions ? [escapeMarkdown(say(inVersionsText(inVersions), language))] : []),
    ...bug.features.map((feature) => escapeMarkdown(say(featureName(feature), language))),
    ...bug.cves.map(escapeMarkdown),
    ...(bug.os?.url && bug.os.advisory !== null ? [markdownLink(bug.os.advisory, bug.os.url)] : []),
    ...upstreamBugs(bug).map(({ label, url }) => markdownLink(label, url)),
  ];
  const why = escapeMarkdown(furtherReasons(match, language));
  return `${bugHeadline(match, language)}  \n  ${details.join(' · ')}${why === '' ? '' : `  \n  ${why}`}`;
}
