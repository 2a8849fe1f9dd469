import * as z from 'zod';
import {
  adviceJson,
  findingSteps,
  foldFindings,
  suppressionProblems,
  unknownAssets,
  unknownVersionReason,
} from '../../analysis/index.ts';
import { CONFIG_FILE } from '../../config/index.ts';
import { say, type Language } from '../../l10n/index.ts';
import {
  adviceOf,
  compareSeverity,
  isFileLocation,
  isOnlyUnknown,
  locationsOf,
  SEVERITIES,
  type Asset,
  type Finding,
  type Inventory,
  type Problem,
  withoutNeverCreated,
} from '../../model/index.ts';
import { ADVICE_OUTPUT } from '../fields/advice.ts';
import { NOTES_DATES_OUTPUT, notesDates } from '../fields/notes-dates.ts';
import type { ToolContext } from '../tool-context.ts';
import { untrusted } from '../fields/untrusted-fields.ts';
import { PAGE_INPUT, PAGE_OUTPUT, pageOf } from '../fields/page.ts';
import type { Tool } from '../tool.ts';
import { runEachInSlices } from '../time-slices.ts';
import { readWorkspaces, type WorkspaceReading } from '../workspace.ts';

const MAX_PROBLEMS = 20;
export const MAX_UNKNOWN = 50;

export const PATH_INPUT = {
  path: z
    .string()
    .max(4096)
    .optional()
    .describe('A folder or file inside the workspace; default: the workspace'),
};

export const PROBLEM_OUTPUT = untrusted(
  z.array(z.string()).describe('Files and pages that could not be read and are not in the answer'),
);

export const FINDING_OUTPUT = z.object({
  rule: z.string(),
  severity: z.enum([...SEVERITIES, 'info']),
  message: untrusted(z.string()),
  name: untrusted(z.string().describe('First resource concerned')),
  product: z.string().nullable(),
  version: untrusted(
    z.string().nullable().describe('Running version, else the declared one; null if unknown'),
  ),
  advice: ADVICE_OUTPUT,
  urgent: z
    .int()
    .nullable()
    .describe('Number of urgent known bugs; null if bugs are not counted, which is not zero'),
  reason: untrusted(z.string().nullable().describe('Reason why the version is unknown')),
  next: untrusted(z.string().nullable().describe('Action that makes the version known')),
  file: untrusted(z.string().nullable()),
  line: z.int().nullable(),
  also: untrusted(z.array(z.string()).describe('Other places of the finding, as file:line')),
  url: z.string().nullable(),
});

export const UNKNOWN_OUTPUT = z
  .array(
    z.object({
      name: untrusted(z.string()),
      product: z.string().nullable(),
      reason: untrusted(z.string()),
      next: untrusted(z.string().describe('Action that makes it known')),
      file: untrusted(z.string().nullable()),
      line: z.int().nullable(),
    }),
  )
  .describe('Databases and images of unknown version; their bugs are unknown');

const input = { ...PATH_INPUT, ...PAGE_INPUT };
const output = {
  ...NOTES_DATES_OUTPUT,
  assets: z.int(),
  unknown: UNKNOWN_OUTPUT,
  findings: z.array(FINDING_OUTPUT).describe('Without unknown versions, which are apart'),
  suppressed: z.int().describe('Number of findings that the team suppressed'),
  problems: PROBLEM_OUTPUT,
  ...PAGE_OUTPUT,
};

