import { locate } from '../../../syntax/index.ts';
import type { AssetDraft } from '../../resources/draft.ts';
import { maxScriptDepth, type Outside, textIn, toVersion, Variables } from '../../../values/index.ts';
import { engineKeys, isVersionKey, snakeKey } from '../../../vocabulary/index.ts';
import { Told } from '../../resources/told.ts';
import { pinDraft, isVersionPin } from '../../resources/version-pin.ts';
import { commandText } from './command-texts.ts';
import { databasesOf } from './databases.ts';
import { givenValues } from './given-values.ts';
import { imagesOf, PRINTS, toolOf } from './images.ts';
import {
  type Command,
  parseShell,
  plainText,
  type Range,
  type Script,
  scriptWithin,
} from '../../../syntax/shell/index.ts';

/** Whose script it is. */
export interface Owner {
  file: string;
  source: AssetDraft['source'];
  /** What names begin with: of several scripts in one file each has its own. */
  prefix: string;
  outside?: Outside;
}

/** Programs that run the lines of a heredoc. */
const SHELLS: ReadonlySet<string> = new Set(['bash', 'sh', 'zsh', 'ssh', 'su', 'env']);

/** What the commands of a script make: databases, and operating system images that they name. */
export function draftsOfScript(script: Script, owner: Owner, depth = 0): AssetDraft[] {
  const commands = parseShell(script.text);
  const variables = new Variables(script, commands, owner.outside);
  const databases = databasesOf(commands, variables, script, owner.file);
  const images = imagesOf(commands, variables, script, owner);
  const pins = loosePins(commands, variables, script, owner, new Told(databases));
  const inner = depth < maxScriptDepth ? innerScripts(commands, script) : [];
  const texts = depth < maxScriptDepth ? commandTexts(commands) : [];
  const withVariables = { ...owner, outside: (name: string) => variables.forInner(name) };
  return [
    ...databases,
    ...images,
    ...pins,
    ...inner.flatMap((within) => draftsOfScript(scriptWithin(script, within), owner, depth + 1)),
    ...texts.flatMap((within) => draftsOfScript(scriptWithin(script, within), withVariables, depth + 1)),
  ];
}

/**
 * Versions in variables whose use is not seen, and in what commands hand on: other programs get them. One that is not in
 * full needs the engine in a variable beside it.
 */
function loosePins(
  commands: readonly Command[],
  variables: Variables,
  script: Script,
  { file, source, prefix }: Owner,
  told: Told,
): AssetDraft[] {
  const assigned = commands.flatMap(({ assignments }) =>
    assignments.flatMap(({ name, nameRange, values }) => {
      const [value] = values;
      return value === undefined || values.length > 1 ? [] : [{ name, nameRange, value }];
    }),
  );
  const byName = new Map(assigned.map((each) => [snakeKey(each.name), each.value]));
  const engineOf = (name: string): string | null => {
    const beside = isVersionKey(name) ? engineKeys(name).flatMap((key) => byName.get(key) ?? []) : [];
    return plainText(beside[0]) ?? null;
  };
  return [...assigned, ...givenValues(commands)].flatMap(({ name, nameRange, value }) =>
    variables.resolve(value, name).flatMap((resolved): AssetDraft[] => {
      const written = textIn(resolved);
      const version = toVersion(resolved);
      if (written === null || !isVersionPin([name], written, engineOf(name)) || !told.add(version)) return [];
      const at = locate(script.span(nameRange));
      return [pinDraft({ source, name: prefix + name, file, at, version })];
    }),
  );
}

/** Commands in variables, and in words for other programs than those that print them. */
function commandTexts(commands: readonly Command[]): Range[] {
  return commands
    .flatMap(({ words, assignments }) => [
      ...assignments.flatMap(({ values }) => values),
      ...(PRINTS.has(toolOf(words)) ? [] : words),
    ])
    .flatMap((word) => commandText(word) ?? []);
}

/** Heredocs that a shell runs, or that are themselves scripts or cloud-init's lists of commands. */
function innerScripts(commands: readonly Command[], { text }: Script): Range[] {
  return commands.flatMap(({ words, heredocs }) =>
    heredocs.filter(({ start, end }) => {
      const tool = toolOf(words);
      return (
        SHELLS.has(tool) || /^\s*(?:#!|#cloud-config)/.test(text.slice(start, Math.min(end, start + 200)))
      );
    }),
  );
}
