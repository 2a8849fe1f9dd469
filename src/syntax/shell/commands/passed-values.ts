import { plainText, withoutStart, type Command, type Range, type Word } from '../syntax.ts';

/** A value that a command passes to a template or a module. */
export interface PassedValue {
  name: string;
  nameRange: Range;
  value: Word;
}

/** Programs that deploy templates, modules and charts with values from their command line. */
const DEPLOYING_PROGRAMS: ReadonlySet<string> = new Set([
  'cloudformation',
  'sam',
  'rain',
  'terraform',
  'tofu',
  'terragrunt',
  'cdk',
  'pulumi',
  'helm',
]);
/**
 * `Version=1` for `--parameter-overrides`, `ParameterKey=Version,ParameterValue=1`, `version=1` for `-var` and `--set`.
 */
const KEY_AND_VALUE = /^(?:ParameterKey=(?<pair>\w+),ParameterValue=|(?<key>[A-Za-z][\w.-]*)=)/;
/** Option that includes its value in one word. */
const OPTION = /^-{1,2}(?:var|set)=/;
/** Maximum number of words before the program of a command. */
const MAX_WORDS_TO_PROGRAM = 4;

const NONE: readonly PassedValue[] = [];

/** Values that a command passes to templates, modules or charts. */
export function passedValues({ words }: Pick<Command, 'words'>): readonly PassedValue[] {
  for (let nth = 0; nth < MAX_WORDS_TO_PROGRAM && nth < words.length; nth++)
    if (DEPLOYING_PROGRAMS.has(plainText(words[nth]) ?? '')) return words.flatMap(valuesInText);
  return NONE;
}

function valuesInText(whole: Word): PassedValue[] {
  const [opening] = whole.parts;
  const option = opening?.kind === 'text' ? OPTION.exec(opening.text) : null;
  const word = withoutStart(whole, option?.[0].length ?? 0);
  const [first] = word.parts;
  const found = first?.kind === 'text' ? KEY_AND_VALUE.exec(first.text) : null;
  const name = found?.groups?.['pair'] ?? found?.groups?.['key'];
  if (found === null || first === undefined || name === undefined) return [];
  const value = withoutStart(word, found[0].length);
  return [{ name, nameRange: { start: word.start, end: word.end }, value }];
}
