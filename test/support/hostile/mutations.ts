import fc from 'fast-check';

/** Texts with a meaning for some reader. */
const CHARACTERS = [
  ...['\r\n', '\t', '🚀', '\u2028', '\\\n', '"', "'", '`', '${', '}', '$(', ')', '(', '{', '\\', '\n', '#'],
  ...[
    '\u0000',
    '\uFEFF',
    '\uD800',
    '\u001B[2J',
    '\u202E',
    '[',
    ']',
    '<<',
    '*',
    '&',
    '%{',
    '{{',
    '}}',
    ',',
    ':',
  ],
];
const NUMBERS = ['0', '-1', '1e309', '99999999999999999999', '65536', '2147483648', '0x', '.5', '1.2.3.4'];
/** Brackets that can be nested to any depth. */
const PAIRS = [
  ...[
    ['(', ')'],
    ['[', ']'],
    ['{', '}'],
    ['"${', '}"'],
    ['$(', ')'],
    ['{{ ', ' }}'],
    ['<b>', '</b>'],
  ],
  ...[
    ['<ul><li>', '</li></ul>'],
    ['- ', ''],
    ['> ', ''],
    ['f(', ')'],
    ['x => ', ''],
    ['!', ''],
    ['`', '`'],
  ],
] as const;

/** Limit of a text: some inputs should be large, most small and quick. */
const MOST_TEXT = 150_000;

/** A change of a text. */
type Edit = (text: string, seeds: readonly string[]) => string;

const AT = fc.double({ min: 0, max: 1, noNaN: true });
/** Any content of a file. It does not use fast-check's string, which loads a table of all of Unicode for a second. */
export const ANY_TEXT = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.integer({ min: 0, max: 127 }) },
      { weight: 1, arbitrary: fc.integer({ min: 128, max: 0xffff }) },
    ),
    { maxLength: 4 },
  )
  .map((codes) => String.fromCharCode(...codes));

/** Mostly a few: large texts are slow to read, and most mistakes show in small ones. */
function countUpTo(most: number): fc.Arbitrary<number> {
  return fc.oneof(
    { weight: 180, arbitrary: fc.integer({ min: 2, max: 6 }) },
    { weight: 20, arbitrary: fc.integer({ min: 7, max: 80 }) },
    { weight: most > 80 ? 1 : 0, arbitrary: fc.integer({ min: 80, max: Math.max(80, most) }) },
  );
}

/** A random change of a text. */
export type Mutation = (seed: string) => string;

export interface MutationOptions {
  /** Texts for insertion that suit the seeds. */
  snippets?: readonly string[];
  /** Most repetitions. */
  most?: number;
}

/** Texts with pieces cut out, put in, taken from other seeds, repeated, nested or grown. */
export function mutations(
  seeds: readonly string[],
  { snippets = [], most = 80 }: MutationOptions = {},
): fc.Arbitrary<Mutation> {
  return fc
    .array(editWith(snippets, most), { maxLength: 8 })
    .map((edits) => (seed) => edits.reduce((text, edit) => edit(text, seeds), seed));
}

/** Changed versions of the seeds. */
export function mutationsOf(
  seeds: readonly string[],
  snippets: readonly string[] = [],
): fc.Arbitrary<string> {
  return fc
    .tuple(fc.constantFrom(...seeds), mutations(seeds, { snippets }))
    .map(([seed, mutate]) => mutate(seed));
}

function editWith(snippets: readonly string[], most: number): fc.Arbitrary<Edit> {
  const count = countUpTo(most);
  const put = fc.oneof(fc.constantFrom(...CHARACTERS, ...snippets), ANY_TEXT);
  return fc.oneof(
    { weight: 8, arbitrary: fc.tuple(AT, fc.nat(12), put).map(replaced) },
    { weight: 2, arbitrary: fc.tuple(AT, fc.nat(12), fc.constantFrom(...NUMBERS)).map(replaced) },
    { weight: 3, arbitrary: fc.tuple(AT, AT, AT, fc.nat(200)).map(spliced) },
    { weight: 3, arbitrary: fc.tuple(AT, AT, AT).map(withOtherWord) },
    { weight: 4, arbitrary: fc.tuple(fc.constantFrom(...UNITS), AT, fc.nat(12), count).map(repeated) },
    { weight: 1, arbitrary: fc.tuple(AT, fc.constantFrom(...PAIRS), count).map(nested) },
  );
}

