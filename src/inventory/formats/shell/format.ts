import { sourcedVariables } from '../../../values/index.ts';
import { engineWords, imageWords } from '../../../products/index.ts';
import {
  readDocuments,
  syntaxProblems,
  withoutUnrelatedDocuments,
  type SourceFile,
} from '../../../syntax/index.ts';
import { draftsOfTexts } from '../../embedded/texts.ts';
import type { Reading, WorkspaceView } from '../../reading/format.ts';
import { formatOfFiles } from '../../reading/file-format.ts';
import { OPERATION_WORDS } from '../../../vocabulary/index.ts';
import { asShell, hasInCode, hasShellShebang, scriptOf } from '../../../syntax/shell/index.ts';
import { MANIFEST_WORDS, SCRIPT_NEEDLE, SCRIPT_NEEDLES } from '../../embedded/script-words.ts';
import { isPlainName, SHELL_CLAIM } from './names.ts';
import { draftsOfScript } from './read.ts';
import { isWorkflow, isYamlOfCommands } from '../../reading/file-names.ts';
import { draftsOfCommandDocument, hasCommands, IMAGE_MODULES } from './workflow.ts';

/** Other formats read the rest of YAML, so only words of commands count. */
const WORDS_OF_COMMANDS = new RegExp(
  [
    ...OPERATION_WORDS,
    'mysql_aurora',
    ...[
      'release-version',
      'ami-(?:type|family)',
      ...imageWords('ami', 'container', 'builtOn', 'parameter', 'packages'),
    ],
    ...imageWords('platform'),
    ...MANIFEST_WORDS,
  ].join('|'),
);

/** Names of engines: the environment of a workflow has one beside its version. */
const NAMES_ENGINE = new RegExp(engineWords().join('|'));

/** Shell scripts, user data and cloud-init, and the commands in workflows and other YAML files. */
export const shell = formatOfFiles(
  SHELL_CLAIM,
  SCRIPT_NEEDLES,
  (source, view) => (isYamlOfCommands(source.file) ? readYamlCommands : readScript)(source, view),
  { embedded: { script: (script, holder) => draftsOfScript(script, holder) } },
);

function readScript(source: SourceFile, view: WorkspaceView): Partial<Reading> {
  const { file, text } = source;
  if ((isPlainName(file) && !hasShellShebang(text)) || !hasInCode(SCRIPT_NEEDLE, text)) return {};
  const { embedded } = view;
  const holder = {
    file,
    source: 'shell',
    prefix: '',
    embedded,
    outside: sourcedVariables(source, (name) => view.readNamed(name)),
  } as const;
  const drafts = draftsOfTexts([scriptOf(asShell(source))], holder);
  // A version that another script sets for this one is reported at its place there.
  const places = drafts.flatMap(({ kind, version }) =>
    kind === 'operating-system' ? [] : (version?.at?.file ?? []),
  );
  return { drafts, includes: [...new Set(places)].filter((place) => place !== file) };
}

/** Commands in YAML. Syntax errors are reported by the format that owns the file; for a workflow, that is this one. */
function readYamlCommands(source: SourceFile, { embedded }: WorkspaceView): Partial<Reading> {
  const { file, text } = source;
  const isOwn = isWorkflow(file);
  if (!WORDS_OF_COMMANDS.test(text) && !(isOwn && NAMES_ENGINE.test(text))) return {};
  if (!isOwn && !hasCommands(text) && !IMAGE_MODULES.test(text)) return {};
  const documents = readDocuments(source, withoutUnrelatedDocuments(source));
  const drafts = documents.flatMap((document) => draftsOfCommandDocument(document, source, embedded));
  return { drafts, problems: isOwn ? syntaxProblems(file, documents) : [] };
}
