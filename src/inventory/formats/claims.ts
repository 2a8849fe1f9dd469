import path from 'node:path/posix';
import { isCompose, isDockerfile } from './docker/names.ts';
import { isPackerFile } from './packer/names.ts';
import { languageOf } from './programs/language-of.ts';
import { isScript, isWorkflow, isYamlOfCommands } from './shell/names.ts';
import { isJson, isModuleFile, isTerragrunt, isVariableFile } from './terraform/modules/names.ts';

/** What a test has made, or should make, to compare with. */
const TEST_OUTPUT = /(?:^|\/)(?:tests?|__tests__|spec)\/(?:.*\/)?(?:cdk\.out|expected|golden|snapshots?)\//;
/** Files that tools write, that other tools' packages go by, and what tests compare with. */
const OTHER_FILE = new RegExp(
  [
    String.raw`\.(?:tf|tofu|schema|assets)\.json$`,
    String.raw`(?:^|\/)(?:package(?:-lock)?|cdk\.context|tsconfig[^/]*|composer|renovate)\.json5?$`,
    String.raw`(?:^|\/)(?:cdk\.out|__\w+__|snapshots?|mocks?|cassettes)\/`,
  ].join('|'),
  'i',
);
/** JSON beside tests is what they compare with; YAML there is run. */
const TEST_DATA = /(?:^|\/)(?:tests?|fixtures?|testdata|spec)\/.*\.json$/i;
const PIPELINE = /(?:^|\/)[\w.-]*Jenkinsfile(?:[._-](?!md$)[\w.-]+)?$|\.groovy$/i;
const SQL = new RegExp(
  String.raw`\.(?:sql|psql)(?:\.(?:j2|tpl|tmpl|tftpl|erb))?$|(?:^|\/)(?:${[
    ...['migrat\\w*', 'alembic', 'db'],
  ].join('|')})\/.*\.(?:rb|py|php|[cm]?[jt]s|kt|java|go|exs)$`,
  'i',
);
const TEST = /(?:^|\/)(?:tests?|spec)\//i;

/**
 * Which files each format claims, by their path alone. Apart from the formats, so that the editor can ask without loading
 * what reads them.
 */
export const CLAIMS = {
  terraform: (file) => isModuleFile(file) || isVariableFile(file) || isTerragrunt(file) || isJson(file),
  cloudformation: (file) =>
    /\.(?:ya?ml|json|template)(?:\.(?:j2|tpl|tmpl|erb))?$|(?:^|\/)\.ebextensions\/[^/]+\.config$/i.test(
      file,
    ) && !TEST_OUTPUT.test(file),
  kubernetes: (file) =>
    /\.(?:ya?ml|json)(?:\.(?:j2|tpl|tmpl|tftpl|gotmpl|erb))?$|\.(?:tpl|tftpl)$/i.test(file) &&
    !TEST_OUTPUT.test(file),
  ansible: (file) =>
    /\.ya?ml(?:\.(?:j2|tpl|tmpl|tftpl|gotmpl|erb))?$/i.test(file) &&
    !file.includes('.github/') &&
    !isWorkflow(file),
  docker: (file) => isCompose(path.basename(file)) || isDockerfile(path.basename(file)),
  'host-settings': (file) => /\.toml(?:\.(?:j2|tpl|tmpl|tftpl|erb))?$/i.test(file),
  jenkins: (file) => PIPELINE.test(file) && !TEST.test(file),
  shell: (file) => isScript(file) || isYamlOfCommands(file),
  sql: (file) => SQL.test(file) || isScript(file) || isModuleFile(file),
  packer: (file) => isPackerFile(file) || /\.json$/i.test(file),
  pulumi: (file) => /\.ya?ml$|(?:^|\/)(?:main|pulumi)\.json$/i.test(file),
  programs: (file) => languageOf(file) !== null,
  'image-settings': (file) =>
    /\.(?:ya?ml|json)(?:\.(?:j2|tpl|tmpl|tftpl|erb))?$|(?:^|\/)\.ebextensions\/[^/]+\.config$/i.test(file) &&
    !OTHER_FILE.test(file) &&
    !TEST_OUTPUT.test(file) &&
    !TEST_DATA.test(file),
} satisfies Record<string, (file: string) => boolean>;

/** Whether any format can read a file, by its path below the scanned folder, with forward slashes. */
export function isClaimed(file: string): boolean {
  return Object.values(CLAIMS).some((claims) => claims(file));
}
