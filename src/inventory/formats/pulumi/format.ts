import { documentProblems, readDocuments } from '../../../syntax/index.ts';
import { formatOfFiles } from '../../reading/of-files.ts';
import { resourcesOf } from '../../reading/pulumi-program.ts';
import { draftsOfProgram } from './resources.ts';
import { YAML_PROGRAMS } from './names.ts';

/** The type of a resource as it begins, or what stands for one: policies name services and conditions in the same way. */
const TYPE = /[tT]ype["']?\s*:\s*(?:\*|(?:&\S+\s+)?["']?aws(?:-native)?:)/;

/** Pulumi programs in YAML, or in the JSON that stands for it. Those in other languages are programs like any other. */
export const pulumi = formatOfFiles(YAML_PROGRAMS, ['aws:rds', 'aws-native:rds'], (source) => {
  const { file, text } = source;
  if (!TYPE.test(text)) return {};
  const documents = readDocuments(source);
  const programs = documents.filter(({ root }) => resourcesOf(root).length > 0);
  return {
    drafts: programs.flatMap(({ root }) => draftsOfProgram(root, file)),
    problems: programs.length > 0 ? documentProblems(file, documents) : [],
  };
});
