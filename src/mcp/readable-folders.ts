import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { commonBaseFolder, isInside } from '../files/index.ts';
import { text } from '../l10n/index.ts';
import { Refusal } from './refusal.ts';

/** Folders that may be read: the roots of the client, or the folders of the command line if it has none. */
export class ReadableFolders {
  private readonly given: readonly string[];
  private ofClient: (() => Promise<readonly string[] | null>) | null = null;

  /** @param given folders of the command line */
  constructor(given: readonly string[]) {
    this.given = given;
  }

  /**
   * Copy for one client.
   * @param roots returns absolute paths, or null if the client has no roots
   */
  forClient(roots: () => Promise<readonly string[] | null>): ReadableFolders {
    const folders = new ReadableFolders(this.given);
    folders.ofClient = roots;
    return folders;
  }

  /**
   * Resolves a folder or file to read. Follows links first, so that none leads outside.
   * @param requested absolute, or relative to one of the folders or to their common parent
   * @throws {Refusal} outside of all folders, and for a missing path
   */
  async resolve(requested: string): Promise<string> {
    const { base, roots } = await this.all();
    for (const from of new Set([...roots, base])) {
      const real = await realpath(path.resolve(from, requested)).catch(() => null);
      if (real !== null && roots.some((root) => isInside(real, root))) return real;
    }
    // A missing path and one outside get the same refusal, so that it does not reveal which paths outside exist.
    throw new Refusal(text('mcp.outside', { path: requested, folders: [...roots] }));
  }

  /**
   * Every folder that may be read, without nested ones, and their common parent.
   * @throws {Refusal} if there is none
   */
  async all(): Promise<{ base: string; roots: readonly string[] }> {
    const listed = [...new Set(await this.list())];
    const roots = listed.filter((root) => !listed.some((other) => other !== root && isInside(root, other)));
    if (roots.length === 0) throw new Refusal(text('mcp.noFolder'));
    return { base: commonBaseFolder(roots), roots };
  }

  private async list(): Promise<readonly string[]> {
    const folders = (await this.ofClient?.()) ?? this.given;
    const real = await Promise.all(folders.map((folder) => realpath(folder).catch(() => null)));
    return real.filter((folder) => folder !== null);
  }
}
