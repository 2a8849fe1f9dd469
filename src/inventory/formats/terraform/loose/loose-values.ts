import { Told } from '../../../resources/told.ts';
import { mapAt, partsOf, toFact, type Value } from '../../../../values/index.ts';
import {
  argumentsReferringTo,
  type Block,
  type Expression,
  type References,
  referencesIn,
  refersTo,
  type Span,
} from '../../../../syntax/index.ts';
import { draftOfObject } from '../resources/draft-call.ts';
import type { LooseDraft } from '../../../resources/links.ts';
import { defaultsOfType, evaluate, isReplacedEverywhere } from '../../../../values/hcl/index.ts';
import { isOfOtherService } from '../../../../vocabulary/index.ts';
import { isOffIn } from '../modules/instances.ts';
import { isOnlyDeclaring } from '../../../hcl/module.ts';
import { type ObjectPin, pinsIn } from '../pins/pins.ts';
import { CALL_ARGUMENTS } from '../modules/module-tree.ts';
import type { Scope } from '../../../hcl/scope.ts';

/** What a module declares in one way, by name: the engine of a version often has a name of its own beside it. */
export interface NamedValues {
  kind: 'var' | 'local' | 'output';
  results: ReadonlyMap<string, Value>;
  /** Where a name is declared. */
  spanOf: (name: string) => Span;
  /** Whether it is there for other values than those that are seen. */
  isOption?: (name: string) => boolean;
}

/** What a module declares: variables and locals with what they come to, and defaults in the types of variables. */
export interface Declarations {
  values: readonly NamedValues[];
  types: readonly NamedValues[];
}

/** A named value that holds a version, and where it is declared. */
interface PinnedValue {
  /** `var.engine_version` */
  name: string;
  span: Span;
  pins: readonly ObjectPin[];
  /** All that the name comes to, what is a version only with the engine that uses it among that. */
  value: Value | undefined;
  isOption: boolean;
}

/**
 * Versions in variables and locals that something uses in a way that cannot be followed. A value of which a part was
 * found in use tells nothing more: the rest are the choices that were not taken. What nothing uses is no pin, unless the
 * module only declares: then its users are elsewhere.
 */
export function looseDrafts(
  scope: Scope,
  { values, types }: Declarations,
  found: readonly LooseDraft[],
): LooseDraft[] {
  const [named, ofTypes] = [pinnedAmong(values), pinnedAmong(types)];
  const isDeclaring = isOnlyDeclaring(scope.module);
  if (named.length === 0 && ofTypes.length === 0 && !isDeclaring) return [];
  const told = new Told(found);
  const all = [...named.filter((value) => !isUsed(value, told)), ...ofTypes];
  const references = referencesIn(scope.module.files);
  const pinned = all.map((value) => withoutReplaced(value, references, scope));
  if (isDeclaring) {
    const drafts = withNewPins(pinned, told).flatMap((value) => draftsOfPins(value, scope));
    const outputs = pinnedAmong([outputsOf(scope)]).filter((value) => !isUsed(value, told));
    return [...drafts, ...outputs.flatMap((value) => draftsOfPins(value, scope))];
  }
  const referred = pinned.filter(({ name }) => references.has(name));
  return withNewPins(referred, told).flatMap((value) => {
    const use = useOf(value.name, scope);
    return use === null ? [] : draftsOfPins(value, scope, use === 'off' || value.isOption);
  });
}

function draftsOfPins({ name, span, pins }: PinnedValue, { prefix }: Scope, isOff = false): LooseDraft[] {
  const declared = { name: `${prefix}${name}`, file: span.lines.file, span, count: 1, isOff };
  return pins.map((pin) => draftOfObject(pin, declared));
}

/** What becomes of a value: it may be in use, somebody can switch that on, or nothing uses it as a version that is ours. */
type Use = 'on' | 'off' | null;

/** A value that is passed on by more names than these counts as used. */
const maxNamesPassedOn = 500;

function useOf(name: string, scope: Scope, asked = new Set<string>()): Use {
  const key = `${scope.prefix}${name}`;
  if (asked.has(key)) return null;
  if (asked.size >= maxNamesPassedOn) return 'on';
  asked.add(key);
  const using = scope.module.files
    .flatMap(({ body }) => body.blocks)
    .filter((block) => block.type !== 'variable' && refersTo(name, block));
  return strongest(using.map((block) => useIn(block, name, scope, asked)));
}

