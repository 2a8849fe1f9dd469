import path from 'node:path/posix';
import type { Problem } from '../../../../model/index.ts';
import { attributeOf, type Attribute } from '../../../../syntax/index.ts';
import { circleTo } from '../../../resources/circles.ts';
import type { WorkspaceView } from '../../format.ts';
import { evaluate } from '../../../../values/hcl/index.ts';
import { instancesOf } from './instances.ts';
import { type ModuleCall, type ModuleFolder, readModuleFolder } from './module.ts';
import { maxModuleDepth, maxModules, type Value } from '../../../../values/index.ts';
import { type Around, type Given, Scope } from './scope.ts';

/** What is known while one unit is read. */
export interface Reader {
  view: WorkspaceView;
  surroundings: Around;
  /** Every folder that was looked at as a module; null for one without code. */
  modules: Map<string, ModuleFolder | null>;
  /** What went wrong while modules were followed. */
  problems: Problem[];
}

/** Arguments of a module call that are no inputs. */
export const CALL_ARGUMENTS: ReadonlySet<string> = new Set([
  'source',
  'version',
  'providers',
  'count',
  'for_each',
  'depends_on',
]);

/** A module with everything that it calls in the workspace, and the calls that lead elsewhere. */
export interface ModuleTree {
  scopes: readonly Scope[];
  /** Calls of modules that are not in the workspace. */
  external: readonly { call: ModuleCall; scope: Scope }[];
}

/** Opens a folder as the module that is deployed, and all local modules below it. */
export function openTree(
  module: ModuleFolder,
  given: Given,
  reader: Reader,
  calledFrom: string | null = null,
): ModuleTree {
  const scopes: Scope[] = [];
  const external: { call: ModuleCall; scope: Scope }[] = [];
  const root = new Scope({ module, prefix: '', calledFrom, surroundings: reader.surroundings }, given);
  const open = (scope: Scope, ancestors: readonly string[]): void => {
    scopes.push(scope);
    for (const call of scope.module.calls.values()) {
      const target =
        ancestors.length > maxModuleDepth || scopes.length > maxModules
          ? null
          : localModule(call, scope, reader);
      const circle = target === null ? null : circleTo(target.folder, ancestors, call.block.typeSpan);
      reader.problems.push(...(circle ?? []));
      if (target === null || circle !== null) external.push({ call, scope });
      else for (const child of childrenOf(call, scope, target)) open(child, [...ancestors, target.folder]);
    }
  };
  open(root, [module.folder]);
  return { scopes, external };
}

/** The module folder that a call names with a relative path; null for any other source. */
function localModule(call: ModuleCall, scope: Scope, reader: Reader): ModuleFolder | null {
  const folder = call.source === null ? null : localFolder(scope.module.folder, call.source);
  return folder === null ? null : moduleAt(folder, reader);
}

/** Null when a source is not a path in the workspace. */
export function localFolder(from: string, source: string): string | null {
  if (!/^\.{1,2}(?:\/|$)/.test(source)) return null;
  const folder = path.join(from, source).replace(/(?<=.)\/$/, '');
  return folder === '..' || folder.startsWith('../') ? null : folder;
}

export function moduleAt(folder: string, reader: Reader): ModuleFolder | null {
  const before = reader.modules.get(folder);
  if (before !== undefined) return before;
  const module = readModuleFolder(folder, reader.view);
  reader.modules.set(folder, module);
  return module;
}

function childrenOf(call: ModuleCall, scope: Scope, module: ModuleFolder): Scope[] {
  const { body } = call.block;
  const made = instancesOf(body, scope, call.address).filter(({ count }) => count !== 0);
  return made.map(({ suffix, bindings }) => {
    const address = `${call.address}${suffix}`;
    const context = scope.context(call.address, 'variable', bindings);
    const given = new Map<string, Value>();
    const inputOf = (name: string): Attribute | undefined =>
      CALL_ARGUMENTS.has(name) ? undefined : attributeOf(body, name);
    const child = new Scope(
      {
        module,
        prefix: `${scope.prefix}${address}.`,
        calledFrom: scope.calledFrom ?? call.file,
        surroundings: scope.surroundings,
      },
      (name) => {
        const before = given.get(name);
        const input = inputOf(name);
        if (before !== undefined || input === undefined) return before;
        const result = evaluate(input.value, context);
        given.set(name, result);
        return result;
      },
      (name) => {
        const input = inputOf(name);
        return input === undefined ? null : { expression: input.value, context };
      },
    );
    scope.children.set(address, child);
    return child;
  });
}
