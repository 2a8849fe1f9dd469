import { engineWords, imageWords } from '../../../products/index.ts';
import { commentsOf, type SourceFile } from '../../../syntax/index.ts';
import { imageAt, outerValuesOf } from '../../resources/passes/image-reference.ts';
import { imageContext } from '../../resources/passes/image-text.ts';
import type { AssetDraft } from '../../resources/draft.ts';
import { draftsOfTexts } from '../../embedded/texts.ts';
import type { WorkspaceView } from '../../reading/format.ts';
import { formatOfFiles } from '../../reading/file-format.ts';
import {
  imagesNamedIn,
  stepsIn,
  stringsIn,
  groovyVariables,
  scriptOf,
  innerScript,
} from '../../../syntax/shell/index.ts';
import { JENKINS_CLAIM } from './names.ts';

/** Jenkins pipelines: their containers, and the commands of their `sh` steps. */
export const jenkins = formatOfFiles(
  JENKINS_CLAIM,
  [
    ...imageWords('container', 'builtOn', 'packages', 'parameter', 'ami', 'platform'),
    ...engineWords(),
    'aws rds ',
  ],
  (source, view) => ({ drafts: draftsOfPipeline(source, view) }),
);

function draftsOfPipeline(source: SourceFile, { embedded }: WorkspaceView): AssetDraft[] {
  const { file } = source;
  const { code } = commentsOf(source);
  const script = { ...scriptOf(source), text: code };
  const variables = groovyVariables(script);
  const outside = outerValuesOf(variables);
  const commands = stepsIn(code);
  const steps = commands.flatMap(({ start, end, text }, nth) => {
    const { span } = innerScript(script, { start, end });
    const prefix = nth === 0 ? 'sh.' : `sh.${nth + 1}.`;
    return draftsOfTexts([{ text, span }], { file, source: 'shell', prefix, outside, embedded });
  });
  const named = imagesNamedIn(code);
  const taken = [...named, ...commands];
  const given = stringsIn(code).filter(
    ({ start, text }) =>
      !taken.some((other) => other.start <= start && start < other.end) &&
      imageContext('image', text, null) !== null,
  );
  const images = [...named, ...given].flatMap((range) => imageAt(range, 'image', variables, script, file));
  return [...images, ...steps];
}
