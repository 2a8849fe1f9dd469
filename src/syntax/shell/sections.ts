import { type Script, innerScript } from './script.ts';
import type { Range } from './syntax.ts';
import { decodeUserData } from './user-data.ts';

/** One of the texts in user data. */
export interface Section {
  script: Script;
  /** File name by which formats recognise the text; null for a script. */
  name: string | null;
}

const BASE64 = /^[A-Za-z0-9+/\r\n]{20,}={0,2}$/;
const MIME_HEADER = /^\s*(?:MIME-Version|Content-Type):/i;
/** Maximum length of the headers that contain the boundary, in characters. */
const maxHeaders = 1000;
const BOUNDARY_OF_PARTS = /\bboundary=["']?(?<boundary>[^"'\s;]+)/i;
const PART_DIVIDER = /^[ \t]*--(?<boundary>\S+)[ \t\r]*$/gm;
const END_OF_HEADERS = /\n[ \t\r]*\n/;
/** Documents with lists of commands, of cloud-init, Image Builder and CodeBuild. */
const LISTS_COMMANDS = /^\s*(?:#cloud-config|(?:name|description|version|schemaVersion|phases):)/;
const HOST_SETTINGS = /^[ \t]*\[settings(?:\.[\w-]+)*\]/m;
const TEMPLATE_SECTIONS = [
  'AWSTemplateFormatVersion|Conditions|Description|Mappings|Metadata|Outputs|Parameters|Resources|Rules',
  'Transform',
];
/** A CloudFormation template: its first section, followed by a resource. */
const SECTION_OF_TEMPLATE = new RegExp(
  String.raw`^\s*(?:---\s+)?(?:\{\s*["'])?(?:${TEMPLATE_SECTIONS.join('|')})["']?\s*:`,
);
const RESOURCE_TYPE = /\bType["']?\s*:\s*["']?AWS::/;
const MANIFEST_START = /^\s*(?:---\s+)?apiVersion:/;

/** One of these words is in every text that is not a single plain script. */
const SECTION_WORDS = /cloud-config|(?:name|description|version|phases):|\[settings|AWS::|Content-Type:/i;

/** True if a text may contain sections other than one script. Tests its words only. */
export function mayHaveSections(text: string): boolean {
  return SECTION_WORDS.test(text);
}

/** Sections of user data, decoded: the parts of a multipart message, or the whole text. */
export function sectionsOf(whole: Script): Section[] {
  const script = decoded(whole);
  const { text } = script;
  const boundary = MIME_HEADER.test(text)
    ? BOUNDARY_OF_PARTS.exec(text.slice(0, maxHeaders))?.groups?.['boundary']
    : null;
  if (boundary === null || boundary === undefined) return [{ script, name: nameOf(text) }];
  const dividers = [...text.matchAll(PART_DIVIDER)].filter(
    ({ groups }) => groups?.['boundary']?.replace(/--$/, '') === boundary,
  );
  return dividers.map(({ index, 0: divider }, i) => {
    const part = { start: index + divider.length, end: dividers[i + 1]?.index ?? text.length };
    const body = decoded(innerScript(script, bodyWithoutHeaders(part, text)));
    return { script: body, name: nameOf(body.text) };
  });
}

/** Body without its headers, which end with an empty line. */
function bodyWithoutHeaders({ start, end }: Range, text: string): Range {
  const headers = END_OF_HEADERS.exec(text.slice(start, end));
  return { start: headers === null ? start : start + headers.index + headers[0].length, end };
}

/** Decoded script. All parts of an encoded text have the place of the whole. */
function decoded(script: Script): Script {
  const written = script.text.trim();
  const text = BASE64.test(written) ? decodeUserData(written) : '';
  const isText = text !== '' && !/[\0\uFFFD]/.test(text);
  return isText ? { text, span: () => script.span({ start: 0, end: script.text.length }) } : script;
}

function nameOf(text: string): string | null {
  if (LISTS_COMMANDS.test(text)) return 'user-data.yaml';
  if (SECTION_OF_TEMPLATE.test(text) && RESOURCE_TYPE.test(text)) return 'template.yaml';
  if (HOST_SETTINGS.test(text) && !/^\s*#!/.test(text)) return 'user-data.toml';
  return MANIFEST_START.test(text) ? 'manifest.yaml' : null;
}
