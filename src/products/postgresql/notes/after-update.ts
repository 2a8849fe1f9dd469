import type { UpdateTask } from '../../../model/index.ts';
import type { RawItem } from '../../source.ts';

/** The update itself, and work on files of a server of one's own. */
const USUAL =
  /^(?:however, if you regularly create and drop tables exceeding|a dump\/restore (?:is not|using)|(?:however|also),? if you are upgrading from a version earlier than [\d.]+, see [^.]*\.?$)/i;

const TASKS: readonly (readonly [UpdateTask['task'], RegExp])[] = [
  ['reindex', /\bre-?index(?:ed|ing)?\b/i],
  ['self-keys', /\bself-referential foreign[- ]key constraints?\b/i],
  ['partition-keys', /\bforeign[- ]key constraints? referencing\b/i],
  ['detached-keys', /\bdetached a partition\b/i],
  ['views', /\bupdate stored views\b/i],
  ['contained-arrays', /\bintarray extension with a GiST index\b/i],
  ['extension', /\bif you use the \w+ extension, see\b/i],
  ['repair', /\bdata cleanups?\b/i],
  ['parameters', /\bconfiguration adjustments?\b|\bserver parameter\b/i],
  ['script', /\bfollow the steps\b|\brun the \S+ script\b/i],
  ['standbys-first', /\bupdate standby servers before\b/i],
];
/** Kinds of indexes, extensions and types that decide if a task applies. */
const NAMES =
  /\b(?:BRIN|GIN|GiST|SP-GiST|CONCURRENTLY|TOAST|ltree|btree_gist|intarray|pg_stat_statements|pg_stats_ext|LC_CTYPE|LC_COLLATE|numeric_minmax_multi_ops|bloom|interval|bpchar|jsonb?_strip_nulls)\b/g;

/** An item that asks for a change of the system catalog. */
const ASKS_FOR_CATALOG = /\bis a manual catalog update\b/i;

/** An item that asks for a new index itself. */
const ASKS_TO_REINDEX =
  /\b(?:should|users|recommend(?:ed)?|advisable) (?:\S+ ){0,2}?re-?index|\breindex is recommended\b/i;

/**
 * Tasks after the update that the migration notes of a release require, other than the update itself. If they only point
 * to items, those name the indexes. A change of the catalog stands in its item alone.
 */
export function tasksIn(paragraphs: readonly string[], items: readonly RawItem[]): UpdateTask[] {
  const ofItems = items.filter(({ text }) => ASKS_FOR_CATALOG.test(text));
  const required = paragraphs
    .filter((text) => !USUAL.test(text))
    .flatMap((text) => {
      const names = namesIn(text);
      const tasks = TASKS.filter(([, words]) => words.test(text)).map(([task]) => ({
        task,
        names: task === 'reindex' && names.length === 0 ? namesIn(reindexTexts(items)) : names,
      }));
      if (tasks.length > 0) return tasks;
      return /\bchangelog (?:entry|entries|items?)\b|\bsee the entr/i.test(text)
        ? [{ task: 'see-notes' as const, names }]
        : [];
    });
  return [...required, ...ofItems.map(({ text }) => ({ task: 'catalog' as const, names: namesIn(text) }))];
}

function namesIn(text: string): string[] {
  return [...new Set(text.match(NAMES))];
}

function reindexTexts(items: readonly RawItem[]): string {
  return items
    .map(({ text }) => text)
    .filter((text) => ASKS_TO_REINDEX.test(text))
    .join(' ');
}
