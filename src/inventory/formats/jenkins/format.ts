import { engineWords, imageWords } from '../../../products/index.ts';
import { commentsOf, type SourceFile } from '../../../syntax/index.ts';
import { imageAt } from '../docker/stages.ts';
import { imageContext } from '../image-settings/image-text.ts';
import type { AssetDraft } from '../../resources/draft.ts';
import { formatOfFiles } from '../of-files.ts';
import { readDocument } from '../shell/heredocs.ts';
import { draftsOfScript } from '../shell/read.ts';
import { scriptOf, scriptWithin } from '../../../syntax/shell/index.ts';
import { imagesNamedIn, stepsIn, stringsIn, groovyVariables } from './groovy.ts';

/** Pipelines of Jenkins: the containers that they run in, and the commands of their `sh` steps. */
export const jenkins = formatOfFiles(
  'jenkins',
  [...imageWords('container', 'packages', 'parameter', 'ami', 'platform'), ...engineWords(), 'aws rds '],
  (source) => ({ drafts: draftsOfPipeline(source) }),
);

function draftsOfPipeline(source: SourceFile): AssetDraft[] {
  const { file } = source;
  const { code } = commentsOf(source);
  const script = { ...scriptOf(source), text: code };
  const variables = groovyVariables(script);
  const outside = (name: string) => {
    const value = variables.get(name);
    return value === undefined ? [] : [value];
  };
  const commands = stepsIn(code);
  const steps = commands.flatMap(({ start, end, text }, nth) => {
    const { span } = scriptWithin(script, { start, end });
    const prefix = nth === 0 ? 'sh.' : `sh.${nth + 1}.`;
    return draftsOfScript(
      { text, span },
      { file, source: 'shell', prefix, outside, documents: readDocument },
    );
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
