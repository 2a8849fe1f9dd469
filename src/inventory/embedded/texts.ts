import type { Node, SourceFile, Span } from '../../syntax/index.ts';
import { mayHaveSections, type Range, type Script, scriptIn } from '../../syntax/shell/index.ts';
import { type Section, sectionsOf } from '../../syntax/shell/index.ts';
import { type OuterValues, type Piece, type SettingFact, withValue } from '../../values/index.ts';
import type { AssetDraft } from '../resources/draft.ts';
import { SCRIPT_NEEDLE } from './script-words.ts';
import type { TextHolder } from '../reading/format.ts';
import { draftsOfDocument, isDocument, mapFacts } from './documents.ts';

/** A part of a text that code composes: literal text, or an inserted value; null if unknown. */
export type TextPart = Script | { value: Piece | null; span: Span };

/** A part with its range in the composed text. */
interface PlacedText extends Range {
  script: Script;
}

/** Placeholder for an inserted value: a name that no script uses. */
const PLACEHOLDER = '__ERRATA_LENS_';
const PLACED_REFERENCE = new RegExp(String.raw`\$\{(${PLACEHOLDER}\d+__)\}`, 'g');
const SHELL_VARIABLE = /\$(?:\{([A-Za-z_]\w*)\}|([A-Za-z_]\w*))/g;
const UNKNOWN_PART = new RegExp(String.raw`\$\{${PLACEHOLDER}\d+__\}|${PLACEHOLDER}\d+_{2,5}`, 'g');
/** A list or map in brackets: it can contain only words and quoted texts. */
const IN_BRACKETS = /\[|(?<!\$)\{/;

/**
 * Drafts of text that other code contains: scripts, documents, host settings, several of them in one MIME message,
 * encoded or not. Inserted values keep the place where they are written.
 * @param name the file that the text is written to, if known
 */
export function draftsOfTexts(parts: readonly TextPart[], holder: TextHolder, name = ''): AssetDraft[] {
  const placed = placeParts(parts);
  const text = placed.map(({ script }) => script.text).join('');
  const outside = (name: string): readonly Piece[] => {
    const part = name.startsWith(PLACEHOLDER)
      ? parts[Number.parseInt(name.slice(PLACEHOLDER.length))]
      : undefined;
    if (part !== undefined && 'value' in part) return part.value === null ? [] : [part.value];
    return holder.outside?.(name) ?? [];
  };
  return sectionsOf({ text, span: (range) => spanOf(range, placed) })
    .map((section) => (isDocument(name) ? { ...section, name } : section))
    .flatMap((section) => draftsOfSection(section, { ...holder, outside }))
    .map((draft) => withOwner(draft, holder));
}

/** Drafts of the text in a scalar node of a document, as {@link draftsOfTexts}; none for any other node. */
export function draftsOfNode(
  node: Node | null,
  source: SourceFile,
  of: Omit<TextHolder, 'file'>,
  name = '',
): AssetDraft[] {
  if (node?.kind !== 'scalar' || node.value === null) return [];
  return draftsOfTexts([scriptIn(node, source)], { ...of, file: source.file }, name);
}

/** True if a text contains words of a script or document that declares something. */
export function mayHoldDrafts(text: string): boolean {
  return SCRIPT_NEEDLE.test(text) || mayHaveSections(text);
}

function draftsOfSection(
  { script, name }: Section,
  holder: TextHolder & { outside: OuterValues },
): AssetDraft[] {
  if (name === null)
    return mayHoldSectionDrafts(script, holder.outside) ? holder.embedded.script(script, holder) : [];
  // Text in a YAML document is indented; without this the separators between documents would not match.
  const mark = new RegExp(`^(${/^[ \t]*(?=\S)/m.exec(script.text)?.[0] ?? ''})---(?=\\s*$)`);
  const text = script.text
    .split('\n')
    .map((line) => asLineOfDocument(line.replace(mark, '---$1'), holder.outside))
    .join('\n');
  const range = { start: 0, end: text.length };
  return draftsOfDocument(name, { ...script, text }, range, holder.outside, holder);
}

/** True if a script with its inserted values contains a needle, as a file would need. Most user data has none. */
function mayHoldSectionDrafts({ text }: Script, outside: OuterValues): boolean {
  if (SCRIPT_NEEDLE.test(text)) return true;
  if (!text.includes('$')) return false;
  const withValues = text.replace(SHELL_VARIABLE, (written, braced?: string, plain?: string) => {
    const [value] = outside(braced ?? plain ?? '');
    return value?.text ?? written;
  });
  return SCRIPT_NEEDLE.test(withValues);
}

/** Removes a placeholder that fills a whole line, such as a template's condition; in brackets it stays as a word. */
function asLineOfDocument(line: string, outside: OuterValues): string {
  const isAlone = line.trim().startsWith('${') && line.replace(PLACED_REFERENCE, '').trim() === '';
  const isInBrackets = IN_BRACKETS.test(line);
  return line.replace(PLACED_REFERENCE, (reference, name: string) => {
    if (outside(name).length > 0) return reference;
    if (isAlone) return ' '.repeat(reference.length);
    return isInBrackets ? name.padEnd(reference.length, '_') : reference;
  });
}

/** Draft with the name of the text's owner as prefix. */
export function withOwner(draft: AssetDraft, { prefix }: Pick<TextHolder, 'prefix'>): AssetDraft {
  const own = (name: string): string => (name.startsWith(prefix) ? name : prefix + name);
  const links = draft.links.map((link) => ({ ...link, target: own(link.target) }));
  return { ...mapFacts(draft, withUnknownValues, withUnknownValues), name: own(draft.name), links };
}

/** Fact whose placeholders for unknown values are unknown again: they are not part of the code. */
function withUnknownValues<F extends SettingFact>(fact: F): F {
  const open = <T>(value: T) => (typeof value === 'string' ? value.replace(UNKNOWN_PART, '${…}') : value);
  if (fact.state === 'known') return withValue(fact, open);
  const args = Object.entries(fact.reason.args).map(([name, value]) => [name, open(value)] as const);
  return { ...fact, reason: { ...fact.reason, args: Object.fromEntries(args) } };
}

function placeParts(parts: readonly TextPart[]): PlacedText[] {
  let start = 0;
  return parts.map((part, i) => {
    const script = 'value' in part ? { text: `\${${PLACEHOLDER}${i}__}`, span: () => part.span } : part;
    const placed = { script, start, end: start + script.text.length };
    start = placed.end;
    return placed;
  });
}

/** Span of a range in its part; of a range over several parts, in the first. */
function spanOf({ start, end }: Range, placed: readonly PlacedText[]): Span {
  const first = placed.find((part) => start < part.end) ?? placed.at(-1);
  if (first === undefined) throw new Error('a text without parts has no place');
  return first.script.span({ start: start - first.start, end: Math.min(end, first.end) - first.start });
}
