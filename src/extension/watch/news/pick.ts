import * as vscode from 'vscode';
import { text, type MessageKey } from '../../../l10n/index.ts';
import { isDay, type ProductId, type Text } from '../../../model/index.ts';
import { productName } from '../../../products/index.ts';
import { localized } from '../../language.ts';
import { labelOf, type NewsItem } from './news.ts';

/** Asks for an alert, for commands that were not started on one. */
export async function pickItem(items: readonly NewsItem[]): Promise<NewsItem | null> {
  return pickOne(
    'news.pick.item',
    items.map((item) => ({
      label: localized(labelOf(item)),
      description: localized(text(`severity.${item.severity}`)),
      detail: localized(item.message),
      value: item,
    })),
  );
}

/** Asks for a resource of an alert and returns its index; null without one. */
export async function pickResource({ resources }: NewsItem): Promise<number | null> {
  const inFiles = resources.flatMap(({ name, where, location }, index) =>
    'file' in location ? [{ label: name, description: where, value: index }] : [],
  );
  const [only, ...others] = inFiles;
  if (only !== undefined && others.length === 0) return only.value;
  return pickOne('news.pick.resource', inFiles);
}

export async function pickProduct(products: readonly ProductId[]): Promise<ProductId | null> {
  return pickOne(
    'news.pick.product',
    [...new Set(products)].map((product) => ({ label: productName(product), value: product })),
  );
}

function untilText(days: number, date: string): Text {
  if (days === 1) return text('news.until.tomorrow', { date });
  return days % 7 === 0
    ? text('news.until.weeks', { weeks: days / 7, date })
    : text('news.until.days', { days, date });
}

/** Numbers of days for which an alert can be snoozed. */
const SNOOZE_DAYS = [1, 7, 14, 30];

/** Asks for the date on which an alert returns, YYYY-MM-DD; null if cancelled. */
export async function pickDay(today: string): Promise<string | null> {
  const offered = SNOOZE_DAYS.map((days) => {
    const date = dayAfter(today, days);
    return { label: localized(untilText(days, date)), value: date };
  });
  const other = { label: localized(text('news.until.other')), value: '' };
  const chosen = await pickOne('news.pick.until', [...offered, other]);
  if (chosen !== '') return chosen;
  const tomorrow = dayAfter(today, 1);
  const written = await vscode.window.showInputBox({
    prompt: localized(text('news.until.prompt')),
    value: dayAfter(today, 90),
    validateInput: (value) =>
      isDay(value) && value >= tomorrow ? null : localized(text('news.until.wrong', { tomorrow })),
  });
  return written ?? null;
}

function dayAfter(day: string, days: number): string {
  const date = new Date(day);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

type Choice<T> = vscode.QuickPickItem & { value: T };

async function pickOne<T>(
  title: MessageKey & `news.pick.${string}`,
  choices: readonly Choice<T>[],
): Promise<T | null> {
  if (choices.length === 0) {
    vscode.window.setStatusBarMessage(localized(text('news.check.nothing')), 5_000);
    return null;
  }
  const placeHolder = localized(text(title));
  // Updates of the document take the focus, which must not close the list.
  const options = { placeHolder, matchOnDetail: true, ignoreFocusOut: true };
  const chosen = await vscode.window.showQuickPick(choices, options);
  return chosen?.value ?? null;
}
