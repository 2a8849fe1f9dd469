const CODE = /\.(?:tf|tofu)(?:\.json)?$/;
/** How the names of variables files end. */
export const VARIABLES = /\.tfvars(?:\.json)?$/;

/** Whether a file is code of a module, by its name. */
export function isModuleFile(file: string): boolean {
  return CODE.test(file);
}

/** Whether a file gives values to the variables of a module, by its name. */
export function isVariableFile(file: string): boolean {
  return VARIABLES.test(file);
}

/** What a test has made, or should make, to compare with. */
const TEST_OUTPUT = /(?:^|\/)(?:tests?|__tests__|spec)\/(?:.*\/)?(?:cdk\.out|expected|golden|snapshots?)\//;

export function isTestOutput(file: string): boolean {
  return TEST_OUTPUT.test(file);
}

const DOCKERFILE = /^(?:(?:.*[._-])?(?:docker|container)file(?:[._-].*)?)$/i;
/** Documents, programs, pictures and archives that are called like one. */
const NOT_ONE =
  /\.(?:dockerignore|md|ya?ml|json|py|ts|js|go|html?|pdf|png|jpe?g|gif|svg|webp|ico|drawio|zip|gz|tgz|tar|lock|sig|asc)$/i;

/** By its name without folders. */
export function isDockerfile(name: string): boolean {
  return DOCKERFILE.test(name) && !NOT_ONE.test(name);
}

/** Scripts, makefiles, environment files, user data: with or without the ending of a text template. */
const SCRIPT = new RegExp(
  [
    String.raw`\.(?:sh|bash|zsh|ksh|ps1|mk|env|envrc)(?:\.(?:tpl|tftpl|tmpl|j2|erb|in))?$`,
    String.raw`(?<=^|\/)(?:GNU)?[Mm]akefile$`,
    String.raw`(?<=^|\/)\.env(?:\.(?!example|sample|template|dist)[\w-]+)?$`,
    String.raw`user(?<=(?:^|\/)[\w-]*)[-_]?data[\w-]*(?:\.(?:tpl|tftpl|tmpl|txt|j2))?$`,
  ].join('|'),
  'i',
);
const YAML_ENDING = String.raw`\.(?:ya?ml|cfg)(?:\.(?:tpl|tftpl|tmpl))?$`;
const YAML = new RegExp(String.raw`${YAML_ENDING}|(?:^|\/)\.ebextensions\/[^/]+\.config$`, 'i');
/** Files that tell a build service or a first boot what to run. */
const WORKFLOW = new RegExp(
  String.raw`(?:^|\/)(?:${[
    ...[String.raw`\.github\/(?:workflows|actions)\/.+`, 'buildspec[^/]*', String.raw`\.gitlab-ci[^/]*`],
    ...['bitbucket-pipelines', 'azure-pipelines[^/]*'],
    ...[String.raw`\.circleci\/.+`, String.raw`\.buildkite\/.+`],
    ...['[^/]*cloud[-_]?(?:init|config)[^/]*', '[^/]*user[-_]?data[^/]*'],
  ].join('|')})${YAML_ENDING}`,
  'i',
);

/** Whether a file is a script, by its path. */
export function isScript(file: string): boolean {
  return SCRIPT.test(file);
}

/** Whether a file is a document that can hold commands, by its path. */
export function isYamlOfCommands(file: string): boolean {
  return YAML.test(file);
}

/** Whether a file tells a build service or a first boot what to run, by its path. */
export function isWorkflow(file: string): boolean {
  return WORKFLOW.test(file);
}
