import * as vscode from 'vscode';
import { text } from '../../l10n/index.ts';
import type { Text } from '../../model/index.ts';
import { localized } from '../language.ts';
import { isSeverityFilter, SEVERITY_FILTERS, type SeverityFilter } from './severities.ts';

const MEMORY_KEY = 'errataLens.tree.filter';

/** Lowest severity that the views show, stored per workspace. */
export class TreeFilter {
  readonly #memory: vscode.Memento;

  constructor(memory: vscode.Memento) {
    this.#memory = memory;
  }

  get value(): SeverityFilter {
    const kept: unknown = this.#memory.get(MEMORY_KEY);
    return isSeverityFilter(kept) ? kept : 'all';
  }

  /** Message of the views about hidden rows; empty if all rows are visible. */
  get message(): string {
    const { value } = this;
    return value === 'all' ? '' : localized(text('tree.filtered', { shown: filterName(value) }));
  }

  /** Asks for a severity. False if it does not change. */
  async ask(): Promise<boolean> {
    const { value: current } = this;
    const items = SEVERITY_FILTERS.map((value) => ({ value, label: localized(filterName(value)) }));
    const chosen = await vscode.window.showQuickPick(
      items.map((item) => (item.value === current ? { ...item, description: '$(check)' } : item)),
      { title: localized(text('tree.filter.title')) },
    );
    if (chosen === undefined || chosen.value === current) return false;
    await this.#memory.update(MEMORY_KEY, chosen.value);
    return true;
  }
}

function filterName(filter: SeverityFilter): Text {
  switch (filter) {
    case 'all':
      return text('tree.filter.all');
    case 'critical':
      return text('severity.critical');
    default:
      return text('tree.filter.worse', { severity: text(`severity.${filter}`) });
  }
}
