import { engineWriting } from '../../../products/index.ts';
import type { AssetKind, FileLocation, SettingValue } from '../../../model/index.ts';
import { isStructure, resourcesOfKind, settingNamed } from '../../../vocabulary/index.ts';
import { locate } from '../../../syntax/index.ts';
import { newDraft, type AssetDraft } from '../../resources/draft.ts';
import { type Fact, textIn, toFact, toVersion, type Value, type Variables } from '../../../values/index.ts';
import {
  type Command,
  plainText,
  type Script,
  withoutStart,
  type Word,
} from '../../../syntax/shell/index.ts';

/** Operations of the AWS CLI that decide about a version, and what they make or change. */
const OPERATIONS: ReadonlyMap<string, AssetKind> = new Map([
  ['create-db-cluster', 'aurora-cluster'],
  ['modify-db-cluster', 'aurora-cluster'],
  ['restore-db-cluster-from-s3', 'aurora-cluster'],
  ['restore-db-cluster-from-snapshot', 'aurora-cluster'],
  ['create-blue-green-deployment', 'aurora-cluster'],
  ['create-db-instance', 'db-instance'],
  ['modify-db-instance', 'db-instance'],
  ['create-global-cluster', 'global-cluster'],
  ['modify-global-cluster', 'global-cluster'],
]);
/** The option that names what is neither a cluster nor an instance. */
const DEPLOYMENT = 'blue-green-deployment-name';
/** Commands that only print what follows. */
const PRINTS: ReadonlySet<string> = new Set(['echo', 'printf', 'log', 'info', 'cat']);

/** A call of `aws rds`. */
interface Call {
  operation: string;
  word: Word;
  kind: AssetKind;
  name: string;
  identifier: string | null;
  options: Map<string, Word[]>;
}

/** The databases that a script's calls of the AWS CLI make or change. */
export function databasesOfCommands(
  commands: readonly Command[],
  variables: Variables,
  script: Script,
  file: string,
): AssetDraft[] {
  const calls = commands.flatMap((command) => callIn(command, variables) ?? []);
  return calls.flatMap((call) => draftsOf(call, calls, variables, script, file));
}

function callIn(command: Command, variables: Variables): Call | null {
  if (PRINTS.has(plainText(command.words[0]) ?? '')) return null;
  const words = command.words.flatMap((word) => elementsOf(word, variables));
  const at = words.findIndex((word) => plainText(word) === 'rds');
  const word = words[at + 1];
  const operation = plainText(word) ?? '';
  const kind = OPERATIONS.get(operation);
  if (at < 0 || word === undefined || kind === undefined) return null;
  const options = optionsOf(words.slice(at + 2));
  const own = resourcesOfKind(kind)[0]?.name;
  const naming = [...options].find(([option]) => option === DEPLOYMENT || settingNamed(kind, option) === own);
  const written = naming?.[1].at(0);
  const identifier =
    written === undefined ? null : (textIn(variables.resolve(written, operation)[0]) ?? nameOf(written));
  const name = identifier === null ? operation : `${operation}.${identifier}`;
  return { operation, word, kind, name, identifier, options };
}

/** A variable without a known value is its own name: two uses of it are the same thing. */
function nameOf({ parts }: Word): string | null {
  const names = parts.map((part) => {
    if (part.kind === 'text') return part.text;
    return part.kind === 'variable' ? `$${part.name}` : null;
  });
  return names.includes(null) ? null : names.join('');
}

/** `"${options[@]}"` stands for the elements of an array. */
function elementsOf(word: Word, variables: Variables): readonly Word[] {
  const [part, ...rest] = word.parts;
  if (part?.kind !== 'variable' || rest.length > 0 || part.item !== '@') return [word];
  return variables.array(part.name) ?? [word];
}

/** Options by name without dashes, each with its values. */
function optionsOf(words: readonly Word[]): Map<string, Word[]> {
  const options = new Map<string, Word[]>();
  let values: Word[] = [];
  for (const word of words) {
    const [first] = word.parts;
    const found = first?.kind === 'text' ? /^--([a-z][a-z0-9-]*)(=?)/.exec(first.text) : null;
    if (found === null) {
      values.push(word);
      continue;
    }
    const [written, name = '', equals] = found;
    values = equals === '=' ? [withoutStart(word, written.length)] : [];
    options.set(name, values);
  }
  return options;
}

