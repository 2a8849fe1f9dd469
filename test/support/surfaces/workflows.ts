import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';

const ROOT = path.resolve(import.meta.dirname, '../../..');

const access = z.enum(['read', 'write']);
const Uses = z.strictObject({
  uses: z.string(),
  if: z.string().optional(),
  with: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});
const Run = z.strictObject({
  name: z.string().optional(),
  id: z.string().optional(),
  if: z.string().optional(),
  shell: z.literal('bash'),
  run: z.string(),
  env: z.record(z.string().regex(/^[A-Z_]+$/), z.string()).optional(),
});
/** A step that runs commands. */
export type RunStep = z.infer<typeof Run>;

/** Schema of the parts of a GitHub Actions workflow that ours use; a misspelt key fails. */
const Workflow = z.strictObject({
  name: z.string(),
  on: z.union([
    z.literal('pull_request'),
    z.strictObject({
      schedule: z.array(z.strictObject({ cron: z.string().regex(/^(\S+ ){4}\S+$/) })),
      push: z.strictObject({ branches: z.array(z.string()) }).optional(),
    }),
  ]),
  permissions: z.strictObject({
    contents: access,
    issues: access.optional(),
    'pull-requests': access.optional(),
    'security-events': access.optional(),
  }),
  concurrency: z.string().optional(),
  jobs: z.record(z.string(), z.strictObject({ 'runs-on': z.string(), steps: z.array(Uses) })),
});
export type Workflow = z.infer<typeof Workflow>;

/** The action at the root of the repository; a misspelt key fails. */
const Action = z.strictObject({
  name: z.string(),
  description: z.string(),
  author: z.string(),
  branding: z.strictObject({ icon: z.string(), color: z.string() }),
  inputs: z.record(z.string(), z.strictObject({ description: z.string(), default: z.coerce.string() })),
  outputs: z.record(z.string(), z.strictObject({ description: z.string(), value: z.string() })),
  runs: z.strictObject({ using: z.literal('composite'), steps: z.array(z.union([Run, Uses])) }),
});

/** The workflows of the guide, in its order. */
export function readWorkflows(): Workflow[] {
  const guide = readFileSync(path.join(ROOT, 'docs/github-actions.md'), 'utf8');
  const sources = [...guide.matchAll(/```yaml\n([\s\S]*?)```/g)];
  return sources.map(([, source = '']) => Workflow.parse(parse(source)));
}

export function readAction(): z.infer<typeof Action> {
  return Action.parse(parse(readFileSync(path.join(ROOT, 'action.yml'), 'utf8')));
}

export type Mode = 'scan' | 'pull-request' | 'watch';

/** The steps with commands that a mode has, without the installation. */
export function stepsOf(mode: Mode, failOn = ''): RunStep[] {
  return readAction().runs.steps.filter(
    (step) =>
      'run' in step &&
      step.if?.includes(`inputs.mode == '${mode}'`) === true &&
      (failOn !== '' || !step.if.includes('inputs.fail-on')),
  ) as RunStep[];
}
