const MODULE_FILE = /\.(?:tf|tofu)(?:\.json)?$/;
/** Suffix of variables files. */
export const VARIABLES_FILE = /\.tfvars(?:\.json)?$/;

/** True for a file with code of a module, by its name. */
export function isModuleFile(file: string): boolean {
  return MODULE_FILE.test(file);
}

/** True for a file with values of a module's variables, by its name. */
export function isVariableFile(file: string): boolean {
  return VARIABLES_FILE.test(file);
}

/** Output of tests, and expected output. */
const TEST_OUTPUT = /(?:^|\/)(?:tests?|__tests__|spec)\/(?:.*\/)?(?:cdk\.out|expected|golden|snapshots?)\//;

export function isTestOutput(file: string): boolean {
  return TEST_OUTPUT.test(file);
}

const DOCKERFILE = /^(?:(?:.*[._-])?(?:docker|container)file(?:[._-].*)?)$/i;
/** Documents, programs, pictures and archives with similar names. */
const OTHER_ENDINGS = [
  'dockerignore|md|ya?ml|json|py|ts|js|go|html?|pdf|png|jpe?g|gif|svg|webp|ico|drawio',
  'zip|gz|tgz|tar|lock|sig|asc',
];
const NOT_A_DOCKERFILE = new RegExp(String.raw`\.(?:${OTHER_ENDINGS.join('|')})$`, 'i');

/** True for a Dockerfile, by its name without folders. */
export function isDockerfile(name: string): boolean {
  return DOCKERFILE.test(name) && !NOT_A_DOCKERFILE.test(name);
}

/** Scripts, makefiles, environment files, user data; with or without the suffix of a text template. */
const SCRIPT_FILE = new RegExp(
  [
    String.raw`\.(?:sh|bash|zsh|ksh|ps1|mk|env|envrc)(?:\.(?:tpl|tftpl|tmpl|j2|erb|in))?$`,
    String.raw`(?<=^|\/)(?:GNU)?[Mm]akefile$`,
    String.raw`(?<=^|\/)\.env(?:\.(?!example|sample|template|dist)[\w-]+)?$`,
    String.raw`user(?<=(?:^|\/)[\w-]*)[-_]?data[\w-]*(?:\.(?:tpl|tftpl|tmpl|txt|j2))?$`,
  ].join('|'),
  'i',
);
const YAML_ENDING = String.raw`\.(?:ya?ml|cfg)(?:\.(?:tpl|tftpl|tmpl))?$`;
const YAML_FILE = new RegExp(String.raw`${YAML_ENDING}|(?:^|\/)\.ebextensions\/[^/]+\.config$`, 'i');
/** Files with commands for a build service or a first boot. */
const WORKFLOW_FILE = new RegExp(
  String.raw`(?:^|\/)(?:${[
    ...[String.raw`\.github\/(?:workflows|actions)\/.+`, 'buildspec[^/]*', String.raw`\.gitlab-ci[^/]*`],
    ...['bitbucket-pipelines', 'azure-pipelines[^/]*'],
    ...[String.raw`\.circleci\/.+`, String.raw`\.buildkite\/.+`],
    ...['[^/]*cloud[-_]?(?:init|config)[^/]*', '[^/]*user[-_]?data[^/]*'],
  ].join('|')})${YAML_ENDING}`,
  'i',
);

/** True for a script, by its path. */
export function isScript(file: string): boolean {
  return SCRIPT_FILE.test(file);
}

/** True for a YAML document that may contain commands, by its path. */
export function isYamlOfCommands(file: string): boolean {
  return YAML_FILE.test(file);
}

/** True for a file with commands for a build service or a first boot, by its path. */
export function isWorkflow(file: string): boolean {
  return WORKFLOW_FILE.test(file);
}
