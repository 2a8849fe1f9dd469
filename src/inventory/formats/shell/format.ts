import { engineWords, imageWords } from '../../../products/index.ts';
import { readDocuments, withoutOtherDocuments, type SourceFile } from '../../../syntax/index.ts';
import type { Reading, WorkspaceView } from '../format.ts';
import { formatOfFiles } from '../of-files.ts';
import { documentReader } from './heredocs.ts';
import { asShell, scriptOf } from '../../../syntax/shell/index.ts';
import { isWorkflow, isYamlOfCommands } from './names.ts';
import { draftsOfScript } from './read.ts';
import { draftsOfDocument, hasCommands, hasModules } from './workflow.ts';

/** What stands in the manifests that scripts hand on. */
const DOCUMENTS = ['karpenter.k8s.aws/', 'AmazonLinux2'];
const CLOUD_CONFIG = /^\s*#cloud-config/;
/** In YAML other formats read the rest, so only what stands in commands is looked for. */
const COMMANDS = new RegExp(
  [
    ...['(?:create|modify)-(?:db|global)-', 'restore-db-cluster', 'mysql_aurora'],
    ...['release-version', 'ami-(?:type|family)', ...imageWords('ami', 'container', 'parameter', 'packages')],
    ...imageWords('platform'),
    ...DOCUMENTS,
  ].join('|'),
);

/** Shell scripts, user data and cloud-init, and the commands in workflows and other YAML files. */
export const shell = formatOfFiles(
  'shell',
  [
    ...['create-db-', 'modify-db-', 'restore-db-cluster', 'global-cluster'],
    ...engineWords(),
    ...imageWords(),
    ...['release-version', 'releaseVersion', 'ami-type', 'ami-family'],
    ...DOCUMENTS,
  ],
  (source, view) => {
    const isYaml = isYamlOfCommands(source.file) || CLOUD_CONFIG.test(source.text);
    return isYaml ? readYamlCommands(source) : readScript(source, view);
  },
);

function readScript(source: SourceFile, view: WorkspaceView): Partial<Reading> {
  const script = scriptOf(asShell(source));
  const documents = documentReader(view);
  return { drafts: draftsOfScript(script, { file: source.file, source: 'shell', prefix: '', documents }) };
}

/** What is wrong with the file as YAML says the format that it is written for. */
function readYamlCommands(source: SourceFile): Partial<Reading> {
  if (
    !COMMANDS.test(source.text) ||
    !(isWorkflow(source.file) || hasCommands(source.text) || hasModules(source.text))
  )
    return {};
  const drafts = readDocuments(source, withoutOtherDocuments(source)).flatMap((document) =>
    draftsOfDocument(document, source),
  );
  return { drafts };
}
