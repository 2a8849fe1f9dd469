import { documentProblems, syntaxProblems } from '../document/read.ts';
import type { Format, Reading, WorkspaceView } from '../format.ts';
import { draftsOf } from './drafts.ts';
import { loadTemplate } from './load.ts';
import { OURS } from './other-resources.ts';
import { filesReferredTo } from './refers-to.ts';

/** CloudFormation and SAM templates, `cdk.out`, and the resources of Serverless Framework services. */
export const cloudformation: Format = {
  id: 'cloudformation',
  claims: (file) => /\.(?:ya?ml|json|template)$/i.test(file),
  needles: OURS,
  unitOf: (file) => file,
  refersTo: filesReferredTo,
  read: readTemplate,
};

function readTemplate(unit: string, view: WorkspaceView): Reading {
  const { stack, documents, includes } = loadTemplate(unit, view);
  return {
    drafts: stack === null ? [] : draftsOf(stack, unit),
    problems: stack === null ? syntaxProblems(unit, documents) : documentProblems(unit, documents),
    includes,
  };
}
