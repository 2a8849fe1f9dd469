import type { Node } from 'web-tree-sitter';
import type { SourceFile } from '../draft.ts';
import type { Format, Reading, WorkspaceView } from '../format.ts';
import { databasesOf } from './databases.ts';
import { imagesIn } from './images.ts';
import { languageOf, parserOf, prepareLanguages } from './languages.ts';
import { looseVersions } from './loose-versions.ts';
import { withTree } from './parse.ts';
import { newProgram } from './program.ts';
import { isTest } from './tests.ts';

const NOTHING: Reading = { drafts: [], problems: [], includes: [] };

/** Infrastructure that programs describe: the AWS CDK, CDK for Terraform and Pulumi in six languages. */
export const programs: Format = {
  id: 'programs',
  claims: (file) => languageOf(file) !== null,
  needles:
    /Aurora(?:Mysql)?EngineVersion|DatabaseClusterEngine|aurora-mysql|mysql_aurora|EngineType[._]?(?:Aurora|AURORA)|[Aa]mazon_?[Ll]inux(?:_?2|Image|\()|AMAZON_LINUX|amzn2?-ami|al2023-ami|amazonlinux|AL2_|AL2023_|\/aws\/service\/(?:ami|ecs|eks)|64bit Amazon|generic_?[Ll]inux|releasever/,
  unitOf: (file) => file,
  prepare: prepareLanguages,
  read: readUnit,
};

function readUnit(unit: string, view: WorkspaceView): Reading {
  const source = view.read(unit);
  const language = languageOf(unit);
  const parser = language === null ? null : parserOf(language);
  if (source === null || parser === null || isTest(source)) return NOTHING;
  return withTree(source, parser, ({ rootNode }) => readProgram(source, rootNode)) ?? NOTHING;
}

function readProgram(source: SourceFile, root: Node): Reading {
  const program = newProgram(source, root);
  const tool = /pulumi/i.test(source.text) ? 'pulumi' : 'cdk';
  const { drafts, seen } = databasesOf(program, tool);
  return {
    ...NOTHING,
    drafts: [...drafts, ...looseVersions(program, tool, seen), ...imagesIn(program, tool)],
  };
}
