import type { Lexicon } from '../../lexicon.ts';

/** A start that succeeds later than it should. */
export const SLOW_TO_START = /\bdelays? (?:the )?(?:engine|database) start|\bamount of recovery work\b/;

/** Severities of unavailability. A short one is not an outage; a crash loop or a failed start is. */
export const SEVERITIES: Lexicon['severities'] = [
  [
    'critical',
    [
      new RegExp(
        [
          String.raw`\b(?:recursively|repeatedly) (?:crash|restart|fail)`,
          String.raw`\b(?:crash|restart|fail)\w* (?:recursively|repeatedly)\b(?<!stats collector[^.]*)`,
        ].join('|'),
      ),
      /\b(?:database|server|engine|db|postgresql)\b(?: \(?\w+\)?){0,4}? (?:can )?(?:fails? to start|fail to start|could not be started)\b|\bfrom starting(?: up)?\b|\bfailures in database startup\b/,
      /\bvolume to become unavailable\b|\bbecame unavailable when\b/,
    ],
  ],
  [
    'medium',
    [/\b(?:prolonged|longer|excessive) (?:\S+ ){0,2}?(?:startup|restart|recovery|recover)\b/, SLOW_TO_START],
  ],
  ['high', [/\bunavailab\w+\b|\bbrief\w*\b|\bperiods? of\b/]],
];
