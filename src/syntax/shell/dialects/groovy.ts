import { wordsPattern } from '../../../model/index.ts';
import type { Span } from '../../document/node.ts';
import type { Script } from '../script.ts';
import type { Range } from '../syntax.ts';

// Groovy syntax that pipelines need: strings after the names of steps. Comments are already blanked.

/** A `sh` step up to its command, including other arguments before it. */
const SHELL_STEP =
  /(?<![\w.$'"])sh\b\s{0,9}\(?\s{0,99}(?:\w+\s{0,9}:\s{0,9}(?:'[^'\n]*'|"[^"\n]*"|\w+)\s{0,9},\s{0,99}){0,3}(?:script\s{0,9}:\s{0,9})?(?<open>'''|"""|'|")/g;
const IMAGE_STEPS = String.raw`docker\s{0,9}\.\s{0,9}image|withDockerContainer|docker|image`;
/** `image 'name'` and `docker 'name'` of an agent, `docker.image('name')`, `containerTemplate(image: 'name')`. */
const AGENT_IMAGE = new RegExp(
  String.raw`(?<![\w.$-])(?:${IMAGE_STEPS})\s{0,9}[(:=]?\s{0,9}(?<quote>["'])(?<name>[^"'\s\\]+)\k<quote>`,
  'dg',
);
/** Image in the manifest of a pod, as a text in the pipeline. */
const MANIFEST_IMAGE = /^[ \t]*(?:-[ \t]+)?image:[ \t]*(?<name>[^"'\s\\]+)[ \t]*\r?$/dgm;
/** Image in a Dockerfile, as a text in the pipeline. */
const DOCKERFILE_IMAGE = /^[ \t]*FROM[ \t]+(?:--platform=\S+[ \t]+)?(?<name>[^"'\s\\]+)/dgm;
/** A string without blanks: an argument of a custom function, an item of a list. */
const STRING_WITHOUT_BLANKS = /(?<quote>["'])(?<name>[^"'\s\\$]+)\k<quote>/dg;
/** Words in front of a string that only print it, compare it or name something. */
const PRINTING_OR_COMPARING = wordsPattern([
  'echo|println|print|printf|error|warn|info|debug|contains|startsWith|endsWith|equals|case|in',
  'description|name|label|credentialsId|env',
]);
/** Text before a string that is printed or compared. */
const PRINTED_OR_COMPARED = new RegExp(
  String.raw`(?:[=!]=~?|=~|${PRINTING_OR_COMPARING.source}\s{0,9}[(:]?)\s{0,9}$`,
);
const MAX_TEXT_BEFORE = 60;
const ASSIGNED_STRING =
  /(?<![\w.$-])(?<name>[A-Za-z_]\w*)[ \t]*=[ \t]*(?<quote>["'])(?<value>[^"'\s\\$]+)\k<quote>/dg;

/** A command that a step runs: its range, and its text for the shell, with the same length. */
export interface PipelineStep extends Range {
  text: string;
}

export function stepsIn(code: string): PipelineStep[] {
  const steps: PipelineStep[] = [];
  let end = 0;
  for (const { index, 0: before, groups } of code.matchAll(SHELL_STEP)) {
    // The command of a step may itself end with the word `sh`.
    if (index < end) continue;
    const quote = groups?.['open'] ?? '';
    const start = index + before.length;
    end = endOfString(code, start, quote);
    steps.push({ start, end, text: unescaped(code.slice(start, end)) });
  }
  return steps;
}

/** Ranges of container image names. */
export function imagesNamedIn(code: string): Range[] {
  return [AGENT_IMAGE, MANIFEST_IMAGE, DOCKERFILE_IMAGE].flatMap((pattern) => rangesNamed(pattern, code));
}

/** Strings that are used, not only printed or compared. Callers accept one as an image name only as a whole. */
export function stringsIn(code: string): (Range & { text: string })[] {
  return rangesNamed(STRING_WITHOUT_BLANKS, code)
    .filter(
      ({ start }) =>
        !PRINTED_OR_COMPARED.test(code.slice(Math.max(0, start - 1 - MAX_TEXT_BEFORE), start - 1)),
    )
    .map(({ start, end }) => ({ start, end, text: code.slice(start, end) }));
}

function rangesNamed(pattern: RegExp, code: string): Range[] {
  return [...code.matchAll(pattern)].flatMap(({ indices }) => {
    const range = indices?.groups?.['name'];
    return range === undefined ? [] : [{ start: range[0], end: range[1] }];
  });
}

/** Text value of a variable. */
interface GroovyValue {
  text: string;
  span: Span;
  origin: 'variable';
  uses: [];
}

/** Variables of the pipeline and of its environment that have a single value. */
export function groovyVariables({ text, span }: Script): Map<string, GroovyValue> {
  const values = new Map<string, GroovyValue>();
  const several = new Set<string>();
  for (const { indices, groups } of text.matchAll(ASSIGNED_STRING)) {
    const { name = '', value = '' } = groups ?? {};
    const [start, end] = indices?.groups?.['value'] ?? [0, 0];
    if (values.has(name)) several.add(name);
    values.set(name, { text: value, span: span({ start, end }), origin: 'variable', uses: [] });
  }
  for (const name of several) values.delete(name);
  return values;
}

function endOfString(code: string, start: number, quote: string): number {
  for (let at = start; at < code.length; at++) {
    if (code.startsWith(quote, at)) return at;
    if (code.charAt(at) === '\\') at++;
  }
  return code.length;
}

/** Text as the shell receives it, without continued lines and escaped quotes. All characters keep their places. */
function unescaped(written: string): string {
  return written
    .replace(/\\\\(?=\r?\n)/g, ' \\')
    .replace(/\\(["'])([^\s"'\\]*)\\\1/g, '""$2""')
    .replace(/\\(["'])/g, ' $1');
}
