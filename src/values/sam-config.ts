import { linesOf, locate, type SourceFile } from '../syntax/index.ts';
import type { GivenParameters } from './cloudformation/index.ts';

const PARAMETERS_TABLE = /^[ \t]*\[([\w-]+)\.\w+\.parameters\]/;
const OVERRIDES_KEY = /^[ \t]*parameter_overrides[ \t]*=[ \t]*/;
/** `Version="16.4"`, with the quotes escaped or not, and `ParameterKey=Version,ParameterValue=16.4`. */
const PARAMETER_VALUE = new RegExp(
  [
    String.raw`(?:ParameterKey=(?<key>\w+),ParameterValue=|(?<![\w=])(?<name>[A-Za-z]\w*)=)`,
    String.raw`(?:\\?(?<quote>["'])(?<quoted>(?:[^"'\\\r\n]|\\{1,2},)+)\\?\k<quote>`,
    // A comma inside a value, escaped or not. One before a name, without a backslash, ends the value.
    String.raw`|(?<plain>(?:[^\s"'\\,\]]|\\{1,2},|,(?=[^\s"'\\\]])(?![A-Za-z]\w*=))+))`,
  ].join(''),
  'dg',
);
/** A comma escaped for the command line; in a text with escapes, its backslash is escaped, too. */
const ESCAPED_COMMA = /\\{1,2},/g;

/** Parameters that the environments of a `samconfig.toml` set for the template beside it. */
export function overridesOfSam(source: SourceFile): GivenParameters[] {
  const lines = linesOf(source);
  const found: GivenParameters[] = [];
  let [environment, start, isOpen] = ['default', 0, false];
  for (const line of source.text.split('\n')) {
    environment = PARAMETERS_TABLE.exec(line)?.[1] ?? environment;
    const begins = OVERRIDES_KEY.exec(line);
    if (begins !== null || isOpen) {
      const values = new Map<string, string>();
      const places = new Map<string, ReturnType<typeof locate>>();
      const from = begins?.[0].length ?? 0;
      for (const { groups = {}, indices } of line.slice(from).matchAll(PARAMETER_VALUE)) {
        const name = groups['key'] ?? groups['name'] ?? '';
        const [valueStart, valueEnd] = indices?.groups?.['quoted'] ?? indices?.groups?.['plain'] ?? [0, 0];
        const offset = start + from;
        const written = groups['quoted'] ?? groups['plain'] ?? '';
        values.set(name, written.replace(ESCAPED_COMMA, ','));
        places.set(name, locate({ lines, start: offset + valueStart, end: offset + valueEnd }));
      }
      if (values.size > 0)
        found.push({ environment: environment === 'default' ? null : environment, values, places });
    }
    // A list continues to its bracket, a multi-line text to its quotes.
    if (begins !== null) isOpen = /=[ \t]*(?:\[[^\]]*|"""(?:(?!""").)*|'''(?:(?!''').)*)$/.test(line);
    else if (/\]|"""|'''/.test(line)) isOpen = false;
    start += line.length + 1;
  }
  return joinedByEnvironment(found);
}

/** One result for each environment. */
function joinedByEnvironment(found: readonly GivenParameters[]): GivenParameters[] {
  return [...Map.groupBy(found, ({ environment }) => environment)].map(([environment, rows]) => ({
    environment,
    values: new Map(rows.flatMap(({ values }) => [...values])),
    places: new Map(rows.flatMap(({ places }) => [...places])),
  }));
}
