import { CLAIMS } from '../claims.ts';
import { documentProblems, readDocuments } from '../../../syntax/index.ts';
import type { Format, Reading, WorkspaceView } from '../format.ts';
import { resourcesOf } from './program.ts';
import { draftsOfProgram } from './resources.ts';

const NOTHING: Reading = { drafts: [], problems: [], includes: [] };

/** Pulumi programs in YAML, or in the JSON that stands for it. Those in other languages are programs like any other. */
export const pulumi: Format = {
  id: 'pulumi',
  claims: CLAIMS.pulumi,
  needles: ['aws:rds', 'aws-native:rds'],
  unitOf: (file) => file,
  read: readProgram,
};

function readProgram(unit: string, view: WorkspaceView): Reading {
  const source = view.read(unit);
  if (source === null) return NOTHING;
  const documents = readDocuments(source);
  const programs = documents.filter(({ root }) => resourcesOf(root).length > 0);
  if (programs.length === 0) return NOTHING;
  return {
    drafts: programs.flatMap(({ root }) => draftsOfProgram(root, unit)),
    problems: documentProblems(unit, documents),
    includes: [],
  };
}
