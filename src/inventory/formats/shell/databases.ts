import { PRINTING_COMMANDS } from './images.ts';
import type { ReadScript } from './read-script.ts';
import {
  engineOfFamily,
  engineOfUnmistakableVersion,
  instanceEngineOfRelease,
} from '../../../products/index.ts';
import { text } from '../../../l10n/index.ts';
import type { AssetKind } from '../../../model/index.ts';
import {
  isStructure,
  operationOfCmdlet,
  OPERATION_WORDS,
  resourcesOfKind,
  settingNamed,
  snakeCase,
  VERSION_OPERATIONS,
} from '../../../vocabulary/index.ts';
import { locate } from '../../../syntax/index.ts';
import { draftOfMap } from '../../resources/declared-map.ts';
import type { AssetDraft } from '../../resources/draft.ts';
import { familyOfDefault } from '../../resources/versions/family-version.ts';
import { sourcesIn } from '../../resources/versions/version-facts.ts';
import { engineOfFamilyName } from '../../resources/passes/version-pin.ts';
import {
  type Scalar,
  scalarAt,
  writtenTextOf,
  versionFact,
  unknown,
  type Value,
  type Variables,
} from '../../../values/index.ts';
import { plainText, type Script, withoutStart, type Word } from '../../../syntax/shell/index.ts';

/** Name options of what a command creates, where the resource itself has another one. */
const NAME_OPTIONS: ReadonlySet<string> = new Set([
  'blue-green-deployment-name',
  'target-db-instance-identifier',
]);
/** Name option of the source cluster of a copy. */
const COPY_SOURCE = 'source-db-cluster-identifier';
/** Commands that only print their arguments, or files. */
const SHOWING_COMMANDS: ReadonlySet<string> = new Set([...PRINTING_COMMANDS, 'cat']);

const GROUP_OPTION = /parameter-group-name$/;
const FAMILY_OPTION = 'db-parameter-group-family';
/** Command of an emulator of AWS, or its address as an endpoint. */
const EMULATOR = /^awslocal$|^(?:--endpoint-url=)?https?:\/\/(?:localhost|127\.0\.0\.1|localstack)\b/;
const OPTION_NAME = /^(?:--([a-z][a-z0-9-]*)(=?)|-([A-Z]\w+))/;

/** Every script that creates or changes a database contains one of these. */
const CREATES_DATABASE = new RegExp(OPERATION_WORDS.join('|'));

/** A call of `aws rds`, or of a PowerShell cmdlet. */
interface DatabaseCommand {
  operation: string;
  word: Word;
  kind: AssetKind;
  name: string;
  identifier: string | null;
  options: Map<string, Word[]>;
  /** A word that may contain further options: `"$@"`, `$EXTRA`. */
  moreOptions: Word | undefined;
}

/** Databases that AWS CLI calls in a script create or change. */
export function databasesOfCommands(read: ReadScript, file: string): AssetDraft[] {
  const { script, commands, variables } = read;
  if (!CREATES_DATABASE.test(script.text)) return [];
  const byPlace = new Map<string, DatabaseCommand>();
  for (const { words } of commands) {
    const variants = SHOWING_COMMANDS.has(plainText(words[0]) ?? '') ? [] : variables.commandsOf(words);
    const calls = variants.flatMap((variant) => callIn(variant, variables) ?? []);
    if (calls.length === 0) continue;
    // Calls in several branches with the same name and version are reported once.
    const byName = new Map(calls.toReversed().map((call) => [call.name + versionOf(call), call]));
    for (const call of byName.values()) byPlace.set(`${call.word.start} ${versionOf(call)}`, call);
  }
  const calls = [...byPlace.values()];
  return calls.flatMap((call) => draftsOf(call, calls, read, file));
}

/** Key of the version that a call writes, with its engine. */
function versionOf({ options }: DatabaseCommand): string {
  const [engine, version] = [options.get('engine')?.[0], versionIn(options)];
  return ` ${plainText(engine) ?? engine?.start} ${version?.start}`;
}

function versionIn(options: DatabaseCommand['options']): Word | undefined {
  return (options.get('engine-version') ?? options.get('target-engine-version'))?.[0];
}

