import path from 'node:path/posix';
import { getOrInsert, type Problem } from '../../../../model/index.ts';
import { attributeOf, type GitAddress, isRemoteOf, readGitAddress } from '../../../../syntax/index.ts';
import { cycleOf } from '../../../resources/cycles/cycle-search.ts';
import { Cycles, tooManyCreated } from '../../../resources/cycles/cycles.ts';
import type { WorkspaceView } from '../../../reading/format.ts';
import { evaluate, type InputLookup } from '../../../../values/hcl/index.ts';
import { passedProvider } from './deployed-to.ts';
import { instancesOf } from './instances.ts';
import { type ModuleCall, type ModuleFolder, readModuleFolder } from '../../../hcl/module.ts';
import { maxModuleDepth, maxModules, type Value } from '../../../../values/index.ts';
import { type FolderContext, type VariableLookup, Scope } from '../../../hcl/scope.ts';
import { isVersionKey } from '../../../../vocabulary/index.ts';

/** State while a unit is read. */
export interface Reader {
  view: WorkspaceView;
  surroundings: FolderContext;
  /** Folders that were opened as modules; null for one without code. */
  modules: Map<string, ModuleFolder | null>;
  /** Problems while resolving modules. */
  problems: Problem[];
}

/** Meta-arguments of a module call: they are not inputs. */
export const CALL_ARGUMENTS: ReadonlySet<string> = new Set([
  'source',
  'version',
  'providers',
  'count',
  'for_each',
  'depends_on',
]);

/** A module with all modules that it calls in the workspace, and its external calls. */
export interface ModuleTree {
  scopes: readonly Scope[];
  /** Calls of modules that are not in the workspace. */
  external: readonly { call: ModuleCall; scope: Scope }[];
}

/**
 * Opens a folder as the deployed module, with all local modules below it. If it creates more modules than the limit,
 * only its direct calls are followed: each folder above it would create as many. Calls in a cycle are followed only
 * from its first folder by name: otherwise each folder that leads to the cycle would read all of it again.
 */
export function openTree(
  module: ModuleFolder,
  given: VariableLookup,
  reader: Reader,
  calledFrom: string | null = null,
): ModuleTree {
  const scopes: Scope[] = [];
  const external: { call: ModuleCall; scope: Scope }[] = [];
  const root = new Scope({ module, prefix: '', calledFrom, surroundings: reader.surroundings }, given);
  const cycles = new Cycles();
  // Separate reader: only the followed modules are included.
  const apart = { ...reader, modules: new Map<string, ModuleFolder | null>() };
  const cycleAt = cycleLookup(apart);
  const isOfOther = (caller: string, target: string): boolean => {
    const { members, first } = cycleAt(caller);
    return members.has(target) && (calledFrom !== null || first !== module.folder);
  };
  /** Calls that were not followed because of the limit. */
  const cut = new Set<ModuleCall>();
  const open = (scope: Scope, ancestors: readonly string[]): void => {
    scopes.push(scope);
    for (const call of scope.module.calls.values()) {
      const target = localModule(call, scope.module.folder, apart);
      const isCycle =
        target !== null &&
        (isOfOther(scope.module.folder, target.folder) ||
          cycles.closes(target.folder, ancestors, call.block.typeSpan));
      if (target === null || (isCycle && scope === root)) external.push({ call, scope });
      if (target === null || isCycle) continue;
      reader.modules.set(target.folder, target);
      for (const child of childrenOf(call, scope, target)) {
        if (ancestors.length > maxModuleDepth || scopes.length > maxModules) cut.add(call);
        else open(child, [...ancestors, target.folder]);
      }
    }
  };
  open(root, [module.folder]);
  reader.problems.push(...cycles.problemsOf(module.folder));
  if (cut.size > 0) reader.problems.push(tooManyCreated(module.folder));
  if (scopes.length <= maxModules) return { scopes, external };
  const kept = new Set([root, ...root.children.values()]);
  return { scopes: [...kept], external: external.filter(({ scope }) => kept.has(scope)) };
}

interface ModuleCycle {
  members: ReadonlySet<string>;
  /** First folder of the cycle, by name. */
  first: string | undefined;
}

