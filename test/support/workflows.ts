import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

export const GUIDE = path.resolve(import.meta.dirname, '../../docs/github-actions.md');

const access = z.enum(['read', 'write']);
const Step = z.union([
  z.strictObject({
    uses: z.string().regex(/^[\w-]+\/[\w-]+(?:\/[\w-]+)?@v\d+$/),
    with: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  }),
  z.strictObject({
    name: z.string().optional(),
    if: z.string().optional(),
    run: z.string(),
    env: z.record(z.string().regex(/^[A-Z_]+$/), z.string()).optional(),
    'continue-on-error': z.boolean().optional(),
  }),
]);

/** A workflow of GitHub Actions, as far as ours go; a misspelt key fails. */
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
  jobs: z.record(z.string(), z.strictObject({ 'runs-on': z.string(), steps: z.array(Step) })),
});
export type Workflow = z.infer<typeof Workflow>;
/** A step that runs commands. */
export type RunStep = Extract<z.infer<typeof Step>, { run: string }>;

/** The workflows of the guide, in its order. */
export function readWorkflows(): Workflow[] {
  const guide = readFileSync(GUIDE, 'utf8');
  const sources = [...guide.matchAll(/```yaml\n([\s\S]*?)```/g)];
  return sources.map(([, source = '']) => Workflow.parse(parse(source)));
}

export function runSteps({ jobs }: Workflow): RunStep[] {
  return Object.values(jobs).flatMap(({ steps }) => steps.filter((step) => 'run' in step));
}
