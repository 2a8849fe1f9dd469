import type { Span } from '../../../syntax/index.ts';
import type { AssetDraft } from '../../resources/draft.ts';
import type { KnownFact, Piece } from '../../../values/index.ts';
import { lockedVersions } from '../host-settings/version-lock.ts';
import { draftsOfScript, type Owner } from './read.ts';
import type { Range, Script } from '../../../syntax/shell/index.ts';

/** A part of a script that other code puts together: a text, or a value that is put in; null where it is not known. */
export type ScriptPart = Script | { value: Piece | null; span: Span };

/** A part and where it stands in the whole text. */
interface Placed extends Range {
  script: Script;
}

/** Stands in the text for a value that is put in: a name that no script uses by itself. */
const PUT_IN = 'ERRATA_LENS_';
const PUT_IN_NAME = new RegExp(String.raw`\$\{${PUT_IN}\d+\}`, 'g');
/** Commands in lists: of cloud-init, Image Builder, CodeBuild. */
const LISTS_COMMANDS = /^\s*(?:#cloud-config|(?:name|description|version|schemaVersion|phases):)/;

/**
 * The operating system images that user data names and the databases that its calls change: a script, or cloud-init's
 * list of commands, which other code holds. Values that are put in are followed to where they are written.
 */
export function draftsOfUserData(parts: readonly ScriptPart[], owner: Owner): AssetDraft[] {
  const placed = place(parts);
  const written = placed.map(({ script }) => script.text).join('');
  const whole: Script = {
    text: LISTS_COMMANDS.test(written) ? withoutListMarks(written) : written,
    span: (range) => spanOf(range, placed),
  };
  const outside = (name: string): readonly Piece[] => {
    const part = name.startsWith(PUT_IN) ? parts[Number(name.slice(PUT_IN.length))] : undefined;
    if (part !== undefined && 'value' in part) return part.value === null ? [] : [part.value];
    return owner.outside?.(name) ?? [];
  };
  const locked = lockedVersions(whole, owner);
  return [...draftsOfScript(whole, { ...owner, outside }), ...locked].map((draft) => named(draft, owner));
}

/** Of whom the script is, in front of the names of what it makes. */
function named(draft: AssetDraft, { prefix }: Owner): AssetDraft {
  const own = (name: string): string => (name.startsWith(prefix) ? name : prefix + name);
  const links = draft.links.map((link) => ({ ...link, target: own(link.target) }));
  const version = draft.version?.state === 'known' ? withOpenValues(draft.version) : draft.version;
  return { ...draft, name: own(draft.name), links, version };
}

/** What is put in and not known has a name of ours while the script is read: nobody wrote that. */
function withOpenValues(version: KnownFact): KnownFact {
  const { value } = version;
  return typeof value === 'string' ? { ...version, value: value.replace(PUT_IN_NAME, '${…}') } : version;
}

function place(parts: readonly ScriptPart[]): Placed[] {
  let start = 0;
  return parts.map((part, i) => {
    const script = 'value' in part ? { text: `\${${PUT_IN}${i}}`, span: () => part.span } : part;
    const placed = { script, start, end: start + script.text.length };
    start = placed.end;
    return placed;
  });
}

/** The place in the part where a range begins; of a range over several parts, that of the first. */
function spanOf({ start, end }: Range, placed: readonly Placed[]): Span {
  const first = placed.find((part) => start < part.end) ?? placed.at(-1);
  if (first === undefined) throw new Error('a script without parts has no place');
  return first.script.span({ start: start - first.start, end: Math.min(end, first.end) - first.start });
}

/** Commands in a list become lines, and those that are lists of words become words: each in its place. */
function withoutListMarks(text: string): string {
  return text
    .replace(/^([ \t]*)-(?=[ \t])/gm, '$1 ')
    .replace(/^([ \t]*)\[(.*)\][ \t]*$/gm, (line) => line.replace(/[[\],]/g, ' '));
}
