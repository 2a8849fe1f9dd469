import { documentProblems, readDocuments } from '../document/read.ts';
import { entryOf } from '../document/node.ts';
import type { Format, Reading, WorkspaceView } from '../format.ts';
import { draftsOfProgram } from './resources.ts';

const NOTHING: Reading = { drafts: [], problems: [], includes: [] };

/** Pulumi programs in YAML. Those in other languages are programs like any other. */
export const pulumi: Format = {
  id: 'pulumi',
  claims: (file) => /\.ya?ml$/i.test(file),
  needles: ['aws:rds', 'aws-native:rds'],
  unitOf: (file) => file,
  read: readProgram,
};

function readProgram(unit: string, view: WorkspaceView): Reading {
  const source = view.read(unit);
  if (source === null) return NOTHING;
  const documents = readDocuments(source);
  const programs = documents.filter(({ root }) => entryOf(root, 'resources') !== null);
  if (programs.length === 0) return NOTHING;
  return {
    drafts: programs.flatMap(({ root }) => draftsOfProgram(root, unit)),
    problems: documentProblems(unit, documents),
    includes: [],
  };
}
