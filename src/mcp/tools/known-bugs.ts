import * as z from 'zod';
import {
  isCounted,
  isReported,
  factsOfTeam,
  versionAnswer,
  versionCounts,
  withIncluded,
  type UpstreamAnswer,
} from '../../analysis/index.ts';
import { bugTitle, say, type Language } from '../../l10n/index.ts';
import { IMPACTS, SEVERITIES, URGENCIES, type BugMatch } from '../../model/index.ts';
import type { ToolContext } from '../tool-context.ts';
import { untrusted } from '../fields/untrusted-fields.ts';
import { PAGE_INPUT, PAGE_OUTPUT, pageOf } from '../fields/page.ts';
import { teamConfig } from '../team-config.ts';
import type { Tool } from '../tool.ts';
import {
  productNamed,
  requireRelease,
  TEAM_INPUT,
  VERSION_INPUT,
  VERSION_OUTPUT,
} from '../fields/version.ts';

const input = {
  ...VERSION_INPUT,
  ...TEAM_INPUT,
  urgency: z.enum(URGENCIES).optional().describe('Only bugs of this urgency'),
  impact: z.enum(IMPACTS).optional().describe('Only bugs with this impact'),
  source: z
    .enum(['product', 'upstream'])
    .optional()
    .describe(
      'Only bugs in the notes of the product, or of the open-source engine; by default, all counted ones',
    ),
  ...PAGE_INPUT,
};

export const BUG_OUTPUT = z.object({
  id: z.string(),
  product: z.string().describe('Product whose notes list it; `postgresql` within another product'),
  title: untrusted(z.string().describe('Title; in the team’s words if the team recorded the bug')),
  urgency: z.enum(URGENCIES),
  why: z.array(z.string()),
  severity: z.enum(SEVERITIES),
  impact: z.enum(IMPACTS),
  cves: z.array(z.string()),
  fixedIn: z.array(z.string()),
  confidence: z.enum(['high', 'medium', 'low']),
  reason: untrusted(z.string().describe('Reason why the version has the bug')),
  url: z.string().nullable().describe('The page that lists the fix'),
});

const output = {
  ...VERSION_OUTPUT,
  counts: z
    .object({
      scope: z.literal('version'),
      listed: z.int(),
      urgent: z.int(),
      ordinary: z.int(),
      minor: z.int(),
      undetermined: z
        .int()
        .describe('Not among the listed; the notes do not state whether the version has them'),
    })
    .nullable(),
  upstream: z
    .object({
      name: z.string(),
      version: z.string().describe('Release of it that the version contains'),
      included: z.boolean().describe('True if `counts` includes these bugs; else they are counted apart'),
      listed: z.int(),
      urgent: z.int(),
      undetermined: z.int(),
    })
    .nullable()
    .describe('Bugs of the open-source engine, in its own notes; null if those are not read'),
  scope: z.string().nullable().describe('Fixes of the open-source engine that are not counted'),
  bugs: z.array(BUG_OUTPUT),
  ...PAGE_OUTPUT,
  total: PAGE_OUTPUT.total.nullable().describe('Number of rows in all; null if they cannot be counted'),
};

/** Known bugs of a version, which later releases list as fixed, the most urgent first. */
export function knownBugs({
  catalogue,
  today,
  language,
  folders,
}: ToolContext): Tool<typeof input, typeof output> {
  return {
    name: 'known_bugs',
    title: 'Known bugs of a version',
    description:
      'Bugs that later release notes list as fixed and this version has, the most urgent first, each ' +
      'with the release that fixes it and its page. Offline, from the embedded catalogue.',
    input,
    output,
    async answer({ product, version, path, urgency, impact, source, ...page }) {
      const known = factsOfTeam(await catalogue(), await teamConfig(folders, path));
      const answer = versionAnswer(known.catalogue, productNamed(product), version, today(), known.states);
      const { covered, matches, standing, scope, upstream, asOf } = answer;
      requireRelease(covered, standing);
      const counted = withIncluded(answer);
      const asked = { product: matches, upstream: upstream?.matches ?? [] };
      const reported = (source === undefined ? counted : asked[source]).filter(isReported);
      const isKnown = isCounted(answer);
      const { rows, total, nextCursor } = pageOf(
        reported
          .filter((match) => urgency === undefined || match.urgency.level === urgency)
          .filter(({ bug }) => impact === undefined || bug.consequences.includes(impact)),
        page,
      );
      return {
        product: covered.product,
        version: covered.version,
        coverage: covered.coverage,
        says: standing.map((sentence) => say(sentence, language)),
        asOf,
        counts: isKnown ? versionCounts(counted) : null,
        upstream: upstream === null ? null : upstreamRow(upstream),
        scope: scope === null ? null : say(scope, language),
        bugs: rows.map((match) => bugRow(match, language)),
        total: isKnown ? total : null,
        nextCursor,
      };
    },
  };
}

function upstreamRow({ name, version, isIncluded, counts }: UpstreamAnswer): z.input<typeof output.upstream> {
  const { listed, urgent, undetermined } = counts;
  return { name, version, included: isIncluded, listed, urgent, undetermined };
}

export function bugRow(match: BugMatch, language: Language): z.input<typeof BUG_OUTPUT> {
  const { bug, urgency, confidence, reason, fixedIn, url } = match;
  return {
    id: bug.id,
    product: bug.product,
    title: say(bugTitle(bug), language),
    urgency: urgency.level,
    why: urgency.why.map((each) => say(each, language)),
    severity: bug.severity,
    impact: bug.impact,
    cves: [...bug.cves],
    fixedIn: [...fixedIn],
    confidence,
    reason: say(reason, language),
    url,
  };
}
