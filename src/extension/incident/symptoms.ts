import * as vscode from 'vscode';
import { isBroad, SYMPTOMS, wordsOf, type Symptom } from '../../analysis/index.ts';
import { text } from '../../l10n/index.ts';
import type { Text } from '../../model/index.ts';
import { localized } from '../language.ts';

/** A symptom: the words that are looked for, and how it is called where it was chosen. */
export interface ChosenSymptom {
  words: string;
  called: Text | null;
}

/** Characters of a log line that matter; the rest of a pasted file does not. */
const LONGEST_SYMPTOM = 2000;

const UNKNOWN: ChosenSymptom = { words: '', called: null };

/** An entry of the list: a symptom, what was typed, or nothing known. */
type SymptomItem = vscode.QuickPickItem & { symptom: Symptom | 'typed' | 'none' };

/** Asks what is wrong: what is typed or pasted is the symptom; the list has some to choose from, and nothing known. */
export async function pickSymptom(
  title: Text = text('incident.command'),
): Promise<ChosenSymptom | undefined> {
  const picked = await pickFromList(localized(title));
  if (picked === undefined) return undefined;
  const { item, typed } = picked;
  if (item.symptom === 'none') return UNKNOWN;
  return item.symptom === 'typed' ? asWritten(typed) : listedSymptom(item.symptom);
}

function pickFromList(title: string): Promise<{ item: SymptomItem; typed: string } | undefined> {
  const listed: SymptomItem[] = [
    ...SYMPTOMS.map((symptom) => ({ label: localized(text(`symptom.${symptom}`)), symptom })),
    { label: localized(text('incident.pick.none')), symptom: 'none' },
  ];
  const list = vscode.window.createQuickPick<SymptomItem>();
  list.title = title;
  list.placeholder = localized(text('incident.pick.symptom'));
  list.ignoreFocusOut = true;
  list.items = listed;
  list.onDidChangeValue((value) => {
    list.items = withTyped(listed, value.trim());
  });
  return new Promise((resolve) => {
    list.onDidAccept(() => {
      const [item] = list.activeItems;
      if (item === undefined) return;
      resolve({ item, typed: list.value });
      list.dispose();
    });
    list.onDidHide(() => {
      resolve(undefined);
      list.dispose();
    });
    list.show();
  });
}

/** What is typed comes first, unless an entry of the list begins with it. */
function withTyped(listed: readonly SymptomItem[], typed: string): readonly SymptomItem[] {
  if (typed === '') return listed;
  const own: SymptomItem = {
    label: localized(text('incident.pick.typed', { typed })),
    alwaysShow: true,
    symptom: 'typed',
  };
  const isOfList = listed.some(({ label }) => label.toLowerCase().startsWith(typed.toLowerCase()));
  return isOfList ? [...listed, own] : [own, ...listed];
}

/** A broad one alone leads to no bug: more words decide. */
async function listedSymptom(symptom: Symptom): Promise<ChosenSymptom | undefined> {
  const called = text(`symptom.${symptom}`);
  const words = wordsOf(symptom);
  if (!isBroad(symptom)) return { words, called };
  const more = await askForMore();
  if (more === undefined) return undefined;
  return more.words === '' ? { words, called } : { words: `${words}. ${more.words}`, called: null };
}

async function askForMore(): Promise<ChosenSymptom | undefined> {
  const written = await vscode.window.showInputBox({
    title: localized(text('incident.command')),
    prompt: localized(text('incident.pick.more')),
    placeHolder: "Lost connection to MySQL server at 'reading initial communication packet'",
    ignoreFocusOut: true,
  });
  return written === undefined ? undefined : asWritten(written);
}

function asWritten(words: string): ChosenSymptom {
  return { words: words.trim().slice(0, LONGEST_SYMPTOM), called: null };
}
