import type { Problem } from '../../../model/index.ts';
import { text } from '../../../l10n/index.ts';
import type { ParsedDocument } from '../document/node.ts';
import type { Format, Reading, WorkspaceView } from '../format.ts';
import { draftsOf } from './drafts.ts';
import { loadTemplate } from './load.ts';
import { filesReferredTo, referencesIn } from './refers-to.ts';

/** Resource types that matter: of the many templates that declare none, nothing is parsed. */
const OURS =
  /AWS::(?:AutoScaling|Batch|Cloud9|CloudTrail|CloudWatch::Alarm|CodeBuild|EC2::(?:Image|Instance|LaunchTemplate|SpotFleet)|ECS::TaskDefinition|EKS::Nodegroup|EMR|ElasticBeanstalk|ElasticLoadBalancingV2|Events::Rule|ImageBuilder|Logs::LogGroup|RDS)\b/;

const NOTHING: Reading = { drafts: [], problems: [], includes: [] };

/** CloudFormation and SAM templates, `cdk.out`, and the resources of Serverless Framework services. */
export const cloudformation: Format = {
  id: 'cloudformation',
  claims: (file) => /\.(?:ya?ml|json|template)$/i.test(file),
  needles: ['AWS::'],
  unitOf: (file) => file,
  refersTo: filesReferredTo,
  read: readTemplate,
};

function readTemplate(unit: string, view: WorkspaceView): Reading {
  const content = view.read(unit)?.text ?? '';
  if (!OURS.test(content) && referencesIn(unit, content).length === 0) return NOTHING;
  const { stack, documents, includes } = loadTemplate(unit, view);
  return {
    drafts: stack === null ? [] : draftsOf(stack, unit),
    problems: problemsOf(unit, documents, stack !== null),
    includes,
  };
}

/** One problem a file: after the first error the others are mostly its consequences. */
function problemsOf(file: string, documents: readonly ParsedDocument[], isTemplate: boolean): Problem[] {
  const error = documents.flatMap((document) => document.errors).at(0);
  if (error !== undefined) {
    return [{ source: file, text: text('problem.syntax', { error: error.message, line: error.line }) }];
  }
  if (!isTemplate || !documents.some((document) => document.isTemplate)) return [];
  return [{ source: file, text: text('problem.textTemplate') }];
}
