import type { SourceFile } from '../source.ts';

/** How a language writes strings; the parts are sources of regular expressions. */
export interface StringSyntax {
  open: string;
  close: string;
  /** What is no end although it looks like one, nor the beginning of code. */
  escape: string | null;
  /** Others end with their line, so that a lone apostrophe costs no more than that. */
  isMultiline: boolean;
  /** What begins code inside of it. */
  code: string | null;
}

/** How a language of programs or scripts writes what is a comment, and what only looks like one. */
export interface Syntax {
  /** Up to the end of the line; the source of a regular expression. */
  lineComment: string;
  hasBlockComments: boolean;
  strings: readonly StringSyntax[];
  heredoc: string | null;
  /** What has quotes or marks in it and is neither a string nor a comment. */
  other: string | null;
  /** Whether a backslash at the end of a line makes the next one a part of it. */
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

/** Strings of shells; `isMultiline` where nobody would call a line end in them a mistake. */
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
    // A literal of a regular expression.
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
  /** Makefiles, Dockerfiles, environment files: commands of a shell, and lines in which an apostrophe is one. */
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

/** The language of a file, by its name, and where that says little by its beginning; what is left is taken for a script. */
export function languageOfFile(file: string, text: string): Language {
  const name = file.slice(file.lastIndexOf('/') + 1).replace(TEMPLATE_ENDING, '');
  const named = LANGUAGES.find(([ending]) => ending.test(name))?.[1];
  if (named === 'yaml') return /^\s*\{\s*["}]/.test(text) ? 'json' : 'yaml';
  return named ?? (/^\s*#cloud-config/.test(text) ? 'yaml' : 'shell');
}

/** What begins a comment line in a file; null where there are none. */
export function commentSyntax({ file, text }: Pick<SourceFile, 'file' | 'text'>): '#' | '//' | null {
  const language = languageOfFile(file, text);
  if (language === 'json') return null;
  return language === 'yaml' || SYNTAXES[language].lineComment.includes('#') ? '#' : '//';
}