function replaced([at, cut, put]: [number, number, string]): Edit {
  return (text) => {
    const from = Math.floor(at * text.length);
    return text.slice(0, from) + put + text.slice(from + cut);
  };
}

/** A piece of another seed. */
function spliced([at, which, from, length]: [number, number, number, number]): Edit {
  return (text, seeds) => {
    const other = pick(seeds, which);
    const start = Math.floor(from * other.length);
    const to = Math.floor(at * text.length);
    return text.slice(0, to) + other.slice(start, start + length) + text.slice(to);
  };
}

/** Replaces one word by another. */
function withOtherWord([at, which, from]: [number, number, number]): Edit {
  return (text, seeds) => {
    const [start, end] = wordAt(text, Math.floor(at * text.length));
    const other = pick(seeds, which);
    const [otherStart, otherEnd] = wordAt(other, Math.floor(from * other.length));
    return text.slice(0, start) + other.slice(otherStart, otherEnd) + text.slice(end);
  };
}

const UNITS = ['characters', 'line', 'item', 'block', 'numbered'] as const;
type Unit = (typeof UNITS)[number];

/** Repeats a unit of the text: characters, a line, an item of a list, a block, or a line with a different number each time. */
function repeated([unit, at, length, count]: [Unit, number, number, number]): Edit {
  return (text) => {
    const [start, end, separator] = unitAt(text, unit, Math.floor(at * text.length), length);
    const piece = text.slice(start, end);
    const times = Math.min(count, Math.floor((MOST_TEXT - text.length) / (piece.length + 4)));
    if (times < 1 || piece === '') return text;
    const pieces = Array.from({ length: times }, (_, nth) =>
      unit === 'numbered' ? piece.replace(/\w+/, (word) => `${word}${nth}`) : piece,
    );
    return text.slice(0, end) + separator + pieces.join(separator) + text.slice(end);
  };
}

function nested([at, [open, close], count]: [number, readonly [string, string], number]): Edit {
  return (text) => {
    const [start, end] = wordAt(text, Math.floor(at * text.length));
    const times = Math.min(count, Math.floor((MOST_TEXT - text.length) / (open.length + close.length)));
    if (times < 1) return text;
    return (
      text.slice(0, start) +
      open.repeat(times) +
      text.slice(start, end) +
      close.repeat(times) +
      text.slice(end)
    );
  };
}

function unitAt(
  text: string,
  unit: Unit,
  at: number,
  length: number,
): readonly [start: number, end: number, separator: string] {
  switch (unit) {
    case 'characters':
      return [at, at + length + 1, ''];
    case 'line':
    case 'numbered': {
      const start = text.lastIndexOf('\n', at - 1) + 1;
      return [start, endOr(text, text.indexOf('\n', at)), '\n'];
    }
    case 'item': {
      const start = Math.max(...[',', '[', '(', '{', '\n'].map((each) => text.lastIndexOf(each, at - 1))) + 1;
      const rest = text.slice(at).search(/[,\])}\n]/);
      return [start, rest < 0 ? text.length : at + rest, ', '];
    }
    case 'block': {
      const start = text.lastIndexOf('\n', at - 1) + 1;
      return [start, endOfBlock(text, start), '\n'];
    }
  }
}

/** Position after the bracket that closes the first one after a position, within some hundred characters. */
function endOfBlock(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < Math.min(text.length, start + 1000); at++) {
    const character = text.charAt(at);
    if ('{[('.includes(character)) depth++;
    else if ('}])'.includes(character) && --depth <= 0) return at + 1;
  }
  return endOr(text, text.indexOf('\n', start));
}

function endOr(text: string, end: number): number {
  return end < 0 ? text.length : end;
}

function wordAt(text: string, at: number): readonly [start: number, end: number] {
  let start = at;
  while (start > 0 && isOfWord(text.charCodeAt(start - 1))) start--;
  let end = at;
  while (end < text.length && isOfWord(text.charCodeAt(end))) end++;
  return [start, end];
}

/** Letters, digits, `_`, `.` and `-`. */
function isOfWord(code: number): boolean {
  const isDigit = code >= 48 && code <= 57;
  const isLetter = (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
  return isDigit || isLetter || code === 95 || code === 45 || code === 46;
}

function pick(seeds: readonly string[], which: number): string {
  return seeds[Math.min(seeds.length - 1, Math.floor(which * seeds.length))] ?? '';
}
