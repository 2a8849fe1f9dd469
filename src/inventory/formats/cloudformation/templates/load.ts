import path from 'node:path';
import { getOrInsert, type Problem } from '../../../../model/index.ts';
import {
  itemsOf,
  readDocuments,
  textOf,
  valueOf,
  type Node,
  type ParsedDocument,
} from '../../../../syntax/index.ts';
import { cycleOf, type References } from '../../../resources/cycles/cycle-search.ts';
import { Cycles, tooManyCreated } from '../../../resources/cycles/cycles.ts';
import type { WorkspaceView } from '../../../reading/format.ts';
import { parametersFor } from './parameter-files.ts';
import {
  isNestedStack,
  resolve,
  resolveNode,
  type Resource,
  scopeFor,
  type ServiceVariables,
  type Stack,
  templateOf,
  templatesNamed,
  withoutUnreadResources,
} from '../../../../values/cloudformation/index.ts';
import {
  Budget,
  mapUnlessNull,
  maxCreatedResources,
  maxOfTemplate,
  maxStacks,
  textOfFact,
  toPartialSettingFact,
} from '../../../../values/index.ts';

/** A template with all templates and files that it includes. */
export interface LoadedTemplate {
  /** The template; null if the file contains none. */
  stack: Stack | null;
  documents: readonly ParsedDocument[];
  /** Other files that were read as parts of the template. */
  includes: readonly string[];
  /** Circular templates, and stacks over the limit. */
  problems: readonly Problem[];
}

const INCLUDED_FILE = /^\$\{file\(([^)]+)\)(?::([\w.-]+))?\}$/;

/**
 * Reads a file with its nested stacks and the files that a Serverless Framework service includes, from the same
 * workspace.
 */
export function loadTemplate(file: string, view: WorkspaceView): LoadedTemplate {
  const loader = new Loader(view);
  const stack = loader.stackOf(file);
  return {
    stack,
    documents: loader.documents(file),
    includes: loader.filesBeside(file),
    problems: loader.problemsOf(file),
  };
}

class Loader {
  readonly #view: WorkspaceView;
  readonly #documents = new Map<string, readonly ParsedDocument[]>();
  readonly #parts = new Set<string>();
  readonly #budget = new Budget(maxOfTemplate);
  readonly #cycles = new Cycles();
  #stacks = 0;
  /** Number of resources that nested stacks have created so far. */
  #made = 0;
  #isCut = false;
  #isFlat = false;

  constructor(view: WorkspaceView) {
    this.#view = view;
  }

