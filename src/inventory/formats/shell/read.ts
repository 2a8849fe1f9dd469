import { locate } from '../../../syntax/index.ts';
import type { AssetDraft } from '../../resources/draft.ts';
import {
  choice,
  maxScriptDepth,
  type Outside,
  type Piece,
  toVersion,
  Variables,
} from '../../../values/index.ts';
import { Told } from '../../resources/told.ts';
import { draftOfPin, pinsAmong } from '../../resources/passes/version-pin.ts';
import { commandText } from './command-texts.ts';
import { draftsOfDocuments, type DocumentReader } from './documents.ts';
import { databasesOfCommands } from './databases.ts';
import { type GivenValue, givenValues } from './given-values.ts';
import { imagesOfCommands, PRINTS, commandName } from './images.ts';
import {
  type Command,
  parseShell,
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
  /** Reads the documents in heredocs; absent where they are read elsewhere. */
  documents?: DocumentReader;
}

/** Programs that run the lines of a heredoc. */
const SHELLS: ReadonlySet<string> = new Set(['bash', 'sh', 'zsh', 'ssh', 'su', 'env']);

/** What the commands of a script make: databases, and operating system images that they name. */
export function draftsOfScript(script: Script, owner: Owner, depth = 0): AssetDraft[] {
  const commands = parseShell(script.text);
  const variables = new Variables(script, commands, owner.outside);
  const databases = databasesOfCommands(commands, variables, script, owner.file);
  const images = imagesOfCommands(commands, variables, script, owner);
  const pins = loosePins(commands, variables, script, owner, new Told(databases));
  const inner = depth < maxScriptDepth ? innerScripts(commands, script) : [];
  const texts = depth < maxScriptDepth ? commandTexts(commands) : [];
  const { documents, file } = owner;
  const valuesOf = (name: string): readonly Piece[] => variables.forInner(name);
  const withVariables = { ...owner, outside: valuesOf };
  return [
    ...databases,
    ...images,
    ...pins,
    ...(documents === undefined ? [] : draftsOfDocuments(commands, script, valuesOf, file, documents)),
    ...inner.flatMap((within) => draftsOfScript(scriptWithin(script, within), owner, depth + 1)),
    ...texts.flatMap((within) => draftsOfScript(scriptWithin(script, within), withVariables, depth + 1)),
  ];
}

/** Versions in variables whose use is not seen, and in what commands hand on: other programs get them. */
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
  const keyed = ({ name, nameRange, value }: GivenValue) => ({
    key: name,
    nameRange,
    value: () => choice(variables.resolve(value, name).map((result) => ({ label: null, result }))),
  });
  const own = assigned.map(keyed);
  const handedOn = commands.flatMap((command) => {
    const given = givenValues(command).map(keyed);
    return pinsAmong(given, [], [...own, ...given]);
  });
  return [...pinsAmong(own, []), ...handedOn].flatMap((pin): AssetDraft[] => {
    const { key, nameRange } = pin.entry;
    const version = toVersion(pin.version);
    if (!told.add(version)) return [];
    return [
      draftOfPin(pin, { source, name: prefix + key, file, at: locate(script.span(nameRange)), version }),
    ];
  });
}

/** Commands in variables, and in words for other programs than those that print them. */
function commandTexts(commands: readonly Command[]): Range[] {
  return commands
    .flatMap(({ words, assignments }) => [
      ...assignments.flatMap(({ values }) => values),
      ...(PRINTS.has(commandName(words)) ? [] : words),
    ])
    .flatMap((word) => commandText(word) ?? []);
}

/** Heredocs that a shell runs, or that are themselves scripts or cloud-init's lists of commands. */
function innerScripts(commands: readonly Command[], { text }: Script): Range[] {
  return commands.flatMap(({ words, heredocs }) =>
    heredocs.filter(({ start, end }) => {
      const tool = commandName(words);
      return (
        SHELLS.has(tool) || /^\s*(?:#!|#cloud-config)/.test(text.slice(start, Math.min(end, start + 200)))
      );
    }),
  );
}
