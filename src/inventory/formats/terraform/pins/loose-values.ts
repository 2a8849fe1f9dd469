import { Told } from '../../../resources/told.ts';
import { mapAt, toFact, type Value } from '../../../../values/index.ts';
import type { Span } from '../../../../syntax/index.ts';
import { engineKeys, isVersionKey } from '../../../../vocabulary/index.ts';
import { couldBePin } from '../../../resources/version-pin.ts';
import { draftOfPin } from '../resources/draft-call.ts';
import type { LooseDraft } from '../../../resources/links.ts';
import { defaultsOfType, evaluate, isReplacedEverywhere } from '../../../../values/hcl/index.ts';
import { isOnlyDeclaring } from '../modules/module.ts';
import { type Pin, pinsIn } from './pins.ts';
import { referencesIn, type References } from './references.ts';
import type { Scope } from '../modules/scope.ts';

/** A named value of a module, and where it is declared. */
export interface NamedValue {
  name: string;
  result: Value;
  span: Span;
  /** What is declared in the same way, by name: the engine of a version often has a name of its own. */
  beside?: ReadonlyMap<string, Value>;
}

/** One that holds a version. */
interface PinnedValue extends NamedValue {
  pins: readonly Pin[];
}

/**
 * Versions in variables and locals that something uses in a way that cannot be followed. A value of which a part was
 * found in use tells nothing more: the rest are the choices that were not taken. What nothing uses is no pin, unless the
 * module only declares: then its users are elsewhere.
 */
export function looseDrafts(scope: Scope, found: readonly LooseDraft[]): LooseDraft[] {
  const told = new Told(found);
  const all = [
    ...pinnedAmong(valuesOf(scope)).filter((value) => !isUsed(value, told)),
    ...pinnedAmong(typesOf(scope)),
  ];
  const isDeclaring = isOnlyDeclaring(scope.module);
  if (all.length === 0 && !isDeclaring) return [];
  const references = referencesIn(scope.module.files);
  const pinned = all.map((value) => withoutReplaced(value, references, scope));
  if (isDeclaring) {
    const drafts = withNewPins(pinned, told).flatMap((value) => draftsOfPins(value, scope));
    const outputs = pinnedAmong(outputsOf(scope)).filter((value) => !isUsed(value, told));
    return [...drafts, ...outputs.flatMap((value) => draftsOfPins(value, scope))];
  }
  const referred = pinned.filter(({ name }) => references.has(name));
  return withNewPins(referred, told).flatMap((value) => draftsOfPins(value, scope));
}

function draftsOfPins({ name, span, pins }: PinnedValue, { prefix }: Scope): LooseDraft[] {
  const declared = { name: `${prefix}${name}`, file: span.lines.file, span, count: 1 };
  return pins.map((pin) => draftOfPin(pin, declared));
}

function pinnedAmong(values: readonly NamedValue[]): PinnedValue[] {
  return values.flatMap((value) => {
    const pins = knownPins(value);
    return pins.length === 0 ? [] : [{ ...value, pins }];
  });
}

/** A version in full needs no engine; any other has the engine that is declared beside it. */
function knownPins({ name, result, span, beside }: NamedValue): Pin[] {
  if (result.kind === 'scalar' && !couldBePin(result.text)) return [];
  const key = name.slice(name.indexOf('.') + 1);
  const alone = pinsAmong([[key, result]], span);
  if (alone.length > 0 || beside === undefined || !isVersionKey(key)) return alone;
  const engine = engineKeys(key).find((each) => each !== key && beside.has(each));
  const found = engine === undefined ? undefined : beside.get(engine);
  return engine === undefined || found === undefined
    ? []
    : pinsAmong(
        [
          [key, result],
          [engine, found],
        ],
        span,
      );
}

function pinsAmong(fields: readonly (readonly [string, Value])[], span: Span): Pin[] {
  return pinsIn(mapAt(new Map(fields), span))
    .filter((pin) => pin.version.kind === 'scalar')
    .map((pin) => ({ ...pin, path: pin.path.slice(1) }));
}

function withoutReplaced(value: PinnedValue, references: References, scope: Scope): PinnedValue {
  const count = references.get(value.name) ?? 0;
  const pins = value.pins.filter(
    ({ version: { span } }) => span === null || !isReplacedEverywhere(span, count, scope.surroundings),
  );
  return { ...value, pins };
}

/** Each place once: a value can be another one's. */
function withNewPins(values: readonly PinnedValue[], told: Told): PinnedValue[] {
  return values.flatMap((value) => {
    const pins = value.pins.filter(({ version }) => version.span === null || told.add(toFact(version)));
    return pins.length === 0 ? [] : [{ ...value, pins }];
  });
}

function isUsed({ pins }: PinnedValue, told: Told): boolean {
  return pins.some(({ version }) => told.has(toFact(version)));
}

/** Variables and locals, with what they come to. */
export function valuesOf(scope: Scope): NamedValue[] {
  const { variables, locals } = scope.module;
  const variable = new Map([...variables.keys()].map((name) => [name, scope.variable(name)]));
  const local = new Map([...locals.keys()].map((name) => [name, scope.local(name)]));
  return [
    ...[...variables.values()].flatMap(({ name, nameSpan }) => named('var', name, variable, nameSpan)),
    ...[...locals.values()].flatMap(({ name, nameSpan }) => named('local', name, local, nameSpan)),
  ];
}

function named(kind: string, name: string, beside: ReadonlyMap<string, Value>, span: Span): NamedValue[] {
  const result = beside.get(name);
  return result === undefined ? [] : [{ name: `${kind}.${name}`, result, span, beside }];
}

/** What a module that only declares gives to others. */
function outputsOf(scope: Scope): NamedValue[] {
  return [...scope.module.outputs].map(([name, value]) => ({
    name: `output.${name}`,
    result: evaluate(value, scope.context(`output.${name}`, 'constant')),
    span: value,
  }));
}

/** Defaults inside the types of variables: what an entry gets that does not say. */
export function typesOf(scope: Scope): NamedValue[] {
  return [...scope.module.variables.values()].flatMap(({ name, nameSpan, type }) => {
    const result = defaultsOfType(type, scope.context(`var.${name}`, 'default'));
    return result === null ? [] : [{ name: `var.${name}`, result, span: nameSpan }];
  });
}
