import type { SourceFile } from '../source.ts';

/** String notation of a language; the parts are sources of regular expressions. */
export interface StringSyntax {
  open: string;
  close: string;
  /** Escapes that look like an end of the string or a beginning of code. */
  escape: string | null;
  /** False if it ends with its line, so that a lone apostrophe affects only that. */
  isMultiline: boolean;
  /** Beginning of embedded code. */
  code: string | null;
}

/** Comment notation of a programming or scripting language, and notations that only look like comments. */
export interface Syntax {
  /** Up to the end of the line; the source of a regular expression. */
  lineComment: string;
  hasBlockComments: boolean;
  strings: readonly StringSyntax[];
  heredoc: string | null;
  /** Literals with quotes or marks that are neither strings nor comments. */
  other: string | null;
  /** True if a backslash at the end of a line joins the next one. */
  continuesLines: boolean;
}

const BACKSLASH = String.raw`\\[\s\S]`;
const PLAIN = { escape: BACKSLASH, isMultiline: false, code: null };
const DOUBLE: StringSyntax = { open: '"', close: '"', ...PLAIN };
const SINGLE: StringSyntax = { open: "'", close: "'", ...PLAIN };
const RAW: StringSyntax = { open: '`', close: '`', escape: null, isMultiline: true, code: null };

const C_LIKE: Syntax = {
  lineComment: '//',
  hasBlockComments: true,
  strings: [DOUBLE, SINGLE],
  heredoc: null,
  other: null,
  continuesLines: false,
};

/** Strings of shells; `isMultiline` if line ends are legitimate in them. */
function quoted(isMultiline: boolean): readonly StringSyntax[] {
  return [
    { open: String.raw`\$'`, close: "'", escape: BACKSLASH, isMultiline, code: null },
    { open: "'", close: "'", escape: String.raw`\\\r?\n`, isMultiline, code: null },
    { open: '"', close: '"', escape: BACKSLASH, isMultiline, code: String.raw`\$\(` },
  ];
}

const SHELL: Syntax = {
  lineComment: '(?<![^\\s;&|()`])#',
  hasBlockComments: false,
  strings: quoted(true),
  heredoc: String.raw`(?<!<)<<(?<indented>-)?[ \t]*(?<quote>["']?)(?<marker>[A-Za-z_]\w*)\k<quote>`,
  other: String.raw`\\[^\r\n]`,
  continuesLines: true,
};

/** Languages by their names. */
export const SYNTAXES = {
  hcl: {
    ...C_LIKE,
    lineComment: '#|//',
    strings: [{ ...DOUBLE, escape: String.raw`\\.|\$\$\{|%%\{`, code: String.raw`[$%]\{` }],
    heredoc: String.raw`<<(?<indented>-)?(?<marker>[\p{L}_][\p{L}\p{N}_-]*)[ \t]*(?=[\r\n])`,
  },
  json: { ...C_LIKE, strings: [DOUBLE] },
  javascript: {
    ...C_LIKE,
    strings: [DOUBLE, SINGLE, { ...RAW, escape: BACKSLASH, code: String.raw`\$\{` }],
    // A regular expression literal.
    other: String.raw`(?<=[(,=:[!&|?{};]\s{0,8})/(?![/*])(?:[^\\/[\r\n]|\\.|\[(?:[^\]\\\r\n]|\\.){0,200}\]){1,500}/`,
  },
  java: { ...C_LIKE, strings: [{ ...DOUBLE, open: '"""', close: '"""', isMultiline: true }, DOUBLE, SINGLE] },
  groovy: {
    ...C_LIKE,
    strings: [
      { ...SINGLE, open: "'''", close: "'''", isMultiline: true },
      { ...DOUBLE, open: '"""', close: '"""', isMultiline: true },
      DOUBLE,
      SINGLE,
    ],
  },
  go: { ...C_LIKE, strings: [DOUBLE, SINGLE, RAW] },
  csharp: {
    ...C_LIKE,
    strings: [
      { open: '"""+', close: '"""+', escape: null, isMultiline: true, code: null },
      { open: String.raw`(?:@\$?|\$@)"`, close: '"', escape: '""', isMultiline: true, code: null },
      DOUBLE,
      SINGLE,
    ],
  },
  python: {
    ...C_LIKE,
    lineComment: '#',
    hasBlockComments: false,
    strings: [
      { ...DOUBLE, open: '"""', close: '"""', isMultiline: true },
      { ...SINGLE, open: "'''", close: "'''", isMultiline: true },
      DOUBLE,
      SINGLE,
    ],
    continuesLines: true,
  },
  shell: SHELL,
  /** Makefiles, Dockerfiles, environment files: shell commands, and lines in which an apostrophe is a character. */
  lines: { ...SHELL, strings: quoted(false) },
} as const satisfies Record<string, Syntax>;

export type Language = keyof typeof SYNTAXES | 'yaml';

const TEMPLATE_ENDING = /\.(?:j2|tpl|tmpl|tftpl|gotmpl|erb|in)$/i;
const LANGUAGES: readonly (readonly [ending: RegExp, language: Language])[] = [
  [/\.(?:tf|tofu|hcl|tfvars)$/i, 'hcl'],
  [/\.json$/i, 'json'],
  [/\.(?:ya?ml|template|config|cfg)$/i, 'yaml'],
  [/\.[cm]?[jt]sx?$/i, 'javascript'],
  [/\.py$/i, 'python'],
  [/\.(?:java|kts?)$/i, 'java'],
  [/\.groovy$|Jenkinsfile/i, 'groovy'],
  [/\.go$/i, 'go'],
  [/\.cs$/i, 'csharp'],
  [/(?:Docker|Container)file|makefile$|\.mk$|\.env(?:$|\.)|\.envrc$/i, 'lines'],
];

/** Language of a file, by its name, or by its beginning if the name does not decide; a script by default. */
export function languageOfFile(file: string, text: string): Language {
  const name = file.slice(file.lastIndexOf('/') + 1).replace(TEMPLATE_ENDING, '');
  const named = LANGUAGES.find(([ending]) => ending.test(name))?.[1];
  if (named === 'yaml') return /^\s*\{\s*["}]/.test(text) ? 'json' : 'yaml';
  return named ?? (/^\s*#cloud-config/.test(text) ? 'yaml' : 'shell');
}

/** Beginning of a comment line in a file; null if it cannot have any. */
export function commentSyntax({ file, text }: Pick<SourceFile, 'file' | 'text'>): '#' | '//' | null {
  const language = languageOfFile(file, text);
  if (language === 'json') return null;
  return language === 'yaml' || SYNTAXES[language].lineComment.includes('#') ? '#' : '//';
}
