import { documentProblems, syntaxProblems } from '../document/read.ts';
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
    problems: stack === null ? syntaxProblems(unit, documents) : documentProblems(unit, documents),
    includes,
  };
}
