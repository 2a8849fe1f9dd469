import * as z from 'zod';
import { productName, isProduct } from '../../../src/products/index.ts';

/** Content of one surface about a version or an asset, in one form: `2.12.6 now, 3.10.6 before 2029-06-30`, `8 of 191`. */
export interface Voice {
  advice: string | null;
  counts: string | null;
}

/** A row of the table: content by surface. Surfaces without the row are absent. */
export interface Row {
  name: string;
  voices: Record<string, Voice>;
}

const StepJson = z
  .object({
    product: z.string(),
    version: z.string(),
    write: z.string().optional(),
    when: z.string(),
    before: z.string().nullable(),
  })
  .nullable();
export const AdviceJson = z.object({ stay: z.boolean(), now: StepJson, destination: StepJson }).nullable();
type AdviceOf = z.infer<typeof AdviceJson>;
export const CountsJson = z
  .object({ urgent: z.int(), listed: z.int(), apply: z.int().optional() })
  .nullable()
  .optional();
type CountsOf = z.infer<typeof CountsJson>;

/** Words for a day or a time in a sentence. */
const WHEN = String.raw`(now|with the next maintenance|before \d{4}-\d\d-\d\d)`;
const IN_CODE = String.raw`(?: \(in code: \S+\))?`;
const HEAD = new RegExp(
  String.raw`upgrade to ([^,.]*?\S+?)${IN_CODE} ${WHEN}(?:, and to (.+?)${IN_CODE} ${WHEN})?`,
  'i',
);

export function voiceOfJson(advice: AdviceOf, counts: CountsOf): Voice {
  const step = (each: NonNullable<AdviceOf>['now']): string[] =>
    each === null
      ? []
      : [`${each.version} ${each.before === null ? timeOf(each.when) : `before ${each.before}`}`];
  const steps = advice === null ? null : [...step(advice.now), ...step(advice.destination)].join(', ');
  return {
    advice: advice?.stay === true ? 'stay' : steps,
    counts: counts ? `${counts.urgent} of ${counts.apply ?? counts.listed}` : null,
  };
}

function timeOf(when: string): string {
  return when === 'urgent' ? 'now' : 'with the next maintenance';
}

/** Complete advice of a sentence, with steps and times; null without advice. */
export function adviceIn(words: string): string | null {
  if (/\bstay on this version\b/i.test(words)) return 'stay';
  const found = HEAD.exec(words);
  if (found === null) return null;
  const [, now = '', when = '', destination, then = ''] = found;
  const steps = [`${lastWord(now)} ${when}`];
  if (destination !== undefined) steps.push(`${lastWord(destination)} ${then}`);
  return steps.join(', ');
}

/** An operating system has its name and its release. */
function lastWord(words: string): string {
  return words.split(' ').at(-1) ?? words;
}

/** Numbers in a sentence about a version or an asset; null without any. */
export function countsIn(words: string): string | null {
  const forms = [
    /(?<urgent>\d+|no) urgent known bugs?, (?<all>\d+) in all/,
    /(?<all>\d+) known bugs? appl(?:y|ies) here \(.*?\): (?<urgent>\d+) urgent/,
    /(?<all>\d+) known bugs? appl(?:y|ies) here .*?, (?<urgent>\d+) urgent/,
    /(?<all>\d+) known bugs? listed, (?<urgent>\d+) urgent/,
    /(?<all>\d+) known bugs?: (?<urgent>\d+) urgent/,
    /(?<all>\d+) known bugs?, (?:all )?unrated in the notes/,
    /\d+ of (?<urgent>\d+) urgent known bugs? and \d+ of (?<all>\d+) in all/,
    /\d+\/(?<urgent>\d+)\t\d+\/(?<all>\d+)\t/,
  ];
  const found = forms.map((form) => form.exec(words)?.groups).find((groups) => groups !== undefined);
  return found === undefined ? null : `${Number(found['urgent']) || 0} of ${found['all']}`;
}

/** Advice and numbers of a sentence. */
export function voiceOfWords(words: string): Voice {
  return { advice: adviceIn(words), counts: countsIn(words) };
}

/**
 * Short advice of a diagnostic or a quick fix: the target, or what a fix writes, and the date; an operating system by its
 * name alone.
 */
export function shortAdvice(advice: NonNullable<AdviceOf>): readonly string[] {
  const { now } = advice;
  const written = { ...advice, now: now && { ...now, version: now.write ?? now.version } };
  const versionOf = ({ version }: { version: string }): string => version;
  return [shortened(advice, versionOf), shortened(advice, nameOf), shortened(written, versionOf)];
}

function shortened(
  { now, destination }: NonNullable<AdviceOf>,
  nameOf: (step: { product: string; version: string }) => string,
): string {
  const steps = [
    ...(now === null ? [] : [now.version]),
    ...(destination === null
      ? []
      : [
          `${nameOf(destination)} ${destination.before === null ? timeOf(destination.when) : `before ${destination.before}`}`,
        ]),
  ];
  return steps.length === 0 ? 'stay' : steps.join(', ');
}

function nameOf({ product, version }: { product: string; version: string }): string {
  return product.startsWith('aurora') || !isProduct(product) ? version : productName(product);
}

/** The advice in a diagnostic. */
export function adviceInLine(words: string): string | null {
  const now = /(\S+) fixes \d+ of \d+\.|(?:Upgrade to|Next:) (\S+)\./.exec(words);
  const destination = new RegExp(`Move to (.+?) ${WHEN}\\.`).exec(words);
  const steps = [
    ...(now === null ? [] : [now[1] ?? now[2] ?? '']),
    ...(destination === null ? [] : [`${destination[1] ?? ''} ${destination[2] ?? ''}`]),
  ];
  return steps.length === 0 ? null : steps.join(', ');
}

/** The table of rows and surfaces, for a person. */
export function markdownTable(title: string, rows: readonly Row[]): string {
  const surfaces = [...new Set(rows.flatMap(({ voices }) => Object.keys(voices)))];
  const cell = (voice: Voice | undefined): string =>
    [voice?.counts, voice?.advice].filter((part) => part !== null && part !== undefined).join(': ') || '–';
  return [
    `## ${title}`,
    '',
    `| | ${surfaces.join(' | ')} |`,
    `|---|${surfaces.map(() => '---|').join('')}`,
    ...rows.map(
      ({ name, voices }) => `| ${name} | ${surfaces.map((each) => cell(voices[each])).join(' | ')} |`,
    ),
    '',
  ].join('\n');
}
