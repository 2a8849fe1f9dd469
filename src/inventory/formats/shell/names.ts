/**
 * Scripts, those of PowerShell too, the commands of makefiles, environment files, user data, with or without the ending of
 * a text template.
 */
const SCRIPT =
  /(?:\.(?:sh|bash|zsh|ksh|ps1|mk|env|envrc)(?:\.(?:tpl|tftpl|tmpl|j2|erb|in))?|(?:^|\/)(?:(?:GNU)?[Mm]akefile|\.env(?:\.(?!example|sample|template|dist)[\w-]+)?|[\w-]*user[-_]?data[\w-]*(?:\.(?:tpl|tftpl|tmpl|txt|j2))?))$/i;
const YAML = /\.(?:ya?ml|cfg)(?:\.(?:tpl|tftpl|tmpl))?$|(?:^|\/)\.ebextensions\/[^/]+\.config$/i;
/** Files that tell a build service or a first boot what to run. */
const WORKFLOW =
  /(?:^|\/)(?:\.github\/(?:workflows|actions)\/.+|buildspec[^/]*|\.gitlab-ci[^/]*|bitbucket-pipelines|azure-pipelines[^/]*|\.circleci\/.+|\.buildkite\/.+|[^/]*cloud[-_]?(?:init|config)[^/]*|[^/]*user[-_]?data[^/]*)\.(?:ya?ml|cfg)$/i;

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