function callIn(words: readonly Word[], variables: Variables): DatabaseCommand | null {
  const at = operationOfCmdlet(plainText(words[0]) ?? '') === null ? operationAt(words) : 0;
  const word = words[at];
  const named = plainText(word) ?? '';
  const operation = operationOfCmdlet(named) ?? named;
  const kind = VERSION_OPERATIONS.get(operation);
  if (word === undefined || kind === undefined || words.some((each) => EMULATOR.test(plainText(each) ?? '')))
    return null;
  const given = words.slice(at + 1);
  const options = optionsOf(given.filter((each, i) => !mayAddOptions(each, i, given)));
  const own = resourcesOfKind(kind)[0]?.name;
  const naming = [...options].find(
    ([option]) => NAME_OPTIONS.has(option) || settingNamed(kind, option) === own,
  );
  const written = naming?.[1].at(0);
  const identifier = written === undefined ? null : instanceNamedBy(written, operation, variables);
  const name = identifier === null ? operation : `${operation}.${identifier}`;
  return { operation, word, kind, name, identifier, options, moreOptions: given.find(mayAddOptions) };
}

/** Name in a word. A variable stays as `$NAME`, so that two uses of one variable name the same resource. */
function nameOf({ parts }: Word): string | null {
  const names = parts.map((part) => {
    if (part.kind === 'text') return part.text;
    return part.kind === 'variable' ? `$${part.name}` : null;
  });
  return names.includes(null) ? null : names.join('');
}

/** Index of the operation of `aws rds`; global options may precede it. */
function operationAt(words: readonly Word[]): number {
  return words.findIndex((word, i) => {
    if (!VERSION_OPERATIONS.has(plainText(word) ?? '')) return false;
    let at = i - 1;
    while (plainText(words[at]) !== 'rds' && (isOption(words[at]) || isOption(words[at - 1]))) at--;
    return plainText(words[at]) === 'rds';
  });
}

function isOption(word: Word | undefined): boolean {
  const [first] = word?.parts ?? [];
  return first?.kind === 'text' ? first.text.startsWith('-') : first !== undefined;
}

/** Options by name without dashes, each with its values; PowerShell names become those of the CLI. */
function optionsOf(words: readonly Word[]): Map<string, Word[]> {
  const options = new Map<string, Word[]>();
  let values: Word[] = [];
  for (const word of words) {
    const [first] = word.parts;
    const found = first?.kind === 'text' ? OPTION_NAME.exec(first.text) : null;
    if (found === null) {
      values.push(word);
      continue;
    }
    const [written, name, sign, parameter = ''] = found;
    values = sign === '=' ? [withoutStart(word, written.length)] : [];
    options.set(name ?? snakeCase(parameter).replaceAll('_', '-'), values);
  }
  return options;
}

/**
 * True for a variable that may expand to options. False after an option, whose value it is; an option whose name ends
 * in `s` can have two values.
 */
function mayAddOptions({ parts, start }: Word, i: number, words: readonly Word[]): boolean {
  const [part, another] = parts;
  if (part === undefined || another !== undefined || part.kind === 'text') return false;
  const isAll = part.kind === 'variable' && /^[@*]$/.test(part.item ?? part.name);
  const isAwaited = isOption(words[i - 1]) || /^-.*s$/.test(plainText(words[i - 2]) ?? '');
  return (isAll || start === part.start) && !isAwaited;
}

function draftsOf(
  call: DatabaseCommand,
  calls: readonly DatabaseCommand[],
  read: ReadScript,
  file: string,
): AssetDraft[] {
  const { kind, name, options } = call;
  const { script, variables } = read;
  const written = versionIn(options);
  const isCopy = options.has(COPY_SOURCE);
  const versions = written === undefined ? [withoutVersion(call, script)] : variables.resolve(written, name);
  const draft = draftOfMap({
    ...{ kind, source: 'shell', name, file, at: locate(script.span(call.word)) },
    entries: [
      ...(options.has('engine') || !(isCopy || written) ? [] : engineOfRelatedCall(call, calls, variables)),
      ...[...options].map(([option, words]) => ({
        key: option.replace(/^no-/, ''),
        words,
        value: () => valueOf(option, words, call, read),
      })),
    ],
    // An instance belongs to the cluster of another call, a cluster to a global cluster.
    named: ({ words: [word] }, { to, isReversed }) => {
      if (word === undefined || isReversed === true) return [];
      const identifier = instanceNamedBy(word, name, variables);
      const target = calls.find((other) => to.includes(other.kind) && other.identifier === identifier);
      return target === undefined || identifier === null ? [] : [target.name];
    },
  });
  const isKnown = draft.engine !== null || sourcesIn(draft).length > 0;
  if (!isKnown && !versions.some((version) => identifiesEngine(kind, version))) return [];
  return versions.map((version) => ({ ...draft, version: version === null ? null : versionFact(version) }));
}

