import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { projectFolder } from './project.ts';

const TERRAFORM = path.join(projectFolder, 'test/workspaces/incident/terraform');
const FILES = ['database.tf', 'web.tf', 'variables.tf', 'main.tf'];

/** The incident's Terraform as the files of a workspace. */
export async function incident(): Promise<Record<string, string>> {
  const files = await Promise.all(
    FILES.map(async (file) => [file, await readFile(path.join(TERRAFORM, file), 'utf8')] as const),
  );
  return Object.fromEntries(files);
}