/** Findings of a folder, the worst first. */
export function scanWorkspace({
  catalogue,
  today,
  language,
  folders,
}: ToolContext): Tool<typeof input, typeof output> {
  return {
    name: 'scan_workspace',
    title: 'Known bugs of what a folder pins',
    description:
      'Finds the versions of Amazon Aurora, Amazon RDS, Amazon Linux and Bottlerocket that infrastructure code ' +
      'pins (Terraform, CloudFormation, CDK, Kubernetes, Ansible, scripts, …) and lists their known ' +
      'bugs and ended support, with the place of each pin. Reads files only.',
    input,
    output,
    async answer({ path, ...page }) {
      const [known, read] = await Promise.all([catalogue(), readWorkspaces(folders, path)]);
      const judged = await runEachInSlices(read, ({ inventory, config }) =>
        findingSteps(known, inventory, { today: today(), config }),
      );
      const all = read.flatMap(({ inventory: { assets } }, nth) => {
        const byId = new Map(assets.map((asset) => [asset.id, asset]));
        return foldFindings(judged[nth] ?? [], assets).map((finding) => ({
          finding,
          asset: byId.get(finding.assetId),
        }));
      });
      const open = all
        .filter(({ finding }) => finding.suppressed === null && !isOnlyUnknown(finding))
        .sort((a, b) => compareFindings(a.finding, b.finding));
      const { rows, ...rest } = pageOf(open, page);
      const problems = await Promise.all(
        read.map(async (each) => [...each.problems, ...(await ineffectiveSuppressions(each, today()))]),
      );
      const assets = read.flatMap(({ inventory }) => withoutNeverCreated(inventory.assets));
      return {
        ...notesDates(known, assets),
        assets: assets.length,
        unknown: read.flatMap(({ inventory }) => unknownRows(inventory, language)).slice(0, MAX_UNKNOWN),
        findings: rows.map(({ finding, asset }) => findingRow(finding, asset, language)),
        suppressed: all.filter(({ finding }) => finding.suppressed !== null).length,
        problems: problemRows(problems.flat(), language),
        ...rest,
      };
    },
  };
}

/** Suppressions of a folder that have no effect. */
async function ineffectiveSuppressions(read: WorkspaceReading, today: string): Promise<Problem[]> {
  const { inventory, config, isWhole, show } = read;
  const problems = await suppressionProblems(inventory, { today, config }, isWhole);
  return problems.map((problem) =>
    problem.source === CONFIG_FILE ? { ...problem, source: show(CONFIG_FILE) } : problem,
  );
}

export function problemRows(problems: readonly Problem[], language: Language): string[] {
  return problems.slice(0, MAX_PROBLEMS).map(({ source, text }) => `${source}: ${say(text, language)}`);
}

export function compareFindings(a: Finding, b: Finding): number {
  return compareSeverity(a.severity, b.severity);
}

/** Assets of unknown version. */
export function unknownRows({ assets }: Inventory, language: Language): z.input<typeof UNKNOWN_OUTPUT> {
  return unknownAssets(assets).flatMap((asset) => {
    const unknown = unknownVersionReason(asset);
    const place = isFileLocation(asset.location) ? asset.location : null;
    if (unknown === null) return [];
    return {
      name: asset.name,
      product: asset.product,
      reason: say(unknown.reason, language),
      next: say(unknown.next, language),
      file: place?.file ?? null,
      line: place?.line ?? null,
    };
  });
}

export function findingRow(
  finding: Finding,
  asset: Asset | undefined,
  language: Language,
): z.input<typeof FINDING_OUTPUT> {
  const { ruleId, severity, message, location, related, helpUri, bugs, unknown } = finding;
  const place = isFileLocation(location) ? location : null;
  return {
    rule: ruleId,
    severity,
    message: say(message, language),
    name: asset?.name ?? finding.assetId,
    product: bugs?.product ?? asset?.product ?? null,
    version: bugs?.version ?? asset?.versions.running ?? asset?.version ?? null,
    advice: adviceJson(adviceOf(finding), language),
    urgent: finding.coverage === 'known' && bugs !== null ? bugs.counts.urgent : null,
    reason: unknown === undefined ? null : say(unknown.reason, language),
    next: unknown === undefined ? null : say(unknown.next, language),
    file: place?.file ?? null,
    line: place?.line ?? null,
    also: [...locationsOf(finding).slice(1), ...related.map(({ location: other }) => other)].flatMap(
      (other) => (isFileLocation(other) ? [`${other.file}:${other.line}`] : []),
    ),
    url: helpUri,
  };
}
