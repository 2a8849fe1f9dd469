import * as z from 'zod';
import { findingsOf, foldFindings } from '../../analysis/index.ts';
import { say, type Language } from '../../l10n/index.ts';
import {
  compareSeverity,
  isFileLocation,
  locationsOf,
  oldestNotesDay,
  SEVERITIES,
  type Finding,
  type Problem,
  withoutReplaced,
} from '../../model/index.ts';
import type { Desk } from '../desk.ts';
import { PAGE_INPUT, PAGE_OUTPUT, pageOf } from '../page.ts';
import type { Tool } from '../tool.ts';
import { readWorkspace } from '../workspace.ts';

const MOST_PROBLEMS = 20;

export const PATH_INPUT = {
  path: z
    .string()
    .max(4096)
    .optional()
    .describe('A folder or file inside the workspace; the workspace itself where it is not given'),
};

export const PROBLEM_OUTPUT = z
  .array(z.string())
  .describe('What could not be read, and is not in the answer');

export const FINDING_OUTPUT = z.object({
  rule: z.string(),
  severity: z.enum([...SEVERITIES, 'info']),
  message: z.string(),
  file: z.string().nullable(),
  line: z.int().nullable(),
  also: z.array(z.string()).describe('The other places that belong to it, as file:line'),
  url: z.string().nullable(),
});

const input = { ...PATH_INPUT, ...PAGE_INPUT };
const output = {
  asOf: z.string(),
  assets: z.int(),
  findings: z.array(FINDING_OUTPUT),
  suppressed: z.int().describe('Findings that the team left out'),
  problems: PROBLEM_OUTPUT,
  ...PAGE_OUTPUT,
};

/** Findings of a folder, the worst first. */
export function scanWorkspace({
  catalogue,
  today,
  language,
  folders,
}: Desk): Tool<typeof input, typeof output> {
  return {
    name: 'scan_workspace',
    title: 'Known bugs of what a folder pins',
    description:
      'Finds the versions of Amazon Aurora, Amazon Linux and Bottlerocket that infrastructure code ' +
      'pins (Terraform, CloudFormation, CDK, Kubernetes, Ansible, scripts, …) and says what is known ' +
      'to be broken, with the place of each pin. Reads files only.',
    input,
    output,
    async answer({ path, ...page }) {
      const [known, { inventory, config, problems }] = await Promise.all([
        catalogue(),
        readWorkspace(folders, path),
      ]);
      const each = findingsOf(known, inventory, { today: today(), config });
      const all = foldFindings(each, inventory.assets);
      const open = all.filter(({ suppressed }) => suppressed === null).sort(compareFindings);
      const { rows, ...rest } = pageOf(open, page);
      return {
        asOf: oldestNotesDay(
          known,
          inventory.assets.map(({ product }) => product),
        ),
        assets: withoutReplaced(inventory.assets).length,
        findings: rows.map((finding) => findingRow(finding, language)),
        suppressed: all.length - open.length,
        problems: problemRows(problems, language),
        ...rest,
      };
    },
  };
}

export function problemRows(problems: readonly Problem[], language: Language): string[] {
  return problems.slice(0, MOST_PROBLEMS).map(({ source, text }) => `${source}: ${say(text, language)}`);
}

export function compareFindings(a: Finding, b: Finding): number {
  return compareSeverity(a.severity, b.severity);
}

export function findingRow(finding: Finding, language: Language): z.input<typeof FINDING_OUTPUT> {
  const { ruleId, severity, message, location, related, helpUri } = finding;
  const place = isFileLocation(location) ? location : null;
  return {
    rule: ruleId,
    severity,
    message: say(message, language),
    file: place?.file ?? null,
    line: place?.line ?? null,
    also: [...locationsOf(finding).slice(1), ...related.map(({ location: other }) => other)].flatMap(
      (other) => (isFileLocation(other) ? [`${other.file}:${other.line}`] : []),
    ),
    url: helpUri,
  };
}