/** Returns a lookup of cycles by any member, searching each cycle once. */
function cycleLookup(reader: Reader): (folder: string) => ModuleCycle {
  const known = new Map<string, ModuleCycle>();
  return (folder) =>
    getOrInsert(known, folder, () => {
      const cycle = moduleCycleOf(folder, reader);
      for (const member of cycle.members) known.set(member, cycle);
      return cycle;
    });
}

/** Cycle of calls that a folder belongs to. */
function moduleCycleOf(folder: string, reader: Reader): ModuleCycle {
  const targetsOf = (each: string): string[] => {
    const calls = [...(moduleAt(each, reader)?.calls.values() ?? [])];
    return [...new Set(calls.flatMap((call) => localModule(call, each, reader)?.folder ?? []))];
  };
  const partsOf = (each: string): [ModuleFolder] | null => {
    const module = moduleAt(each, reader);
    return module === null ? null : [module];
  };
  const members = cycleOf(folder, { partsOf, targetsOf });
  return { members: new Set(members), first: members.toSorted()[0] };
}

/** Module folder that a call names by relative path or by the address of this repository; null for any other. */
function localModule(call: ModuleCall, from: string, reader: Reader): ModuleFolder | null {
  const { source } = call;
  if (source === null) return null;
  const folder = localFolder(from, source);
  if (folder !== null) return moduleAt(folder, reader);
  const address = readGitAddress(source);
  const config = address === null ? null : reader.view.readNamed('.git/config');
  if (address === null || isRemoteOf(config?.text ?? '', address) === false) return null;
  // Only a called folder is read as a module here.
  const module = readModuleFolder(address.folder, reader.view);
  return module !== null && isCallOf(module, call, address) ? moduleAt(address.folder, reader) : null;
}

/**
 * True if a call matches the module in the workspace: it passes only declared variables, and all required ones. For
 * another release only the call's own values are known.
 */
function isCallOf({ variables }: ModuleFolder, { block }: ModuleCall, { isOfRelease }: GitAddress): boolean {
  const given = block.body.attributes.map(({ name }) => name).filter((name) => !CALL_ARGUMENTS.has(name));
  if (isOfRelease && !given.some(isVersionKey)) return false;
  const asked = [...variables.values()].filter(({ defaultValue }) => defaultValue === null);
  return given.every((name) => variables.has(name)) && asked.every(({ name }) => given.includes(name));
}

/** Folder of a source; null if it is no path in the workspace. */
export function localFolder(from: string, source: string): string | null {
  if (!/^\.{1,2}(?:\/|$)/.test(source)) return null;
  const folder = path.join(from, source).replace(/(?<=.)\/$/, '');
  return folder === '..' || folder.startsWith('../') ? null : folder;
}

export function moduleAt(folder: string, reader: Reader): ModuleFolder | null {
  return getOrInsert(reader.modules, folder, () => readModuleFolder(folder, reader.view));
}

function childrenOf(call: ModuleCall, scope: Scope, module: ModuleFolder): Scope[] {
  const { body } = call.block;
  const instances = instancesOf(body, scope, call.address).filter(({ count }) => count !== 0);
  return instances.map(({ suffix, bindings, conditions }) => {
    const address = `${call.address}${suffix}`;
    const context = scope.context(call.address, 'variable', bindings);
    const given = new Map<string, Value>();
    const inputOf: InputLookup = (name) => {
      const input = CALL_ARGUMENTS.has(name) ? undefined : attributeOf(body, name);
      return input === undefined ? null : { expression: input.value, context };
    };
    const child = new Scope(
      {
        module,
        prefix: `${scope.prefix}${address}.`,
        caller: scope,
        calledFrom: scope.calledFrom ?? call.file,
        surroundings: scope.surroundings,
        conditions: [...scope.conditions, ...conditions],
        providerGiven: (name) => passedProvider(body, name, scope),
      },
      (name) => {
        const input = given.has(name) ? null : inputOf(name);
        if (input !== null) given.set(name, evaluate(input.expression, context));
        return given.get(name);
      },
      inputOf,
    );
    scope.children.set(address, child);
    return child;
  });
}
