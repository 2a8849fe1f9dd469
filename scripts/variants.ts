// Writes test/workspaces/variants/table.md: the answer of every check for every variant of the correct system.
import { writeFileSync } from 'node:fs';
import {
  allVariants,
  answerToVariant,
  VARIANT_FORMATS,
  type Variant,
  type VariantFormat,
} from '../test/support/forms/variants.ts';

const cleanUps: (() => void)[] = [];
const cleanUpContext = { after: (cleanUp: () => void) => void cleanUps.push(cleanUp) };
const lines = ['# Answers to the variants', ''];
let [wrong, all] = [0, 0];
for (const [check, variants] of Map.groupBy(allVariants(), (variant) => variant.check)) {
  lines.push(`## \`${check}\``, '', `| variant | expected | ${VARIANT_FORMATS.join(' | ')} |`);
  lines.push(`|---|---|${'---|'.repeat(VARIANT_FORMATS.length)}`);
  for (const [name, sameName] of Map.groupBy(variants, (variant) => variant.name)) {
    const answers = new Map<VariantFormat, string>();
    for (const variant of sameName) answers.set(variant.format, await answerOf(variant));
    const [{ expected } = { expected: { answer: '', link: undefined } }] = sameName;
    const link = expected.link === undefined ? '' : `: ${expected.link}`;
    const cells = VARIANT_FORMATS.map((format) => answers.get(format) ?? '');
    lines.push(`| ${name} | ${expected.answer}${link} | ${cells.join(' | ')} |`);
  }
  lines.push('');
}
lines.splice(2, 0, `${all} variants, ${all - wrong} answered as expected.`, '');
writeFileSync('test/workspaces/variants/table.md', lines.join('\n'));
for (const cleanUp of cleanUps) cleanUp();
process.stdout.write(`${all} variants, ${wrong} answered otherwise than expected\n`);

async function answerOf(variant: Variant): Promise<string> {
  const { answer, link } = await answerToVariant(cleanUpContext, variant);
  const { expected } = variant;
  const isRight = answer === expected.answer && (expected.link === undefined || expected.link === link);
  all += 1;
  if (!isRight) wrong += 1;
  return isRight ? 'right' : `**${answer}${link === null ? '' : `: ${link}`}**`;
}
