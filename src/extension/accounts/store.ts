import * as vscode from 'vscode';
import { KEPT_SCAN_FILE } from './stored-scan-file.ts';

/** Stores the last account scan in the extension's folder on this machine. */
export class ScanStore {
  readonly #folder: vscode.Uri;
  readonly #file: vscode.Uri;

  constructor(folder: vscode.Uri) {
    this.#folder = folder;
    this.#file = vscode.Uri.joinPath(folder, KEPT_SCAN_FILE);
  }

  /** Text of the stored scan; null if there is none. */
  async read(): Promise<string | null> {
    try {
      return new TextDecoder().decode(await vscode.workspace.fs.readFile(this.#file));
    } catch (error) {
      if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return null;
      throw error;
    }
  }

  /** Changes with every stored scan, and needs no reading; null if there is none. */
  async tag(): Promise<string | null> {
    return await vscode.workspace.fs.stat(this.#file).then(
      ({ mtime, size }) => `${mtime} ${size}`,
      () => null,
    );
  }

  /** Replaces the stored scan atomically: writes a new file and renames it. */
  async write(content: string): Promise<void> {
    await vscode.workspace.fs.createDirectory(this.#folder);
    const beside = vscode.Uri.joinPath(this.#folder, `accounts.${process.pid}.tmp`);
    await vscode.workspace.fs.writeFile(beside, new TextEncoder().encode(content));
    await vscode.workspace.fs.rename(beside, this.#file, { overwrite: true });
  }

  async delete(): Promise<void> {
    if ((await this.tag()) !== null) await vscode.workspace.fs.delete(this.#file);
  }
}
