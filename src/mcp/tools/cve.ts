import * as z from 'zod';
import { cveAnswer, cveNamed, notesDays, type CveBranch } from '../../analysis/index.ts';
import { bugTitle, say, text, type Language } from '../../l10n/index.ts';
import { SEVERITIES, type KnownBug } from '../../model/index.ts';
import { NOTES_DATES_OUTPUT, notesDates } from '../fields/notes-dates.ts';
import type { ToolContext } from '../tool-context.ts';
import { PAGE_INPUT, PAGE_OUTPUT, pageOf } from '../fields/page.ts';
import { Refusal } from '../refusal.ts';
import type { Tool } from '../tool.ts';

const input = { cve: z.string().max(40).describe('CVE-2024-21096'), ...PAGE_INPUT };

const fixRowOutput = z.object({
  product: z.string(),
  branch: z.string().nullable().describe('A minor version; null for a package of a system'),
  package: z.string().nullable().describe('A package of an operating system'),
  affected: z.array(z.object({ version: z.string(), confidence: z.string(), reason: z.string() })),
  leftOut: z
    .array(z.object({ version: z.string(), reason: z.string() }))
    .describe(
      'Releases with it in a part that the service does not run, or an extension not known to be used',
    ),
  fixedIn: z.array(z.string()).describe('Releases that list the fix'),
  firstFixed: z
    .string()
    .nullable()
    .describe('The first release with the fix, of the branch or of its major version; null without one'),
  url: z.string().nullable(),
});
type FixRow = z.infer<typeof fixRowOutput>;

const output = {
  cve: z.string(),
  listed: z.boolean().describe('True if release notes or advisories name it; false is not an all-clear'),
  says: z.string().nullable().describe('Reason for an empty list'),
  ...NOTES_DATES_OUTPUT,
  bugs: z.array(z.object({ id: z.string(), title: z.string(), severity: z.enum(SEVERITIES) })),
  rows: z
    .array(fixRowOutput)
    .describe('One for each minor version of a database, and for each package of an operating system'),
  ...PAGE_OUTPUT,
};

/** Versions that a CVE affects, and those that fix it. */
export function cve({ catalogue, language }: ToolContext): Tool<typeof input, typeof output> {
  return {
    name: 'cve',
    title: 'Versions that a CVE affects',
    description:
      'For a CVE: the releases of each minor version of Amazon Aurora and RDS that it affects and the first ' +
      'that fixes it, and the fixed packages of Amazon Linux and Bottlerocket. Offline, from the ' +
      'embedded catalogue. A CVE that is not listed may still affect a version.',
    input,
    output,
    async answer({ cve: written, ...page }) {
      const named = cveNamed(written);
      if (named === null) throw new Refusal(text('cli.notACve', { written }));
      const known = await catalogue();
      const found = cveAnswer(known, named);
      const { bugs = [], branches = [], packages = [] } = found ?? {};
      const subjects = found === null ? known.releases : [...branches, ...packages];
      const { named: asOf } = notesDays(
        known,
        subjects.map(({ product }) => product),
      );
      const all = [...branches.map((branch) => branchRow(branch, language)), ...packages.map(packageRow)];
      const { rows, ...rest } = pageOf(all, page);
      return {
        cve: named,
        listed: found !== null,
        says: found === null ? say(text('cve.notListed', { cve: named, asOf }), language) : null,
        ...notesDates(known, subjects),
        bugs: bugs.map((bug) => ({
          id: bug.id,
          title: say(bugTitle(bug), language),
          severity: bug.severity,
        })),
        rows,
        ...rest,
      };
    },
  };
}

/** Row for a minor version of a database. */
function branchRow(branch: CveBranch, language: Language): FixRow {
  return {
    product: branch.product,
    branch: branch.branch,
    package: null,
    affected: branch.affected.map(({ version, confidence, reason }) => ({
      version,
      confidence,
      reason: say(reason, language),
    })),
    leftOut: branch.leftOut.map(({ version, reason }) => ({ version, reason: say(reason, language) })),
    fixedIn: [...branch.listedIn],
    firstFixed: branch.firstFixed,
    url: branch.url,
  };
}

/** Row for a package of an operating system. */
function packageRow({ product, listings, os }: KnownBug): FixRow {
  const fixedIn = listings.map(({ version }) => version);
  const [firstFixed = null] = fixedIn;
  return {
    product,
    branch: null,
    package: os?.package ?? null,
    affected: [],
    leftOut: [],
    fixedIn,
    firstFixed,
    url: os?.url ?? null,
  };
}
