import type { Lexicon, Pattern } from '../../lexicon.ts';

/** Limits a pattern to the first sentence. */
const HEAD = String.raw`^[^.]{0,160}?\b`;

/** Items that are not bugs of the server: time zone data, documentation, builds and tests of the project. */
const NOTICES: readonly Pattern[] = [
  new RegExp(
    String.raw`${HEAD}(?:time[- ]?zone data(?: files?)?|tzdata|tzcode|timezone library|default timezone abbreviations)\b`,
  ),
  {
    when: /^(?:fix|update|improve|correct|clarify|remove|stop|include|adjust|doc\w*)\b[^.]{0,80}\b(?:documentation|docs|man pages?|release notes)\b/,
    unless: /\bdocumentation says\b|\bpqconsumeinput\b/,
  },
  {
    when: new RegExp(
      [
        String.raw`${HEAD}(?:meson|(?<!n't |not |to |can )configure'?s?|makefiles?|autoconf|msvc|pgxs|pkg-?config|visual studio|strawberry|header files?|configuration probes|compiler switches)\b`,
        String.raw`${HEAD}(?:compil(?:e|er|ation|ing)(?:-time)?|build) (?:failures?|warnings?|errors?|problems?|options?|scripts?|systems?|process|infrastructure)\b`,
        String.raw`${HEAD}(?:fix|to) (?:(?:pl\/\w+|pg_\w+) to )?(?:build|compil)(?:e|ing)?\b(?! any| or)`,
        String.raw`${HEAD}(?:when|while) (?:building|compiling) (?:with|on|using|under|contrib|rpm|postgresql|\S+ packages)\b|${HEAD}deprecation warnings?\b`,
        String.raw`\b(?:fix|avoid|prevent)(?:es|s) (?:an? )?(?:possible )?(?:compil|build)\w* (?:failure|error|warning|problem)s?\b`,
        String.raw`${HEAD}(?:when|while) compiling \w+[. ]h\b|${HEAD}jit code to (?:work with|prepare for) (?:\S+ )?llvm\b`,
        String.raw`${HEAD}(?:regression|tap|isolation) tests?\b|${HEAD}(?:perl )?test (?:suites?|cases?|scripts?|modules?)\b|${HEAD}(?:pg_regress|libsanitizer|valgrind)\b`,
        String.raw`${HEAD}cross-?compil\w+|${HEAD}build rules?\b|^(?:fix|adjust|improve) testing of\b`,
        String.raw`${HEAD}to (?:be compatible|work) with (?:llvm|openssl|perl|python|tcl|libxml2?|icu|bison|flex) (?:version )?\d`,
        String.raw`^fix incompatibilit\w+ with (?:llvm|openssl|perl|python|tcl|libxml2?|icu) (?:version )?\d|${HEAD}builds on c compilers\b`,
        String.raw`${HEAD}support (?:for )?building\b|^support (?:llvm|openssl|perl|python|tcl|libxml2?|icu|bison|flex) (?:version )?\d`,
      ].join('|'),
    ),
    unless: /\bcrash(?:es)? (?:at|in) runtime\b|\bincorrect code\b/,
  },
];

const FEATURES =
  /^add (?:an? )?(?:new )?(?:server parameter|support|option|function|view|column|switch|pg_\w+)\b|^introduce\b|^provide (?:an? )?(?:new|function)/;

/** Words for an error, whatever verb the item begins with. */
const ERROR_WORDS =
  /\b(?:crash|fail|error|incorrect|wrong|bug|oversight|mistake|leak|corrupt|lose|lost|hang|stuck|could (?:cause|lead|result)|unexpected|bogus|misbehav|undefined|overrun|prevent)\w*/;

export const KINDS: Lexicon['kinds'] = [
  ['notice', NOTICES],
  ['feature', [FEATURES]],
  [
    'improvement',
    [
      { when: /^(?:improve|speed up|enhance|optimi[sz]e|reduce)\b/, unless: ERROR_WORDS },
      /^(?:improve|clarify|reword|adjust) (?:the )?(?:\S+ ){0,3}?(?:(?:error )?(?:messages?|hints?|wording)|error reporting (?:for attempts|of))\b/,
    ],
  ],
  ['fix', [/^/]],
];
