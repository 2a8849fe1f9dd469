/**
 * Prints recall and precision for the versions in test/fixtures/forms, by format (`npm run inventory:score`, with `--
 * --verbose` every mismatch).
 */
import { parseArgs } from 'node:util';
import { measure, ratesOf, readExamples, type Score, type Subject } from '../../test/support/forms/forms.ts';

const { values } = parseArgs({ options: { verbose: { type: 'boolean', short: 'v', default: false } } });
const SUBJECTS: Readonly<Record<Subject, string>> = { aurora: 'Aurora', image: 'images' };

const scores = new Map<string, Record<Subject, Score[]>>();
let examples = 0;
for (const example of readExamples()) {
  const format = scores.get(example.format) ?? { aurora: [], image: [] };
  scores.set(example.format, format);
  const measured = await measure(example);
  examples++;
  for (const subject of ['aurora', 'image'] as const) {
    const score = measured[subject];
    format[subject].push(score);
    if (!values.verbose) continue;
    for (const place of score.missed) console.log(`missed  ${example.format} / ${example.name}: ${place}`);
    for (const place of score.extra) console.log(`extra   ${example.format} / ${example.name}: ${place}`);
  }
}

console.log(`${examples} examples`);
for (const subject of ['aurora', 'image'] as const) {
  console.log(`\n${SUBJECTS[subject].padEnd(18)}versions  recall  precision`);
  for (const [format, byFormat] of scores) printRow(format, byFormat[subject]);
  printRow(
    'all',
    [...scores.values()].flatMap((byFormat) => byFormat[subject]),
  );
}

function printRow(name: string, all: readonly Score[]): void {
  const { recall, precision, count } = ratesOf(all);
  if (count === 0 && precision === 1) return;
  const percent = (rate: number) => `${(rate * 100).toFixed(1)} %`;
  console.log(
    `  ${name.padEnd(16)}${String(count).padStart(8)}${percent(recall).padStart(9)}${percent(precision).padStart(10)}`,
  );
}
