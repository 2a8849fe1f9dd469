/** Made by tools: never anybody's own code. */
const NEVER_FOLDERS: ReadonlySet<string> = new Set([
  'node_modules',
  // Yarn itself: three megabytes in each package.
  '.yarn',
  '.git',
  '.hg',
  '.svn',
  '.terraform',
  '.terragrunt-cache',
  '__pycache__',
  '.venv',
  '__snapshots__',
  // Earlier versions of files, as extensions of editors keep them.
  '.history',
]);
/** What integration tests of the CDK compare with. */
const SNAPSHOT_FOLDER = '.snapshot';
const EXPECTED_FILE = '.expected.json';
const NEVER_FILES: ReadonlySet<string> = new Set([
  '.terraform.lock.hcl',
  'package-lock.json',
  'npm-shrinkwrap.json',
  'yarn.lock',
  '.pnp.cjs',
  'pnpm-lock.yaml',
  'composer.lock',
  'cdk.context.json',
]);

/** Whether nothing in a folder is read, by its name. */
export function isNeverFolder(name: string): boolean {
  return NEVER_FOLDERS.has(name) || name.endsWith(SNAPSHOT_FOLDER);
}

/** Whether a file is not read, by its name. */
export function isNeverFile(name: string): boolean {
  return NEVER_FILES.has(name) || name.endsWith(EXPECTED_FILE);
}
