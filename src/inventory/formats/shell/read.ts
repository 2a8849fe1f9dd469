import type { ReadScript } from './read-script.ts';
import { locate } from '../../../syntax/index.ts';
import type { AssetDraft } from '../../resources/draft.ts';
import { choice, maxScriptDepth, type Piece, versionFact, Variables } from '../../../values/index.ts';
import { ReportedPlaces } from '../../resources/reported-places.ts';
import { draftOfPin, mayHoldPin, pinsAmong } from '../../resources/passes/version-pin.ts';
import { draftsOfDocument, isDocument } from '../../embedded/documents.ts';
import type { TextHolder } from '../../reading/format.ts';
import { databasesOfCommands } from './databases.ts';
import { imagesOfCommands, PRINTING_COMMANDS } from './images.ts';
import {
  type Command,
  commandName,
  commandRange,
  mayContainCommandText,
  destinationOf,
  isPipedManifest,
  plainText,
  receiverAfter,
  type PassedValue,
  passedValues,
  parseShell,
  type Range,
  type Script,
  innerScript,
  type Word,
} from '../../../syntax/shell/index.ts';

/** Programs that execute a heredoc. */
const HEREDOC_SHELLS: ReadonlySet<string> = new Set(['bash', 'sh', 'zsh', 'ssh', 'su', 'env']);

/** Drafts of the commands in a script: databases and operating system images. */
export function draftsOfScript(script: Script, holder: TextHolder, depth = 0): AssetDraft[] {
  const commands = parseShell(script.text);
  const variables = new Variables(script, commands, holder.outside);
  const read = { script, commands, variables };
  const databases = databasesOfCommands(read, holder.file);
  const images = imagesOfCommands(read, holder);
  const pins = passedPins(read, holder, new ReportedPlaces(databases));
  const inner = depth < maxScriptDepth ? innerScripts(commands, script) : [];
  const texts = depth < maxScriptDepth ? commandTexts(commands, script) : [];
  const valuesOf = (name: string): readonly Piece[] => variables.valuesForInnerScript(name);
  const withVariables = { ...holder, outside: valuesOf };
  return [
    ...databases,
    ...images,
    ...pins,
    ...documentsIn(commands, script).flatMap(({ name, range }) =>
      draftsOfDocument(name, script, range, valuesOf, holder),
    ),
    ...inner.flatMap((within) => draftsOfScript(innerScript(script, within), holder, depth + 1)),
    ...texts.flatMap((within) => draftsOfScript(innerScript(script, within), withVariables, depth + 1)),
  ];
}

/** Versions in variables without a visible use, and in arguments that commands pass to other programs. */
function passedPins(
  { script, commands, variables }: ReadScript,
  { file, source, prefix }: TextHolder,
  reported: ReportedPlaces,
): AssetDraft[] {
  const assigned = commands.flatMap(({ assignments }) =>
    assignments.flatMap(({ name, nameRange, values }) => {
      const [value] = values;
      return value === undefined || values.length > 1 ? [] : [{ name, nameRange, value }];
    }),
  );
  const keyed = ({ name, nameRange, value }: PassedValue) => ({
    key: name,
    nameRange,
    value: () => choice(variables.resolve(value, name).map((result) => ({ label: null, result }))),
  });
  const own = assigned.map(keyed);
  const passed = commands.map(passedValues).filter((values) => values.length > 0);
  const keyedPassed = passed.map((values) => values.map(keyed));
  const pinsOfPassed = keyedPassed.flatMap((each) => pinsAmong(each, [], () => [...own, ...each]));
  const unattached = assigned
    .filter(({ name, value }) => mayHoldPin(name, plainText(value) ?? '${…}'))
    .map(keyed);
  return [...pinsAmong(unattached, [], () => own), ...pinsOfPassed].flatMap((pin): AssetDraft[] => {
    const { key, nameRange } = pin.entry;
    const version = versionFact(pin.version);
    if (!reported.add(version)) return [];
    const at = locate(script.span(nameRange));
    return [draftOfPin(pin, { source, name: prefix + key, file, at, version })];
  });
}

/** Commands in variables, and in arguments of programs other than those that print. */
function commandTexts(commands: readonly Command[], { text }: Script): Range[] {
  const found: Range[] = [];
  if (!mayContainCommandText(text)) return found;
  const addCommandText = (word: Word): void => {
    const range = commandRange(word);
    if (range !== null) found.push(range);
  };
  for (const { words, assignments } of commands) {
    for (const { values } of assignments) values.forEach(addCommandText);
    if (!PRINTING_COMMANDS.has(commandName(words))) words.forEach(addCommandText);
  }
  return found;
}

/** Heredocs that a shell executes, or that are scripts themselves. */
function innerScripts(commands: readonly Command[], { text }: Script): Range[] {
  return commands.flatMap(({ words, heredocs }) =>
    heredocs.filter(
      (range) => HEREDOC_SHELLS.has(commandName(words)) || matchesAtStart(/^\s*#!/, range, text),
    ),
  );
}

function matchesAtStart(pattern: RegExp, { start, end }: Range, text: string): boolean {
  return pattern.test(text.slice(start, Math.min(end, start + 200)));
}

/** Documents in heredocs and in texts piped to a program: manifests, templates, settings, Dockerfiles. */
function documentsIn(commands: readonly Command[], { text }: Script): { name: string; range: Range }[] {
  return commands.flatMap((command, i) => {
    const taker = receiverAfter(commands, i);
    const texts = isPipedManifest(command, taker) ? command.words.slice(1).flatMap(textIn) : [];
    if (command.heredocs.length + texts.length === 0) return [];
    const destination = destinationOf(command, taker, isDocument);
    return [...command.heredocs, ...texts].flatMap((range) => {
      const isForBoot = matchesAtStart(/^\s*#cloud-config/, range, text);
      const isManifest =
        command.targets.length > 0 && matchesAtStart(/^\s*(?:---\s+)?apiVersion:/, range, text);
      const name = isForBoot ? 'user-data.yaml' : (destination ?? (isManifest ? 'manifest.yaml' : null));
      return name === null ? [] : [{ name, range }];
    });
  });
}

/** A text of several lines, without its quotes. */
function textIn({ parts }: Word): Range[] {
  const [first, last] = [parts[0], parts.at(-1)];
  const isDocument = parts.some((part) => part.kind === 'text' && part.text.includes('\n'));
  if (first === undefined || last === undefined || !isDocument) return [];
  return [{ start: first.start, end: last.end }];
}