  documents(file: string): readonly ParsedDocument[] {
    return getOrInsert(this.#documents, file, () => {
      const source = this.#view.read(file);
      return source === null ? [] : readDocuments(source, withoutUnreadResources(source));
    });
  }

  filesBeside(file: string): string[] {
    return [...this.#parts].filter((part) => part !== file);
  }

  problemsOf(file: string): Problem[] {
    return [...this.#cycles.problemsOf(file), ...(this.#isCut ? [tooManyCreated(file)] : [])];
  }

  /** Stack of a unit. In a cycle, the first template by name includes the others; those are read without each other. */
  stackOf(file: string): Stack | null {
    const stack = this.#opened(file, '', null);
    if (stack === null) return null;
    const nested = this.#nestedIn(stack, file);
    const cycle = nested.length === 0 ? [] : cycleOf(file, templatesIn(this.#view));
    const others = new Set(cycle.every((each) => file <= each) ? [] : cycle);
    const followed = nested.filter(({ target }) => !others.has(target));
    this.#nest(stack, followed, [file]);
    if (this.#isCut) {
      // Over the limit, follows only direct nested stacks: each template above would create as many.
      stack.children.clear();
      this.#stacks = 0;
      this.#made = 0;
      this.#isFlat = true;
      this.#nest(stack, followed, [file]);
    }
    return stack;
  }

  /** Templates that a template nests, evaluated with its own values. */
  targetsOf(file: string): string[] {
    const stack = this.#opened(file, '', null);
    return stack === null ? [] : [...new Set(this.#nestedIn(stack, file).map(({ target }) => target))];
  }

  #opened(file: string, prefix: string, parent: Stack['parent']): Stack | null {
    for (const { root, isTemplate } of this.documents(file)) {
      const service = root !== null && isService(root) ? root : null;
      const variables = service === null ? null : this.#variables(service, path.posix.dirname(file));
      const template = templateOf(this.#partsOf(root, variables), isTemplate);
      if (template === null) continue;
      this.#parts.add(file);
      if (parent !== null) this.#made += template.resources.size;
      const given = parent === null ? parametersFor(template, file, this.#view) : [];
      return {
        template,
        prefix,
        parent,
        children: new Map(),
        variables,
        given,
        budget: this.#budget,
        resolve: resolveNode,
        knownTruths: new Map(),
      };
    }
    return null;
  }

  #variables(self: Node, folder: string): ServiceVariables {
    return { self, file: (name) => this.documents(path.posix.join(folder, name))[0]?.root ?? null };
  }

  /**
   * Root node of the template, or the parts that a service lists under `resources`, with included files in their place.
   */
  #partsOf(root: Node | null, variables: ServiceVariables | null): Node[] {
    if (root === null) return [];
    if (variables === null) return [root];
    const resources = valueOf(root, 'resources');
    const listed = resources?.kind === 'list' ? itemsOf(resources) : [resources];
    return listed.flatMap((part) => {
      const included = this.#included(part, variables);
      const parts = [included, this.#included(valueOf(included, 'Resources'), variables)];
      return parts.flatMap((node) => (node === null ? [] : [this.#completed(node, variables)]));
    });
  }

  /** Node that `${file(name)}` refers to; any other node as it is. */
  #included(part: Node | null, variables: ServiceVariables): Node | null {
    if (part?.kind !== 'scalar') return part?.kind === 'map' ? part : null;
    const [, name, key] = INCLUDED_FILE.exec(part.text) ?? [];
    const root = name === undefined ? null : variables.file(name.trim());
    if (root === null) return null;
    this.#parts.add(root.lines.file);
    return key === undefined ? root : valueOf(root, ...key.split('.'));
  }

  /** Part with included resource files: `Cluster: ${file(cluster.yml)}`. */
  #completed(part: Node, variables: ServiceVariables): Node {
    if (part.kind !== 'map') return part;
    const entries = part.entries.map((entry) => ({
      ...entry,
      value: this.#included(entry.value, variables) ?? entry.value,
    }));
    return { ...part, entries };
  }

  /** The single best match of a file; null if none or several match. */
  #fileOf(written: string, caller: string): string | null {
    for (const files of templatesNamed(caller, written)) {
      const here = files.filter((each) => this.#view.list(path.posix.dirname(each)).includes(each));
      if (here.length > 0) return here.length === 1 ? (here[0] ?? null) : null;
    }
    return null;
  }

  #nestedIn(stack: Stack, file: string): NestedStack[] {
    return [...stack.template.resources.values()].flatMap((resource) => {
      const written = nestedTemplate(resource, stack);
      const target = written === null ? null : this.#fileOf(written, file);
      return target === null ? [] : { resource, target };
    });
  }

  /** @param ancestors files of the parent stacks and of the stack itself, outermost first */
  #nest(stack: Stack, nested: readonly NestedStack[], ancestors: readonly string[]): void {
    for (const { resource, target } of nested) {
      if (this.#cycles.closes(target, ancestors, resource.entry.keySpan)) continue;
      if (this.#stacks >= maxStacks || this.#made > maxCreatedResources) {
        this.#isCut = true;
        return;
      }
      this.#stacks += 1;
      const { logicalId } = resource;
      const parameters = valueOf(resource.properties, 'Parameters');
      const child = this.#opened(target, `${stack.prefix}${logicalId}.`, { stack, logicalId, parameters });
      if (child === null) continue;
      stack.children.set(logicalId, child);
      if (!this.#isFlat) this.#nest(child, this.#nestedIn(child, target), [...ancestors, target]);
    }
  }
}

interface NestedStack {
  resource: Resource;
  target: string;
}

/** Separate from the unit's own reading, so that following references does not use its budget. */
function templatesIn(view: WorkspaceView): References {
  return {
    partsOf: (file) => {
      const source = view.read(file);
      return source === null ? null : [source, view.list(path.posix.dirname(file))];
    },
    targetsOf: (file) => new Loader(view).targetsOf(file),
  };
}

function isService(root: Node): boolean {
  return valueOf(root, 'service') !== null && valueOf(root, 'resources') !== null;
}

/** Path or URL of a nested stack's template. The CDK keeps the local path in the metadata. */
function nestedTemplate(resource: Resource, stack: Stack): string | null {
  const { type, properties, entry } = resource;
  if (!isNestedStack(type)) return null;
  const asset = textOf(valueOf(entry.value, 'Metadata', 'aws:asset:path'));
  if (asset !== null) return asset;
  const name = valueOf(properties, 'TemplateURL') ?? valueOf(properties, 'Location');
  if (name === null) return null;
  return textOfFact(mapUnlessNull(resolve(name, scopeFor(stack, resource.logicalId)), toPartialSettingFact));
}
