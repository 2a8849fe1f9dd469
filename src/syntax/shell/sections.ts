import { type Script, scriptWithin } from './script.ts';
import type { Range } from './syntax.ts';
import { decodeUserData } from './user-data.ts';

/** One of the texts that user data is made of. */
export interface Section {
  script: Script;
  /** What a file would be called that is written like it; null of a script. */
  name: string | null;
}

const BASE64 = /^[A-Za-z0-9+/\r\n]{20,}={0,2}$/;
const HEADER = /^\s*(?:MIME-Version|Content-Type):/i;
/** Characters in which the headers say what divides the parts. */
const maxHeaders = 1000;
const BOUNDARY = /\bboundary=["']?(?<boundary>[^"'\s;]+)/i;
const DIVIDER = /^[ \t]*--(?<boundary>\S+)[ \t\r]*$/gm;
const END_OF_HEADERS = /\n[ \t\r]*\n/;
/** Documents that list commands: of cloud-init, Image Builder, CodeBuild. */
const LISTS_COMMANDS = /^\s*(?:#cloud-config|(?:name|description|version|schemaVersion|phases):)/;
const HOST_SETTINGS = /^[ \t]*\[settings(?:\.[\w-]+)*\]/m;
/** A template of CloudFormation: its first section, and a resource. */
const SECTION_OF_TEMPLATE =
  /^\s*(?:---\s+)?(?:\{\s*["'])?(?:AWSTemplateFormatVersion|Conditions|Description|Mappings|Metadata|Outputs|Parameters|Resources|Rules|Transform)["']?\s*:/;
const RESOURCE = /\bType["']?\s*:\s*["']?AWS::/;
const MANIFEST = /^\s*(?:---\s+)?apiVersion:/;

/** What stands in each text that has another name than a script, or several parts. */
const OF_DOCUMENT = /cloud-config|(?:name|description|version|phases):|\[settings|AWS::|Content-Type:/i;

/** Whether a text may hold one that is not a script, by its words. */
export function mayBeSection(text: string): boolean {
  return OF_DOCUMENT.test(text);
}

/** The texts that user data is made of: the parts of a message of several, or all of it; each in clear. */
export function sectionsOf(whole: Script): Section[] {
  const script = inClear(whole);
  const { text } = script;
  const boundary = HEADER.test(text) ? BOUNDARY.exec(text.slice(0, maxHeaders))?.groups?.['boundary'] : null;
  if (boundary === null || boundary === undefined) return [{ script, name: nameOf(text) }];
  const dividers = [...text.matchAll(DIVIDER)].filter(
    ({ groups }) => groups?.['boundary']?.replace(/--$/, '') === boundary,
  );
  return dividers.map(({ index, 0: divider }, i) => {
    const part = { start: index + divider.length, end: dividers[i + 1]?.index ?? text.length };
    const body = inClear(scriptWithin(script, bodyOf(part, text)));
    return { script: body, name: nameOf(body.text) };
  });
}

/** Without its headers, which end with an empty line. */
function bodyOf({ start, end }: Range, text: string): Range {
  const headers = END_OF_HEADERS.exec(text.slice(start, end));
  return { start: headers === null ? start : start + headers.index + headers[0].length, end };
}

/** Of an encoded text only the whole can be pointed at. */
function inClear(script: Script): Script {
  const written = script.text.trim();
  const text = BASE64.test(written) ? decodeUserData(written) : '';
  const isText = text !== '' && !/[\0\uFFFD]/.test(text);
  return isText ? { text, span: () => script.span({ start: 0, end: script.text.length }) } : script;
}

function nameOf(text: string): string | null {
  if (LISTS_COMMANDS.test(text)) return 'user-data.yaml';
  if (SECTION_OF_TEMPLATE.test(text) && RESOURCE.test(text)) return 'template.yaml';
  if (HOST_SETTINGS.test(text) && !/^\s*#!/.test(text)) return 'user-data.toml';
  return MANIFEST.test(text) ? 'manifest.yaml' : null;
}
