import { getOrInsert } from '../../model/index.ts';
import path from 'node:path';
import { itemsOf, readDocuments, textOf, valueOf, type MapNode, type Node } from '../../syntax/index.ts';
import type { WorkspaceView } from './format.ts';
import type { JinjaVariables } from '../../values/index.ts';

const ROLE_PART = /^(?:tasks|handlers|meta|vars|defaults)$/;

/** Variables in other files that a playbook's or role's file can use, and the paths of those files. */
export class VariableFiles {
  readonly read = new Set<string>();
  readonly #view: WorkspaceView;
  readonly #file: string;
  readonly #roots = new Map<string, Node | null>();

  constructor(file: string, view: WorkspaceView) {
    this.#file = file;
    this.#view = view;
  }

  /**
   * Variable maps for a task, highest precedence first: `vars_files` of the play, the role's `vars`, `group_vars/all`,
   * the role's `defaults`.
   */
  mapsFor(plays: readonly MapNode[]): JinjaVariables['maps'] {
    const folder = path.posix.dirname(this.#file);
    const named = plays
      .flatMap((map) => itemsOf(valueOf(map, 'vars_files')))
      .flatMap((item) => textOf(item) ?? [])
      .map((name) => path.posix.join(folder, name));
    const role = ROLE_PART.test(path.posix.basename(folder)) ? path.posix.dirname(folder) : null;
    return [
      ...this.#maps(named, 'variable'),
      ...this.#maps(role === null ? [] : mainFiles(`${role}/vars`), 'variable'),
      ...this.#maps(groupFiles(folder), 'variable'),
      ...this.#maps(role === null ? [] : mainFiles(`${role}/defaults`), 'default'),
    ];
  }

  #maps(files: readonly string[], origin: 'variable' | 'default'): JinjaVariables['maps'] {
    return files.flatMap((file) => {
      const node = this.#rootOf(path.posix.normalize(file));
      return node === null ? [] : [{ node, origin }];
    });
  }

  #rootOf(file: string): Node | null {
    return getOrInsert(this.#roots, file, () => {
      const source = file === this.#file ? null : this.#view.read(file);
      const root = source === null ? null : (readDocuments(source)[0]?.root ?? null);
      if (root !== null) this.read.add(file);
      return root;
    });
  }
}

function mainFiles(folder: string): string[] {
  return [`${folder}/main.yml`, `${folder}/main.yaml`];
}

/** `group_vars/all` beside the playbook and in parent folders. */
function groupFiles(folder: string): string[] {
  const files = [
    `${folder}/group_vars/all.yml`,
    `${folder}/group_vars/all.yaml`,
    ...mainFiles(`${folder}/group_vars/all`),
  ];
  return folder === '.' || folder === '/' ? files : [...files, ...groupFiles(path.posix.dirname(folder))];
}
