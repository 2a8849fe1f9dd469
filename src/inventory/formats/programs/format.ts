import { isWrittenIn } from '../../../values/index.ts';
import { engineWords, imageWords } from '../../../products/index.ts';
import { text } from '../../../l10n/index.ts';
import { parserOf, prepareParsers, type SourceFile } from '../../../syntax/index.ts';
import type { AssetDraft } from '../../resources/draft.ts';
import type { Reading, WorkspaceView } from '../../reading/format.ts';
import { formatOfFiles, EMPTY_READING } from '../../reading/file-format.ts';
import { databasesOfCommandsIn, CLI_OPERATION } from './scripts/commands.ts';
import { constructsIn, mayMakeDatabases } from './constructs/constructs.ts';
import { databasesOf } from './constructs/databases.ts';
import { toolOf } from './constructs/drafts.ts';
import { SST_CLASS } from './constructs/sst.ts';
import { IMAGE_NAMES } from './images/image-names.ts';
import { imagesIn } from './images/images.ts';
import { IMAGE_PROPERTY } from './images/machines.ts';
import { VERSION_CONSTANT, unattachedVersions, mayNameEngine, versionsIn } from './unattached-versions.ts';
import { kotlinAsJava, newProgram, type Program, withTree } from '../../../syntax/programs/index.ts';
import { withImports } from './imports.ts';
import { databasesOfCalls, SDK_OPERATION } from './sdk-calls.ts';
import { mayHaveServices, servicesOf } from './services/services.ts';
import { completedByTemplates } from './synthesised.ts';
import { isTest } from './unit-tests.ts';
import { imagesOfStartScripts, START_SCRIPT } from './scripts/user-data.ts';
import { VERSION_ENUMERATIONS } from '../../../vocabulary/index.ts';
import { languageOf, PROGRAMS_CLAIM } from './language-of.ts';

/**
 * Spellings of a name of two words, listed one by one: the scan's search is faster with long words than with
 * alternatives.
 */
function spellings(first: string, second: string, end = ''): string[] {
  const seconds = [second, second.charAt(0).toUpperCase() + second.slice(1)];
  return seconds.flatMap((each) => [first + each + end, `${first}_${each}${end}`]);
}

/** Every program that declares an asset or writes a version contains one of these. */
const DECLARING_WORDS = [
  ...[...VERSION_ENUMERATIONS, 'DatabaseClusterEngine', 'EngineType[._]?(?:Aurora|AURORA)'],
  ...['["\'`]aurora["\'`]', ...engineWords()],
  // Constructs whose engine and version may be in another file.
  ...['CfnDBCluster', 'CfnDBInstance', 'CfnGlobalCluster', 'DatabaseInstance'],
  // Calls of an SDK that may write no engine, or one in capital letters.
  ...['InstanceReadReplica', 'instance_read_replica'],
  ...['reate', 'odify', 'estore'].flatMap((verb) => [
    `${verb}_db_instance`,
    `${verb}DBInstance`,
    `${verb}DbInstance`,
  ]),
  ...['DatabaseCluster(?![a-z])', 'ServerlessCluster(?![a-z])'],
  ...['sst/constructs', 'serverless-stack/resources', String.raw`sst\.aws\.Aurora\(`],
  ...['Cluster', 'GlobalCluster', 'Instance'].map((name) => String.raw`rds\.(?:New)?${name}\(`),
  ...imageWords(),
  ...spellings('mazon', 'linux', '(?:_?2|Image|\\()'),
  ...['AMAZON_LINUX', 'EksOptimizedImage', 'EcsOptimizedAmi', 'BOTTLEROCKET'],
  ...[...spellings('ami', 'family'), ...spellings('generic', 'linux'), 'achineImage', 'achine_image'],
  ...['Instance', 'NewInstance', 'LaunchTemplate', 'NewLaunchTemplate'].map(
    (name) => String.raw`ec2\.${name}\(`,
  ),
  ...['aws-', 'aws_'].flatMap((aws) => [`${aws}autoscaling(?![-_]\\w)`, `${aws}cloudwatch(?![-_]\\w)`]),
];

