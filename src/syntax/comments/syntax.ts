import type { SourceFile } from '../source.ts';

/** String notation of a language; the parts are sources of regular expressions. */
export interface StringSyntax {
  open: string;
  close: string;
  /** Escape sequences, which could look like the end of the string or the start of code. */
  escape: string | null;
  /** False if the string ends with its line, so that a lone apostrophe affects only that line. */
  isMultiline: boolean;
  /** Start of embedded code. */
  code: string | null;
}

/** Comment notation of a programming or scripting language, and notations that only look like comments. */
export interface Syntax {
  /** Start of a comment up to the end of the line; the source of a regular expression. */
  lineComment: string;
  hasBlockComments: boolean;
  strings: readonly StringSyntax[];
  heredoc: string | null;
  /** Other literals with quotes or marks, such as regular expressions. */
  otherLiterals: string | null;
  /** True if a backslash at the end of a line joins the next one. */
  continuesLines: boolean;
}

const BACKSLASH = String.raw`\\[\s\S]`;
const ONE_LINE_STRING = { escape: BACKSLASH, isMultiline: false, code: null };
const DOUBLE_QUOTED: StringSyntax = { open: '"', close: '"', ...ONE_LINE_STRING };
const SINGLE_QUOTED: StringSyntax = { open: "'", close: "'", ...ONE_LINE_STRING };
const BACKTICKS: StringSyntax = { open: '`', close: '`', escape: null, isMultiline: true, code: null };

const C_LIKE: Syntax = {
  lineComment: '//',
  hasBlockComments: true,
  strings: [DOUBLE_QUOTED, SINGLE_QUOTED],
  heredoc: null,
  otherLiterals: null,
  continuesLines: false,
};

/**
 * Strings of shells.
 * @param isMultiline true if they may contain line ends
 */
function shellStrings(isMultiline: boolean): readonly StringSyntax[] {
  return [
    { open: String.raw`\$'`, close: "'", escape: BACKSLASH, isMultiline, code: null },
    { open: "'", close: "'", escape: String.raw`\\\r?\n`, isMultiline, code: null },
    { open: '"', close: '"', escape: BACKSLASH, isMultiline, code: String.raw`\$\(` },
  ];
}

const SHELL: Syntax = {
  lineComment: '(?<![^\\s;&|()`])#',
  hasBlockComments: false,
  strings: shellStrings(true),
  heredoc: String.raw`(?<!<)<<(?<indented>-)?[ \t]*(?<quote>["']?)(?<marker>[A-Za-z_]\w*)\k<quote>`,
  otherLiterals: String.raw`\\[^\r\n]`,
  continuesLines: true,
};

/** Languages by their names. */
export const SYNTAXES = {
  hcl: {
    ...C_LIKE,
    lineComment: '#|//',
    strings: [{ ...DOUBLE_QUOTED, escape: String.raw`\\.|\$\$\{|%%\{`, code: String.raw`[$%]\{` }],
    heredoc: String.raw`<<(?<indented>-)?(?<marker>[\p{L}_][\p{L}\p{N}_-]*)[ \t]*(?=[\r\n])`,
  },
  json: { ...C_LIKE, strings: [DOUBLE_QUOTED] },
  javascript: {
    ...C_LIKE,
    strings: [DOUBLE_QUOTED, SINGLE_QUOTED, { ...BACKTICKS, escape: BACKSLASH, code: String.raw`\$\{` }],
    // A regular expression literal.
    otherLiterals: String.raw`(?<=[(,=:[!&|?{};]\s{0,8})/(?![/*])(?:[^\\/[\r\n]|\\.|\[(?:[^\]\\\r\n]|\\.){0,200}\]){1,500}/`,
  },
  java: {
    ...C_LIKE,
    strings: [
      { ...DOUBLE_QUOTED, open: '"""', close: '"""', isMultiline: true },
      DOUBLE_QUOTED,
      SINGLE_QUOTED,
    ],
  },
  groovy: {
    ...C_LIKE,
    strings: [
      { ...SINGLE_QUOTED, open: "'''", close: "'''", isMultiline: true },
      { ...DOUBLE_QUOTED, open: '"""', close: '"""', isMultiline: true },
      DOUBLE_QUOTED,
      SINGLE_QUOTED,
    ],
  },
  go: { ...C_LIKE, strings: [DOUBLE_QUOTED, SINGLE_QUOTED, BACKTICKS] },
  csharp: {
    ...C_LIKE,
    strings: [
      { open: '"""+', close: '"""+', escape: null, isMultiline: true, code: null },
      { open: String.raw`(?:@\$?|\$@)"`, close: '"', escape: '""', isMultiline: true, code: null },
      DOUBLE_QUOTED,
      SINGLE_QUOTED,
    ],
  },
  python: {
    ...C_LIKE,
    lineComment: '#',
    hasBlockComments: false,
    strings: [
      { ...DOUBLE_QUOTED, open: '"""', close: '"""', isMultiline: true },
      { ...SINGLE_QUOTED, open: "'''", close: "'''", isMultiline: true },
      DOUBLE_QUOTED,
      SINGLE_QUOTED,
    ],
    continuesLines: true,
  },
  shell: SHELL,
  /**
   * Makefiles, Dockerfiles and environment files: shell commands, but also lines in which an apostrophe is only a
   * character.
   */
  lines: { ...SHELL, strings: shellStrings(false) },
} as const satisfies Record<string, Syntax>;

export type Language = keyof typeof SYNTAXES | 'yaml';

const TEMPLATE_ENDING = /\.(?:j2|tpl|tmpl|tftpl|gotmpl|erb|in)$/i;
const LANGUAGES_BY_FILE_NAME: readonly (readonly [ending: RegExp, language: Language])[] = [
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

/** Language of a file, by its name, or else by its first characters; a script by default. */
export function languageOfFile(file: string, text: string): Language {
  const name = file.slice(file.lastIndexOf('/') + 1).replace(TEMPLATE_ENDING, '');
  const named = LANGUAGES_BY_FILE_NAME.find(([ending]) => ending.test(name))?.[1];
  if (named === 'yaml') return /^\s*\{\s*["}]/.test(text) ? 'json' : 'yaml';
  return named ?? (/^\s*#cloud-config/.test(text) ? 'yaml' : 'shell');
}

/** Mark that starts a comment line in a file; null if the file cannot have comments. */
export function commentMark({ file, text }: Pick<SourceFile, 'file' | 'text'>): '#' | '//' | null {
  const language = languageOfFile(file, text);
  if (language === 'json') return null;
  return language === 'yaml' || SYNTAXES[language].lineComment.includes('#') ? '#' : '//';
}
