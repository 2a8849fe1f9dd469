import { say, text, type Language } from '../../l10n/index.ts';
import type { Text } from '../../model/index.ts';
import { ANSWERS, LEVELS, type Words } from '../webview/checklist/messages.ts';

/** Labels of the page. The texts of the checklist itself come with its rows. */
export function pageWords(language: Language): Words {
  const words = (message: Text): string => say(message, language);
  const all = <K extends string>(keys: readonly K[], word: (key: K) => string): Record<K, string> =>
    Object.fromEntries(keys.map((key) => [key, word(key)])) as Record<K, string>;
  return {
    title: words(text('checklist.title')),
    resources: words(text('panel.resources')),
    allResources: words(text('panel.allResources')),
    checks: words(text('panel.checks')),
    none: words(text('panel.none')),
    filterLevel: words(text('panel.filter.level')),
    filterAnswer: words(text('panel.filter.answer')),
    export: words(text('panel.export')),
    exportMarkdown: words(text('panel.export.markdown')),
    exportCsv: words(text('panel.export.csv')),
    details: words(text('panel.details')),
    why: words(text('checklist.why')),
    fix: words(text('checklist.fix')),
    command: words(text('panel.command')),
    snippet: words(text('panel.snippet')),
    copyCode: words(text('panel.copyCode')),
    copy: words(text('panel.copy')),
    fixInFile: words(text('panel.fix')),
    caution: words(text('checklist.care')),
    note: words(text('checklist.note')),
    documentation: words(text('panel.documentation')),
    accept: words(text('panel.accept')),
    loop: words(text('checklist.loop')),
    chain: words(text('panel.chain')),
    updated: words(text('panel.updated')),
    levels: all(LEVELS, (level) => words(text(`checkLevel.${level}`))),
    answers: all(ANSWERS, (answer) => words(text(`answer.${answer}`))),
  };
}