/** An instance has the version of its cluster. Unknown further options may set the version of anything else. */
function withoutVersion({ kind, moreOptions: more }: DatabaseCommand, script: Script): Value | null {
  if (more === undefined || kind === 'db-instance') return null;
  const expression = script.text.slice(more.start, more.end).slice(0, 60);
  return unknown(text('inventory.computed', { expression }), script.span(more));
}

/**
 * Engine that another call writes for the same resource or its copy source; else the engine of the parameter group's
 * family, by its default name or from its own call.
 */
function engineOfRelatedCall(
  { kind, name, identifier, options }: DatabaseCommand,
  calls: readonly DatabaseCommand[],
  variables: Variables,
): { key: string; words: Word[]; value: () => Value | null }[] {
  const [copied] = options.get(COPY_SOURCE) ?? [];
  const names = [identifier, copied && instanceNamedBy(copied, name, variables)];
  const known = names.filter((each) => typeof each === 'string' && !each.includes('$'));
  const same = calls.filter((other) => other.kind === kind && known.includes(other.identifier));
  const [engine] = same.flatMap((other) => other.options.get('engine')?.[0] ?? []);
  const written = engine === undefined ? undefined : variables.resolve(engine, name)[0];
  if (written?.kind === 'scalar') return [{ key: 'engine', words: [], value: () => written }];
  return [...options].flatMap(([option, [word]]) => {
    if (!GROUP_OPTION.test(option) || word === undefined) return [];
    const identifier = instanceNamedBy(word, name, variables);
    const creating = calls.find(
      (other) => other.identifier === identifier && other.options.has(FAMILY_OPTION),
    );
    const written = creating?.options.get(FAMILY_OPTION)?.[0] ?? word;
    const groupName = variables.resolve(written, name)[0];
    const family =
      creating === undefined ? familyOfDefault(writtenTextOf(groupName)) : writtenTextOf(groupName);
    const engine = family === null ? null : engineOfFamily(family);
    return groupName?.kind !== 'scalar' || engine === null
      ? []
      : [{ key: 'engine', words: [], value: () => engineOfFamilyName(groupName, engine) }];
  });
}

function instanceNamedBy(word: Word, user: string, variables: Variables): string | null {
  return writtenTextOf(variables.resolve(word, user)[0]) ?? nameOf(word);
}

/** True if a version decides the engine: Aurora MySQL's in full, and those of a DB instance, which never runs Aurora. */
function identifiesEngine(kind: AssetKind, version: Value | null): boolean {
  const written = writtenTextOf(version) ?? '';
  if (engineOfUnmistakableVersion(written) !== null) return true;
  return kind === 'db-instance' && instanceEngineOfRelease(written) !== null;
}

/** Value of an option. Lists are JSON or words, numbers as written; an option without a value is a switch. */
function valueOf(option: string, words: readonly Word[], call: DatabaseCommand, read: ReadScript): Value {
  const { kind, name, word } = call;
  const { script, variables } = read;
  const given = words.flatMap((each) => variables.resolve(each, name).slice(0, 1));
  const [first] = given;
  if (first === undefined) return scalarAt(!option.startsWith('no-'), script.span(word));
  const texts = given.flatMap((each) => (each.kind === 'scalar' ? [each] : []));
  if (texts.length < given.length) return given.find((each) => each.kind === 'unknown') ?? first;
  const [only] = texts;
  if (only === undefined) return first;
  const written = texts.map(({ text }) => text);
  // Maps in shorthand syntax: `MinCapacity=0.5,MaxCapacity=8`.
  if (isList(kind, settingNamed(kind, option) ?? '') && !only.text.includes('=')) {
    const items = written.flatMap((text) => text.split(/[\s,[\]"']+/));
    return listOfTexts(
      items.filter((text) => text !== ''),
      only,
    );
  }
  return written.length > 1 ? listOfTexts(written, only) : { ...only, value: typedValue(only.text) };
}

function listOfTexts(texts: readonly string[], { span }: Scalar): Value {
  return { kind: 'list', items: texts.map((text) => scalarAt(text, span)), span };
}

function isList(kind: AssetKind, name: string): boolean {
  return resourcesOfKind(kind).some(({ settings }) => isStructure(settings[name]?.type ?? 'text'));
}

function typedValue(text: string): Scalar['value'] {
  if (/^-?\d+$/.test(text)) return Number(text);
  return text === 'true' || text === 'false' ? text === 'true' : text;
}
