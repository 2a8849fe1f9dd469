import { ReportedPlaces } from '../../../resources/reported-places.ts';
import { mapAt, partsOf, toFact, type Value } from '../../../../values/index.ts';
import {
  argumentsReferringTo,
  type Block,
  type Expression,
  type ReferenceCounts,
  referencesIn,
  refersTo,
  type Span,
} from '../../../../syntax/index.ts';
import { draftOfObject } from '../resources/draft-call.ts';
import type { DraftWithLinks } from '../../../resources/links.ts';
import { defaultsOfType, evaluate, isReplacedEverywhere } from '../../../../values/hcl/index.ts';
import { isOfOtherService } from '../../../../vocabulary/index.ts';
import { createsNothing } from '../modules/instances.ts';
import { isOnlyDeclaring } from '../../../hcl/module.ts';
import { type ObjectPin, pinsIn } from '../pins/object-pins.ts';
import { CALL_ARGUMENTS } from '../modules/module-tree.ts';
import type { Scope } from '../../../hcl/scope.ts';

/**
 * Named values of one kind in a module: variables, locals or outputs. The engine of a version often has a name of its
 * own.
 */
export interface NamedValues {
  kind: 'var' | 'local' | 'output';
  results: ReadonlyMap<string, Value>;
  /** Span of the declaration of a name. */
  spanOf: (name: string) => Span;
  /** True if the name can have other values than the visible ones. */
  isOption?: (name: string) => boolean;
}

/** Declarations of a module: variables and locals with their values, and defaults in the types of variables. */
export interface Declarations {
  values: readonly NamedValues[];
  types: readonly NamedValues[];
}

/** A named value that contains a version, with its declaration. */
interface PinnedValue {
  /** `var.engine_version` */
  name: string;
  span: Span;
  pins: readonly ObjectPin[];
  /** All values of the name, including those that are versions only with the engine of their user. */
  value: Value | undefined;
  isOption: boolean;
}

/**
 * Versions in variables and locals whose use cannot be followed. If a part of a value is in use, the rest is not
 * reported: those are the choices not taken. An unused value is no pin, unless the module only declares values for
 * users elsewhere.
 */
export function unattachedPins(
  scope: Scope,
  { values, types }: Declarations,
  found: readonly DraftWithLinks[],
): DraftWithLinks[] {
  const [named, ofTypes] = [pinnedAmong(values), pinnedAmong(types)];
  const isDeclaring = isOnlyDeclaring(scope.module);
  if (named.length === 0 && ofTypes.length === 0 && !isDeclaring) return [];
  const reported = new ReportedPlaces(found);
  const all = [...named.filter((value) => !isUsed(value, reported)), ...ofTypes];
  const references = referencesIn(scope.module.files);
  const pinned = all.map((value) => withoutReplaced(value, references, scope));
  if (isDeclaring) {
    const drafts = withNewPins(pinned, reported).flatMap((value) => draftsOfPins(value, scope));
    const outputs = pinnedAmong([outputsOf(scope)]).filter((value) => !isUsed(value, reported));
    return [...drafts, ...outputs.flatMap((value) => draftsOfPins(value, scope))];
  }
  const referred = pinned.filter(({ name }) => references.has(name));
  return withNewPins(referred, reported).flatMap((value) => {
    const use = useOf(value.name, scope);
    return use === null ? [] : draftsOfPins(value, scope, use === 'off' || value.isOption);
  });
}

function draftsOfPins({ name, span, pins }: PinnedValue, { prefix }: Scope, isOff = false): DraftWithLinks[] {
  const declared = { name: `${prefix}${name}`, file: span.lines.file, span, count: 1, isOff };
  return pins.map((pin) => draftOfObject(pin, declared));
}

/** Use of a value: on, off by default, or null if nothing uses it as a version of ours. */
type Use = 'on' | 'off' | null;

/** Maximum number of names that a value is followed through. A value with more counts as used. */
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

/** Use of a variable or local in a block. In a resource that exists it is `on`: resources report their own versions. */
function useIn(block: Block, name: string, scope: Scope, asked: Set<string>): Use {
  const { type, body, labels } = block;
  const isOfModule = type === 'module';
  if ((isOfModule || type === 'resource') && createsNothing(body, scope)) return isOfModule ? 'off' : null;
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

/** Values that contain a version with its engine, or are a version with the engine declared beside them. */
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

function withoutReplaced(value: PinnedValue, references: ReferenceCounts, scope: Scope): PinnedValue {
  const count = references.get(value.name) ?? 0;
  const pins = value.pins.filter(
    ({ version: { span } }) => span === null || !isReplacedEverywhere(span, count, scope.surroundings),
  );
  return { ...value, pins };
}

/** Reports each place once: several names can share a value. */
function withNewPins(values: readonly PinnedValue[], reported: ReportedPlaces): PinnedValue[] {
  return values.flatMap((value) => {
    const pins = value.pins.filter(({ version }) => version.span === null || reported.add(toFact(version)));
    return pins.length === 0 ? [] : [{ ...value, pins }];
  });
}

function isUsed({ value }: Pick<PinnedValue, 'value'>, reported: ReportedPlaces): boolean {
  if (value === undefined || value.kind === 'unknown') return false;
  if (value.kind === 'scalar') return reported.has(toFact(value));
  return [...partsOf(value)].some((part) => isUsed({ value: part }, reported));
}

/** All named declarations of a module. */
export function declarationsIn(scope: Scope): Declarations {
  const { variables, locals } = scope.module;
  const spanOf = (name: string): Span => variables.get(name)?.nameSpan ?? WITHOUT_PLACE;
  const types = new Map<string, Value>();
  for (const { name, type } of variables.values()) {
    const result = type === null ? null : defaultsOfType(type, scope.context(`var.${name}`, 'default'));
    // Default of an omitted attribute, if the entries are not visible.
    if (result !== null && (scope.calledFrom === null || !showsEntries(scope.variable(name))))
      types.set(name, result);
  }
  return {
    values: [
      { kind: 'var', results: eachOf(variables, (name) => scope.variable(name)), spanOf },
      {
        kind: 'local',
        results: eachOf(locals, (name) => scope.local(name)),
        spanOf: (name) => locals.get(name)?.nameSpan ?? WITHOUT_PLACE,
      },
    ],
    types: [
      { kind: 'var', results: types, spanOf, isOption: (name) => scope.variable(name).kind !== 'unknown' },
    ],
  };
}

/** Outputs of a module that only declares values. */
function outputsOf(scope: Scope): NamedValues {
  const { outputs } = scope.module;
  const evaluated = (name: string, value: Expression): Value =>
    evaluate(value, scope.context(`output.${name}`, 'constant'));
  return {
    kind: 'output',
    results: eachOf(outputs, evaluated),
    spanOf: (name) => outputs.get(name) ?? WITHOUT_PLACE,
  };
}

function showsEntries({ kind }: Value): boolean {
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

const WITHOUT_PLACE: Span = { lines: { file: '', starts: [0] }, start: 0, end: 0 };
