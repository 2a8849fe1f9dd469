import { documentProblems, readDocuments } from '../../../syntax/index.ts';
import { formatOfFiles } from '../../reading/file-format.ts';
import { resourcesOf } from '../../reading/pulumi-program.ts';
import { draftsOfProgram } from './resources.ts';
import { PULUMI_CLAIM } from './names.ts';

/** Beginning of a resource type, or an alias of one. Policies write names of services and conditions the same way. */
const AWS_TYPE = /[tT]ype["']?\s*:\s*(?:\*|(?:&\S+\s+)?["']?aws(?:-native)?:)/;

/** Pulumi YAML programs, also as JSON. Those in other languages are read as programs. */
export const pulumi = formatOfFiles(PULUMI_CLAIM, ['aws:rds', 'aws-native:rds'], (source) => {
  const { file, text } = source;
  if (!AWS_TYPE.test(text)) return {};
  const documents = readDocuments(source);
  const programs = documents.filter(({ root }) => resourcesOf(root).length > 0);
  return {
    drafts: programs.flatMap(({ root }) => draftsOfProgram(root, file)),
    problems: programs.length > 0 ? documentProblems(file, documents) : [],
  };
});
