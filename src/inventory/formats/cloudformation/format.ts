import { LEADING_CLOUDFORMATION_TYPES } from '../../../vocabulary/index.ts';
import { engineWords, imageWords } from '../../../products/index.ts';
import {
  documentProblems,
  mayHaveTopLevelKey,
  syntaxProblems,
  valueOf,
  type SourceFile,
} from '../../../syntax/index.ts';
import type { EmbeddedReaders, Reading, WorkspaceView } from '../../reading/format.ts';
import { formatOfFiles } from '../../reading/file-format.ts';
import { draftsOfStacks } from './resources/drafts.ts';
import { mayContainPins, pinsOfValues } from './templates/json-values.ts';
import { loadTemplate } from './templates/load.ts';
import { pinsOfParameterFile } from './resources/parameter-pins.ts';
import { filesReferredTo } from './templates/refers-to.ts';
import { CLOUDFORMATION_CLAIM } from './names.ts';

/** Types of resources that contain or reference other templates. Rules and policies name types as `resourceType`. */
const OTHER_TYPES = 'AWS::CloudFormation::Stack|AWS::Serverless::';
const RELEVANT_TYPE = new RegExp(
  String.raw`(?<!\w)Type["']?\s*:\W*(?:\w+\s+)?(?:${LEADING_CLOUDFORMATION_TYPES.source}|${OTHER_TYPES})|\$\{file\(`,
);

/** Keys of parameter files, matched by text: other YAML and JSON is not parsed here. */
const PARAMETERS_KEY = /\bParameterKey\b|(?:^|\{)[ \t]*["']?Parameters["']?[ \t]*:/m;
/** Keys of templates: parameter files do not have them. A template without our names contains other resources. */
const TEMPLATE_KEY = /(?:^|\{)[ \t]*["']?(?:Resources|AWSTemplateFormatVersion)["']?[ \t]*:/m;

/** Names of engines and images. A stack may contain them only to pass them to a nested stack. */
const ENGINE_OR_IMAGE = new RegExp(
  [...engineWords(), ...imageWords('ami', 'builtOn', 'parameter', 'family')].join('|'),
);

/**
 * CloudFormation and SAM templates, `cdk.out`, and the resources of Serverless Framework services; also parameter
 * files, and JSON settings that no other format reads.
 */
export const cloudformation = formatOfFiles(
  CLOUDFORMATION_CLAIM,
  new RegExp(`${LEADING_CLOUDFORMATION_TYPES.source}|${ENGINE_OR_IMAGE.source}`),
  readTemplate,
  { refersTo: filesReferredTo, embedded: { template: draftsOfGenerated } },
);

function readTemplate(source: SourceFile, view: WorkspaceView): Partial<Reading> {
  const unit = source.file;
  const mayBeTemplate = RELEVANT_TYPE.test(source.text);
  const holdsValues = mayContainPins(source);
  if (!mayBeTemplate && !holdsValues && isIrrelevant(source.text)) return {};
  const { stack, documents, includes, problems } = loadTemplate(unit, view);
  if (stack !== null) {
    return {
      drafts: draftsOfStacks(stack, unit, view),
      problems: [...documentProblems(unit, documents), ...problems],
      includes,
    };
  }
  const root = documents[0]?.root ?? null;
  const drafts = pinsOfParameterFile(root, unit) ?? (holdsValues ? pinsOfValues(root, unit) : []);
  const isOurs = mayBeTemplate || drafts.length > 0;
  return { drafts, problems: isOurs ? syntaxProblems(unit, documents) : [], includes };
}

/** Drafts of a template that a program generated. */
function draftsOfGenerated(file: string, view: WorkspaceView): ReturnType<EmbeddedReaders['template']> {
  const { stack } = loadTemplate(file, view);
  return (stack === null ? [] : draftsOfStacks(stack, file, view)).map((draft) => {
    const resource = stack?.template.resources.get(draft.name);
    return { draft, metadata: valueOf(resource?.entry.value ?? null, 'Metadata') };
  });
}

/** True for a text that is neither a parameter file nor a template that can pass an image to another template. */
function isIrrelevant(text: string): boolean {
  if (!PARAMETERS_KEY.test(text)) return true;
  return TEMPLATE_KEY.test(text) ? !ENGINE_OR_IMAGE.test(text) : !mayHaveTopLevelKey(text, 'Parameters');
}
