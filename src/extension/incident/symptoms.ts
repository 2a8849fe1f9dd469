import * as vscode from 'vscode';
import { isBroad, SYMPTOMS, wordsOf, type Symptom } from '../../analysis/index.ts';
import { text } from '../../l10n/index.ts';
import type { Text } from '../../model/index.ts';
import { localized } from '../language.ts';
import { TypingPauses } from '../workspace/typing-pauses.ts';
import type { SymptomFit } from '../worker/protocol.ts';

/** A symptom: the text to search for, and the label of the list item that it comes from. */
export interface ChosenSymptom {
  words: string;
  label: Text | null;
}

/** Maximum length of a symptom; the rest of a pasted log is dropped. */
const MAX_SYMPTOM_LENGTH = 2000;

const UNKNOWN: ChosenSymptom = { words: '', label: null };

/** List item: a symptom, the typed text, or “unknown”. */
type SymptomItem = vscode.QuickPickItem & { symptom: Symptom | 'typed' | 'none' };

/** Asks for the symptom: typed or pasted text, a listed one, or “unknown”. */
export async function pickSymptom(title: Text, fits: FindFits): Promise<ChosenSymptom | undefined> {
  const picked = await pickFromList(localized(title), fits);
  if (picked === undefined) return undefined;
  const { item, typed } = picked;
  if (item.symptom === 'none') return UNKNOWN;
  return item.symptom === 'typed' ? typedSymptom(typed) : listedSymptom(item.symptom);
}

/** Returns the listed bugs that match a text best. */
type FindFits = (words: string) => Promise<readonly SymptomFit[]>;

/** Minimum length of a text that is searched for. */
const MIN_TYPED_LENGTH = 3;

function pickFromList(
  title: string,
  fits: FindFits,
): Promise<{ item: SymptomItem; typed: string } | undefined> {
  const listed: SymptomItem[] = [
    ...SYMPTOMS.map((symptom) => ({ label: localized(text(`symptom.${symptom}`)), symptom })),
    { label: localized(text('incident.pick.none')), symptom: 'none' },
  ];
  const list = vscode.window.createQuickPick<SymptomItem>();
  list.title = title;
  list.placeholder = localized(text('incident.pick.symptom'));
  list.ignoreFocusOut = true;
  list.items = listed;
  const pauses = new TypingPauses();
  list.onDidChangeValue((value) => {
    const typed = value.trim();
    list.items = itemsFor(listed, typed, []);
    list.busy = typed.length >= MIN_TYPED_LENGTH;
    if (list.busy) pauses.afterPause('', () => void showFits(typed));
  });
  // Drops the answer if the text has changed meanwhile.
  async function showFits(typed: string): Promise<void> {
    const found = await fits(typed.slice(0, MAX_SYMPTOM_LENGTH)).catch(() => []);
    if (list.value.trim() !== typed) return;
    list.items = itemsFor(listed, typed, found);
    list.busy = false;
  }
  return new Promise((resolve) => {
    list.onDidAccept(() => {
      const [item] = list.activeItems;
      if (item === undefined) return;
      resolve({ item, typed: list.value });
      list.dispose();
    });
    list.onDidHide(() => {
      resolve(undefined);
      pauses.dispose();
      list.dispose();
    });
    list.show();
  });
}

/**
 * List items for a typed text: the text itself, unless a listed symptom starts with it, and the bugs that match.
 * Choosing either has the same result.
 */
function itemsFor(
  listed: readonly SymptomItem[],
  typed: string,
  fits: readonly SymptomFit[],
): readonly SymptomItem[] {
  if (typed === '') return listed;
  const own: SymptomItem = {
    label: localized(text('incident.pick.typed', { typed })),
    // Repeated as detail, because the editor hides separators while it filters.
    ...(fits.length === 0 ? {} : { detail: localized(text('incident.pick.fits')) }),
    alwaysShow: true,
    symptom: 'typed',
  };
  const isOfList = listed.some(({ label }) => label.toLowerCase().startsWith(typed.toLowerCase()));
  const bugs = fits.map(({ title, name, fix }): SymptomItem => ({
    label: `$(bug) ${localized(title)}`,
    detail: fix === null ? name : localized(text('incident.pick.fit', { name, fix })),
    alwaysShow: true,
    symptom: 'typed',
  }));
  return isOfList ? [...listed, own, ...bugs] : [own, ...bugs, ...listed];
}

/** Symptom of a list item. Asks for more words if it is too broad to match any bug. */
async function listedSymptom(symptom: Symptom): Promise<ChosenSymptom | undefined> {
  const label = text(`symptom.${symptom}`);
  const words = wordsOf(symptom);
  if (!isBroad(symptom)) return { words, label };
  const more = await askForMoreWords();
  if (more === undefined) return undefined;
  return more.words === '' ? { words, label } : { words: `${words}. ${more.words}`, label: null };
}

async function askForMoreWords(): Promise<ChosenSymptom | undefined> {
  const written = await vscode.window.showInputBox({
    title: localized(text('incident.command')),
    prompt: localized(text('incident.pick.more')),
    placeHolder: "Lost connection to MySQL server at 'reading initial communication packet'",
    ignoreFocusOut: true,
  });
  return written === undefined ? undefined : typedSymptom(written);
}

function typedSymptom(words: string): ChosenSymptom {
  return { words: words.trim().slice(0, MAX_SYMPTOM_LENGTH), label: null };
}
