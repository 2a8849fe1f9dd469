import { say, text, type Language } from '../l10n/index.ts';
import { PRODUCT_NAMES, SEVERITIES, type BugMatch, type Product, type Text } from '../model/index.ts';
import { mysqlBugUrl } from './bugs-json.ts';
import { escapeMarkdown, markdownLink } from './markdown.ts';

/**
 * The known bugs of one version as a readable document, grouped by severity.
 * @param standing sentences that come first: of an operating system, how far it is behind
 */
export function bugsMarkdown(
  product: Product,
  version: string,
  matches: readonly BugMatch[],
  asOf: string,
  language: Language,
  standing: readonly Text[] = [],
): string {
  const heading = text('bugs.heading', {
    name: PRODUCT_NAMES[product],
    version,
    count: matches.length,
    asOf,
  });
  const sections = SEVERITIES.flatMap((severity) => {
    const those = matches.filter(({ bug }) => bug.severity === severity);
    if (those.length === 0) return [];
    const title = `## ${say(text(`severity.${severity}`), language)} (${those.length})`;
    return [[title, ...those.map((match) => bugLine(match, language))].join('\n\n')];
  });
  // Those sentences also say why there are none: a count of 0 after them would read as "nothing is wrong".
  const isTold = standing.length > 0 && matches.length === 0;
  const list = isTold ? [] : [say(heading, language), say(text('bugs.honesty'), language), ...sections];
  return (
    [
      `# ${PRODUCT_NAMES[product]} ${escapeMarkdown(version)}`,
      ...standing.map((sentence) => escapeMarkdown(say(sentence, language))),
      ...list,
    ].join('\n\n') + '\n'
  );
}

/** One bug in one line: its title, and the release that fixes it with its page. */
export function bugHeadline({ bug, nearestFix, url }: BugMatch, language: Language): string {
  const fix =
    nearestFix === null ? '' : ` — ${say(text('bugs.fixedIn'), language)} ${markdownLink(nearestFix, url)}`;
  return `- **${escapeMarkdown(bug.title)}**${fix}`;
}

/** One bug with its reason, features, CVEs and community bug numbers. */
export function bugLine(match: BugMatch, language: Language): string {
  const { bug, reason } = match;
  const details = [
    say(text(`impact.${bug.impact}`), language),
    escapeMarkdown(say(reason, language)),
    ...(bug.features.length > 0 ? [bug.features.map((feature) => `\`${feature}\``).join(' ')] : []),
    ...bug.cves.map(escapeMarkdown),
    ...(bug.os?.url && bug.os.advisory !== null ? [markdownLink(bug.os.advisory, bug.os.url)] : []),
    ...bug.mysqlBugs.map((number) => markdownLink(`MySQL #${number}`, mysqlBugUrl(number))),
  ];
  return `${bugHeadline(match, language)}  \n  ${details.join(' · ')}`;
}
