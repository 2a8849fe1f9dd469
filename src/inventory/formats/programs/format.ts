import { text } from '../../../l10n/index.ts';
import { CLAIMS } from '../claims.ts';
import type { AssetDraft } from '../../resources/draft.ts';
import type { Format, Reading, WorkspaceView } from '../format.ts';
import { constructsIn } from './constructs/constructs.ts';
import { databasesOf, placeOfVersion } from './constructs/databases.ts';
import { madeWith } from './given.ts';
import { imagesIn } from './images.ts';
import { languageOf, parserOf, prepareLanguages } from './tree/languages.ts';
import { looseVersions, versionsIn } from './loose-versions.ts';
import { withTree } from './tree/parse.ts';
import { newProgram, type Program } from './tree/program.ts';
import { withReach } from './reach.ts';
import { servicesOf } from './services/services.ts';
import { withTemplates } from './synthesised.ts';
import { isTest } from './tests.ts';

const NOTHING: Reading = { drafts: [], problems: [], includes: [] };

/** Infrastructure that programs describe: the AWS CDK, CDK for Terraform and Pulumi in six languages. */
export const programs: Format = {
  id: 'programs',
  claims: CLAIMS.programs,
  needles:
    /Aurora(?:Mysql)?EngineVersion|DatabaseClusterEngine|["'`]aurora["'`]|aurora-mysql|mysql_aurora|EngineType[._]?(?:Aurora|AURORA)|[Aa]mazon_?[Ll]inux(?:_?2|Image|\()|AMAZON_LINUX|amzn2?-ami|al2023-ami|amazonlinux|AL2_|AL2023_|al2@|al2023@|ami_?[fF]amily|EksOptimizedImage|EcsOptimizedAmi|\/aws\/service\/|64bit Amazon|generic_?[Ll]inux|releasever|aws[-_]autoscaling(?![-_]\w)|aws[-_]cloudwatch(?![-_]\w)/,
  unitOf: (file) => file,
  prepare: prepareLanguages,
  read: readUnit,
};

function readUnit(unit: string, view: WorkspaceView): Reading {
  const source = view.read(unit);
  const language = languageOf(unit);
  const parser = language === null ? null : parserOf(language);
  if (source === null || parser === null || isTest(source)) return NOTHING;
  return (
    withTree(source, parser, ({ rootNode }) =>
      withReach(view, parser, (reach) => readProgram(newProgram(source, rootNode, reach), view)),
    ) ?? { ...NOTHING, problems: [{ source: unit, text: text('problem.notFollowed') }] }
  );
}

function readProgram(program: Program, view: WorkspaceView): Reading {
  const tool = /pulumi/i.test(program.source.text) ? 'pulumi' : 'cdk';
  const own = databasesOf(program, tool);
  const loose = versionsIn(program);
  const others = loose.filter(({ version }) => !placeOfVersion(version).some((place) => own.seen.has(place)));
  const made = madeWith(
    others.map(({ at }) => at),
    program,
    tool,
  );
  const seen = new Set([...own.seen, ...made.drafts.flatMap(({ version }) => placeOfVersion(version))]);
  const drafts = [
    ...own.drafts,
    ...made.drafts,
    ...looseVersions(program, tool, seen, loose),
    ...imagesIn(program, tool),
    ...servicesOf(program, own.constructs),
  ];
  const files = program.reach.programs.map(({ source }) => source.file);
  const completed = tool === 'cdk' ? withTemplates(drafts, files, view) : { drafts };
  return { ...NOTHING, ...completed, includes: [...made.files, ...constantsOf(drafts, program)] };
}

/** Files that hold nothing but the constants of which these drafts have some. */
function constantsOf(drafts: readonly AssetDraft[], program: Program): string[] {
  const others = program.reach.programs.filter(
    (other) =>
      other !== program &&
      constructsIn(other).length === 0 &&
      drafts.some(({ version }) => version?.state === 'known' && version.at.file === other.source.file),
  );
  return others.map(({ source }) => source.file);
}