function draftsOf(
  call: Call,
  calls: readonly Call[],
  variables: Variables,
  script: Script,
  file: string,
): AssetDraft[] {
  const engine = valueOf('engine', call, variables);
  const written = call.options.get('engine-version') ?? call.options.get('target-engine-version');
  const word = written?.at(0);
  const versions = word === undefined ? [null] : variables.resolve(word, call.name);
  if (engine === null && !versions.some(isAurora)) return [];
  const links = linksOfCall(call, calls, variables);
  return versions.map((version) =>
    newDraft({
      kind: call.kind,
      source: 'shell',
      name: call.name,
      file,
      at: locate(script.span(call.word)),
      engine,
      version: version === null ? null : toVersion(version),
      settings: settingsOfOptions(call, variables, script),
      links,
    }),
  );
}

/** Without an engine only a version in full tells whose it is. */
function isAurora(version: Value | null): boolean {
  const written = textIn(version);
  return written !== null && engineWriting(written) !== null;
}

function valueOf(option: string, { options, name }: Call, variables: Variables): Fact | null {
  const word = options.get(option)?.at(0);
  const [resolved] = word === undefined ? [] : variables.resolve(word, name);
  return resolved === undefined ? null : toFact(resolved);
}

/** An instance is of the cluster that another call makes, a cluster of a global one. */
function linksOfCall(
  { kind, name, options }: Call,
  calls: readonly Call[],
  variables: Variables,
): AssetDraft['links'] {
  const links = (resourcesOfKind(kind)[0]?.links ?? []).filter(({ isReversed }) => isReversed === undefined);
  return links.flatMap(({ role, to, settings = [] }) => {
    const naming = [...options].find(([option]) => settings.includes(settingNamed(kind, option) ?? ''));
    const word = naming?.[1].at(0);
    if (word === undefined) return [];
    const identifier = textIn(variables.resolve(word, name)[0]) ?? nameOf(word);
    const target = calls.find(
      (other) => to.includes(other.kind) && identifier !== null && other.identifier === identifier,
    );
    return target === undefined ? [] : [{ role, target: target.name }];
  });
}

function settingsOfOptions(call: Call, variables: Variables, script: Script): Record<string, Fact> {
  const settings: Record<string, Fact> = {};
  for (const [option, words] of call.options) {
    const name = settingNamed(call.kind, option.replace(/^no-/, ''));
    if (name === null) continue;
    const [first, ...others] = words.flatMap((word) => variables.resolve(word, call.name).slice(0, 1));
    if (first === undefined) settings[name] = flag(!option.startsWith('no-'), locate(script.span(call.word)));
    else settings[name] = settingOfOption(isList(call.kind, name), toFact(first), others.map(toFact));
  }
  return settings;
}

function flag(value: boolean, at: FileLocation): Fact {
  return { state: 'known', value, at, how: 'literal', uses: [] };
}

function isList(kind: AssetKind, name: string): boolean {
  return resourcesOfKind(kind).some(({ settings }) => isStructure(settings[name]?.type));
}

/** Lists are written as JSON or as words, numbers as they are. */
function settingOfOption(isListed: boolean, first: Fact, others: readonly Fact[]): Fact {
  const unknown = [first, ...others].find((value) => value.state === 'unknown');
  if (unknown !== undefined || first.state === 'unknown') return unknown ?? first;
  const texts = [first, ...others].map((value) =>
    value.state === 'known' && typeof value.value === 'string' ? value.value : '',
  );
  return { ...first, value: typed(isListed, texts) };
}

function typed(isListed: boolean, texts: readonly string[]): SettingValue {
  const [only = ''] = texts;
  // Maps are written as `MinCapacity=0.5,MaxCapacity=8`.
  if (isListed && !only.includes('=')) return wordsOfList(texts);
  if (texts.length > 1) return [...texts];
  if (/^-?\d+$/.test(only)) return Number(only);
  return only === 'true' || only === 'false' ? only === 'true' : only;
}

function wordsOfList(texts: readonly string[]): SettingValue {
  const joined = texts.join(' ');
  return joined.split(/[\s,[\]"']+/).filter((item) => item !== '');
}
