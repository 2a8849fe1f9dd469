import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { isInside } from '../files/index.ts';
import { text } from '../l10n/index.ts';
import { Refusal } from './refusal.ts';

/** The folders that may be read: the roots of the client, or those that the server was started with where it has none. */
export class ReadableFolders {
  private readonly given: readonly string[];
  private ofClient: (() => Promise<readonly string[] | null>) | null = null;

  /** @param given folders from the command line */
  constructor(given: readonly string[]) {
    this.given = given;
  }

  /** A copy for one client. @param roots absolute paths, or null where the client has no roots */
  forClient(roots: () => Promise<readonly string[] | null>): ReadableFolders {
    const folders = new ReadableFolders(this.given);
    folders.ofClient = roots;
    return folders;
  }

  /**
   * The folder or file to read. Links are followed first, so that none leads out.
   * @param asked absolute, or relative to the first folder; the first folder itself where it is not given
   * @throws {Refusal} outside of all folders, and where nothing is there
   */
  async resolve(asked: string | undefined): Promise<string> {
    const roots = await this.list();
    const [first] = roots;
    if (first === undefined) throw new Refusal(text('mcp.noFolder'));
    const wanted = path.resolve(first, asked ?? '.');
    const real = await realpath(wanted).catch(() => null);
    // Whether something exists outside is nobody's business: both are one answer.
    if (real === null || !roots.some((root) => isInside(real, root)))
      throw new Refusal(text('mcp.outside', { path: asked ?? '.', folders: [...roots] }));
    return real;
  }

  /** Whether a file that was found lies in one of the folders. */
  async holds(file: string): Promise<boolean> {
    const [real, roots] = await Promise.all([realpath(file).catch(() => null), this.list()]);
    return real !== null && roots.some((root) => isInside(real, root));
  }

  private async list(): Promise<readonly string[]> {
    const folders = (await this.ofClient?.()) ?? this.given;
    const real = await Promise.all(folders.map((folder) => realpath(folder).catch(() => null)));
    return real.filter((folder) => folder !== null);
  }
}
