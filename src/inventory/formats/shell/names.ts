import type { Claim } from '../format.ts';

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

/** Whether only the first line of a file tells that it is a script: `ci`, `bin/deploy`. */
export function isPlainName(file: string): boolean {
  return /^[a-z][\w-]*$/.test(file.slice(file.lastIndexOf('/') + 1)) && !isScript(file);
}

/** Whether a file is a document that can hold commands, by its path. */
export function isYamlOfCommands(file: string): boolean {
  return YAML.test(file);
}

/** Whether a file tells a build service or a first boot what to run, by its path. */
export function isWorkflow(file: string): boolean {
  return WORKFLOW.test(file);
}

export const SCRIPTS: Claim = {
  id: 'shell',
  claims: (file) => isScript(file) || isPlainName(file) || isYamlOfCommands(file),
  needsText: isPlainName,
};
