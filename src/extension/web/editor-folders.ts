import path from 'node:path';
import type { Problem } from '../../model/index.ts';
import type { FolderSource } from '../worker/folder-source.ts';
import { removeFile, storeFile, storeFolder } from './opened-folder.ts';
import type { EditorHost } from './protocol.ts';

/** Reads folders through the editor into memory. */
export class EditorFolders implements FolderSource {
  readonly #host: EditorHost;
  readonly #problems = new Map<string, readonly Problem[]>();
  /** Files that were requested because code names them, by folder. Each is requested only once. */
  readonly #requested = new Map<string, Set<string>>();

  constructor(host: EditorHost) {
    this.#host = host;
  }

  async fetch(folder: string): Promise<void> {
    const { files, problems } = await this.#host.filesOf(folder);
    storeFolder(folder, files);
    this.#problems.set(folder, problems);
    this.#requested.set(folder, new Set(files.map(({ file }) => file)));
  }

  async fetchFile(folder: string, file: string): Promise<void> {
    const [found] = await this.#host.filesNamed(folder, [file]);
    if (found === undefined) removeFile(path.join(folder, file));
    else storeFile(folder, found);
  }

  async fetchNamed(folder: string, files: readonly string[]): Promise<readonly string[]> {
    const requested = this.#requested.get(folder) ?? new Set();
    this.#requested.set(folder, requested);
    const missing = files.filter((file) => !requested.has(file));
    if (missing.length === 0) return [];
    for (const file of missing) requested.add(file);
    const found = await this.#host.filesNamed(folder, missing);
    for (const file of found) storeFile(folder, file);
    return found.map(({ file }) => file);
  }

  problems(folder: string): readonly Problem[] {
    return this.#problems.get(folder) ?? [];
  }
}
