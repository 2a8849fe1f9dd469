import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CheckAnswer } from '../../../src/model/index.ts';
import { rightSystem, rowsOfSystem, worstAnswers, type VariantFormat } from '../../support/forms/variants.ts';

type Files = Readonly<Record<string, string>>;
type Answers = Readonly<Record<string, CheckAnswer | undefined>>;

/** Blocks with their headers. */
const BLOCKS = {
  terraform: /^resource "(\w+)" "(\w+)" \{\n(?:.*\n)*?\}\n/gm,
  cloudformation: /^ {2}(?<name>\w+):\n {4}Type: AWS::(?!SSM::Parameter::Value).*\n(?:(?: {3,}.*)?\n)*/gm,
} as const;
const MULTIPLE = /\n {2}(count|for_each)( *)= (.*)\n/;

/** Monitoring resources, which have no effect in another Region. */
const WATCHERS =
  /^aws_(?:cloudwatch_metric_alarm|cloudwatch_log_group|autoscaling_lifecycle_hook|autoscaling_notification|db_event_subscription|cloudwatch_event_rule)$/;

/** Resources without a conditional variant, because CloudFormation rejects references to them without the condition. */
const REFERRED = /^(?:aws_iam_role|aws_sns_topic|MonitoringRole|Alerts)$/;

/** The block under a condition that only the deployment decides. */
function underCondition(block: string, format: keyof typeof BLOCKS): string {
  if (format === 'cloudformation') return block.replace('\n', '\n    Condition: IsProduction\n');
  return MULTIPLE.test(block)
    ? block.replace(
        MULTIPLE,
        (_, name: string, space: string, value: string) =>
          `\n  ${name}${space}= var.production ? ${value} : ${name === 'count' ? '0' : 'toset([])'}\n`,
      )
    : block.replace('\n', '\n  count = var.production ? 1 : 0\n');
}

/** Checks that need a block: they pass with it and not without it. */
function needing(right: Answers, without: Answers): string[] {
  return Object.keys(right).filter(
    (id) => right[id] === 'pass' && (without[id] === 'fail' || without[id] === 'unknown'),
  );
}

for (const format of ['terraform', 'cloudformation'] as const satisfies readonly VariantFormat[]) {
  describe(`resources that a check needs, in ${format}`, () => {
    it('make it unknown under a condition, and do not count in another Region', async (t) => {
      const files: Files = rightSystem(format);
      const ask = async (changed: Files): Promise<Answers> =>
        worstAnswers(await rowsOfSystem(t, { ...files, ...changed }));
      const right = await ask({});
      const wrong: string[] = [];
      for (const [file, text] of Object.entries(files)) {
        for (const [block, type = '', name = type] of text.matchAll(BLOCKS[format])) {
          const put = async (changed: string): Promise<Answers> =>
            await ask({ [file]: text.replace(block, () => changed) });
          const needed = needing(right, await put(''));
          if (needed.length === 0 || REFERRED.test(type)) continue;
          const conditional = await put(underCondition(block, format));
          for (const id of needed)
            if (conditional[id] !== 'unknown')
              wrong.push(`${type} ${name} under a condition: ${id} ${conditional[id]}`);
          if (!WATCHERS.test(type)) continue;
          const elsewhere = await put(block.replace('\n', '\n  provider = aws.us\n'));
          for (const id of needed)
            if (elsewhere[id] === 'pass') wrong.push(`${type} ${name} in another Region: ${id} passes`);
        }
      }
      assert.deepEqual(wrong, []);
    });
  });
}
