import type { UpdateTask } from '../../../model/index.ts';

const USUAL =
  /^(?:a dump\/restore (?:is not|using)|(?:however|also),? if you are upgrading from a version earlier than [\d.]+, see [^.]*\.?$)/i;

const TASKS: readonly (readonly [UpdateTask['task'], RegExp])[] = [
  ['reindex', /\bre-?index(?:ed|ing)?\b/i],
  ['constraints', /\brecreate those constraints\b|\bforeign[- ]key constraints? referencing\b/i],
  ['repair', /\bcorruption to repair\b|\bdata cleanups?\b|\bupdate stored views\b/i],
  ['parameters', /\bconfiguration adjustments?\b|\bserver parameter\b/i],
  ['script', /\bfollow the steps\b|\brun the \S+ script\b/i],
  ['standbys-first', /\bupdate standby servers before\b/i],
  ['backup', /\bnew full backup\b/i],
];
/** Kinds of indexes, extensions and types that decide if a task applies. */
const NAMES =
  /\b(?:BRIN|GIN|GiST|SP-GiST|CONCURRENTLY|TOAST|ltree|btree_gist|intarray|pg_stat_statements|pg_stats_ext|LC_CTYPE|LC_COLLATE|numeric_minmax_multi_ops|bloom)\b/g;

/** Tasks after the update that the migration notes of a release require, other than the update itself. */
export function tasksIn(paragraphs: readonly string[]): UpdateTask[] {
  return paragraphs
    .filter((text) => !USUAL.test(text))
    .flatMap((text) => {
      const names = [...new Set(text.match(NAMES))];
      const tasks = TASKS.filter(([, words]) => words.test(text)).map(([task]) => ({ task, names }));
      if (tasks.length > 0) return tasks;
      return /\bchangelog (?:entry|entries|items?)\b|\bsee the entr/i.test(text)
        ? [{ task: 'see-notes' as const, names }]
        : [];
    });
}