/** Resources tell their own version. */
function useIn(block: Block, name: string, scope: Scope, asked: Set<string>): Use {
  const { type, body, labels } = block;
  const isOfModule = type === 'module';
  if ((isOfModule || type === 'resource') && isOffIn(body, scope)) return isOfModule ? 'off' : null;
  const { branches } = scope.surroundings;
  const named = argumentsReferringTo(name, block, branches);
  if (type === 'locals') return strongest(named.map((local) => useOf(`local.${local.name}`, scope, asked)));
  if (!refersTo(name, block, branches)) return null;
  const [label = ''] = labels.map(({ text }) => text);
  const called = [...scope.children].filter(([address]) => address.split('[', 1)[0] === `module.${label}`);
  const service = isOfModule ? (scope.module.calls.get(label)?.source ?? '') : label;
  if (!isOfModule || called.length === 0) return isOfOtherService(service) ? null : 'on';
  if (named.some((argument) => CALL_ARGUMENTS.has(argument.name))) return 'on';
  return strongest(
    called.flatMap(([, child]) => named.map((argument) => useOf(`var.${argument.name}`, child, asked))),
  );
}

function strongest(uses: readonly Use[]): Use {
  return uses.find((use) => use === 'on') ?? uses.find((use) => use === 'off') ?? null;
}

/** The values that hold a version, or are one with the engine that is declared beside it. */
function pinnedAmong(values: readonly NamedValues[]): PinnedValue[] {
  return values.flatMap(({ kind, results, spanOf, isOption = () => false }) => {
    const [first] = results.keys();
    if (first === undefined) return [];
    const pins = pinsIn(mapAt(results, spanOf(first))).filter(({ version }) => version.kind === 'scalar');
    if (pins.length === 0) return [];
    const byName = Map.groupBy(
      pins.map((pin) => ({ ...pin, path: pin.path.slice(1), name: pin.path[0] ?? pin.entry.key })),
      ({ name }) => name,
    );
    return [...results.keys()].flatMap((name) => {
      const own = byName.get(name);
      return own === undefined
        ? []
        : {
            name: `${kind}.${name}`,
            ...{ span: spanOf(name), pins: own, value: results.get(name), isOption: isOption(name) },
          };
    });
  });
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

function isUsed({ value }: Pick<PinnedValue, 'value'>, told: Told): boolean {
  if (value === undefined || value.kind === 'unknown') return false;
  if (value.kind === 'scalar') return told.has(toFact(value));
  return [...partsOf(value)].some((part) => isUsed({ value: part }, told));
}

/** What a module declares by a name. */
export function declarationsIn(scope: Scope): Declarations {
  const { variables, locals } = scope.module;
  const spanOf = (name: string): Span => variables.get(name)?.nameSpan ?? NOWHERE;
  const types = new Map<string, Value>();
  for (const { name, type } of variables.values()) {
    const result = type === null ? null : defaultsOfType(type, scope.context(`var.${name}`, 'default'));
    // What an entry gets that does not say, where the entries are not seen.
    if (result !== null && (scope.calledFrom === null || !isSeen(scope.variable(name))))
      types.set(name, result);
  }
  return {
    values: [
      { kind: 'var', results: eachOf(variables, (name) => scope.variable(name)), spanOf },
      {
        kind: 'local',
        results: eachOf(locals, (name) => scope.local(name)),
        spanOf: (name) => locals.get(name)?.nameSpan ?? NOWHERE,
      },
    ],
    types: [
      { kind: 'var', results: types, spanOf, isOption: (name) => scope.variable(name).kind !== 'unknown' },
    ],
  };
}

/** What a module that only declares gives to others. */
function outputsOf(scope: Scope): NamedValues {
  const { outputs } = scope.module;
  const evaluated = (name: string, value: Expression): Value =>
    evaluate(value, scope.context(`output.${name}`, 'constant'));
  return {
    kind: 'output',
    results: eachOf(outputs, evaluated),
    spanOf: (name) => outputs.get(name) ?? NOWHERE,
  };
}

function isSeen({ kind }: Value): boolean {
  return kind === 'map' || kind === 'list';
}

function eachOf<T>(
  declared: ReadonlyMap<string, T>,
  value: (name: string, from: T) => Value,
): ReadonlyMap<string, Value> {
  const results = new Map<string, Value>();
  declared.forEach((from, name) => results.set(name, value(name, from)));
  return results;
}

const NOWHERE: Span = { lines: { file: '', starts: [0] }, start: 0, end: 0 };
