/** Names of generated folders, without code of the user. */
const EXCLUDED_FOLDERS: ReadonlySet<string> = new Set([
  'node_modules',
  // Contains Yarn itself: three megabytes in each package.
  '.yarn',
  '.git',
  '.hg',
  '.svn',
  '.terraform',
  '.terragrunt-cache',
  '__pycache__',
  '.venv',
  '__snapshots__',
  // Local history of editor extensions.
  '.history',
]);
/** Ending of folders with expected output of CDK integration tests. */
const SNAPSHOT_FOLDER_ENDING = '.snapshot';
const EXPECTED_FILE_ENDING = '.expected.json';
const EXCLUDED_FILES: ReadonlySet<string> = new Set([
  '.terraform.lock.hcl',
  'package-lock.json',
  'npm-shrinkwrap.json',
  'yarn.lock',
  '.pnp.cjs',
  'pnpm-lock.yaml',
  'composer.lock',
  'cdk.context.json',
]);

/** True for names of folders that are never read. */
export function isExcludedFolder(name: string): boolean {
  return EXCLUDED_FOLDERS.has(name) || name.endsWith(SNAPSHOT_FOLDER_ENDING);
}

/** True for names of files that are never read. */
export function isExcludedFile(name: string): boolean {
  return EXCLUDED_FILES.has(name) || name.endsWith(EXPECTED_FILE_ENDING);
}
