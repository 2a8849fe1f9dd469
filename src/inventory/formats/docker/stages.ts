import type { AssetDraft } from '../../resources/draft.ts';
import { type Piece, type Value, Variables } from '../../../values/index.ts';
import {
  type Command,
  type Instruction,
  instructionsIn,
  parseShell,
  type Range,
  type Script,
  innerScript,
} from '../../../syntax/shell/index.ts';
import type { TextHolder } from '../../reading/format.ts';
import { draftsOfTexts } from '../../embedded/texts.ts';
import type { Embedded } from '../../reading/format.ts';
import { imageAt, outerValuesOf } from '../../resources/passes/image-reference.ts';

/** `--platform=linux/arm64 image AS name` */
const FROM_ARGUMENTS = /^(?:--[a-z-]+=\S+\s+)*(?<image>\S+)(?:\s+AS\s+(?<name>\S+))?/di;
const COPY_ARGUMENTS = /^(?:--[a-z-]+(?:=\S+)?\s+)*?--from=(?<image>\S+)/di;

/** The build stage that is being read. */
interface Stage {
  name: string;
  variables: Map<string, Piece>;
}

/** Base images and copied images of the stages in a Dockerfile, and the releases that its commands name. */
export function imagesInDockerfile(script: Script, file: string, embedded: Embedded): AssetDraft[] {
  const global = new Map<string, Piece>();
  const stages = new Set<string>();
  const drafts: AssetDraft[] = [];
  const isStage = ({ start, end }: Range): boolean => stages.has(script.text.slice(start, end).toLowerCase());
  let stage: Stage | null = null;
  for (const instruction of instructionsIn(script.text)) {
    const { keyword } = instruction;
    if (keyword === 'FROM') {
      const from = imageReferenceIn(FROM_ARGUMENTS, instruction, script.text);
      if (from === null) continue;
      const name: string = from.name ?? String(stages.size);
      stage = { name: `stage.${name}`, variables: new Map() };
      if (!isStage(from.image)) drafts.push(...imageAt(from.image, `stage.${name}`, global, script, file));
      stages.add(name.toLowerCase());
    } else if (keyword === 'ARG' || keyword === 'ENV') {
      setVariables(instruction, keyword === 'ARG', stage, global, script);
    } else if (stage !== null && (keyword === 'COPY' || keyword === 'ADD')) {
      const from = imageReferenceIn(COPY_ARGUMENTS, instruction, script.text);
      if (from !== null && !isStage(from.image))
        drafts.push(...imageAt(from.image, `${stage.name}.copy`, global, script, file));
    } else if (keyword === 'RUN') drafts.push(...draftsOfRun(instruction, stage, script, { file, embedded }));
  }
  return drafts;
}

function imageReferenceIn(
  pattern: RegExp,
  { arguments: { start, end } }: Instruction,
  text: string,
): { image: Range; name: string | null } | null {
  const found = pattern.exec(text.slice(start, end));
  const range = found?.indices?.groups?.['image'];
  if (found === null || range === undefined) return null;
  return {
    image: { start: start + range[0], end: start + range[1] },
    name: found.groups?.['name'] ?? null,
  };
}

/** `ARG NAME=value`, `ENV NAME=value OTHER=value`, and the old `ENV NAME value`. */
function setVariables(
  { arguments: range }: Instruction,
  isArgument: boolean,
  stage: Stage | null,
  global: Map<string, Piece>,
  script: Script,
): void {
  const within = innerScript(script, range);
  const commands = parseShell(within.text);
  const target = stage?.variables ?? global;
  const variables = new Variables(within, [], outerValuesOf(target));
  for (const { assignments, words } of commands) {
    for (const { name, values } of [...assignments, ...assignmentsAmong(words)]) {
      const [value] = values;
      const [resolved] = value === undefined ? [] : variables.resolve(value, name);
      const piece = resolved === undefined ? null : pieceOf(resolved, isArgument ? 'default' : 'variable');
      if (piece === null) target.delete(name);
      else target.set(name, piece);
    }
    const [name, value] = words;
    const key = name === undefined ? '' : within.text.slice(name.start, name.end);
    const [resolved] = value === undefined || isArgument ? [] : variables.resolve(value, key);
    const piece = resolved === undefined ? null : pieceOf(resolved, 'variable');
    if (piece !== null && /^\w+$/.test(key)) target.set(key, piece);
    // A global argument that is declared again without a value keeps its value from before the first stage.
    const before = global.get(key);
    if (isArgument && stage !== null && before !== undefined) target.set(key, before);
  }
}

/** Leading assignments of a command; after the first other word, they are plain words to a shell. */
function assignmentsAmong(words: Command['words']): { name: string; values: Command['words'] }[] {
  return words.flatMap((word) => {
    const [first, ...rest] = word.parts;
    const found = first?.kind === 'text' ? /^([A-Za-z_]\w*)=/.exec(first.text) : null;
    if (first?.kind !== 'text' || found === null) return [];
    const [written, name = ''] = found;
    const start = first.start + written.length;
    const text = first.text.slice(written.length);
    const parts = text === '' ? rest : [{ ...first, text, start }, ...rest];
    return [{ name, values: [{ parts, start, end: word.end }] }];
  });
}

/** A composed value is one piece. */
function pieceOf(value: Value, origin: Piece['origin']): Piece | null {
  if (value.kind !== 'scalar') return null;
  const { text, span, uses, template } = value;
  return template === undefined ? { text, span, origin, uses } : { text, span: template, origin, uses: [] };
}

function draftsOfRun(
  { arguments: range, heredocs }: Instruction,
  stage: Stage | null,
  script: Script,
  of: Pick<TextHolder, 'file' | 'embedded'>,
): AssetDraft[] {
  const prefix = `${stage?.name ?? 'build'}.`;
  const outside = outerValuesOf(stage?.variables);
  return [range, ...heredocs].flatMap((part) => {
    const within = withoutComments(innerScript(script, part));
    return draftsOfTexts([within], { ...of, source: 'image', prefix, outside });
  });
}

/** Script without the comment lines between continued lines, which Docker removes before a shell sees them. */
function withoutComments({ text, span }: Script): Script {
  let isContinued = false;
  const lines = text.split('\n').map((line, nth, { length }) => {
    const isComment = isContinued && nth < length - 1 && /^[ \t]*#/.test(line);
    isContinued = isComment || /\\\r?$/.test(line.slice(-2));
    return isComment ? `${' '.repeat(line.length - 1)}\\` : line;
  });
  return { text: lines.join('\n'), span };
}
