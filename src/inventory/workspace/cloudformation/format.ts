import { documentProblems, syntaxProblems } from '../document/read.ts';
import type { Format, Reading, WorkspaceView } from '../format.ts';
import { draftsOf } from './drafts.ts';
import { loadTemplate } from './load.ts';
import { OURS } from './other-resources.ts';
import { pinsOfParameterFile } from './parameter-pins.ts';
import { filesReferredTo } from './refers-to.ts';

/** Resources that are read, or other files that may have some. */
const MATTERS = new RegExp(`${OURS.source}|AWS::CloudFormation::Stack|AWS::Serverless::|\\$\\{file\\(`);

/** What files of parameters have, told by the text: other YAML and JSON is not parsed here. */
const PARAMETERS = /\bParameterKey\b|^\s*["{]?\s*["']?Parameters["']?\s*:/m;

const NOTHING: Reading = { drafts: [], problems: [], includes: [] };

/** CloudFormation and SAM templates, `cdk.out`, the resources of Serverless Framework services, and files of parameters. */
export const cloudformation: Format = {
  id: 'cloudformation',
  claims: (file) =>
    /\.(?:ya?ml|json|template)(?:\.(?:j2|tpl|tmpl|erb))?$|(?:^|\/)\.ebextensions\/[^/]+\.config$/i.test(file),
  needles: new RegExp(`${OURS.source}|aurora-mysql|mysql_aurora`),
  unitOf: (file) => file,
  refersTo: filesReferredTo,
  read: readTemplate,
};

function readTemplate(unit: string, view: WorkspaceView): Reading {
  const text = view.read(unit)?.text ?? '';
  const mayBeTemplate = MATTERS.test(text);
  if (!mayBeTemplate && !PARAMETERS.test(text)) return NOTHING;
  const { stack, documents, includes } = loadTemplate(unit, view);
  if (stack !== null) {
    return {
      drafts: draftsOf(stack, unit, (file) => view.read(file)),
      problems: documentProblems(unit, documents),
      includes,
    };
  }
  const drafts = pinsOfParameterFile(documents[0]?.root ?? null, unit) ?? [];
  const isOurs = mayBeTemplate || drafts.length > 0;
  return { drafts, problems: isOurs ? syntaxProblems(unit, documents) : [], includes };
}