/** Generated record of schema changes: it repeats an old state of the models. */
const MIGRATION_FILE = /(?:^|\/)migrations\/\d{4}_\w+\.py$/;

const DECLARING_WORD = new RegExp(DECLARING_WORDS.join('|'));

/** Infrastructure in programs: AWS CDK, CDK for Terraform and Pulumi in seven languages. */
export const programs = formatOfFiles(PROGRAMS_CLAIM, DECLARING_WORD, readFile, {
  prepare: prepareLanguages,
});

/** Loads the grammars of some files, each once. */
export async function prepareLanguages(files: readonly string[]): Promise<void> {
  await prepareParsers(files.flatMap((file) => languageOf(file) ?? []));
}

function readFile(source: SourceFile, view: WorkspaceView): Partial<Reading> {
  const { file } = source;
  const parser = parserOf(languageOf(file));
  if (parser === null || MIGRATION_FILE.test(file) || isTest(source) || !canDeclare(source)) return {};
  return (
    withTree(parsedText(source), parser, ({ rootNode }) =>
      withImports(view, parser, (access, opened) => {
        const program = newProgram(source, rootNode, access);
        return readProgram(program, view, () => [...opened.values()].filter((each) => each !== null));
      }),
    ) ?? { problems: [{ source: file, text: text('problem.notFollowed') }] }
  );
}

/** Text for the grammar; Kotlin is converted, because it has no grammar of its own. */
function parsedText({ file, text }: SourceFile): string {
  return /\.kts?$/i.test(file) ? kotlinAsJava(text) : text;
}

/** Comment lines. A `cron` line in a script begins with a star, too. */
const COMMENT_LINE = /^[ \t]*(?:\/\/|\*(?![ \t]*[*\d/])).*/gm;

/** True if the text of a program contains words of a declaration: parsing takes longer than all other steps. */
function canDeclare({ text }: SourceFile): boolean {
  if (!DECLARING_WORD.test(text)) return false;
  const code = text.replace(COMMENT_LINE, '');
  const isAnyIn = (patterns: readonly RegExp[]): boolean => patterns.some((each) => code.search(each) >= 0);
  if (
    mayMakeDatabases(code) ||
    isAnyIn([SST_CLASS, CLI_OPERATION, SDK_OPERATION, VERSION_CONSTANT]) ||
    mayNameEngine(code)
  )
    return true;
  return (
    START_SCRIPT.every((each) => each.test(code)) ||
    isAnyIn([...IMAGE_NAMES, IMAGE_PROPERTY]) ||
    mayHaveServices(code)
  );
}

/** @param imported files that have been opened for imports so far */
function readProgram(program: Program, view: WorkspaceView, imported: () => readonly Program[]): Reading {
  const { files: access, source } = program;
  const own = databasesOf(program);
  const unattached = versionsIn(program);
  const commands = databasesOfCommandsIn(program, view.embedded);
  const images = imagesIn(program);
  const scripts = imagesOfStartScripts(program, images, view.embedded);
  const calls = databasesOfCalls(program);
  const others = [...images, ...scripts, ...servicesOf(program, own.constructs)];
  for (const { version } of [...commands, ...calls]) own.reported.add(version);
  const databases = [...own.drafts, ...commands, ...calls, ...unattachedVersions(own.reported, unattached)];
  const drafts = [...own.withGroups(databases), ...others];
  const files = [source.file, ...imported().map((each) => each.source.file)];
  const completed =
    toolOf(program) === 'cdk' ? completedByTemplates(drafts, files, view) : { ...EMPTY_READING, drafts };
  const cut =
    access.isCut && drafts.length > 0 ? [{ source: source.file, text: text('problem.followedInPart') }] : [];
  return {
    ...completed,
    problems: [...completed.problems, ...cut],
    includes: constantsOf(drafts, imported()),
  };
}

/** Imported files that only hold constants which these drafts use. */
function constantsOf(drafts: readonly AssetDraft[], imported: readonly Program[]): string[] {
  return imported
    .filter(
      (other) =>
        constructsIn(other).length === 0 &&
        drafts.some(({ version }) => isWrittenIn(other.source.file, version)),
    )
    .map(({ source }) => source.file);
}
